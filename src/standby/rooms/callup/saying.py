"""A plan in words for the desk: what binds a need, what would let more people in, which limit is exceeded."""

from collections.abc import Mapping

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from standby.domain.catalogue import title
from standby.rooms.callup.models import CallState, SpokenOutcome
from standby.rooms.callup.queries.plan_needs import PlannedNeed
from standby.rooms.callup.queries.plans import ConflictView
from standby.rooms.look.days import say_day, say_day_shortly, say_days
from standby.rooms.look.numbers import say_number
from standby.rooms.messages.models import Channel, MessageState
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.people.values import PersonView

_BINDING = {
    "filled": _("Filled."),
    "beds": _("The beds of the site are taken."),
    "reception": _("The reception of the region takes no more people on the first day."),
    "seats": _("There is no seat left to travel there."),
    "no_such_skill": _("Nobody registered can do this."),
    "window": _("Nobody who can do this is free on these days."),
    "party": _("Whoever could come travels in a party that finds no place together."),
    "kept_free": _("Whoever could come is kept free for what may come."),
    "search_limit": _("Somebody may still fit; the search ended before it found them. Compute again."),
}
_TO_DO = {
    "beds": _("Ask these sites for beds; the rows below say how many, and when."),
    "reception": _("Ask the receptions for more arrivals on the days below, or have rotations begin a day apart."),
    "seats": _("Order bus seats from the towns below, or ask drivers with free seats."),
    "no_such_skill": _("Ask other organisations for these skills, and have claimed licences checked first."),
    "window": _("Ask the sites for other days, or the people who have the skill for more days."),
    "party": _("Ask the parties whether they may be divided."),
    "kept_free": _("Look at what may be needed: end what is no longer expected, and compute again."),
    "search_limit": _("Compute the plan again."),
}
_STAGES = {
    "reading": _("Reading the operation"),
    "first come, first served": _("Working out what first come, first served would do"),
    "prices and bound": _("Proving what no plan can exceed"),
    "calling people": _("Finding places for people"),
    "improving": _("Improving the plan"),
    "skills, ways and promises": _("Sparing rare skills, long ways and broken promises"),
    "reasons for everybody": _("Writing down a reason for everybody"),
    "checking": _("Checking the plan by independent code"),
}
_CALLS = {
    CallState.CALLED: _("called, no answer yet"),
    CallState.INTERESTED: _("said yes, has not heard the terms"),
    CallState.ACCEPTED: _("accepted"),
    CallState.TRAVELLING: _("on the way"),
    CallState.ARRIVED: _("arrived"),
    CallState.BRIEFED: _("briefed"),
    CallState.ON_DUTY: _("on duty"),
    CallState.RELIEVED: _("relieved"),
    CallState.DECLINED: _("declined"),
    CallState.LAPSED: _("did not answer in time"),
    CallState.WITHDRAWN: _("withdrew"),
    CallState.RECALLED: _("recalled"),
    CallState.RELEASED: _("no longer called"),
    CallState.DID_NOT_ARRIVE: _("did not arrive"),
}
_OUTCOMES = {
    SpokenOutcome.SPOKE: _("spoken to"),
    SpokenOutcome.NO_ANSWER: _("no answer"),
    SpokenOutcome.WRONG_NUMBER: _("wrong number"),
    SpokenOutcome.CALL_BACK: _("to be rung again"),
    SpokenOutcome.ACCEPTED: _("accepted"),
    SpokenOutcome.DECLINED: _("declined"),
    SpokenOutcome.HANDED_SLIP: _("given a slip"),
}
_MESSAGES = {
    MessageState.QUEUED: _("waiting to go out"),
    MessageState.SENDING: _("going out"),
    MessageState.ACCEPTED: _("taken by the next server"),
    MessageState.DELIVERED: _("delivered"),
    MessageState.BOUNCED: _("came back"),
    MessageState.FAILED: _("given up after several tries"),
    MessageState.CANCELLED: _("overtaken, not sent"),
}
_CHANNELS = {
    Channel.EMAIL: _("e-mail"),
    Channel.SMS: _("SMS"),
    Channel.TELEGRAM: _("Telegram"),
    Channel.PAPER: _("letter"),
    Channel.CALL: _("telephone"),
}


