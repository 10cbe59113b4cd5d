"""Pairs made into people, the surest first, and never against evidence.

Two groups become one only when no record of one excludes a record of the other and more speaks for it than against it,
over all their records: one wrong pair cannot chain two families together. Ties are broken by the records themselves, so
the order of lists and rows does not matter.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.grouping import group, unseen, weakest

Place = int
PlacePair = tuple[Place, Place]
Places = NDArray[np.int64]
Odds = NDArray[np.float64]

# Nobody registers more often; beyond it something is wrong with the data.
LARGEST = 50


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class People:
    """`person_of[place]` is the smallest place of the person; it holds every record, alone or not."""

    person_of: Places

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
    from their having been joined. `by_name`: the chance from which on names alone joined two.
    """

    people: People
    weakest: Odds
    by_name: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Opinions:
    """How much speaks for two records being one person, in log odds; minus infinity keeps them apart for good.

    Of the pairs of place n with later ones `others` has the rows from `starts[n]` on, in order, and `odds` what speaks
    for each. `more`: what is known of other pairs, each as one number, in order. All else speaks `unknown`.
    """

    starts: Places
    others: Places
    odds: Odds
    more: Places
    more_odds: Odds
    unknown: float

    @classmethod
    def of(cls, size: int, ones: Places, others: Places, odds: Odds, *, unknown: float) -> Self:
        """Pairs in order, each with its smaller place first."""
        none = np.zeros(0, np.int64)
        starts = np.searchsorted(ones, np.arange(size + 1))
        return cls(starts=starts, others=others, odds=odds, more=none, more_odds=np.zeros(0), unknown=unknown)

    def with_more(self, ones: Places, others: Places, odds: Odds) -> Self:
        """Of pairs that none of these are about."""
        more = np.concatenate([self.more, ones * (len(self.starts) - 1) + others])
        order = np.argsort(more)
        return replace(self, more=more[order], more_odds=np.concatenate([self.more_odds, odds])[order])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gathered:
    """The people, and how they came about: pair number `joined[n]` joined to another group the one that began with
    `taken[n]`, and the other one began with `kept[n]`."""

    people: People
    joined: Places
    kept: Places
    taken: Places

    def weakest(self, strengths: Odds, opinions: Opinions) -> Odds:
        """Of each pair that there is an opinion on; `strengths` are those of the pairs that were gathered."""
        return weakest(self.kept, self.taken, strengths[self.joined], opinions.starts, opinions.others)

    def unseen(self, opinions: Opinions) -> tuple[Places, Places]:
        """Pairs within one person that there is no opinion on."""
        person_of, none = self.people.person_of, np.zeros(0, np.int64)
        known = (person_of, opinions.starts, opinions.others, opinions.more)
        many = unseen(*known, none, none)
        ones, others = np.empty(many, np.int64), np.empty(many, np.int64)
        unseen(*known, ones, others)
        return ones, others


def gather(surest_ones: Places, surest_others: Places, opinions: Opinions) -> Gathered:
    """The surest pair comes first."""
    person_of, joined, kept, taken = group(
        surest_ones, surest_others, opinions.starts, opinions.others, opinions.odds, opinions.more,
        opinions.more_odds, opinions.unknown, LARGEST,
    )  # fmt: skip
    return Gathered(people=People(person_of=person_of), joined=joined, kept=kept, taken=taken)
