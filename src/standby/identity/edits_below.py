"""What it costs to take one spelling for another, followed only as long as it is cheap enough to matter.

To the last digit what `standby.identity.edits` says, and sooner: three rows are kept instead of all, and the western
reading, which is never the dearer one, tells first whether the plain one can be any better.
"""

import numpy as np
from numpy.typing import NDArray

from standby.identity.compiler import inner
from standby.identity.edits import (
    INITIAL_CONTRADICTS,
    INITIAL_FITS,
    LONGEST,
    NOTHING_TO_COMPARE,
    SLIP,
    SWAP_LIMIT,
    SWAPPED,
    WESTERN_PRICE,
    Prices,
)

Sounds = NDArray[np.int8] | NDArray[np.int32]
Costs = NDArray[np.float32]
Counts = NDArray[np.int32]

# What is told of words that cost as much as is asked about, or more.
TOO_DEAR = 1e9
TOO_MANY = 127

# More than there are ever slips.
_READ_OTHERWISE = np.int32(1_000)


@inner
def word_cost_below(
    one: Sounds,
    other: Sounds,
    initials: int,
    prices: Prices,
    western: Prices,
    most: float,
    rows: Costs,
    counts: Counts,
) -> tuple[float, int]:
    """As `word_cost`, exact below `most`. No price of `western` may be above that of `prices`, and a sound that is
    added or left out costs the same in both. `rows` and `counts`: room for three rows of `LONGEST` and one.

    The western reading is the cheaper of the two, so it tells first whether either is worth following; where it makes
    no use of its own prices it is the plain one.
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


@inner
def _cheapest(
    one: Sounds, other: Sounds, prices: Prices, plain: Prices, most: float, rows: Costs, counts: Counts
) -> tuple[float, int]:
    """As `cheapest`, given up once every way costs more than `most`; the last three rows are all that is kept.

    The slips are told with `_READ_OTHERWISE` added for each price that is not the `plain` one.
    """
    height, width = min(len(one), LONGEST), min(len(other), LONGEST)
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
