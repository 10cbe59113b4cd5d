"""What linking lists comes to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import overload

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.block_keys import BlockKind
from standby.identity.linking.classes import CLASSES, PairClass
from standby.identity.linking.explaining import Reason
from standby.identity.linking.scoring import Trained
from standby.identity.records import Pair, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPair:
    """Two records worth a look. `why` has codes and weights only: it can be shown and stored without the values."""

    pair: Pair
    probability: float
    pair_class: PairClass
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PairTable(Sequence[LinkedPair]):
    """Millions of pairs as columns; each is made when it is asked for. `reasons` are by kind."""

    ids: Sequence[RecordId]
    ones: NDArray[np.int64]
    others: NDArray[np.int64]
    probabilities: NDArray[np.float64]
    classes: NDArray[np.int8]
    kinds: NDArray[np.int32]
    reasons: tuple[tuple[Reason, ...], ...]

    def __len__(self) -> int:
        return len(self.ones)

    @overload
    def __getitem__(self, place: int) -> LinkedPair: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[LinkedPair, ...]: ...
    def __getitem__(self, place: int | slice) -> LinkedPair | tuple[LinkedPair, ...]:
        if isinstance(place, slice):
            return tuple(self.chosen(np.arange(len(self))[place]))
        return next(iter(self.chosen(np.array([range(len(self))[place]]))))

    def __iter__(self) -> Iterator[LinkedPair]:
        return iter(self.chosen(np.arange(len(self))))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PairTable) and len(self) == len(other) and all(map(LinkedPair.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]  # as any sequence that compares by what is in it

    def of(self, rows: NDArray[np.integer]) -> "PairTable":
        """Some of them, in another order."""
        return replace(
            self,
            ones=self.ones[rows],
            others=self.others[rows],
            probabilities=self.probabilities[rows],
            classes=self.classes[rows],
            kinds=self.kinds[rows],
        )

    def chosen(self, rows: NDArray[np.integer]) -> Iterator[LinkedPair]:
        columns = (self.ones, self.others, self.probabilities, self.classes, self.kinds)
        for one, other, chance, pair_class, kind in zip(*(column[rows].tolist() for column in columns), strict=True):
            yield LinkedPair(
                pair=(self.ids[one], self.ids[other]),
                probability=chance,
                pair_class=CLASSES[pair_class],
                why=self.reasons[kind],
            )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PeopleTable(Sequence[tuple[RecordId, ...]]):
    """Every person as the ids of their records, in order. `person_of`: by record, a number from nought."""

    ids: Sequence[RecordId]
    person_of: NDArray[np.int64]

    def __len__(self) -> int:
        return int(self.person_of.max(initial=-1)) + 1

    @overload
    def __getitem__(self, place: int) -> tuple[RecordId, ...]: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[tuple[RecordId, ...], ...]: ...
    def __getitem__(self, place: int | slice) -> tuple[RecordId, ...] | tuple[tuple[RecordId, ...], ...]:
        return tuple(self)[place]

    def __iter__(self) -> Iterator[tuple[RecordId, ...]]:
        order = np.argsort(self.person_of, kind="stable")
        ends = np.cumsum(np.bincount(self.person_of[order])).tolist() if len(order) else []
        records = order.tolist()
        return (tuple(self.ids[record] for record in records[start:end]) for start, end in pairwise([0, *ends]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as any sequence that compares by what is in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """`people`: the records of every person, in order, those who have one record included.

    `review`: what a person should judge, the most useful first. `skipped`: blocks that were too large, by kind.
    `trained`: what was learned, to be kept for lists like these. `by_name`: from which chance on two were joined who
    have nothing of their own in common.
    """

    people: PeopleTable
    pairs: PairTable
    review: PairTable
    skipped: dict[BlockKind, int]
    trained: Trained = field(compare=False)
    by_name: float
