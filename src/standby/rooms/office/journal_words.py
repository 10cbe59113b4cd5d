"""The journal in words: who, and what they did. Every deed that any room journals has its sentence here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.rooms.audit.actors import ActorKind
from standby.rooms.audit.queries import Entry

DEEDS = {
    "announce": _("announced a plan: everyone was told where they stand"),
    "beds.set": _("changed the beds of sites"),
    "call.arrive": _("noted that somebody arrived"),
    "call.take_back_arrival": _("took back that somebody arrived"),
    "call.did_not_arrive": _("noted that somebody who accepted did not arrive"),
    "call.interested": _("said yes by message, and has not heard the terms"),
    "call.lapse": _("ended a call that was not answered in time"),
    "call.next": _("called the next person to a free place"),
    "channel.choose": _("chose how to be written to"),
    "channel.stop": _("asked for no more messages by a channel"),
    "codes.revoke": _("took a person's links and codes back"),
    "contact.change": _("changed how a person is reached"),
    "contact.confirm": _("showed that a telephone or e-mail is theirs"),
    "duty.end": _("ended a duty"),
    "duty.sign_back": _("took back that somebody came or went"),
    "duty.sign_in": _("noted that somebody came on duty"),
    "duty.sign_out": _("noted that somebody went off duty"),
    "rest.another_day": _("set another day of rest"),
    "rest.give_back": _("noted that rest was given back"),
    "rest.override": _("let somebody work on without their rest"),
    "roster.ask": _("asked for a roster"),
    "roster.files": _("took a copy of a roster"),
    "roster.publish": _("published a roster"),
    "shift.add": _("added shifts"),
    "shift.withdraw": _("took a shift out"),
    "duty.give": _("gave a duty"),
    "forms.print": _("printed blank forms"),
    "forms.take_in": _("typed in a form that came back on paper"),
    "home.add": _("added a town that people set out from"),
    "home.change": _("changed a town that people set out from"),
    "journal.check": _("checked the chain of the journal"),
    "journal.export": _("took a copy of the journal"),
    "letters.handed": _("handed printed letters over"),
    "letters.print": _("printed letters"),
    "licence.expire": _("noted that a licence has ended"),
    "licence.judge": _("judged a licence"),
    "licence.state": _("stated a licence"),
    "licence.take_back": _("took a judgement of a licence back"),
    "licence.view": _("looked at a licence"),
    "list.add": _("declared a list"),
    "forecast.end": _("no longer expects a need"),
    "forecast.make": _("said what may be needed"),
    "licence.photo": _("sent a photo of a licence"),
    "licence.photo_gone": _("photos of licences were deleted"),
    "licence.photo_view": _("looked at the photo of a licence"),
    "list.bring": _("brought a list in from a file"),
    "list.cancel": _("deleted an uploaded list before it was stored"),
    "list.import": _("brought a version of a list in"),
    "list.upload": _("uploaded a list"),
    "message.read": _("read a message"),
    "need.approve": _("approved a need"),
    "need.approved": _("approved a need"),
    "need.assess": _("assessed the risk of a need"),
    "need.cancelled": _("cancelled a need"),
    "need.closed": _("closed a need"),
    "need.draft": _("took a need back to a draft"),
    "need.filled": _("marked a need as filled"),
    "need.open": _("opened a need"),
    "need.open_again": _("opened a need again"),
    "need.part_filled": _("marked a need as filled in part"),
    "need.paused": _("paused a need: enough, stop"),
    "need.refuse": _("refused a need"),
    "need.renew": _("renewed a need"),
    "need.request": _("asked for people"),
    "call.let_go": _("let people go who were more than enough, before they set out"),
    "call.second_wave": _("called the second wave for what the first left open"),
    "need.risk": _("chose how sure it must be that enough people come"),
    "need.risk_assessed": _("marked a need as assessed"),
    "notice.correct": _("corrected a public notice"),
    "notice.publish": _("told everybody something: a public notice"),
    "notice.withdraw": _("withdrew a public notice"),
    "offer.complete": _("completed an offer"),
    "operation.change": _("changed the operation's name, contact, languages or zone"),
    "operation.close": _("closed the operation"),
    "operation.found": _("founded the operation"),
    "operation.reopen": _("opened the operation again"),
    "join.confirmed": _("confirmed that two registrations are theirs"),
    "join.denied": _("said that a registration is somebody else's"),
    "join.vouch": _("vouched that two registrations are one person's"),
    "join.vouched": _("made two people one, for whom two had vouched"),
    "model.apply": _("let the model join whom it is sure of"),
    "model.undo": _("took the model's joins back"),
    "pair.second_look": _("judged a pair that somebody had judged before"),
    "overlap.agree": _("agreed to a comparison with another organisation"),
    "overlap.propose": _("proposed a comparison with another organisation"),
    "overlap.read": _("read what two organisations have in common"),
    "overlap.refuse": _("refused a comparison with another organisation"),
    "overlap.take": _("took the file of a comparison to hand it on"),
    "pair.not_same": _("judged two registrations to be two people"),
    "pair.same": _("judged two registrations to be one person"),
    "pair.undone": _("took a judgement of a pair back"),
    "pair.view": _("looked at a pair of registrations"),
    "people.look": _("opened a person's page"),
    "people.thank": _("thanked people who need not wait any more"),
    "people.search": _("searched for somebody"),
    "person.accepted_by_voice": _("wrote down that somebody accepted by telephone"),
    "own.look": _("looked at what is kept of them"),
    "own.take_along": _("took a copy of what is kept of them"),
    "person.erase": _("erased a person"),
    "person.offer_again": _("took a withdrawal back"),
    "person.read": _("opened their own page"),
    "person.register": _("registered somebody"),
    "person.sign_up": _("settled sign-ups from the door"),
    "person.split": _("undid a join: two people, not one"),
    "person.spoken": _("wrote down that somebody was spoken to"),
    "person.view": _("opened a person's page"),
    "person.vouch": _("vouched for somebody who signed up at the door"),
    "person.wish": _("said how often they want to hear that nothing has changed"),
    "person.withdraw": _("withdrew an offer"),
    "plan.approve": _("approved a plan"),
    "plan.ask": _("asked for a plan"),
    "plan.helps": _("asked what would help a plan most"),
    "plan.what_if": _("asked what if something were otherwise"),
    "plan.files": _("took a plan's files"),
    "plan.refuse": _("refused a plan"),
    "policy.change": _("changed the policy"),
    "promise.renew": _("told people again where they stand, by the promised day"),
    "promise.rule": _("changed whether promises are renewed by themselves"),
    "proposal.approve": _("approved what was proposed"),
    "proposal.make": _("proposed something that somebody else decides"),
    "proposal.refuse": _("refused what was proposed"),
    "queue.open": _("opened a queue"),
    "queue.open_again": _("opened a queue again"),
    "queue.shut": _("shut a queue"),
    "recall": _("recalled people: do not set out, turn back"),
    "receipt.make": _("made a receipt code"),
    "reception.set": _("changed what a reception takes"),
    "region.add": _("added a region"),
    "region.change": _("changed a region"),
    "reply.read": _("read what somebody wrote back"),
    "reply.settle": _("answered what somebody wrote back"),
    "routes.set": _("changed the days of travel"),
    "seats.set": _("changed the seats on buses"),
    "site.add": _("added a site"),
    "site.change": _("changed a site"),
    "site.contact": _("named who speaks for a site"),
    "sign_up.drop": _("dropped sign-ups that a flood came along with"),
    "sign_up.release": _("let sign-ups through that a flood came along with"),
    "switch.set": _("set the switch at the door"),
    "sms.budget": _("decided what short messages may cost"),
    "terms.change": _("changed the insurance or the terms: a new version"),
    "ticket.call": _("called a number"),
    "ticket.give": _("gave a number"),
    "user.add": _("made an account"),
    "user.close": _("closed an account"),
    "user.open": _("opened an account again"),
    "user.password": _("changed their password"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry as the page shows it; `detail` holds names and values as they were written."""

    sequence: int
    at: datetime
    who: str
    what: str
    subject: str
    detail: tuple[tuple[str, str], ...]

    @property
    def detail_text(self) -> str:
        return "; ".join(f"{name}: {value}" for name, value in self.detail)


def line_of(entry: Entry, *, logins: Mapping[str, str]) -> Line:
    return Line(
        sequence=entry.sequence,
        at=entry.at,
        who=_who(entry.actor, logins),
        what=str(DEEDS.get(entry.action, entry.action)),
        subject=entry.subject,
        detail=tuple((name, str(value)) for name, value in json.loads(entry.detail).items()),
    )


def staff_ref(actor: str) -> str:
    """The reference of a member of staff; empty for anybody else."""
    kind, _colon, ref = actor.partition(":")
    return ref if kind == ActorKind.STAFF else ""


def _who(actor: str, logins: Mapping[str, str]) -> str:
    kind, _colon, ref = actor.partition(":")
    match kind:
        case ActorKind.STAFF:
            return logins.get(ref, ref)
        case ActorKind.VOLUNTEER:
            return gettext("volunteer %(ref)s") % {"ref": ref}
        case _:
            return gettext("Standby itself (%(task)s)") % {"task": ref}