def say_binding(reason: str) -> str:
    """Why a need is not filled, in a sentence."""
    return str(_BINDING.get(reason, reason))


def say_to_do(reason: str) -> str:
    """What to do today about needs that this reason binds."""
    return str(_TO_DO.get(reason, ""))


def say_stage(stage: str) -> str:
    return str(_STAGES.get(stage, _("Waiting for its turn")))


def say_call(state: CallState) -> str:
    return str(_CALLS[state])


def say_outcome(outcome: SpokenOutcome) -> str:
    """What came of ringing somebody."""
    return str(_OUTCOMES[outcome])


def say_message_state(state: MessageState) -> str:
    return str(_MESSAGES[state])


def say_channel(channel: Channel) -> str:
    return str(_CHANNELS[channel])


def say_remedy(channel: Channel, person: PersonView) -> str:
    """What to do about an address that does not work, by what else is known of its person."""
    if channel is Channel.TELEGRAM:
        return gettext("They closed the chat or blocked the bot. They get our word by another channel.")
    if channel is Channel.EMAIL and person.has_phone:
        return gettext("Ring them and ask for the right e-mail.")
    if channel is Channel.SMS and person.has_email:
        return gettext("Write to them by e-mail and ask for a number that takes short messages.")
    return gettext("Ring them. If nobody answers, ask those who travel with them, or whoever keeps their list.")


def say_role(need: NeedView) -> str:
    """The trade asked for, as the reader's language calls it."""
    return title(need.role, need.tags[0] if need.tags else "", language=get_language() or "en")


def say_need(need: NeedView, sites: Mapping[int, str]) -> str:
    """Who, where and from when, for a chart or a list."""
    return gettext("%(role)s, %(site)s, from %(day)s") % {
        "role": say_role(need),
        "site": sites.get(need.site_id, need.site_code),
        "day": say_day_shortly(need.days.first),
    }


def say_relief(planned: PlannedNeed) -> str:
    """ "2 more beds from Monday to Friday would let 2 more people in." Empty where nothing is known to help."""
    relief = planned.relief
    if relief is None:
        return ""
    words = {
        "more": say_number(relief.more),
        "place": relief.place.replace(";", " → "),
        "days": say_days(relief.first, relief.last),
        "people": say_number(planned.relief_people),
    }
    return _relief_sentence(relief.kind, relief.more) % words


def _relief_sentence(kind: str, more: int) -> str:
    match kind:
        case "beds":
            return ngettext(
                "%(more)s more bed, %(days)s, would let in more people: %(people)s.",
                "%(more)s more beds, %(days)s, would let in more people: %(people)s.",
                more,
            )
        case "reception":
            return ngettext(
                "%(more)s more arrival at the reception of %(place)s, %(days)s, would let in more people: %(people)s.",
                "%(more)s more arrivals at the reception of %(place)s, %(days)s, would let in more people: %(people)s.",
                more,
            )
        case _:
            return ngettext(
                "%(more)s more seat from %(place)s, %(days)s, would let in more people: %(people)s.",
                "%(more)s more seats from %(place)s, %(days)s, would let in more people: %(people)s.",
                more,
            )


def say_conflict(conflict: ConflictView) -> str:
    """More people on the way or at work than a limit allows: the plan moves none of them, so somebody decides."""
    words = {
        "over": say_number(conflict.over),
        "place": conflict.subject.replace(";", " → "),
        "day": say_day(conflict.day) if conflict.day else "",
    }
    return _conflict_sentence(conflict.rule, conflict.over) % words


def _conflict_sentence(rule: str, over: int) -> str:
    match rule:
        case "headcount":
            return ngettext(
                "Need %(place)s has %(over)s person more than it asks for.",
                "Need %(place)s has %(over)s people more than it asks for.",
                over,
            )
        case "beds":
            return ngettext(
                "Site %(place)s has %(over)s bed too few on %(day)s.",
                "Site %(place)s has %(over)s beds too few on %(day)s.",
                over,
            )
        case "reception":
            return ngettext(
                "The reception of %(place)s expects %(over)s person too many on %(day)s.",
                "The reception of %(place)s expects %(over)s people too many on %(day)s.",
                over,
            )
        case _:
            return ngettext(
                "From %(place)s there is %(over)s seat too few on %(day)s.",
                "From %(place)s there are %(over)s seats too few on %(day)s.",
                over,
            )
