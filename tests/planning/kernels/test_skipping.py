"""Lists that skip what is closed, held against looking at every place."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.planning.kernels.skipping import next_open, nothing_skipped

CLOSED = st.lists(st.booleans(), max_size=30)


def first_open_from(closed: list[bool], place: int) -> int:
    return next((later for later in range(place, len(closed)) if not closed[later]), len(closed))


@given(closed=CLOSED, order=st.permutations(range(30)))
def test_the_next_open_place_is_the_first_that_was_not_closed(closed: list[bool], order: list[int]) -> None:
    skip = nothing_skipped(len(closed))

    for place in order:
        if place < len(closed) and closed[place]:
            skip[place] = place + 1
            next_open(skip, order[0] % (len(closed) + 1))

    assert [next_open(skip, place) for place in range(len(closed))] == [
        first_open_from(closed, place) for place in range(len(closed))
    ]


def test_following_a_long_chain_shortens_it() -> None:
    skip, end = np.minimum(np.arange(1, 1001), 999), 999

    assert next_open(skip, 0) == end
    assert skip[0] > 1
