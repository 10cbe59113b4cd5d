"""The planner, seen from outside, on every small operation: what it publishes holds and respects its own bound."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from tests.check.verdicts import verdict_on
from tests.oracles.brute_force import optimum
from tests.oracles.tiny_operation import read_tiny
from tests.strategies import Files, small_operations, write_operation
from tests.vectors.operation_vectors import Vector, plannable, vectors

from standby.cli import plan


def objective_of(out: Path) -> dict[str, float]:
    objective: dict[str, float] = json.loads((out / "proof.json").read_text(encoding="utf-8"))["objective"]
    return objective


@pytest.mark.parametrize("vector", plannable(), ids=str)
def test_a_plan_holds_and_lies_between_what_is_possible_and_its_bound(vector: Vector, tmp_path: Path) -> None:
    assert plan.main([str(vector.folder), "--out", str(tmp_path / "plan")]) == 0

    objective = objective_of(tmp_path / "plan")
    assert verdict_on(vector.folder, tmp_path / "plan").broken == []
    assert vector.optimum is not None
    assert vector.optimum_without_recalls is not None
    assert objective["value"] <= vector.optimum
    assert objective["first_come"] <= vector.optimum
    assert vector.optimum_without_recalls <= objective["bound"]


@pytest.mark.parametrize("vector", [vector for vector in vectors() if vector.optimum is None], ids=str)
def test_what_cannot_be_planned_is_turned_away_by_file_and_line(vector: Vector, tmp_path: Path) -> None:
    with redirect_stderr(io.StringIO()) as complained, redirect_stdout(io.StringIO()):
        code = plan.main([str(vector.folder), "--out", str(tmp_path / "plan")])

    places = {line.split(": ")[0] for line in complained.getvalue().splitlines()}
    assert code == 2
    assert set(vector.faults + vector.refused) <= places
    assert not (tmp_path / "plan" / "calls.csv").exists()


@given(files=small_operations())
def test_a_plan_of_any_small_operation_holds(files: Files) -> None:
    with TemporaryDirectory() as folder:
        operation = write_operation(Path(folder) / "operation", files)
        out = Path(folder) / "plan"

        assert plan.main([str(operation), "--out", str(out)]) == 0

        assert verdict_on(operation, out).broken == []
        assert objective_of(out)["value"] <= optimum(read_tiny(operation))
