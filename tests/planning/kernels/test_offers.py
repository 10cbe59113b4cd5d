"""What the rows of a party already charge for what it might do, held against adding them up."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.planning.kernels.offers import paid_by_choice

CHOICES = st.lists(st.tuples(st.integers(1, 15), st.integers(1, 6)), max_size=6)
ROWS = st.lists(st.tuples(st.integers(1, 20), st.integers(0, 9)), max_size=6)


@given(parties=st.lists(st.tuples(CHOICES, ROWS), max_size=3), rest_days=st.integers(0, 2))
def test_a_choice_is_charged_by_every_row_on_whose_day_it_keeps_the_party_away(
    parties: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]], rest_days: int
) -> None:
    choices = [choice for made, _ in parties for choice in made]
    rows = [row for _, charged in parties for row in charged]
    first = np.array([day for day, _ in choices], np.int64)
    last = np.array([day + length - 1 for day, length in choices], np.int64)

    paid = paid_by_choice(
        first,
        last,
        ends([len(made) for made, _ in parties]),
        np.array([day for day, _ in rows], np.int64),
        np.array([price for _, price in rows], np.int64),
        ends([len(charged) for _, charged in parties]),
        rest_days,
    )

    assert paid.tolist() == [
        sum(price for on, price in charged if day <= on <= day + length - 1 + rest_days)
        for made, charged in parties
        for day, length in made
    ]


def ends(sizes: list[int]) -> np.ndarray:
    return np.cumsum([0, *sizes]).astype(np.int64)
