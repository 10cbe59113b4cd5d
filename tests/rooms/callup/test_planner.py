"""The planner as a process: its progress, its faults, and the check that nothing passes by."""

import sys
from pathlib import Path

import pytest

from standby.domain.errors import Refused, Unavailable
from standby.rooms.callup.planner import CommandPlanner, PlanNotProven
from standby.rooms.callup.results import read_result

VECTORS = Path(__file__).resolve().parents[2] / "vectors" / "operations"


def program(tmp_path: Path, body: str) -> CommandPlanner:
    """A planner whose `standby` is a few lines of Python."""
    script = tmp_path / "standby.py"
    script.write_text(f"import sys\n{body}\n", encoding="utf-8")
    return CommandPlanner(program=(sys.executable, str(script)))


def test_the_real_planner_s_plan_is_read_and_its_progress_told(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []

    CommandPlanner().plan(
        VECTORS / "windows_several",
        out=tmp_path / "plan",
        seed=1,
        tell=lambda stage, share: told.append((stage, share)),
    )

    CommandPlanner().plan(
        VECTORS / "windows_several",
        out=tmp_path / "again",
        seed=1,
        tell=lambda *_: None,
        last=tmp_path / "plan",
    )

    result = read_result(tmp_path / "plan")
    assert len(result.calls) > 0
    assert read_result(tmp_path / "again").calls == result.calls
    assert result.objective["value"] == result.objective["bound"]
    assert told[-1][0] == "checking"
    assert [share for _, share in told] == sorted(share for _, share in told)


def test_input_that_cannot_be_planned_is_refused_in_the_planner_s_words(tmp_path: Path) -> None:
    planner = program(
        tmp_path,
        "print(' 10%  reading', file=sys.stderr); print('needs.csv:3: no number', file=sys.stderr); sys.exit(2)",
    )

    with pytest.raises(Refused, match=r"^needs.csv:3: no number$"):
        planner.plan(tmp_path, out=tmp_path / "plan", seed=1, tell=lambda *_: None)


def test_a_planner_that_dies_may_be_tried_again(tmp_path: Path) -> None:
    planner = program(tmp_path, "sys.exit(9)")

    with pytest.raises(Unavailable, match="planner stopped"):
        planner.plan(tmp_path, out=tmp_path / "plan", seed=1, tell=lambda *_: None)


def test_a_plan_that_fails_its_check_is_never_used(tmp_path: Path) -> None:
    planner = program(tmp_path, "sys.exit(1 if sys.argv[1] == 'check' else 0)")

    with pytest.raises(PlanNotProven, match="did not pass its check"):
        planner.plan(tmp_path, out=tmp_path / "plan", seed=1, tell=lambda *_: None)


def test_a_plan_that_cannot_be_checked_is_never_used(tmp_path: Path) -> None:
    planner = program(tmp_path, "sys.exit(2 if sys.argv[1] == 'check' else 0)")

    with pytest.raises(Unavailable, match="could not be checked"):
        planner.plan(tmp_path, out=tmp_path / "plan", seed=1, tell=lambda *_: None)
