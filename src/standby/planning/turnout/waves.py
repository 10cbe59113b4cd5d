"""Calling in two waves: the first is asked to confirm, the second is called for what the first left open.

Once the first has answered, as many of the second are called as bring the risk of shortfall, now better known, down to
what was chosen; so it holds whatever the answers are, as long as the second wave lasts. How large it has to be follows
from the whole risk, worked out over every number of answers. Whoever says yes beyond what is enough is let go before
they set out: that is what saves journeys.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from standby.planning.turnout.answers import Answering
from standby.planning.turnout.calling import least_to_call, most_to_try
from standby.planning.turnout.seeking import least
from standby.planning.turnout.spread import Chances, Turnout

# With everybody kept who is enough, this share of the risk is left to those who do not come all the same; the rest is
# for the answers of the second wave, and for a second wave that is too small.
_ENOUGH = 0.9
# Above so many answers only every n-th is worked out, the worse neighbour standing for those between: risks are then
# overstated, never understated.
_STEPS = 160
_LARGEST = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Waves:
    """`first` are called and asked to confirm; `held` stand by as the second wave; with `enough` yeses the rest of them
    are let go. `second` is how many of the second wave are called on average; `risk` and `in_vain` are of the whole."""

    first: int
    held: int
    enough: int
    second: float
    risk: float
    in_vain: float


def plan_waves(*, headcount: int, answering: Answering, risk: float) -> Waves:
    """The first wave that brings enough yeses on average, and the second wave that it asks for."""
    parts = _parts(headcount)
    enough = enough_yeses(headcount=-(-headcount // parts), comes=answering.comes, risk=risk)
    first = min(int(np.ceil(enough / answering.yes.chance - 1e-9)), most_to_try(headcount)) * parts
    return foresee_waves(first=first, headcount=headcount, answering=answering, risk=risk)


def foresee_waves(*, first: int, headcount: int, answering: Answering, risk: float, held: int | None = None) -> Waves:
    """What is to be expected of a first wave of this size; without `held`, with the least second wave that suffices."""
    if not headcount:
        return Waves(first=first, held=0, enough=0, second=0.0, risk=0.0, in_vain=first * answering.at_once.chance)
    parts = _parts(headcount)
    given = _Given(first=first // parts, headcount=-(-headcount // parts), answering=answering, risk=risk)
    return _foresee(given, held=least_pool(given) if held is None else held // parts, parts=parts)


def _parts(headcount: int) -> int:
    """A very large need is worked out as so many equal ones that share one weather: what is left to chance weighs more
    in a small one, so that risks are overstated, never understated."""
    return -(-headcount // _LARGEST) or 1


def _foresee(given: "_Given", *, held: int, parts: int) -> Waves:
    law, asks = second_asked(given)
    called = np.minimum(asks, held)
    known = np.flatnonzero(law)
    ends = [_end(given, int(yes), int(called[yes])) for yes in known]
    return Waves(
        first=given.first * parts,
        held=held * parts,
        enough=given.enough * parts,
        second=float(law @ called) * parts,
        risk=float(law[known] @ [short for short, _ in ends]),
        in_vain=float(law[known] @ [vain for _, vain in ends]) * parts,
    )


@lru_cache(maxsize=1024)
def enough_yeses(*, headcount: int, comes: Turnout, risk: float) -> int:
    """So many people who said yes suffice: more of them are not kept."""
    return least_to_call(headcount=headcount, turnout=comes, risk=risk * _ENOUGH)


def second_wave(*, confirmed: int, asked: int, headcount: int, answering: Answering, risk: float) -> int:
    """How many of the second wave to call once `confirmed` of the `asked` have said yes.

    What the first wave answered says what to expect of the second: they share the same weather.
    """
    if not headcount:
        return 0
    parts = _parts(headcount)
    given = _Given(first=asked // parts, headcount=-(-headcount // parts), answering=answering, risk=risk)
    return _second(given, min(confirmed // parts, given.first)) * parts


def foresee_after(
    *, confirmed: int, asked: int, called: int, headcount: int, answering: Answering, risk: float
) -> tuple[float, float]:
    """The risk of a shortfall and the journeys in vain, once `confirmed` of the `asked` have said yes and `called` more
    are called."""
    if not headcount:
        return 0.0, (confirmed + called * answering.yes.chance) * answering.comes.chance
    parts = _parts(headcount)
    given = _Given(first=asked // parts, headcount=-(-headcount // parts), answering=answering, risk=risk)
    short, vain = _end(given, min(confirmed // parts, given.first), called // parts)
    return short, vain * parts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    first: int
    headcount: int
    answering: Answering
    risk: float

    @property
    def enough(self) -> int:
        return enough_yeses(headcount=self.headcount, comes=self.answering.comes, risk=self.risk)


def asked_by_answers(
    *, first: int, headcount: int, answering: Answering, risk: float
) -> tuple[Chances, NDArray[np.int64]]:
    """By the number of yeses of the first wave: its chance, and how many of the second are then called."""
    return second_asked(_Given(first=first, headcount=headcount, answering=answering, risk=risk))


@lru_cache(maxsize=256)
def second_asked(given: _Given) -> tuple[Chances, NDArray[np.int64]]:
    law = given.answering.yes.of(given.first)
    step = -(-(given.first + 1) // _STEPS)
    if step > 1:
        law = _by_the_worse(law, step)
    asks = np.zeros(given.first + 1, dtype=np.int64)
    for yes in np.flatnonzero(law):
        asks[yes] = _second(given, int(yes))
    return law, asks


@lru_cache(maxsize=256)
def least_pool(given: _Given) -> int:
    """The least second wave with which the whole risk stays within what was chosen."""
    law, asks = second_asked(given)
    known = [(int(yes), float(law[yes]), int(asks[yes])) for yes in np.flatnonzero(law)]

    def suffices(pool: int) -> bool:
        return sum(chance * _end(given, yes, min(ask, pool))[0] for yes, chance, ask in known) <= given.risk

    return least(suffices, start=0, most=int(asks.max()))


def shortfalls(*, headcount: int, comes: Turnout, risk: float) -> Chances:
    """By the number of people who said yes and are kept, up to enough: the chance of a shortfall."""
    return _after(headcount, comes, enough_yeses(headcount=headcount, comes=comes, risk=risk)).short


@dataclass(frozen=True, slots=True, kw_only=True)
class _After:
    """By the number of people who said yes and are kept: the chance of a shortfall, and the journeys in vain."""

    short: Chances
    vain: Chances


@lru_cache(maxsize=256)
def _after(headcount: int, comes: Turnout, enough: int) -> _After:
    short, vain = np.ones(enough + 1), np.zeros(enough + 1)
    step = max(1, (enough - headcount) // _STEPS)
    for kept in range(headcount, enough + 1, step):
        law = comes.of(kept)
        short[kept : kept + step] = law[:headcount].sum()
        vain[max(0, kept - step + 1) : kept + 1] = law[headcount + 1 :] @ np.arange(1, kept - headcount + 1)
        last = kept
    vain[last + 1 :] = vain[last] + np.arange(1, enough - last + 1)
    return _After(short=short, vain=vain)


def _end(given: _Given, yes: int, called: int) -> tuple[float, float]:
    """The chance of a shortfall and the journeys in vain when `called` of the second wave are called."""
    after = _after(given.headcount, given.answering.comes, given.enough)
    rest = given.answering.yes.after(came=yes, asked=given.first).of(called)
    kept = np.minimum(yes + np.arange(called + 1), given.enough)
    return float(rest @ after.short[kept]), float(rest @ after.vain[kept])


def _second(given: _Given, yes: int) -> int:
    if _end(given, yes, 0)[0] <= given.risk:
        return 0
    return least(lambda called: _end(given, yes, called)[0] <= given.risk, start=1, most=most_to_try(given.headcount))


def _by_the_worse(law: Chances, step: int) -> Chances:
    """Each block of neighbours counted as the fewest yeses in it."""
    coarse = np.zeros_like(law)
    starts = np.arange(0, len(law), step)
    coarse[starts] = np.add.reduceat(law, starts)
    return coarse
