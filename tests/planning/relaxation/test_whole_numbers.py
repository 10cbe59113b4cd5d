"""Rounding, held against trying every whole solution."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.planning.relaxation.program import Program, maximise, maximise_in_whole_numbers

COLUMNS, ROWS = 4, 3
ENTRIES = st.lists(st.sampled_from([0, 0, 1, 1, 2, -1]), min_size=COLUMNS * ROWS, max_size=COLUMNS * ROWS)


def program_of(gains: list[int], limits: list[int], entries: list[int]) -> Program:
    matrix = np.array(entries).reshape(ROWS, COLUMNS)
    row, column = np.nonzero(matrix)
    return Program(
        gain=np.array(gains, np.float64),
        upper=np.full(COLUMNS, 2.0),
        limit=np.array(limits, np.float64),
        is_equal=np.zeros(ROWS, np.bool_),
        row=row.astype(np.int64),
        column=column.astype(np.int64),
        entry=matrix[row, column].astype(np.float64),
    )


@given(
    gains=st.lists(st.integers(0, 9), min_size=COLUMNS, max_size=COLUMNS),
    limits=st.lists(st.integers(0, 5), min_size=ROWS, max_size=ROWS),
    entries=ENTRIES,
)
def test_a_small_programme_is_rounded_to_its_best_whole_solution(
    gains: list[int], limits: list[int], entries: list[int]
) -> None:
    program, matrix = program_of(gains, limits, entries), np.array(entries).reshape(ROWS, COLUMNS)
    allowed = [whole for whole in product(range(3), repeat=COLUMNS) if (matrix @ whole <= limits).all()]

    whole = maximise_in_whole_numbers(program, maximise(program))

    assert tuple(whole.tolist()) in allowed
    assert program.gain @ whole == max(program.gain @ other for other in allowed)
