"""What it costs to take words for one another, for millions of pairs of words: exact up to where it no longer matters.

As `standby.identity.edits` says it, word by word. Most pairs of words that meet on a list are two words; how far apart
two words are makes no difference to anybody, so the cheapest way is followed only as long as it is cheap.
"""

import numba
import numpy as np
from numpy.typing import NDArray

from standby.identity.edits import (
    INITIAL_CONTRADICTS,
    INITIAL_FITS,
    NOTHING_TO_COMPARE,
    SLIP,
    SWAP_LIMIT,
    SWAPPED,
    WESTERN_PRICE,
    Prices,
    PriceTables,
    Signs,
)

Costs = NDArray[np.float32]
Slips = NDArray[np.int8]

# From here on two words are two words; for a child called as a father is, long words count by the sign.
FAR_COST = 13.0
CHILD_RATE = 0.5

# What is told of words that cost so much or more.
TOO_DEAR = 1e9
TOO_MANY = 127

# More than there are ever slips.
_READ_OTHERWISE = np.int32(1_000)

# The longest word has forty letters, and none has more than two sounds.
_LONGEST = 96

_SPREAD = 0x9E3779B1


@numba.njit(cache=True, nogil=True)
def costs_of_pairs(
    ones: NDArray[np.int32],
    others: NDArray[np.int32],
    signs: Signs,
    starts: NDArray[np.int64],
    scripts: NDArray[np.int8],
    initials: NDArray[np.int8],
    prices: PriceTables,
    western: PriceTables,
    enough: float,
    rate: float,
    asked: NDArray[np.int64],
    kept_costs: Costs,
    kept_slips: Slips,
) -> tuple[Costs, Slips]:
    """Cost and slips of many pairs of words; word n has the signs from `starts[n]` up to `starts[n + 1]`.

    Exact below `enough`, and for long words below `rate` a sign of the longer; else `TOO_DEAR`. No price of `western`
    may be above that of `prices`, and a sound that is added or left out costs the same in both.

    What was `asked` before under the same prices is known; these three have as many places, a power of two.
    """
    costs = np.empty(len(ones), np.float32)
    slips = np.empty(len(ones), np.int8)
    rows = np.empty((3, _LONGEST + 1), np.float32)
    counts = np.empty((3, _LONGEST + 1), np.int32)
    for row in range(len(ones)):
        a, b = ones[row], others[row]
        pair = np.int64(a) << 32 | np.int64(b)
        place = (np.int64(a) * _SPREAD + np.int64(b)) & (len(asked) - 1)
        if asked[place] == pair:
            costs[row] = kept_costs[place]
            slips[row] = kept_slips[place]
            continue
        one, other = signs[starts[a] : starts[a + 1]], signs[starts[b] : starts[b + 1]]
        cost, count = _word_cost(
            one,
            other,
            initials[a] + initials[b],
            prices[scripts[a], scripts[b]],
            western[scripts[a], scripts[b]],
            max(enough, rate * max(len(one), len(other))),
            rows,
            counts,
        )
        costs[row] = cost
        slips[row] = count
        asked[place] = pair
        kept_costs[place] = costs[row]
        kept_slips[place] = slips[row]
    return costs, slips


@numba.njit(cache=True, nogil=True)
def _word_cost(
    one: Signs,
    other: Signs,
    initials: int,
    prices: Prices,
    western: Prices,
    most: float,
    rows: Costs,
    counts: NDArray[np.int32],
) -> tuple[float, int]:
    """The western reading is the cheaper of the two, so it tells first whether either is worth following; where it
    makes no use of its own prices it is the plain one.
    """
    if len(one) == 0 or len(other) == 0:
        return NOTHING_TO_COMPARE, 1
    if initials > 0:
        if prices[one[0], other[0]] <= SLIP:
            return INITIAL_FITS, 0
        return INITIAL_CONTRADICTS, 1
    west_cost, west_slips = _cheapest(one, other, western, prices, most, rows, counts)
    if west_cost >= most:
        return TOO_DEAR, TOO_MANY
    if west_slips < _READ_OTHERWISE:
        return west_cost, west_slips
    cost, slips = _cheapest(one, other, prices, prices, west_cost + WESTERN_PRICE, rows, counts)
    if west_cost + WESTERN_PRICE < cost:
        return west_cost + WESTERN_PRICE, int(west_slips % _READ_OTHERWISE)
    return cost, slips


@numba.njit(cache=True, nogil=True)
def _cheapest(
    one: Signs, other: Signs, prices: Prices, plain: Prices, most: float, rows: Costs, counts: NDArray[np.int32]
) -> tuple[float, int]:
    """As `cheapest`, given up once every way costs more than `most`; the last three rows are all that is kept.

    The slips are told with `_READ_OTHERWISE` added for each price that is not the `plain` one.
    """
    height, width = min(len(one), _LONGEST), min(len(other), _LONGEST)
    above, twice, here = rows[0], rows[1], rows[2]
    above_counts, twice_counts, here_counts = counts[0], counts[1], counts[2]
    additions = prices[0]
    above[0] = np.float32(0.0)
    above_counts[0] = 0
    for j in range(1, width + 1):
        price = additions[other[j - 1]]
        above[j] = above[j - 1] + price
        above_counts[j] = above_counts[j - 1] + (price > SLIP)
    least_before = np.float32(0.0)
    for i in range(1, height + 1):
        changes, plain_changes = prices[one[i - 1]], plain[one[i - 1]]
        before, plain_before = prices[one[max(i - 2, 0)]], plain[one[max(i - 2, 0)]]
        omitted = changes[0]
        omits = np.int32(omitted > SLIP)
        diagonal, diagonal_count = above[0], above_counts[0]
        best, count = diagonal + omitted, diagonal_count + omits
        here[0] = best
        here_counts[0] = count
        least = best
        crossed = best
        for j in range(1, width + 1):
            sign = other[j - 1]
            change, addition = changes[sign], additions[sign]
            from_left, left_count = best + addition, count + np.int32(addition > SLIP)
            best = diagonal + change
            count = diagonal_count + np.int32(change > SLIP) + _READ_OTHERWISE * np.int32(change != plain_changes[sign])
            diagonal, diagonal_count = above[j], above_counts[j]
            from_above, above_count = diagonal + omitted, diagonal_count + omits
            is_less = from_above < best
            best = from_above if is_less else best
            count = above_count if is_less else count
            is_less = from_left < best
            best = from_left if is_less else best
            count = left_count if is_less else count
            if i > 1 and j > 1:
                price = crossed + before[sign]
                if price < SWAP_LIMIT and twice[j - 2] + price + SWAPPED < best:
                    best = twice[j - 2] + price + np.float32(SWAPPED)
                    unlike = price != plain_changes[other[j - 2]] + plain_before[sign]
                    count = twice_counts[j - 2] + np.int32(1) + _READ_OTHERWISE * np.int32(unlike)
            crossed = change
            here[j] = best
            here_counts[j] = count
            least = min(least, best)
        if least > most and least_before > most:
            return TOO_DEAR, TOO_MANY
        least_before = least
        twice, above, here = above, here, twice
        twice_counts, above_counts, here_counts = above_counts, here_counts, twice_counts
    return above[width], above_counts[width]
