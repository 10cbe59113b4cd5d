"""HiGHS on the whole problem as an integer programme."""

import time

import highspy
import numpy as np

from benchmarks.planning.peers.outcome import Outcome
from standby.planning.whole.compact import Compact


def solve_whole(compact: Compact, *, seconds: float) -> Outcome:
    began = time.perf_counter()
    # The planner has had one thread so far; HiGHS refuses to run with another number until its workers are let go.
    highspy.Highs.resetGlobalScheduler(True)  # noqa: FBT003  the wheel takes no names
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # the wheel is typed in part
    for option, value in (("output_flag", False), ("time_limit", seconds), ("threads", 2)):
        solver.setOptionValue(option, value)
    solver.passModel(_model(compact))
    solver.run()
    highspy.Highs.resetGlobalScheduler(True)  # noqa: FBT003
    info = solver.getInfo()
    has_plan = info.primal_solution_status == int(highspy.SolutionStatus.kSolutionStatusFeasible)
    return Outcome(
        value=round(info.objective_function_value) if has_plan else None,
        bound=float(info.mip_dual_bound),
        seconds=time.perf_counter() - began,
    )


def _model(compact: Compact) -> highspy.HighsLp:
    arrays = compact.arrays()
    rows, columns = len(compact.limit), len(compact.gain)
    order = np.lexsort((arrays["row"], arrays["column"]))
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_, lp.sense_ = columns, rows, highspy.ObjSense.kMaximize
    lp.col_cost_, lp.col_lower_ = arrays["gain"].astype(np.float64), np.zeros(columns)
    lp.col_upper_ = arrays["upper"].astype(np.float64)
    lp.row_lower_, lp.row_upper_ = arrays["low"].astype(np.float64), arrays["limit"].astype(np.float64)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(np.bincount(arrays["column"], minlength=columns))])
    lp.a_matrix_.index_ = arrays["row"][order]
    lp.a_matrix_.value_ = arrays["entry"][order].astype(np.float64)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
    return lp
