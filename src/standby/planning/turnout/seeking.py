"""The least number that suffices, where more never hurts."""

from collections.abc import Callable


def least(suffices: Callable[[int], bool], *, start: int, most: int) -> int:
    """The least number from `start` on that suffices; `most` where none below it does. Small numbers are tried first.

    >>> least(lambda number: number >= 5, start=0, most=100)
    5
    """
    if start >= most or suffices(start):
        return min(start, most)
    low, stride = start, 1
    while low + stride < most and not suffices(low + stride):
        low, stride = low + stride, 2 * stride
    high = min(low + stride, most)
    while high - low > 1:
        middle = (low + high) // 2
        if suffices(middle):
            high = middle
        else:
            low = middle
    return high
