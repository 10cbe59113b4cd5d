from collections.abc import Callable
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.edits import (
    INITIAL_CONTRADICTS,
    INITIAL_FITS,
    NOTHING_TO_COMPARE,
    SLIP,
    SWAPPED,
    WESTERN_PRICE,
    cheapest,
    word_cost,
)

_SIGNS = 4
_PRICES = np.random.default_rng(7).uniform(0.1, 6, (_SIGNS, _SIGNS)).astype(np.float32)
_rows = st.lists(st.integers(1, _SIGNS - 1), max_size=5)


def brute_force(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Every way to turn one row into the other, tried."""

    @cache
    def rest(i: int, j: int) -> float:
        ways = [0.0] if (i, j) == (len(one), len(other)) else []
        if i < len(one) and j < len(other):
            ways.append(float(_PRICES[one[i], other[j]]) + rest(i + 1, j + 1))
        if i < len(one):
            ways.append(float(_PRICES[one[i], 0]) + rest(i + 1, j))
        if j < len(other):
            ways.append(float(_PRICES[0, other[j]]) + rest(i, j + 1))
        if i + 1 < len(one) and j + 1 < len(other):
            swap = float(_PRICES[one[i + 1], other[j]]) + float(_PRICES[one[i], other[j + 1]])
            if swap < 3:
                ways.append(swap + SWAPPED + rest(i + 2, j + 2))
        return min(ways)

    return rest(0, 0)


# Compiled, and as it is written: what the compiler makes of it is tested, and what is written is seen to be run.
_KERNELS = pytest.mark.parametrize("kernel", [cheapest, cheapest.py_func], ids=["compiled", "written"])


@_KERNELS
@given(_rows, _rows)
def test_the_cheapest_way_is_the_cheapest_of_all_ways(
    kernel: Callable[..., tuple[float, int]], one: list[int], other: list[int]
) -> None:
    cost, slips = kernel(np.array(one, np.int8), np.array(other, np.int8), _PRICES)

    assert cost == pytest.approx(brute_force(tuple(one), tuple(other)), abs=1e-3)
    assert slips <= len(one) + len(other)


def test_a_dear_change_is_a_slip() -> None:
    dear = np.full((_SIGNS, _SIGNS), SLIP + 1, np.float32)
    np.fill_diagonal(dear, 0)

    assert cheapest(np.array([1, 2], np.int8), np.array([1, 3], np.int8), dear)[1] == 1


_WORD_KERNELS = pytest.mark.parametrize("kernel", [word_cost, word_cost.py_func], ids=["compiled", "written"])
_DEAR = np.full((_SIGNS, _SIGNS), 6, np.float32)
_FREE = np.zeros((_SIGNS, _SIGNS), np.float32)
_ONE, _OTHER = np.array([1, 2], np.int8), np.array([2, 1], np.int8)


@_WORD_KERNELS
def test_another_reading_is_taken_only_when_it_pays(kernel: Callable[..., tuple[float, int]]) -> None:
    assert kernel(_ONE, _OTHER, 0, _DEAR, _FREE) == (WESTERN_PRICE, 0)
    assert kernel(_ONE, _OTHER, 0, _DEAR, _DEAR)[0] > WESTERN_PRICE
    assert kernel(_ONE, _ONE, 0, _FREE, _DEAR) == (0.0, 0)


@_WORD_KERNELS
def test_an_initial_fits_what_begins_with_it_and_nothing_fits_no_word(kernel: Callable[..., tuple[float, int]]) -> None:
    assert kernel(_ONE, _OTHER, 1, _FREE, _FREE) == (INITIAL_FITS, 0)
    assert kernel(_ONE, _OTHER, 1, _DEAR, _FREE) == (INITIAL_CONTRADICTS, 1)
    assert kernel(_ONE, _OTHER[:0], 0, _FREE, _FREE) == (NOTHING_TO_COMPARE, 1)
