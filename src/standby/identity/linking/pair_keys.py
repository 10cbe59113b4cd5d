"""Keys of two names, millions of them."""

import numba
import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]


@numba.njit(cache=True, nogil=True)
def pair_keys(
    records: Places,
    firsts: NDArray[np.int32],
    others: NDArray[np.int32],
    numbers: Hashes,
    starts: Places,
    wholes: Hashes,
    keys: Hashes,
    owners: Places,
) -> None:
    """For each record every number of its first name, added to that of the whole other one; and whose it is.

    Name n has the `numbers` from `starts[n]` up to `starts[n + 1]`, and `wholes[n]` as a whole. There is room for all.
    """
    at = 0
    for row in range(len(records)):
        first = firsts[row]
        end = at + starts[first + 1] - starts[first]
        keys[at:end] = numbers[starts[first] : starts[first + 1]] + wholes[others[row]]
        owners[at:end] = records[row]
        at = end
