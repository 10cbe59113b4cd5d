"""Pairs that agree alike in every field are of one kind: there are a few thousand kinds among millions of pairs."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.comparing import Table
from standby.identity.linking.distinct_rows import BITS, distinct_rows


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kinds:
    """`table`: the distinct rows of degrees; `of_pair`: which of them each pair has."""

    table: Table
    of_pair: NDArray[np.int32]

    @classmethod
    def of(cls, table: Table) -> Self:
        halves = [slice(0, len(table) // 2), slice(len(table) // 2, len(table))]
        with ThreadPoolExecutor(len(halves)) as pool:
            found = list(pool.map(lambda half: distinct_rows(table[half]), halves))
        numbers = np.unique(np.concatenate([distinct for distinct, _ in found]))
        of_pair = np.empty(len(table), np.int32)
        for half, (distinct, of_row) in zip(halves, found, strict=True):
            of_pair[half] = np.searchsorted(numbers, distinct).astype(np.int32)[of_row]
        places = range(BITS * (table.shape[1] - 1), -1, -BITS)
        columns = [(numbers >> place & (1 << BITS) - 1).astype(np.int8) for place in places]
        return cls(table=np.stack(columns, axis=1), of_pair=of_pair)

    def with_those_of(self, other: Self, rows: NDArray[np.integer]) -> Self:
        """These, but of some pairs the kinds of the other."""
        of_pair = self.of_pair + np.int32(len(other.table))
        of_pair[rows] = other.of_pair[rows]
        there = np.bincount(of_pair, minlength=len(other.table) + len(self.table)) > 0
        rank = (np.cumsum(there) - 1).astype(np.int32)
        return type(self)(table=np.concatenate([other.table, self.table])[there], of_pair=rank[of_pair])

    def counts(self, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
        """How many of the chosen pairs are of each kind."""
        return np.bincount(self.of_pair[chosen], minlength=len(self.table))
