"""Sorting and searching, written out because the compiler takes seconds over the general ones."""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.model.instance import Ints

# So few keys are merged sooner than counted; a range of so many times as many keys is still counted sooner.
_FEW, _WORTH_COUNTING = 8, 4


@compiled
def order_of(keys: Ints) -> Ints:
    """Positions from the smallest key to the largest, equal keys as they stood. Many keys of a small range, such as
    days, are counted; others go through a merge sort from runs of one up.
    """
    size = keys.size
    if size > _FEW:
        least, most = keys.min(), keys.max()
        if most - least < size * _WORTH_COUNTING:
            return _counted(keys, least, most - least + 1)
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
def _counted(keys: Ints, least: int, span: int) -> Ints:
    begin, order = np.zeros(span + 1, np.int64), np.empty(keys.size, np.int64)
    for place in range(keys.size):
        begin[keys[place] - least + 1] += 1
    for step in range(span):
        begin[step + 1] += begin[step]
    for place in range(keys.size):
        order[begin[keys[place] - least]] = place
        begin[keys[place] - least] += 1
    return order


@lean
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
