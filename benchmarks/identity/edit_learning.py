"""Learns what changes of sound transliteration makes, from pairs of spellings, by expectation maximisation.

The model is a memoryless transducer (Ristad and Yianilos, 1998): a pair of spellings is a row of changes, each drawn
alike. Pairs that the model finds too unlikely are not spellings of one name but errors of the tables, and are left out.
"""

from collections.abc import Mapping

import numba
import numpy as np

from standby.identity.sounds import sounds
from standby.identity.weights import SIGNS, signs

ROUNDS = 12
TRUSTING_ROUNDS = 2
LEAST_LIKELY = -2.6
PRIOR = 0.02

# One letter in so many is a slip of the pen; a change is never dearer than one.
SLIPS = 0.004
DEAREST = 6.0
SAME_SIGN = 0.3

SIZE = len(SIGNS) + 1


def learned_prices(pairs: Mapping[tuple[str, str], float], *, symmetric: bool) -> np.ndarray:
    """What each change costs, as minus the logarithm of how often it happens, seen from the side that expects it."""
    return _prices(_expected_changes(pairs, symmetric=symmetric))


def _expected_changes(pairs: Mapping[tuple[str, str], float], *, symmetric: bool) -> np.ndarray:
    packed = [_packed([pair[side] for pair in pairs]) for side in (0, 1)]
    weights = np.sqrt(np.array(list(pairs.values()), np.float64))
    chances = _first_guess()
    for round_number in range(ROUNDS):
        changes = np.full((SIZE, SIZE), PRIOR)
        least = LEAST_LIKELY if round_number >= TRUSTING_ROUNDS else -np.inf
        _count(*packed[0], *packed[1], weights, chances, changes, least)
        changes[0, 0] = 0
        if symmetric:
            changes = (changes + changes.T) / 2
        chances = changes / changes.sum()
    return changes


def _first_guess() -> np.ndarray:
    chances = np.full((SIZE, SIZE), 1e-4)
    np.fill_diagonal(chances, 0.02)
    chances[0, :] = chances[:, 0] = 1e-3
    chances[0, 0] = 0
    return np.asarray(chances / chances.sum())


def _packed(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    read = [np.frombuffer(signs(sounds(word)), np.int8) for word in words]
    ends = np.cumsum([0, *(len(row) for row in read)])
    return np.concatenate(read), ends


def _prices(changes: np.ndarray) -> np.ndarray:
    chances = (1 - SLIPS) * changes / changes.sum() + SLIPS / SIZE**2
    rows, columns = chances[1:].sum(1), chances[:, 1:].sum(0)
    prices = np.zeros((SIZE, SIZE))
    inner = chances[1:, 1:]
    prices[1:, 1:] = np.minimum(-np.log(inner / rows[:, None]), -np.log(inner / columns[None, :]))
    prices[1:, 0] = -np.log(chances[1:, 0] / rows)
    prices[0, 1:] = -np.log(chances[0, 1:] / columns)
    prices = np.minimum(prices, DEAREST)
    same = np.arange(1, SIZE)
    prices[same, same] = np.minimum(prices[same, same], SAME_SIGN)
    return prices


@numba.njit(cache=True)
def _count(  # noqa: C901 one loop, compiled
    ones: np.ndarray,
    one_ends: np.ndarray,
    others: np.ndarray,
    other_ends: np.ndarray,
    weights: np.ndarray,
    chances: np.ndarray,
    changes: np.ndarray,
    least: float,
) -> None:
    """Adds to `changes` how often each is expected in the pairs, by the forward and backward sums."""
    forward = np.zeros((64, 64))
    backward = np.zeros((64, 64))
    for k in range(len(weights)):
        one = ones[one_ends[k] : one_ends[k + 1]]
        other = others[other_ends[k] : other_ends[k + 1]]
        rows, columns = len(one), len(other)
        if rows == 0 or columns == 0 or rows > 60 or columns > 60:
            continue
        for i in range(rows + 1):
            for j in range(columns + 1):
                total = 1.0 if i == 0 and j == 0 else 0.0
                if i > 0 and j > 0:
                    total += forward[i - 1, j - 1] * chances[one[i - 1], other[j - 1]]
                if i > 0:
                    total += forward[i - 1, j] * chances[one[i - 1], 0]
                if j > 0:
                    total += forward[i, j - 1] * chances[0, other[j - 1]]
                forward[i, j] = total
        whole = forward[rows, columns]
        if whole <= 1e-280 or np.log(whole) / (rows + columns) < least:
            continue
        for i in range(rows, -1, -1):
            for j in range(columns, -1, -1):
                total = 1.0 if i == rows and j == columns else 0.0
                if i < rows and j < columns:
                    total += backward[i + 1, j + 1] * chances[one[i], other[j]]
                if i < rows:
                    total += backward[i + 1, j] * chances[one[i], 0]
                if j < columns:
                    total += backward[i, j + 1] * chances[0, other[j]]
                backward[i, j] = total
        share = weights[k] / whole
        for i in range(rows + 1):
            for j in range(columns + 1):
                if i < rows and j < columns:
                    a, b = one[i], other[j]
                    changes[a, b] += share * forward[i, j] * chances[a, b] * backward[i + 1, j + 1]
                if i < rows:
                    changes[one[i], 0] += share * forward[i, j] * chances[one[i], 0] * backward[i + 1, j]
                if j < columns:
                    changes[0, other[j]] += share * forward[i, j] * chances[0, other[j]] * backward[i, j + 1]
