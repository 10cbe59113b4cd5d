"""A status by shape and word; colour only repeats what both already say."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import pgettext_lazy

from standby.domain.statuses import PersonStatus


class Shape(Enum):
    """The five shapes of the house (LOOK.md). A value is the name used in templates and in the stylesheet."""

    CALLED = "called"
    ANSWERED = "answered"
    WAITS = "waits"
    NEEDS_YOU = "needs-you"
    STOPPED = "stopped"

    @property
    def glyph(self) -> str:
        return _GLYPHS[self]


_GLYPHS = {
    Shape.CALLED: "●",
    Shape.ANSWERED: "◐",
    Shape.WAITS: "○",
    Shape.NEEDS_YOU: "▲",
    Shape.STOPPED: "■",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    shape: Shape
    word: str


_S = PersonStatus
_PERSON_MARKS = {
    _S.OFFERED: (Shape.WAITS, pgettext_lazy("status of a person", "offered")),
    _S.DUPLICATE: (Shape.STOPPED, pgettext_lazy("status of a person", "registered twice")),
    _S.STAND_BY: (Shape.WAITS, pgettext_lazy("status of a person", "standing by")),
    _S.CALLED: (Shape.CALLED, pgettext_lazy("status of a person", "called")),
    _S.ACCEPTED: (Shape.ANSWERED, pgettext_lazy("status of a person", "accepted")),
    _S.DECLINED: (Shape.ANSWERED, pgettext_lazy("status of a person", "declined")),
    _S.TRAVELLING: (Shape.ANSWERED, pgettext_lazy("status of a person", "on the way")),
    _S.ARRIVED: (Shape.ANSWERED, pgettext_lazy("status of a person", "arrived")),
    _S.BRIEFED: (Shape.ANSWERED, pgettext_lazy("status of a person", "briefed")),
    _S.ON_DUTY: (Shape.ANSWERED, pgettext_lazy("status of a person", "on duty")),
    _S.RESTING: (Shape.ANSWERED, pgettext_lazy("status of a person", "resting")),
    _S.RELIEVED: (Shape.ANSWERED, pgettext_lazy("status of a person", "relieved")),
    _S.THANKED: (Shape.ANSWERED, pgettext_lazy("status of a person", "thanked")),
    _S.NOT_ACCEPTED: (Shape.STOPPED, pgettext_lazy("status of a person", "not accepted")),
    _S.WITHDRAWN: (Shape.STOPPED, pgettext_lazy("status of a person", "withdrawn")),
    _S.SUSPENDED: (Shape.STOPPED, pgettext_lazy("status of a person", "suspended")),
    _S.UNACCOUNTED: (Shape.NEEDS_YOU, pgettext_lazy("status of a person", "unaccounted for")),
    _S.INJURED: (Shape.NEEDS_YOU, pgettext_lazy("status of a person", "injured")),
    _S.EVACUATED: (Shape.NEEDS_YOU, pgettext_lazy("status of a person", "evacuated")),
    _S.DIED: (Shape.STOPPED, pgettext_lazy("status of a person", "died")),
}


def person_mark(status: PersonStatus | str) -> Mark:
    """The mark of where a person stands."""
    shape, word = _PERSON_MARKS[PersonStatus(status)]
    return Mark(shape=shape, word=str(word))
