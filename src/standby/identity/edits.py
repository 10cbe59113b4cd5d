"""What it costs to take one spelling for another: the cheapest way to turn one row of sounds into the other.

The price of each change is learned from pairs of spellings (`benchmarks/identity`): what transliterations do every day
costs almost nothing, what they never do costs as much as a slip of the pen. A change at that price is called a slip.
"""

import numba
import numpy as np
from numpy.typing import NDArray

Signs = NDArray[np.int8]
Prices = NDArray[np.float32]
PriceTables = NDArray[np.float32]
"""One table for every two scripts, by their numbers."""

# An initial fits every word that begins with it: that tells little. One that does not fit tells nearly all.
INITIAL_FITS = 5.0
INITIAL_CONTRADICTS = 20.0
NOTHING_TO_COMPARE = 20.0

# Reading a word as western Armenians do has a price of its own.
WESTERN_PRICE = 2.0

SLIP = 4.0
SWAPPED = 5.0
SWAP_LIMIT = 3.0

# The longest word has forty letters, and none has more than two sounds.
LONGEST = 96


@numba.njit(cache=True, nogil=True)
def cheapest(one: Signs, other: Signs, prices: Prices) -> tuple[float, int]:
    """The price of the cheapest way, and the slips on it. `prices[0, b]` adds sound b, `prices[a, 0]` leaves a out.

    Two neighbouring sounds that changed places are one slip, whatever the letters.
    """
    rows, columns = min(len(one), LONGEST), min(len(other), LONGEST)
    cost = np.empty((rows + 1, columns + 1), np.float32)
    slips = np.zeros((rows + 1, columns + 1), np.int32)
    for i in range(rows + 1):
        for j in range(columns + 1):
            best = np.float32(0.0 if i == 0 and j == 0 else 1e9)
            count = 0
            if i > 0 and j > 0:
                price = prices[one[i - 1], other[j - 1]]
                if cost[i - 1, j - 1] + price < best:
                    best = cost[i - 1, j - 1] + price
                    count = slips[i - 1, j - 1] + (price > SLIP)
            if i > 0:
                price = prices[one[i - 1], 0]
                if cost[i - 1, j] + price < best:
                    best = cost[i - 1, j] + price
                    count = slips[i - 1, j] + (price > SLIP)
            if j > 0:
                price = prices[0, other[j - 1]]
                if cost[i, j - 1] + price < best:
                    best = cost[i, j - 1] + price
                    count = slips[i, j - 1] + (price > SLIP)
            if i > 1 and j > 1:
                price = prices[one[i - 1], other[j - 2]] + prices[one[i - 2], other[j - 1]]
                if price < SWAP_LIMIT and cost[i - 2, j - 2] + price + SWAPPED < best:
                    best = cost[i - 2, j - 2] + price + np.float32(SWAPPED)
                    count = slips[i - 2, j - 2] + 1
            cost[i, j] = best
            slips[i, j] = count
    return cost[rows, columns], slips[rows, columns]


@numba.njit(cache=True, nogil=True)
def word_cost(one: Signs, other: Signs, initials: int, prices: Prices, western: Prices) -> tuple[float, int]:
    """As `cheapest`, but the word may also be read as western Armenians read it; `initials`: of the two."""
    if len(one) == 0 or len(other) == 0:
        return NOTHING_TO_COMPARE, 1
    if initials > 0:
        if prices[one[0], other[0]] <= SLIP:
            return INITIAL_FITS, 0
        return INITIAL_CONTRADICTS, 1
    cost, slips = cheapest(one, other, prices)
    if cost <= WESTERN_PRICE:
        return cost, slips
    west_cost, west_slips = cheapest(one, other, western)
    if west_cost + WESTERN_PRICE < cost:
        return west_cost + WESTERN_PRICE, west_slips
    return cost, slips
