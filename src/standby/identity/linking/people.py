"""Pairs made into people, the surest first, and never against evidence.

Two groups become one only when no record of one excludes a record of the other and more speaks for it than against it,
over all their records: one wrong pair cannot chain two families together. Ties are broken by the records themselves, so
the order of lists and rows does not matter.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

Place = int
PlacePair = tuple[Place, Place]
Merge = tuple[int, tuple[Place, ...], tuple[Place, ...]]
"""Which of the pairs made one person of two, and the records of either."""

Opinion = Callable[[Place, Place], float]
"""How much speaks for two records being one person, in log odds; minus infinity keeps them apart for good."""

# Nobody registers more often; beyond it something is wrong with the data.
LARGEST = 50


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class People:
    """`person_of[place]` is the smallest place of the person; it holds every record, alone or not."""

    person_of: NDArray[np.int64]
    merges: tuple["Merge", ...] = ()

    def are_one(self, one: Place, other: Place) -> bool:
        return bool(self.person_of[one] == self.person_of[other])

    @property
    def members(self) -> dict[Place, tuple[Place, ...]]:
        found: dict[Place, list[Place]] = defaultdict(list)
        for place, person in enumerate(self.person_of.tolist()):
            found[person].append(place)
        return {person: tuple(places) for person, places in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Joined:
    """`weakest`, for each pair within one person: the log odds of the weakest link on the surest way between the two.

    Two registrations are one person's at least as surely as every link between them; nothing else may be concluded
    from their having been joined.
    """

    people: People
    weakest: NDArray[np.float64]


def gather(size: int, surest_first: Iterable[PlacePair], *, opinion: Opinion) -> People:
    person_of = list(range(size))
    members: dict[Place, tuple[Place, ...]] = {}
    merges: list[Merge] = []
    refused: set[tuple[int, int, int, int]] = set()
    for number, (one, other) in enumerate(surest_first):
        first, second = sorted((person_of[one], person_of[other]))
        if first == second:
            continue
        ours, theirs = members.get(first, (first,)), members.get(second, (second,))
        asked = (first, len(ours), second, len(theirs))  # groups only grow, so this names the two as they are now
        if asked in refused:
            continue
        if not _may_be_one(ours, theirs, opinion):
            refused.add(asked)
            continue
        merges.append((number, ours, theirs))
        members[first] = ours + theirs
        for place in theirs:
            person_of[place] = first
    return People(person_of=np.array(person_of, np.int64), merges=tuple(merges))


def _may_be_one(ours: tuple[Place, ...], theirs: tuple[Place, ...], opinion: Opinion) -> bool:
    """More has to speak for it than against it, over all records of the one with all of the other."""
    if len(ours) + len(theirs) > LARGEST:
        return False
    total = 0.0
    for one in ours:
        for other in theirs:
            total += opinion(one, other)
            if total == -inf:
                return False
    return total > 0


def hanging_together(size: int, pairs: Sequence[PlacePair]) -> NDArray[np.int64]:
    """For every place the smallest place that it hangs together with, however far away, by these pairs."""
    root = list(range(size))
    for one, other in pairs:
        first, second = _root(root, one), _root(root, other)
        root[max(first, second)] = min(first, second)
    return np.array([_root(root, place) for place in range(size)], np.int64)


def _root(root: list[int], place: int) -> int:
    while root[place] != place:
        root[place] = root[root[place]]
        place = root[place]
    return place
