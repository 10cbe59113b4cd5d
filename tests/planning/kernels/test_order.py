"""Sorting and searching, held against Python's own."""

from bisect import bisect_right

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.planning.kernels.order import first_above, order_of

KEYS = st.one_of(st.lists(st.integers(-5, 5), max_size=30), st.lists(st.integers(-500, 500), max_size=30))


@given(keys=KEYS)
def test_positions_come_by_key_and_equal_keys_stay_as_they_stood(keys: list[int]) -> None:
    order = order_of(np.array(keys, np.int64))

    assert order.tolist() == sorted(range(len(keys)), key=keys.__getitem__)


@given(keys=KEYS.map(sorted), bar=st.integers(-6, 6))
def test_the_first_above_is_where_python_would_insert_to_the_right(keys: list[int], bar: int) -> None:
    assert first_above(np.array(keys, np.int64), bar) == bisect_right(keys, bar)
