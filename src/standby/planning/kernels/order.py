"""Sorting and searching, written out because the compiler takes seconds over the general ones."""

import numpy as np

from standby.planning.kernels.compiler import compiled
from standby.planning.model.instance import Ints


@compiled
def order_of(keys: Ints) -> Ints:
    """Positions from the smallest key to the largest, equal keys as they stood: a merge sort from runs of one up."""
    size = keys.size
    order, merged = np.arange(size), np.empty(size, np.int64)
    run = 1
    while run < size:
        for begin in range(0, size, 2 * run):
            middle, end = min(begin + run, size), min(begin + 2 * run, size)
            left, right = begin, middle
            for place in range(begin, end):
                if left < middle and (right >= end or keys[order[left]] <= keys[order[right]]):
                    merged[place] = order[left]
                    left += 1
                else:
                    merged[place] = order[right]
                    right += 1
        order, merged = merged, order
        run *= 2
    return order


@compiled
def first_above(keys: Ints, bar: int) -> int:
    """The first position whose key is above `bar`; keys ascend."""
    low, high = 0, keys.size
    while low < high:
        middle = (low + high) // 2
        if keys[middle] <= bar:
            low = middle + 1
        else:
            high = middle
    return int(low)
