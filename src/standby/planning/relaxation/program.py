"""A linear programme as arrays, and its solution by HiGHS."""

from dataclasses import dataclass

import highspy
import numpy as np
import numpy.typing as npt

from standby.planning.model.instance import Ints

Reals = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Maximise gain · x with 0 ≤ x ≤ upper and rows ≤ limit; the matrix is given entry by entry."""

    gain: Reals
    upper: Reals
    limit: Reals
    row: Ints
    column: Ints
    entry: Reals


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What each column takes, what one more of each row's limit would be worth, and the objective."""

    value: Reals
    row_price: Reals
    objective: float


def maximise(program: Program) -> Solution:
    """Solve by the serial simplex method, whose path depends on nothing but the programme."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # the wheel is typed in part
    for option, value in (("output_flag", False), ("solver", "simplex"), ("parallel", "off"), ("threads", 1)):
        solver.setOptionValue(option, value)
    solver.passModel(_as_highs(program))
    solver.run()
    solution = solver.getSolution()
    return Solution(
        value=np.array(solution.col_value, np.float64),
        row_price=np.abs(np.array(solution.row_dual, np.float64)),
        objective=float(solver.getInfo().objective_function_value),
    )


def _as_highs(program: Program) -> highspy.HighsLp:
    columns, rows = len(program.gain), len(program.limit)
    place, entry = _summed(program)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = columns, rows
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = program.gain, np.zeros(columns), program.upper
    lp.row_lower_, lp.row_upper_ = np.full(rows, -highspy.kHighsInf), program.limit
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(np.bincount(place // max(1, rows), minlength=columns))])
    lp.a_matrix_.index_ = place % max(1, rows)
    lp.a_matrix_.value_ = entry
    return lp


def _summed(program: Program) -> tuple[Ints, Reals]:
    """Entries by column and row, those of one place added up; a place is counted as column × rows + row."""
    place, number = np.unique(program.column * len(program.limit) + program.row, return_inverse=True)
    entry = np.bincount(number.reshape(-1), weights=program.entry, minlength=len(place))
    return place, entry.astype(np.float64)
