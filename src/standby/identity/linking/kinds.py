"""Pairs that agree alike in every field are of one kind: there are a few thousand kinds among millions of pairs."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.comparing import Table
from standby.identity.linking.ragged import parts_of

# No field has more than sixteen degrees, and eleven fields fit into one number.
_BITS = 4
_AT_ONCE = 500_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kinds:
    """`table`: the distinct rows of degrees; `of_pair`: which of them each pair has."""

    table: Table
    of_pair: NDArray[np.int32]

    @classmethod
    def of(cls, table: Table) -> Self:
        parts = parts_of(len(table), _AT_ONCE)
        found = [np.unique(_together(table[part])) for part in parts]
        kinds = np.unique(np.concatenate([np.zeros(0, np.int64), *found]))
        of_pair = np.empty(len(table), np.int32)
        for part in parts:
            of_pair[part] = np.searchsorted(kinds, _together(table[part]))
        places = range(_BITS * (table.shape[1] - 1), -1, -_BITS)
        columns = [(kinds >> place & (1 << _BITS) - 1).astype(np.int8) for place in places]
        return cls(table=np.stack(columns, axis=1), of_pair=of_pair)

    def with_those_of(self, other: Self, rows: NDArray[np.integer]) -> Self:
        """These, but of some pairs the kinds of the other."""
        of_pair = self.of_pair + np.int32(len(other.table))
        of_pair[rows] = other.of_pair[rows]
        there, of_pair = np.unique(of_pair, return_inverse=True)
        return type(self)(table=np.concatenate([other.table, self.table])[there], of_pair=of_pair.astype(np.int32))

    def counts(self, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
        """How many of the chosen pairs are of each kind."""
        return np.bincount(self.of_pair[chosen], minlength=len(self.table))


def _together(table: Table) -> NDArray[np.int64]:
    """All degrees of a pair as one number."""
    found = np.zeros(len(table), np.int64)
    for place in range(table.shape[1]):
        found = (found << _BITS) | table[:, place]
    return found
