"""Needs in words: their state, their risk, how urgent they are, and what was done with them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from standby.rooms.look.marks import Mark, Shape
from standby.rooms.needs.models import NeedState, Risk

_N = NeedState
_STATES = {
    _N.DRAFT: (Shape.NEEDS_YOU, pgettext_lazy("state of a need", "to be assessed")),
    _N.RISK_ASSESSED: (Shape.NEEDS_YOU, pgettext_lazy("state of a need", "to be approved")),
    _N.APPROVED: (Shape.CALLED, pgettext_lazy("state of a need", "approved")),
    _N.OPEN: (Shape.CALLED, pgettext_lazy("state of a need", "open")),
    _N.PART_FILLED: (Shape.CALLED, pgettext_lazy("state of a need", "open")),
    _N.FILLED: (Shape.ANSWERED, pgettext_lazy("state of a need", "filled")),
    _N.PAUSED: (Shape.WAITS, pgettext_lazy("state of a need", "paused")),
    _N.CANCELLED: (Shape.STOPPED, pgettext_lazy("state of a need", "cancelled")),
    _N.CLOSED: (Shape.STOPPED, pgettext_lazy("state of a need", "closed")),
}
_STALE = (Shape.NEEDS_YOU, pgettext_lazy("state of a need", "not renewed: telephone"))
_OVER = (Shape.STOPPED, pgettext_lazy("state of a need", "over"))

PRIORITIES = {
    1: _("People may die or be badly hurt within a day."),
    2: _("People stay without shelter, water, food or treatment."),
    3: _("Help that people count on stops."),
    4: _("Work takes longer, and people wait."),
    5: _("Good to have. Nobody suffers without it."),
}
LIKELIHOODS = {
    10: _("Hardly: 1 in 10"),
    25: _("Rather not: 1 in 4"),
    50: _("As likely as not: 1 in 2"),
    75: _("Likely: 3 in 4"),
    90: _("Almost certain: 9 in 10"),
}
RISKS = {
    Risk.LOW: _("Low: no more than people meet at ordinary work"),
    Risk.RAISED: _("Raised: somebody could be hurt, or those they help could be"),
}
_DEEDS = {
    "need.request": _("asked for people"),
    "need.assess": _("assessed the risk and set the priority"),
    "need.open": _("approved it: people can be called"),
    "proposal.make": _("approved it as the first of two"),
    "proposal.approve": _("approved it"),
    "proposal.refuse": _("did not approve it"),
    "need.renew": _("said it is still true"),
    "need.paused": _("said “enough, stop”"),
    "need.open_again": _("opened it again"),
    "need.cancelled": _("cancelled it"),
    "need.closed": _("closed it"),
}


def state_mark(state: NeedState, *, is_stale: bool = False, is_over: bool = False) -> Mark:
    """Where a need stands; "not renewed" and "over" go before the stored state."""
    shape, word = _STATES[state]
    if is_over and state not in (_N.CANCELLED, _N.CLOSED):
        shape, word = _OVER
    elif is_stale:
        shape, word = _STALE
    return Mark(shape=shape, word=str(word))


def priority_words(priority: int) -> str:
    return str(PRIORITIES[priority])


def deed_words(action: str) -> str:
    """What somebody did, after their name; the action itself where nobody has put it into words."""
    return str(_DEEDS.get(action, action))


def likelihood_words(percent: int) -> str:
    return str(LIKELIHOODS.get(percent) or f"{percent} %")
