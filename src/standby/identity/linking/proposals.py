"""Adds up, for every two records, the keys they share: which pairs are worth a look when not all can be looked at.

A key that few share weighs more. Keys of one family (all ways to spell a name, say) say the same thing several times:
of each family only the weightiest counts. Weights are whole numbers, so no order of records or keys changes a sum.
"""

import numba
import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.companions import FAMILIES, MARK_BITS

# The few hundred records that a record meets are kept side by side, found by a small table: in columns as long as the
# list every step would wait for the memory. What is kept of each:
_OTHER, _TOTAL, _FAMILY, _BEST, _TOLD, _PLACE = range(6)
_SMALLEST_TABLE = 1 << 6
_SPREAD = 0x9E3779B1


@numba.njit(cache=True, nogil=True)
def propose(
    first: int,
    last: int,
    step: int,
    starts: NDArray[np.int64],
    places: NDArray[np.int32],
    told: NDArray[np.int32],
    records: NDArray[np.int32],
    least: int,
    counts: NDArray[np.int64],
    ones: NDArray[np.int32],
    others: NDArray[np.int32],
    typical: NDArray[np.bool_],
    weights: NDArray[np.int16],
) -> int:
    """The pairs of every `step`th record from `first` up to `last` with later ones, in order; the answer: how many
    weigh `least` or more.

    Record n has the entries from `starts[n]` on, as `companions` keeps them. `counts[w]` is raised for each pair of
    weight w (the last for all above). The pairs are written to `ones`, `others`, `typical` and `weights` while there is
    room: whether a telling block brought the two together, and what they weigh.
    """
    table = np.full(_SMALLEST_TABLE, -1, np.int32)
    met = np.empty((len(table) // 2, 6), np.int32)
    found = 0
    for one in range(first, last, step):
        most = 0
        for entry in range(starts[one], starts[one + 1]):
            most += told[entry] >> MARK_BITS
        size = _SMALLEST_TABLE
        while size < 2 * most:
            size *= 2
        if size > len(table):
            table = np.full(size, -1, np.int32)
            met = np.empty((size // 2, 6), np.int32)
        many = 0
        for entry in range(starts[one], starts[one + 1]):
            begin = places[entry]
            end = begin + (told[entry] >> MARK_BITS)
            many = _meet(records[begin:end], told[entry] & ((1 << MARK_BITS) - 1), table[:size], met, many)
        kept = _settle(met[:many], least, counts, table)
        for place in range(kept):
            if found + place < len(ones):
                ones[found + place] = one
                others[found + place] = met[place, _OTHER]
                typical[found + place] = met[place, _TOLD] > 0
                weights[found + place] = met[place, _TOTAL]
        found += kept
    return found


@numba.njit(cache=True, nogil=True)
def _meet(members: NDArray[np.int32], mark: int, table: NDArray[np.int32], met: NDArray[np.int32], many: int) -> int:
    """Adds one block to what these share with the record at hand; the answer is how many it has met so far.

    The blocks of a family come together, so the weightiest of the family so far is all that has to be remembered.
    """
    weight, family, telling = mark // (2 * FAMILIES), mark // 2 % FAMILIES, mark % 2
    for other in members:
        place = (np.int64(other) * _SPREAD >> 16) & (len(table) - 1)
        while table[place] >= 0 and met[table[place], _OTHER] != other:
            place = (place + 1) & (len(table) - 1)
        at = table[place]
        if at < 0:
            at = many
            table[place] = at
            met[at, _OTHER] = other
            met[at, _TOTAL] = 0
            met[at, _FAMILY] = -1
            met[at, _TOLD] = 0
            met[at, _PLACE] = place
            many += 1
        if met[at, _FAMILY] != family:
            met[at, _FAMILY] = family
            met[at, _BEST] = weight
            met[at, _TOTAL] += weight
        elif weight > met[at, _BEST]:
            met[at, _TOTAL] += weight - met[at, _BEST]
            met[at, _BEST] = weight
        met[at, _TOLD] |= telling
    return many


@numba.njit(cache=True, nogil=True)
def _settle(met: NDArray[np.int32], least: int, counts: NDArray[np.int64], table: NDArray[np.int32]) -> int:
    """Counts what was met, clears the table, and moves what weighs enough to the front, in order; how many it is."""
    kept = 0
    for at in range(len(met)):
        table[met[at, _PLACE]] = -1
        weight = min(met[at, _TOTAL], len(counts) - 1)
        counts[weight] += 1
        if weight >= least:
            other, told = met[at, _OTHER], met[at, _TOLD]
            place = kept
            while place > 0 and met[place - 1, _OTHER] > other:
                met[place, _OTHER] = met[place - 1, _OTHER]
                met[place, _TOLD] = met[place - 1, _TOLD]
                met[place, _TOTAL] = met[place - 1, _TOTAL]
                place -= 1
            met[place, _OTHER] = other
            met[place, _TOLD] = told
            met[place, _TOTAL] = weight
            kept += 1
    return kept
