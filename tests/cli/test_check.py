"""`standby check` as a command, and as the one file that a partner may take away and run."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from tests.oracles.published import publish
from tests.vectors.operation_vectors import OPERATIONS

from standby.cli import check

CASE = OPERATIONS / "headcount_is_kept"
FILE = Path(check.__file__)
NEEDS = "need_id,site_id,role,level,first_day,last_day,headcount,priority\nN1,S1,5311,1,2020-10-05,2020-10-09,1"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    publish(CASE, tmp_path / "plan")
    return tmp_path / "plan"


def test_it_imports_nothing_but_the_standard_library() -> None:
    statements = ast.walk(ast.parse(FILE.read_text(encoding="utf-8")))
    imported = {alias.name for node in statements if isinstance(node, ast.Import) for alias in node.names}
    statements = ast.walk(ast.parse(FILE.read_text(encoding="utf-8")))
    imported |= {node.module or "" for node in statements if isinstance(node, ast.ImportFrom)}

    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_the_file_alone_proves_a_plan_on_another_machine(plan: Path, tmp_path: Path) -> None:
    taken_away = tmp_path / "check.py"
    taken_away.write_bytes(FILE.read_bytes())

    answer = subprocess.run(
        [sys.executable, "-I", str(taken_away), str(CASE), str(plan)], capture_output=True, text=True, check=False
    )

    assert (answer.returncode, answer.stderr) == (0, "")
    assert "holds" in answer.stdout


def test_each_broken_thing_stands_on_a_line_of_its_own(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (plan / "stand_by.csv").write_text("person_id,reason,would_be_called_if\n", encoding="utf-8")
    (plan / "needs.csv").write_text("need_id,headcount,filled,short,reason,relief\n", encoding="utf-8")

    assert check.main([str(CASE), str(plan)]) == 1

    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["answers", "needs.csv"]


def test_a_folder_that_is_not_there_is_unreadable(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([str(CASE / "nowhere"), str(plan)]) == 2

    assert capsys.readouterr().err == "needs.csv: No such file or directory\n"


def test_a_file_in_place_of_the_folder_is_unreadable(plan: Path) -> None:
    assert check.main([str(CASE), str(plan / "calls.csv")]) == 2


def test_wrong_use_is_no_verdict() -> None:
    with pytest.raises(SystemExit) as stopped:
        check.main(["only-one-folder"])

    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("policy.toml", "rest_days = -1\n"),
        ("policy.toml", "rest_days = true\n"),
        ("policy.toml", "weights = [100, 30, 10, 3]\n"),
        ("policy.toml", "weights = 7\n"),
        ("policy.toml", "weights = [100, 30, 10, 3, 1, -1]\n"),
        ("needs.csv", f"{NEEDS},6\n"),
        ("policy.toml", "as_of = 2020-13-01\n"),
        ("policy.toml", "as_of = 2020-10-01T00:00:00\n"),
        ("policy.toml", "rest_days\n"),
        ("announced.csv", "person_id,need_id,state\nP1,N1,resting\n"),
        ("announced.csv", "person_id,need_id,state\nP1,N1,\n"),
        ("announced.csv", "person_id,need_id,state,first_day,last_day\nP1,N1,on_duty,2020-10-05,\n"),
        ("announced.csv", "person_id,need_id,state\nP1,N1,called\nP1,N1,accepted\n"),
        ("beds.csv", "site_id,day,beds\nS9,2020-10-05,1\n"),
        ("reception.csv", "region,day,arrivals\nR1,2020-10-05,1\nR1,2020-10-05,2\n"),
        ("transport.csv", "home,day,seats\nH1,2020-10-05,-1\n"),
        ("routes.csv", "home,region,days\nH1,R1,half\n"),
        ("sites.csv", ""),
        ("people.csv", "person_id,roles,roles\nP1,5311:2,5311:2\n"),
        ("people.csv", "person_id,roles\nP1,5311\n"),
        ("people.csv", "person_id,windows\nP1,2020-10-01\n"),
    ],
)
def test_an_operation_that_cannot_be_read_is_no_verdict_either(
    plan: Path, tmp_path: Path, name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    operation = tmp_path / "operation"
    operation.mkdir()
    for file in CASE.iterdir():
        (operation / file.name).write_bytes(file.read_bytes())
    (operation / name).write_text(text, encoding="utf-8")

    assert check.main([str(operation), str(plan)]) == 2

    assert capsys.readouterr().err.startswith(name)
