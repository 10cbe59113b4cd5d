"""How many of those who are called come: a beta-binomial law, so that what keeps one away may keep others away too.

Bad weather, a closed road or a rumour keeps many away at once. Counting everybody as independent would promise a
certainty that nobody has.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Chances = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """`chance` that one person comes; `together` is the correlation between two of them (0: each by themselves).

    >>> Turnout(chance=0.5).of(2).tolist()
    [0.25, 0.5, 0.25]
    """

    chance: float
    together: float = 0.0

    def __post_init__(self) -> None:
        if not 0 < self.chance <= 1:
            raise ValueError("A chance to come lies above 0 and at most at 1.")
        if not 0 <= self.together < 1:
            raise ValueError("A correlation lies between 0 and below 1.")

    @property
    def evidence(self) -> tuple[float, float]:
        """The two parameters of the beta law of the shared chance; only where people are not independent."""
        weight = 1 / self.together - 1
        return self.chance * weight, (1 - self.chance) * weight

    def of(self, called: int) -> Chances:
        """The chance of exactly 0, 1, … `called` people."""
        return _law(self, called)

    def after(self, *, came: int, asked: int) -> "Turnout":
        """What is to be expected of others who share the same weather, once `came` of `asked` are known."""
        if not 0 <= came <= asked:
            raise ValueError("Nobody comes who was not asked.")
        if not self.together or self.chance == 1:
            return self
        yes, no = self.evidence
        weight = yes + no + asked
        return Turnout(chance=(yes + came) / weight, together=1 / (weight + 1))


@lru_cache(maxsize=512)
def _law(turnout: Turnout, called: int) -> Chances:
    """Exact up to rounding; in logarithms, since the terms of some hundred people leave the range of a float."""
    if turnout.chance == 1:
        law = np.zeros(called + 1)
        law[called] = 1.0
    else:
        law = np.exp(_log_choices(called) + _log_ways(turnout, called))
        law /= law.sum()
    law.setflags(write=False)
    return law


def _log_ways(turnout: Turnout, called: int) -> Chances:
    numbers = np.arange(called + 1)
    if not turnout.together:
        return np.asarray(numbers * np.log(turnout.chance) + (called - numbers) * np.log1p(-turnout.chance))
    yes, no = turnout.evidence
    both = _log_rising(yes + no, called)[-1]
    return np.asarray(_log_rising(yes, called) + _log_rising(no, called)[::-1] - both)


def _log_choices(called: int) -> Chances:
    rising = _log_rising(1.0, called)
    return np.asarray(rising[-1] - rising - rising[::-1])


def _log_rising(start: float, length: int) -> Chances:
    """The logarithms of 1, start, start·(start+1), …"""
    return np.concatenate([[0.0], np.cumsum(np.log(start + np.arange(length)))])
