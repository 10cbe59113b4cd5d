"""CP-SAT on the whole problem, in a process of its own: OR-tools and highspy cannot be loaded into one.

python -m benchmarks.planning.peers.cp_sat MODEL.npz SECONDS
"""

import json
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.planning.peers.outcome import Outcome

_NO_LIMIT = 1 << 40


def solve_by_cp_sat(arrays: dict[str, npt.NDArray[np.int64]], *, seconds: float) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.npz"
        np.savez(model, allow_pickle=False, **arrays)
        run = subprocess.run(
            [sys.executable, "-m", "benchmarks.planning.peers.cp_sat", str(model), str(seconds)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    return Outcome(**json.loads(run.stdout))


def main(model: str, seconds: str) -> None:
    cp_model: Any = import_module("ortools.sat.python.cp_model")  # A peer that is not always there, nor typed.

    arrays = np.load(model)
    built = cp_model.CpModel()
    columns = [built.new_int_var(0, int(upper), "") for upper in arrays["upper"]]
    order = np.argsort(arrays["row"], kind="stable")
    column, entry = arrays["column"][order], arrays["entry"][order]
    ends = np.searchsorted(arrays["row"][order], np.arange(len(arrays["limit"]) + 1))
    for row, (low, limit) in enumerate(zip(arrays["low"].tolist(), arrays["limit"].tolist(), strict=True)):
        part = slice(ends[row], ends[row + 1])
        if limit >= _NO_LIMIT or ends[row] == ends[row + 1]:
            continue
        total = cp_model.LinearExpr.weighted_sum([columns[c] for c in column[part]], entry[part].tolist())
        built.add(total == limit if low == limit else total <= limit)
    built.maximize(cp_model.LinearExpr.weighted_sum(columns, arrays["gain"].tolist()))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = float(seconds)
    solver.parameters.num_workers = 2
    status = solver.solve(built)
    has_plan = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    value = round(solver.objective_value) if has_plan else None
    print(json.dumps({"value": value, "bound": solver.best_objective_bound, "seconds": solver.wall_time}))


if __name__ == "__main__":
    main(*sys.argv[1:])
