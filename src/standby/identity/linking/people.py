"""Pairs made into people, the surest first, and never against evidence.

Two groups become one only when no record of one excludes a record of the other: one wrong pair cannot chain two
families together. Ties are broken by the records themselves, so the order of lists and rows does not matter.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Place = int
PlacePair = tuple[Place, Place]
Excludes = Callable[[Place, Place], bool]

# Nobody registers more often; beyond it something is wrong with the data.
_LARGEST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """`person_of[place]` is the smallest place of the person; `members` has every person, alone or not."""

    person_of: tuple[Place, ...]
    members: dict[Place, tuple[Place, ...]]

    def are_one(self, one: Place, other: Place) -> bool:
        return self.person_of[one] == self.person_of[other]


def gather(size: int, surest_first: Iterable[PlacePair], *, exclude: Excludes) -> People:
    person_of = list(range(size))
    members: dict[Place, tuple[Place, ...]] = {place: (place,) for place in range(size)}
    for one, other in surest_first:
        first, second = sorted((person_of[one], person_of[other]))
        if first == second or not _may_be_one(members[first], members[second], exclude):
            continue
        members[first] = tuple(sorted(members[first] + members.pop(second)))
        for place in members[first]:
            person_of[place] = first
    return People(person_of=tuple(person_of), members=members)


def _may_be_one(one: tuple[Place, ...], other: tuple[Place, ...], exclude: Excludes) -> bool:
    if len(one) + len(other) > _LARGEST:
        return False
    return not any(exclude(first, second) for first in one for second in other)
