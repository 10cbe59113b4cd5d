"""Pairs made into groups: who hangs together, asked pair by pair, over millions of pairs.

Pairs are told as everywhere: the rows of `others` from `starts[n]` up to `starts[n + 1]` are the pairs of place n with
later places, in order. What is known of other pairs stands in `more`, in order, each as one number: one
times the number of places, and the other.
"""

import numba
import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Odds = NDArray[np.float64]

_NOWHERE = -1


@numba.njit(cache=True, nogil=True)
def group(
    surest_ones: Places,
    surest_others: Places,
    starts: Places,
    others: Places,
    odds: Odds,
    more: Places,
    more_odds: Odds,
    unknown: float,
    largest: int,
) -> tuple[Places, Places, Places, Places]:
    """Pair by pair two groups become one when more speaks for it than against it, over all of the one with all of the
    other; pairs of which nothing is known speak `unknown`.

    The answer: for every place the smallest of its group; which of the pairs joined two groups; and the smallest of
    either of them.
    """
    size = len(starts) - 1
    group_of = np.arange(size)
    follows, last, sizes = np.full(size, _NOWHERE, np.int64), np.arange(size), np.ones(size, np.int64)
    joined, kept, taken = np.empty(size, np.int64), np.empty(size, np.int64), np.empty(size, np.int64)
    many = 0
    for number in range(len(surest_ones)):
        one, other = group_of[surest_ones[number]], group_of[surest_others[number]]
        first, second = min(one, other), max(one, other)
        if first == second or sizes[first] + sizes[second] > largest:
            continue
        if _said_of(first, second, follows, starts, others, odds, more, more_odds, unknown) > 0:
            joined[many], kept[many], taken[many] = number, first, second
            many += 1
            sizes[first] += sizes[second]
            _append(first, second, follows, last)
            place = second
            while place != _NOWHERE:
                group_of[place] = first
                place = follows[place]
    return group_of, joined[:many].copy(), kept[:many].copy(), taken[:many].copy()


@numba.njit(cache=True, nogil=True)
def _append(first: int, second: int, follows: Places, last: Places) -> None:
    follows[last[first]] = second
    last[first] = last[second]


@numba.njit(cache=True, nogil=True)
def _said_of(
    first: int,
    second: int,
    follows: Places,
    starts: Places,
    others: Places,
    odds: Odds,
    more: Places,
    more_odds: Odds,
    unknown: float,
) -> float:
    """All that speaks for two groups being one, added up in order; minus infinity as soon as anything forbids it."""
    total = 0.0
    one = first
    while one != _NOWHERE:
        other = second
        while other != _NOWHERE:
            a, b = min(one, other), max(one, other)
            row = _row_of(a, b, starts, others)
            if row != _NOWHERE:
                total += odds[row]
            else:
                row = _place_in(a * (len(starts) - 1) + b, more, 0, len(more))
                total += more_odds[row] if row != _NOWHERE else unknown
            if total == -np.inf:
                return total
            other = follows[other]
        one = follows[one]
    return total


@numba.njit(cache=True, nogil=True)
def weakest(joined_ones: Places, joined_others: Places, strengths: Odds, starts: Places, others: Places) -> Odds:
    """For each pair within a group how strong the pair was that brought its two together; minus infinity for others.

    `joined_ones`, `joined_others`: the smallest places of the two groups that became one, in the order in which they
    did.
    """
    size = len(starts) - 1
    follows, last = np.full(size, _NOWHERE, np.int64), np.arange(size)
    found = np.full(len(others), -np.inf)
    for number in range(len(joined_ones)):
        one = joined_ones[number]
        while one != _NOWHERE:
            other = joined_others[number]
            while other != _NOWHERE:
                row = _row_of(min(one, other), max(one, other), starts, others)
                if row != _NOWHERE:
                    found[row] = strengths[number]
                other = follows[other]
            one = follows[one]
        _append(joined_ones[number], joined_others[number], follows, last)
    return found


@numba.njit(cache=True, nogil=True)
def unseen(
    group_of: Places, starts: Places, others: Places, more: Places, ones_found: Places, others_found: Places
) -> int:
    """The pairs within a group of which nothing is known, written where there is room; the answer is how many."""
    size = len(group_of)
    before = np.full(size, _NOWHERE, np.int64)
    last = np.full(size, _NOWHERE, np.int64)
    many = 0
    for other in range(size):
        before[other] = last[group_of[other]]
        last[group_of[other]] = other
        one = before[other]
        while one != _NOWHERE:
            if (
                _row_of(one, other, starts, others) == _NOWHERE
                and _place_in(one * size + other, more, 0, len(more)) == _NOWHERE
            ):
                if many < len(ones_found):
                    ones_found[many], others_found[many] = one, other
                many += 1
            one = before[one]
    return many


@numba.njit(cache=True, nogil=True)
def _row_of(one: int, other: int, starts: Places, others: Places) -> int:
    return _place_in(other, others, starts[one], starts[one + 1])


@numba.njit(cache=True, nogil=True)
def _place_in(wanted: int, numbers: Places, begin: int, end: int) -> int:
    """Where the number stands among those in order from `begin` up to `end`."""
    stop = end
    while begin < end:
        middle = (begin + end) // 2
        if numbers[middle] < wanted:
            begin = middle + 1
        else:
            end = middle
    return begin if begin < stop and numbers[begin] == wanted else _NOWHERE
