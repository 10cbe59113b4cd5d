"""One second wave for several needs of a site that the same people could fill: it may be smaller than one for each.

The needs are served in order, so that the last bears the risk of a pool that the others have used up; the pool has to
be large enough for that one. All is worked out by exact convolution given the weather that the needs share, and mixed
over all weathers: where few come to one need, few come to its neighbours too, and a pool saves next to nothing. Only
where what keeps people away is each need's own does it save much; whoever assumes so has to know it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standby.planning.turnout.answers import Answering
from standby.planning.turnout.seeking import least
from standby.planning.turnout.spread import Chances, Turnout
from standby.planning.turnout.waves import asked_by_answers, foresee_waves, shortfalls

_WEATHERS = 60
# A first wave that goes worse than in all but this share of cases asks for no more than in the best of those: the risk
# is then overstated by as much at most.
_NEVER_MIND = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWave:
    """Of one need: so many are called first, for so many places."""

    first: int
    headcount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """`held` serve all the needs; `apart` would be held if each had its own. `risk`: that the need served last falls
    short; `runs_out`: that the needs together ask for more than are held."""

    held: int
    apart: int
    risk: float
    runs_out: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weather:
    """Given one shared chance of a yes: what the needs before the last ask for together, and what they all do; and the
    last one's risk by how many are left for it."""

    weight: float
    before: Chances
    all_together: Chances
    risk_of_last: Chances


def pooled(needs: Sequence[FirstWave], *, answering: Answering, risk: float, shared: bool = True) -> Pool:
    """The least second wave with which even the need that is served last keeps its risk; one for each need where that
    takes fewer. `shared`: one weather for all the needs, not one for each."""
    if not needs:
        return Pool(held=0, apart=0, risk=0.0, runs_out=0.0)
    apart = sum(
        foresee_waves(first=need.first, headcount=need.headcount, answering=answering, risk=risk).held for need in needs
    )
    weathers = _weathers(needs, answering=answering, risk=risk, shared=shared)
    most = max(len(weather.all_together) - 1 for weather in weathers)
    least_held = least(lambda size: _risk_of_last(weathers, size) <= risk, start=0, most=most)
    held = min(least_held, apart)
    runs_out = sum(weather.weight * float(weather.all_together[held + 1 :].sum()) for weather in weathers)
    return Pool(held=held, apart=apart, risk=min(risk, _risk_of_last(weathers, held)), runs_out=runs_out)


def _weathers(needs: Sequence[FirstWave], *, answering: Answering, risk: float, shared: bool) -> list[_Weather]:
    asked = [_asked(need, answering, risk) for need in needs]
    short = shortfalls(headcount=needs[-1].headcount, comes=answering.comes, risk=risk)
    found = []
    for chance, weight in _shared_chances(answering.yes):
        turnout = Turnout(chance=chance)
        others = turnout if shared else answering.yes
        before = _together(needs[:-1], asked[:-1], others)
        last = np.bincount(asked[-1], weights=turnout.of(needs[-1].first))
        by_left = _risk_by_left(needs[-1].first, asked[-1], short, turnout)
        found.append(
            _Weather(weight=weight, before=before, all_together=np.convolve(before, last), risk_of_last=by_left)
        )
    return found


def _together(needs: Sequence[FirstWave], asked: Sequence[NDArray[np.int64]], turnout: Turnout) -> Chances:
    law = np.ones(1)
    for need, asks in zip(needs, asked, strict=True):
        law = np.convolve(law, np.bincount(asks, weights=turnout.of(need.first)))
    return law


def _risk_by_left(first: int, asks: NDArray[np.int64], short: Chances, turnout: Turnout) -> Chances:
    answers, yeses = turnout.of(first), np.arange(first + 1)
    by_called = np.stack([_short_after(called, yeses, short, turnout) for called in range(int(asks.max()) + 1)])
    return np.array([answers @ by_called[np.minimum(asks, left), yeses] for left in range(len(by_called))])


def _short_after(called: int, yeses: NDArray[np.int64], short: Chances, turnout: Turnout) -> Chances:
    """By the yeses of the first wave: the risk when `called` more are called."""
    kept = np.minimum(yeses[:, None] + np.arange(called + 1), len(short) - 1)
    return np.asarray(short[kept] @ turnout.of(called))


def _risk_of_last(weathers: Sequence[_Weather], held: int) -> float:
    return sum(weather.weight * _risk_in(weather, held) for weather in weathers)


def _risk_in(weather: _Weather, held: int) -> float:
    left = np.clip(held - np.arange(len(weather.before)), 0, len(weather.risk_of_last) - 1)
    return float(weather.before @ weather.risk_of_last[left])


def _asked(need: FirstWave, answering: Answering, risk: float) -> NDArray[np.int64]:
    """How many each number of yeses asks for; where only every n-th was worked out, as many as its worse neighbour."""
    law, asks = asked_by_answers(first=need.first, headcount=need.headcount, answering=answering, risk=risk)
    known = np.flatnonzero(law)
    before = np.searchsorted(known, np.arange(len(asks)), side="right") - 1
    most = asks[np.searchsorted(np.cumsum(law), _NEVER_MIND)]
    return np.asarray(np.minimum(asks[known[before.clip(0)]], most))


def _shared_chances(yes: Turnout) -> list[tuple[float, float]]:
    """Equally spaced values of the shared chance, each with its weight under the beta law."""
    if not yes.together or yes.chance == 1:
        return [(yes.chance, 1.0)]
    first, second = yes.evidence
    values = (np.arange(_WEATHERS) + 0.5) / _WEATHERS
    logs = (first - 1) * np.log(values) + (second - 1) * np.log1p(-values)
    weights = np.exp(logs - logs.max())
    kept = weights > weights.max() * 1e-9
    return list(zip(values[kept].tolist(), (weights[kept] / weights[kept].sum()).tolist(), strict=True))
