"""Kinds of public notices, in words and as CAP 1.2 understands them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from standby.exchange.cap import Category, Certainty, ResponseType, Severity, Urgency

# CAP 1.2: "Expected" asks for action within the next hour.
_SOON = timedelta(hours=1)


class Kind(StrEnum):
    DO_NOT_COME = "do_not_come"
    NOT_NOW = "not_now"
    CLOSED_UNTIL = "closed_until"
    GENERAL = "general"


_WORDS = {
    Kind.DO_NOT_COME: pgettext_lazy("kind of public notice", "Please do not come"),
    Kind.NOT_NOW: pgettext_lazy("kind of public notice", "What not to bring now"),
    Kind.CLOSED_UNTIL: pgettext_lazy("kind of public notice", "Closed for now"),
    Kind.GENERAL: pgettext_lazy("kind of public notice", "Good to know"),
}


def kind_word(kind: Kind) -> str:
    """In the language that is spoken at this moment."""
    return str(_WORDS[kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How a kind is weighed. Nothing here is "Extreme" or "Severe": those words belong to warnings of the hazard."""

    category: Category
    response: ResponseType
    severity: Severity
    urgency: Urgency
    certainty: Certainty = Certainty.OBSERVED


WEIGHTS = {
    # Crowded roads and full beds can harm: a possible threat, observed, and to be acted upon before setting out.
    Kind.DO_NOT_COME: Weight(
        category=Category.SAFETY,
        response=ResponseType.AVOID,
        severity=Severity.MODERATE,
        urgency=Urgency.IMMEDIATE,
    ),
    Kind.NOT_NOW: Weight(
        category=Category.OTHER, response=ResponseType.AVOID, severity=Severity.MINOR, urgency=Urgency.EXPECTED
    ),
    Kind.CLOSED_UNTIL: Weight(
        category=Category.OTHER, response=ResponseType.AVOID, severity=Severity.MINOR, urgency=Urgency.EXPECTED
    ),
    Kind.GENERAL: Weight(
        category=Category.OTHER, response=ResponseType.MONITOR, severity=Severity.MINOR, urgency=Urgency.UNKNOWN
    ),
}

# Of a withdrawal: nothing need be done any more, and what was said is not so.
WITHDRAWN = Weight(
    category=Category.OTHER,
    response=ResponseType.ALL_CLEAR,
    severity=Severity.MINOR,
    urgency=Urgency.PAST,
    certainty=Certainty.UNLIKELY,
)


def urgency_of(kind: Kind, *, effective: datetime, now: datetime) -> Urgency:
    """The kind's own once it is in force; what begins later is as urgent as the time left makes it."""
    ahead = effective - now
    if ahead <= timedelta(0):
        return WEIGHTS[kind].urgency
    return Urgency.EXPECTED if ahead <= _SOON else Urgency.FUTURE
