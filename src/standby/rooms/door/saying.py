"""The answer on somebody's own page: where they stand, why, what to do, when they hear again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from standby.domain.statuses import PersonStatus, Reason
from standby.domain.words import NO_WISH, Wish
from standby.rooms.callup.queries.of_person import CallCard
from standby.rooms.look.days import say_day, say_moment
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.contacts import ContactView
from standby.rooms.people.queries.parties import PartyView
from standby.rooms.people.values import PersonView
from standby.rooms.people.words import next_sentence, reason_sentence, says_enough, state_sentence, status_word

_SHAPES = {
    PersonStatus.CALLED: "called",
    PersonStatus.ACCEPTED: "answered",
    PersonStatus.DECLINED: "answered",
    PersonStatus.OFFERED: "needs-you",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    shape: str
    word: str
    state: str
    reason: str
    what_to_do: str
    next_word: str
    since: str


def answer_for(
    person: PersonView,
    calls: Sequence[CallCard],
    *,
    operation: OperationView,
    now: datetime,
    party: PartyView | None = None,
    wish: Wish = NO_WISH,
    contacts: Sequence[ContactView] = (),
    is_next: bool = False,
) -> Answer:
    return Answer(
        shape=_SHAPES.get(person.status, "waits"),
        word=status_word(person.status),
        state=state_sentence(person.status, person.reason),
        reason="" if says_enough(person.status, person.reason) else _reason(person, party, is_next=is_next),
        what_to_do=_what_to_do(person, calls, operation, contacts),
        next_word=_next_word(person, operation, wish, now),
        since=_("Since %(moment)s.") % {"moment": say_moment(person.since, operation.time_zone)}
        if person.since
        else "",
    )


def _reason(person: PersonView, party: PartyView | None, *, is_next: bool) -> str:
    """Why no plan counts on them yet, where it is not for what they offer."""
    if is_next and person.status is PersonStatus.STAND_BY:
        return next_sentence()
    if person.status is not PersonStatus.STAND_BY or person.reason is not Reason.INCOMPLETE:
        return reason_sentence(person.reason)
    if not person.is_confirmed:
        return _("We could not make sure yet that your telephone or e-mail is yours: no plan counts on you before.")
    if party is not None and party.is_waiting:
        return _("Your party is not complete yet: we call you together, or not at all.")
    return reason_sentence(person.reason)


def _what_to_do(
    person: PersonView, calls: Sequence[CallCard], operation: OperationView, contacts: Sequence[ContactView]
) -> str:
    match person.status:
        case PersonStatus.CALLED:
            until = min((call.answer_by for call in calls if call.needs_answer), default=None)
            if until is None:
                return _("The time to answer is over. Please do not travel.")
            moment = say_moment(until, operation.time_zone)
            return _("Read below what it is about, then accept or decline by %(moment)s.") % {"moment": moment}
        case PersonStatus.ACCEPTED:
            return _("Below stands where to come and when. If you cannot come, please say so there.")
        case PersonStatus.OFFERED:
            return _("Please say what you can do and when: it takes two minutes.")
        case PersonStatus.STAND_BY if not person.is_confirmed:
            return _how_to_confirm(person, contacts)
        case PersonStatus.STAND_BY:
            return _("Your offer stands, and every new plan counts on it. You can change it below at any time.")
        case PersonStatus.DECLINED | PersonStatus.WITHDRAWN:
            return _("If you can help later, offer it again below.")
        case _:
            return ""


def _how_to_confirm(person: PersonView, contacts: Sequence[ContactView]) -> str:
    """By the quickest way that is open to them."""
    asked_by_sms = any(contact.kind == "phone" and contact.asked_at for contact in contacts)
    if asked_by_sms:
        return _(
            "We sent a short message to your telephone. Answer it with your code word, %(word)s, and nothing else; or "
            "show your receipt code at any desk of the operation."
        ) % {"word": person.code_word}
    if any(contact.kind == "email" for contact in contacts):
        return _(
            "Open the letter that we sent to your e-mail and press “This is my address”, or show your receipt "
            "code at any desk of the operation."
        )
    if contacts:
        return _(
            "We write to your telephone, or a registrar calls you and asks for your code word, %(word)s. You can also "
            "show your receipt code at any desk of the operation."
        ) % {"word": person.code_word}
    return _("Show your receipt code at any desk of the operation: a registrar can confirm you.")


def _next_word(person: PersonView, operation: OperationView, wish: Wish, now: datetime) -> str:
    if person.next_word_on is None:
        return ""
    day = say_day(max(person.next_word_on, operation.today(now)))
    if wish.only_changes and person.status is not PersonStatus.CALLED:
        return _("We renew this page by %(day)s. We write when something changes, as you wished.") % {"day": day}
    return _("We write by %(day)s at the latest.") % {"day": day}
