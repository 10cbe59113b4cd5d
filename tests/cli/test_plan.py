"""`standby plan` from the command line: files in, files out, and a plain sentence for everything it refuses."""

import json
from pathlib import Path

import pytest

from standby.cli.plan import main

FILES = {
    "people.csv": "person_id,roles,windows\nP1,5311:2,2020-10-01/2020-10-31\nP2,,2020-10-01/2020-10-31\n",
    "sites.csv": "site_id,region,beds\nS1,R1,\n",
    "needs.csv": "need_id,site_id,role,level,first_day,last_day,headcount,priority\n"
    "N1,S1,5311,1,2020-10-05,2020-10-09,1,3\n",
}


@pytest.fixture
def operation(tmp_path: Path) -> Path:
    folder = tmp_path / "operation"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    return folder


def test_a_plan_stands_in_five_files(operation: Path, tmp_path: Path) -> None:
    assert main([str(operation), "--out", str(tmp_path / "plan")]) == 0

    calls = (tmp_path / "plan" / "calls.csv").read_bytes()
    assert calls == b"person_id,need_id,first_day,last_day,reason\r\nP1,N1,2020-10-05,2020-10-09,needed\r\n"
    waiting = (tmp_path / "plan" / "stand_by.csv").read_bytes()
    assert waiting == b"person_id,reason,would_be_called_if\r\nP2,incomplete,\r\n"
    assert len(list((tmp_path / "plan").iterdir())) == 5


def test_a_new_plan_takes_the_place_of_the_old(operation: Path, tmp_path: Path) -> None:
    main([str(operation), "--out", str(tmp_path / "plan")])
    (operation / "people.csv").write_text("person_id\n")

    assert main([str(operation), "--out", str(tmp_path / "plan")]) == 0

    assert (tmp_path / "plan" / "calls.csv").read_bytes().count(b"\r\n") == 1
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["operation", "plan"]


def test_the_outcome_is_spoken_as_json(operation: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(operation), "--out", str(tmp_path / "plan"), "--json", "--seconds", "5", "--gap", "0.01"])

    outcome = json.loads(capsys.readouterr().out)
    assert (outcome["value"], outcome["bound"], outcome["called"], outcome["stand_by"]) == (10, 10, 1, 1)


def test_the_seed_of_the_command_goes_before_that_of_the_policy(operation: Path, tmp_path: Path) -> None:
    (operation / "policy.toml").write_text("seed = 5\n")

    main([str(operation), "--out", str(tmp_path / "plan"), "--seed", "9"])

    assert json.loads((tmp_path / "plan" / "proof.json").read_text())["seed"] == 9


def test_the_folder_of_the_operation_is_never_written_into(operation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(operation), "--out", str(operation / ".." / "operation")]) == 2

    assert sorted(entry.name for entry in operation.iterdir()) == sorted(FILES)
    assert "a folder of its own" in capsys.readouterr().err


def test_a_folder_with_anything_else_in_it_is_left_as_it_is(
    operation: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "thesis.txt").write_text("years of work")

    assert main([str(operation), "--out", str(tmp_path / "plan")]) == 2

    assert [entry.name for entry in (tmp_path / "plan").iterdir()] == ["thesis.txt"]
    assert "thesis.txt" in capsys.readouterr().err


def test_a_file_in_the_place_of_the_folder_is_refused(operation: Path, tmp_path: Path) -> None:
    (tmp_path / "plan").write_text("no folder")

    assert main([str(operation), "--out", str(tmp_path / "plan")]) == 2


def test_every_fault_has_a_line_of_its_own(operation: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (operation / "people.csv").write_text("person_id,seats\nP1,-1\nP 2,0\n")
    (operation / "policy.toml").write_text("rest_days = 2\nweights = [1, 2]\n")

    assert main([str(operation), "--out", str(tmp_path / "plan")]) == 2

    assert [line.split(": ")[0] for line in capsys.readouterr().err.splitlines()] == [
        "people.csv:2", "people.csv:3", "policy.toml:2"
    ]  # fmt: skip
    assert not (tmp_path / "plan").exists()


@pytest.mark.parametrize("headcount", ["0", "10000000"])
def test_any_headcount_can_be_planned(operation: Path, tmp_path: Path, headcount: str) -> None:
    text = FILES["needs.csv"].replace(",1,3\n", f",{headcount},3\n")
    (operation / "needs.csv").write_text(text)

    assert main([str(operation), "--out", str(tmp_path / "plan")]) == 0


def test_an_operation_of_nobody_and_nothing_is_planned(operation: Path, tmp_path: Path) -> None:
    for name, text in FILES.items():
        (operation / name).write_text(text.splitlines()[0] + "\n")

    assert main([str(operation), "--out", str(tmp_path / "plan")]) == 0

    objective = json.loads((tmp_path / "plan" / "proof.json").read_text())["objective"]
    assert objective == {"value": 0, "bound": 0, "gap": 0.0, "first_come": 0}
