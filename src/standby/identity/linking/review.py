"""Which pair a person should judge next: the one whose answer changes most."""

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.people import People
from standby.identity.linking.settings import Settings


def to_judge(
    found: Blocked, chances: NDArray[np.float64], people: People, judged: NDArray[np.bool_], settings: Settings
) -> NDArray[np.int64]:
    """Rows that may be one person and were neither joined nor judged, the most useful first."""
    apart = people.person_of[found.ones] != people.person_of[found.others]
    rows = np.flatnonzero((chances >= settings.ask) & apart & ~judged)
    return rows[np.argsort(-usefulness(chances[rows], found.ones[rows], found.others[rows], people), kind="stable")]


def usefulness(
    chances: NDArray[np.float64], ones: NDArray[np.int64], others: NDArray[np.int64], people: People
) -> NDArray[np.float64]:
    """How unsure each pair is, times the registrations that the answer would join or keep apart."""
    sizes = np.bincount(people.person_of, minlength=len(people.person_of))
    affected = sizes[people.person_of[ones]] + sizes[people.person_of[others]]
    return np.asarray(_doubt(chances) * affected, np.float64)


def _doubt(chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """The entropy of a yes or no in bits: 1 at even chances, 0 when sure."""
    found = np.zeros(len(chances))
    open_rows = (chances > 0) & (chances < 1)
    chance = chances[open_rows]
    found[open_rows] = -chance * np.log2(chance) - (1 - chance) * np.log2(1 - chance)
    return found
