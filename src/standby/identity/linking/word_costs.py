"""What it costs to take words for one another, for millions of pairs of words: exact up to where it no longer matters.

As `standby.identity.edits` says it, word by word. Most pairs of words that meet on a list are two words; how far apart
two words are makes no difference to anybody, so the cheapest way is followed only as long as it is cheap.
"""

import numba
import numpy as np
from numpy.typing import NDArray

from standby.identity.edits import LONGEST, PriceTables, Signs
from standby.identity.edits_below import Costs, word_cost_below

Slips = NDArray[np.int8]

# From here on two words are two words; for a child called as a father is, long words count by the sign.
FAR_COST = 13.0
CHILD_RATE = 0.5

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
    rows = np.empty((3, LONGEST + 1), np.float32)
    counts = np.empty((3, LONGEST + 1), np.int32)
    for row in range(len(ones)):
        a, b = ones[row], others[row]
        pair = np.int64(a) << 32 | np.int64(b)
        place = (np.int64(a) * _SPREAD + np.int64(b)) & (len(asked) - 1)
        if asked[place] == pair:
            costs[row] = kept_costs[place]
            slips[row] = kept_slips[place]
            continue
        one, other = signs[starts[a] : starts[a + 1]], signs[starts[b] : starts[b + 1]]
        cost, count = word_cost_below(
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
