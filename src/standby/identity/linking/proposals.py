"""Adds up, for every two records, the keys they share: which pairs are worth a look when not all can be looked at.

A key that few share weighs more. Keys of one family (all ways to spell a name, say) say the same thing several times:
of each family only the weightiest counts. Weights are whole numbers, so no order of records or keys changes a sum.
"""

import numba
import numpy as np
from numpy.typing import NDArray

_FAMILIES = 16


@numba.njit(cache=True, nogil=True)
def propose(
    first: int,
    last: int,
    starts: NDArray[np.int64],
    blocks: NDArray[np.int32],
    block_starts: NDArray[np.int64],
    records: NDArray[np.int32],
    weights: NDArray[np.int32],
    families: NDArray[np.int8],
    telling: NDArray[np.int8],
    least: int,
    counts: NDArray[np.int64],
    ones: NDArray[np.int32],
    others: NDArray[np.int32],
    typical: NDArray[np.bool_],
) -> int:
    """The pairs of records `first` up to `last` with later ones; the answer is how many weigh `least` or more.

    Record n is in the blocks from `starts[n]` on, those of one family side by side; a block of no weight is passed
    over. `counts[w]` is raised for each pair of weight w (the last for all above). The pairs are written to `ones`,
    `others` and `typical` while there is room: whether a telling block brought the two together.
    """
    size = len(starts) - 1
    total = np.zeros(size, np.int32)
    best = np.zeros(size, np.int32)
    seen = np.full(size, -1, np.int64)
    told = np.zeros(size, np.bool_)
    touched = np.empty(size, np.int32)
    found = 0
    for one in range(first, last):
        many = 0
        for entry in range(starts[one], starts[one + 1]):
            block = blocks[entry]
            if weights[block] > 0:
                members = records[block_starts[block] : block_starts[block + 1]]
                mark = one * _FAMILIES + families[block]
                many = _add(one, members, weights[block], mark, telling[block], total, best, seen, told, touched, many)
        for place in range(many):
            other = touched[place]
            weight = total[other]
            counts[min(weight, len(counts) - 1)] += 1
            if weight >= least:
                if found < len(ones):
                    ones[found] = one
                    others[found] = other
                    typical[found] = told[other]
                found += 1
            total[other] = 0
            seen[other] = -1
            told[other] = False
    return found


@numba.njit(cache=True, nogil=True)
def _add(
    one: int,
    members: NDArray[np.int32],
    weight: int,
    mark: int,
    telling: int,
    total: NDArray[np.int32],
    best: NDArray[np.int32],
    seen: NDArray[np.int64],
    told: NDArray[np.bool_],
    touched: NDArray[np.int32],
    many: int,
) -> int:
    """Adds one block to what its later members share with record `one`; the answer is how many share anything.

    `mark` names the record and the family: `best` is the weightiest block of the family so far, where `seen` has it.
    """
    for other in members:
        if other <= one:
            continue
        if total[other] == 0:
            touched[many] = other
            many += 1
        if seen[other] != mark:
            seen[other] = mark
            best[other] = weight
            total[other] += weight
        elif weight > best[other]:
            total[other] += weight - best[other]
            best[other] = weight
        if telling > 0:
            told[other] = True
    return many
