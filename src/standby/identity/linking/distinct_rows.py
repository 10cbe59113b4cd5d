"""The distinct rows of a table of millions, of which there are a few thousand."""

import numba
import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

BITS = 4
"""No degree has more."""

_SMALLEST_TABLE = 1 << 14


@numba.njit(cache=True, nogil=True)
def distinct_rows(table: NDArray[np.int8]) -> tuple[Numbers, NDArray[np.int32]]:
    """Each distinct row once, as one number of `BITS` a column, as they come; and for each row which of them it is."""
    found = np.empty(_SMALLEST_TABLE, np.int64)
    places = np.full(2 * _SMALLEST_TABLE, -1, np.int32)
    of_row = np.empty(len(table), np.int32)
    many = 0
    for row in range(len(table)):
        number = np.int64(0)
        for column in range(table.shape[1]):
            number = (number << BITS) | table[row, column]
        place = _place_of(number, found, places)
        if places[place] < 0:
            if many == len(found):
                found, places = _with_room(found)
                place = _place_of(number, found, places)
            places[place] = many
            found[many] = number
            many += 1
        of_row[row] = places[place]
    return found[:many].copy(), of_row


@numba.njit(cache=True, nogil=True)
def _place_of(number: np.int64, found: Numbers, places: NDArray[np.int32]) -> np.int64:
    place = number % (len(places) - 1)
    while places[place] >= 0 and found[places[place]] != number:
        place = (place + 1) % len(places)
    return place


@numba.njit(cache=True, nogil=True)
def _with_room(found: Numbers) -> tuple[Numbers, NDArray[np.int32]]:
    """The same with room for as many again."""
    more = np.empty(2 * len(found), np.int64)
    places = np.full(2 * len(more), -1, np.int32)
    for many in range(len(found)):
        places[_place_of(found[many], more, places)] = many
        more[many] = found[many]
    return more, places
