"""Pairs that agree alike in every field are of one kind: there are a few thousand kinds among millions of pairs."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.comparing import Table

# No field has more than sixteen degrees, and eleven fields fit into one number.
_BITS = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kinds:
    """`table`: the distinct rows of degrees; `of_pair`: which of them each pair has."""

    table: Table
    of_pair: NDArray[np.int32]

    @classmethod
    def of(cls, table: Table) -> Self:
        together = np.zeros(len(table), np.int64)
        for place in range(table.shape[1]):
            together = (together << _BITS) | table[:, place]
        _, first, of_pair = np.unique(together, return_index=True, return_inverse=True)
        return cls(table=table[first], of_pair=of_pair.reshape(-1).astype(np.int32))

    def counts(self, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
        """How many of the chosen pairs are of each kind."""
        return np.bincount(self.of_pair[chosen], minlength=len(self.table))
