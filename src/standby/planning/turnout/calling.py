"""How many to call at once for a headcount, what that risks, and what it costs in journeys."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from standby.planning.turnout.seeking import least
from standby.planning.turnout.spread import Turnout

# Beyond so many calls for each place another call helps nobody: then the risk is shown as it is.
_MOST_FOR_A_PLACE = 12
_MOST_BESIDE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Of one need: so many called, so many expected, the chance that fewer come than are needed, and how many too many
    come on average."""

    called: int
    expected: float
    risk: float
    in_vain: float


def outlook(*, called: int, headcount: int, turnout: Turnout) -> Outlook:
    return Outlook(
        called=called,
        expected=called * turnout.chance,
        risk=shortfall_risk(called=called, headcount=headcount, turnout=turnout),
        in_vain=journeys_in_vain(called=called, headcount=headcount, turnout=turnout),
    )


def shortfall_risk(*, called: int, headcount: int, turnout: Turnout) -> float:
    """The chance that fewer than `headcount` come.

    >>> round(shortfall_risk(called=3, headcount=1, turnout=Turnout(chance=0.5)), 3)
    0.125
    """
    return float(turnout.of(called)[:headcount].sum())


def journeys_in_vain(*, called: int, headcount: int, turnout: Turnout) -> float:
    """How many more than `headcount` come on average: they travelled, and there is no place for them."""
    if called <= headcount:
        return 0.0
    law = turnout.of(called)[headcount + 1 :]
    return float(law @ np.arange(1, len(law) + 1))


def most_to_try(headcount: int) -> int:
    return _MOST_FOR_A_PLACE * headcount + _MOST_BESIDE


def least_to_call(*, headcount: int, turnout: Turnout, risk: float) -> int:
    """The least number with a risk of shortfall of at most `risk`; `most_to_try` where even that many are too few.

    >>> least_to_call(headcount=100, turnout=Turnout(chance=0.7, together=0.05), risk=0.05)
    195
    """
    if not 0 < risk < 1:
        raise ValueError("A risk lies between 0 and 1.")
    if not headcount:
        return 0
    return least(
        lambda called: shortfall_risk(called=called, headcount=headcount, turnout=turnout) <= risk,
        start=headcount,
        most=most_to_try(headcount),
    )


def most_who_come(*, called: int, turnout: Turnout, risk: float) -> int:
    """So many beds suffice for `called` people but for a chance of `risk`: the upper quantile of the turnout."""
    beyond = 1 - np.cumsum(turnout.of(called))
    return int(np.argmax(beyond <= risk + 1e-12))


@lru_cache(maxsize=8192)
def most_to_call(*, places: int, turnout: Turnout, risk: float) -> int:
    """The most people who may be called where `places` beds, or arrivals, suffice but for a chance of `risk`."""
    if places <= 0:
        return 0
    too_many = least(
        lambda called: most_who_come(called=called, turnout=turnout, risk=risk) > places,
        start=places + 1,
        most=most_to_try(places) + 1,
    )
    return too_many - 1
