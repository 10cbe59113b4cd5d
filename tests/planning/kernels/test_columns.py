"""Sets of columns of which one person takes at most one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.planning.kernels.columns import clique_entries

ABSENCES = st.lists(st.tuples(st.integers(1, 15), st.integers(1, 6)), max_size=8).map(sorted)


@given(absences=ABSENCES, rest_days=st.integers(0, 2))
def test_two_columns_share_a_row_exactly_if_one_person_cannot_take_both(
    absences: list[tuple[int, int]], rest_days: int
) -> None:
    first = np.array([day for day, _ in absences], np.int64)
    last = np.array([day + length - 1 for day, length in absences], np.int64)

    row, column, group = clique_entries(first, last, np.array([0, len(absences)], np.int64), rest_days)

    sets = [set(column[row == number].tolist()) for number in range(len(group))]
    for one in range(len(absences)):
        for other in range(one):
            clash = first[one] <= last[other] + rest_days and first[other] <= last[one] + rest_days
            assert clash == any({one, other} <= members for members in sets)
