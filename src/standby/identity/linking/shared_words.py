"""What two texts of words have in common, for many pairs at once."""

import numba
import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]


@numba.njit(cache=True, nogil=True)
def rarest_shared(
    ones: Numbers, others: Numbers, words: Numbers, starts: NDArray[np.int64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int8]]:
    """For each pair of texts how often the rarest word in common occurs (nought: none), and whether all are in common.

    Text n has the words from `starts[n]` up to `starts[n + 1]`, each once and in order.
    """
    rarest = np.zeros(len(ones), np.int64)
    equal = np.zeros(len(ones), np.int8)
    for row in range(len(ones)):
        i, end = starts[ones[row]], starts[ones[row] + 1]
        j, other_end = starts[others[row]], starts[others[row] + 1]
        shared = 0
        length, other_length = end - i, other_end - j
        while i < end and j < other_end:
            if words[i] == words[j]:
                shared += 1
                if rarest[row] == 0 or counts[words[i]] < rarest[row]:
                    rarest[row] = counts[words[i]]
                i += 1
                j += 1
            elif words[i] < words[j]:
                i += 1
            else:
                j += 1
        if shared == length and shared == other_length and shared > 0:
            equal[row] = 1
    return rarest, equal
