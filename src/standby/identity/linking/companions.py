"""Where for each record those stand that share a key with it and come later: all that proposing pairs walks through.

The records of a block lie side by side, in order, so whoever comes later follows at once. One entry says where they
begin, how many they are and what their block tells; blocks that count for nothing, and the last record of a block, need
none.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Self

import numba
import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.ragged import starts_of

Marks = NDArray[np.int32]
"""Of each block its weight, its family and whether it is telling, in one number: they are always asked for together."""

FAMILIES = 16
MARK_BITS = 15
LARGEST = (1 << 31 - MARK_BITS) - 1
"""No block that counts has more records: an entry has to hold how many they are, and the mark."""

# Earlier records have more who come later: about half of the work lies before this share of the list.
_MIDDLE = 0.3
_SIDE_BY_SIDE = 2


def marks_of(weights: NDArray[np.int32], families: NDArray[np.int32], telling: NDArray[np.bool_]) -> Marks:
    return (weights * FAMILIES + families) * np.int32(2) + telling


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Companions:
    """Record n has the entries from `starts[n]` up to `starts[n + 1]`, in the order of blocks.

    Those who come later stand in `records` from `places[entry]` on; `told[entry]`: how many, and the mark of the block.
    """

    starts: NDArray[np.int64]
    places: NDArray[np.int32]
    told: NDArray[np.int32]
    records: NDArray[np.int32]

    @classmethod
    def of(cls, size: int, records: NDArray[np.int32], sizes: NDArray[np.int64], marks: Marks) -> Self:
        """Block n has the next `sizes[n]` of the `records`."""
        counts = np.zeros(size, np.int64)
        middle = int(size * _MIDDLE)
        firsts, lasts = (0, middle), (middle, size)
        with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
            list(pool.map(lambda a, b: count_entries(a, b, records, sizes, marks, counts), firsts, lasts))
            starts = starts_of(counts)
            places, told = np.empty(int(starts[-1]), np.int32), np.empty(int(starts[-1]), np.int32)
            filled = starts.copy()
            list(pool.map(lambda a, b: fill_entries(a, b, records, sizes, marks, filled, places, told), firsts, lasts))
        return cls(starts=starts, places=places, told=told, records=records)


@numba.njit(cache=True, nogil=True)
def count_entries(
    first: int,
    last: int,
    records: NDArray[np.int32],
    sizes: NDArray[np.int64],
    marks: Marks,
    counts: NDArray[np.int64],
) -> None:
    """How many each record from `first` up to `last` has."""
    end = 0
    for block in range(len(sizes)):
        begin, end = end, end + sizes[block]
        if marks[block] >= 2 * FAMILIES:
            for place in range(begin, end - 1):
                if first <= records[place] < last:
                    counts[records[place]] += 1


@numba.njit(cache=True, nogil=True)
def fill_entries(
    first: int,
    last: int,
    records: NDArray[np.int32],
    sizes: NDArray[np.int64],
    marks: Marks,
    filled: NDArray[np.int64],
    places: NDArray[np.int32],
    told: NDArray[np.int32],
) -> None:
    """Those of the records from `first` up to `last`; the next of record n goes to `filled[n]`."""
    end = 0
    for block in range(len(sizes)):
        begin, end = end, end + sizes[block]
        if marks[block] >= 2 * FAMILIES:
            for place in range(begin, end - 1):
                record = records[place]
                if first <= record < last:
                    at = filled[record]
                    places[at] = place + 1
                    told[at] = (end - place - 1) << MARK_BITS | marks[block]
                    filled[record] = at + 1
