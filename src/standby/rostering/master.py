"""The linear programme over duties found so far: which mixture of them covers most, and what each head is worth."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import highspy
import numpy as np
from numpy.typing import NDArray

from standby.rostering.model import SCALE, Model
from standby.rostering.pricing import Duties

Reals = NDArray[np.float64]
_PRIMAL_SIMPLEX = 4


@dataclass(slots=True, kw_only=True)
class Master:
    """Rows: the heads of every shift, then one a person. A column is one person's duties; columns are only added."""

    model: Model
    columns: list[tuple[int, Duties]] = field(default_factory=list)
    known: set[tuple[int, Duties]] = field(default_factory=set)
    solver: highspy.Highs = field(init=False)

    def __post_init__(self) -> None:
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]  # the wheel is typed in part
        options: dict[str, bool | int | str] = {"output_flag": False, "solver": "simplex", "parallel": "off"}
        options |= {"threads": 1, "presolve": "off", "simplex_strategy": _PRIMAL_SIMPLEX}
        for option, value in options.items():
            self.solver.setOptionValue(option, value)
        self.solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        no_index, no_value = np.zeros(0, np.int32), np.zeros(0, np.float64)
        for heads in (*self.model.headcount, *np.ones(len(self.model.may))):
            self.solver.addRow(-highspy.kHighsInf, float(heads), 0, no_index, no_value)

    def add(self, duties: Iterable[Duties]) -> int:
        """One choice for each person, in their order; how many of them are new."""
        before = len(self.columns)
        for person, shifts in enumerate(duties):
            if shifts and (person, shifts) not in self.known:
                self.known.add((person, shifts))
                self.columns.append((person, shifts))
                rows = np.array([*sorted(shifts), len(self.model.headcount) + person], np.int32)
                gain = float(self.model.weight[list(shifts)].sum() * SCALE)
                self.solver.addCol(gain, 0.0, highspy.kHighsInf, len(rows), rows, np.ones(len(rows)))
        return len(self.columns) - before

    def solve(self) -> None:
        self.solver.run()

    @property
    def objective(self) -> float:
        return float(self.solver.getInfo().objective_function_value)

    @property
    def prices(self) -> Reals:
        duals = np.array(self.solver.getSolution().row_dual, np.float64)
        return np.abs(duals[: len(self.model.headcount)])

    @property
    def shares(self) -> Reals:
        """How much of each column the mixture takes."""
        return np.array(self.solver.getSolution().col_value, np.float64)
