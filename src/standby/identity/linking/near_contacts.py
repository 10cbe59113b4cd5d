"""Whether people share a contact or one slip of the pen parts two of theirs, for many pairs at once."""

import numba
import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.degrees import Contact

Letters = NDArray[np.uint32]
Places = NDArray[np.int64]

_UNKNOWN, _SAME, _SLIP, _OTHER = (int(degree) for degree in Contact)


@numba.njit(cache=True, nogil=True)
def nearest_contacts(
    ones: Places,
    others: Places,
    values: NDArray[np.int32],
    starts: Places,
    letters: Letters,
    letter_starts: Places,
) -> NDArray[np.int8]:
    """For each pair of rows the degree of the best that a contact of one and a contact of the other come to.

    Row n has the contacts `values` from `starts[n]` up to `starts[n + 1]`, contact n the letters likewise.
    """
    found = np.zeros(len(ones), np.int8)
    for row in range(len(ones)):
        best = _UNKNOWN
        for i in range(starts[ones[row]], starts[ones[row] + 1]):
            one = values[i]
            for j in range(starts[others[row]], starts[others[row] + 1]):
                other = values[j]
                if one == other:
                    best = _SAME
                elif best != _SAME and best != _SLIP:
                    near = is_one_slip(
                        letters[letter_starts[one] : letter_starts[one + 1]],
                        letters[letter_starts[other] : letter_starts[other + 1]],
                    )
                    best = _SLIP if near else _OTHER
        found[row] = best
    return found


@numba.njit(cache=True, nogil=True)
def is_one_slip(one: Letters, other: Letters) -> bool:
    """One letter added, left out or put for another, or two neighbours that changed places; or no slip at all."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(long) - len(short) > 1:
        return False
    begin, end = 0, len(short)
    while begin < end and short[begin] == long[begin]:
        begin += 1
    more = len(long) - len(short)
    while end > begin and short[end - 1] == long[end - 1 + more]:
        end -= 1
    left = end - begin
    if more == 1 or left <= 1:
        return left == 0 or more == 0
    return left == 2 and short[begin] == long[begin + 1] and short[begin + 1] == long[begin]
