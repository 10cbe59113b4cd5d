"""A linear programme as arrays, and its solution by HiGHS, in fractions or in whole numbers."""

from dataclasses import dataclass

import highspy
import numpy as np

from standby.planning.model.instance import Flags, Ints, Reals

# By work, not by clock: the same programme gives the same answer on any machine.
_MOST_NODES = 20
# A whole solution this close to the relaxed one is good enough: what is lost is a tenth of the gap aimed at.
_CLOSE_ENOUGH = 1e-4
_WHOLE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Maximise gain · x with 0 ≤ x ≤ upper and rows ≤ limit, or = limit where `is_equal`; the matrix is given entry by
    entry.
    """

    gain: Reals
    upper: Reals
    limit: Reals
    is_equal: Flags
    row: Ints
    column: Ints
    entry: Reals


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What each column takes, what one more of each row's limit would be worth, and the objective."""

    value: Reals
    row_price: Reals
    objective: float

    @property
    def is_whole(self) -> bool:
        return bool((np.abs(self.value - np.rint(self.value)) < _WHOLE).all())


def maximise(program: Program) -> Solution:
    """Solve by the serial simplex method, whose path depends on nothing but the programme."""
    solver = _solver(program)
    solver.setOptionValue("solver", "simplex")
    solver.run()
    solution = solver.getSolution()
    return Solution(
        value=np.array(solution.col_value, np.float64),
        row_price=np.array(solution.row_dual, np.float64),
        objective=float(solver.getInfo().objective_function_value),
    )


def maximise_in_whole_numbers(program: Program, relaxed: Solution) -> Ints:
    """The best whole solution that the work allowed finds; the relaxed one rounded down if it finds none.

    Most columns are whole already: first only those that share a row with one that is not may change, and if that loses
    too much, all of them.
    """
    if relaxed.is_whole:
        return np.rint(relaxed.value).astype(np.int64)
    enough = (1 - _CLOSE_ENOUGH) * relaxed.objective
    near = branched(program, held=_held_beside_parts(program, relaxed))
    if near is not None and float(program.gain @ near) >= enough:
        return near
    whole = branched(program, held=None)
    return np.floor(relaxed.value + _WHOLE).astype(np.int64) if whole is None else whole


def _held_beside_parts(program: Program, relaxed: Solution) -> tuple[Reals, Reals]:
    """The least and the most that each column may be: what it is, unless it shares a row with one in parts."""
    whole = np.rint(relaxed.value)
    in_parts = np.abs(relaxed.value - whole) > _WHOLE
    touched = np.zeros(len(program.limit), np.bool_)
    touched[program.row[in_parts[program.column]]] = True
    may_change = np.zeros(len(whole), np.bool_)
    may_change[program.column[touched[program.row]]] = True
    return np.where(may_change, 0.0, whole), np.where(may_change, program.upper, whole)


def branched(program: Program, *, held: tuple[Reals, Reals] | None = None) -> Ints | None:
    """The best whole solution that branch and bound finds by the work allowed, None if it finds none.

    `held`: the least and the most that each column may be.
    """
    solver = _solver(program, are_whole=True)
    for option, value in (("mip_max_nodes", _MOST_NODES), ("mip_rel_gap", _CLOSE_ENOUGH)):
        solver.setOptionValue(option, value)
    if held is not None:
        columns = len(program.gain)
        solver.changeColsBounds(columns, np.arange(columns, dtype=np.int32), *held)
    solver.run()
    if solver.getInfo().primal_solution_status != int(highspy.SolutionStatus.kSolutionStatusFeasible):
        return None
    return np.rint(np.array(solver.getSolution().col_value, np.float64)).astype(np.int64)


def _solver(program: Program, *, are_whole: bool = False) -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # the wheel is typed in part
    for option, value in (("output_flag", False), ("parallel", "off"), ("threads", 1), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    model = _as_highs(program)
    if are_whole:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(program.gain)
    solver.passModel(model)
    return solver


def _as_highs(program: Program) -> highspy.HighsLp:
    columns, rows = len(program.gain), len(program.limit)
    place, entry = _summed(program)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = columns, rows
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = program.gain, np.zeros(columns), program.upper
    lp.row_lower_ = np.where(program.is_equal, program.limit, -highspy.kHighsInf)
    lp.row_upper_ = program.limit
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
