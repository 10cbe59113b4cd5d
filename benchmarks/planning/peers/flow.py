"""Min-cost flow: everybody who goes alone takes one place at most, and only heads are counted. What it gives is then
held to all the rules, the weightiest calls first, and what breaks one is dropped.
"""

import time

import highspy
import numpy as np

from benchmarks.planning.peers.outcome import Outcome
from standby.planning.first_come import value_called
from standby.planning.kernels.rules import may_call
from standby.planning.kernels.state import call, new_state
from standby.planning.model.instance import Instance, Ints
from standby.planning.whole.compact import Compact


def flow_then_drop(instance: Instance, compact: Compact) -> Outcome:
    began = time.perf_counter()
    group = np.array(compact.group)
    column = np.flatnonzero((group >= 0) & (group < compact.singles))
    flows = _flow(instance, compact, column)
    state = new_state(instance, capacity=len(instance.people))
    waiting = [list(members) for members in compact.groups[: compact.singles]]
    weight = instance.needs["weight"][np.array(compact.need)[column]]
    for position in np.argsort(-weight, kind="stable").tolist():
        need = compact.need[column[position]]
        for _ in range(flows[position]):
            person = waiting[group[column[position]]].pop()
            if may_call(instance, state, person, need):
                call(instance, state, person, need)
    return Outcome(value=value_called(instance, state), bound=None, seconds=time.perf_counter() - began)


def _flow(instance: Instance, compact: Compact, column: Ints) -> list[int]:
    """A transportation problem, whose vertices are whole: from classes to needs."""
    classes, needs = compact.singles, len(instance.needs)
    group, need = np.array(compact.group)[column], np.array(compact.need)[column]
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_, lp.sense_ = len(column), classes + needs, highspy.ObjSense.kMaximize
    lp.col_cost_, lp.col_lower_ = instance.needs["weight"][need].astype(np.float64), np.zeros(len(column))
    lp.col_upper_ = np.array(compact.upper, np.float64)[column]
    sizes = [len(members) for members in compact.groups[: compact.singles]]
    lp.row_lower_ = np.full(classes + needs, -highspy.kHighsInf)
    lp.row_upper_ = np.concatenate([sizes, instance.heads_left]).astype(np.float64)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = 2 * np.arange(len(column) + 1)
    lp.a_matrix_.index_ = np.column_stack([group, classes + need]).reshape(-1)
    lp.a_matrix_.value_ = np.ones(2 * len(column))
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # the wheel is typed in part
    for option, value in (("output_flag", False), ("threads", 1)):
        solver.setOptionValue(option, value)
    solver.passModel(lp)
    solver.run()
    return [round(value) for value in solver.getSolution().col_value]
