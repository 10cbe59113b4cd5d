"""`standby check-roster` shares nothing with the engine: it agrees with it, and finds whatever was tampered with."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.rostering.sites import COOK, NURSE, person, shift, small_sites, worked

from standby.cli.check_roster import broken_things, main, read_roster, read_site
from standby.cli.roster import main as make_roster
from standby.rostering import Problem, problem_files, solve, write

PEOPLE = (person("A", COOK), person("B", COOK, NURSE), person("C", NURSE))
SHIFTS = (
    *(shift(f"D{day}", day=day, headcount=2) for day in range(9)),
    *(shift(f"N{day}", day=day, at=22, role=NURSE, priority=2) for day in range(0, 9, 2)),
)


@pytest.fixture(scope="module")
def proven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site and its roster, as the commands wrote them."""
    folder = tmp_path_factory.mktemp("roster")
    problem = Problem(people=PEOPLE, shifts=SHIFTS, worked={PEOPLE[0].person_id: (worked(-2), worked(-1))})
    put(problem, folder / "site")
    assert make_roster([str(folder / "site"), "--out", str(folder / "out")]) == 0
    return folder


def put(problem: Problem, folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, content in problem_files(problem).items():
        (folder / name).write_bytes(content)


def checked(folder: Path) -> int:
    return main([str(folder / "site"), str(folder / "out")])


def test_what_the_engine_made_holds(proven: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(proven) == 0
    assert capsys.readouterr().out == "The roster holds, and so does its bound.\n"


@given(problem=small_sites())
def test_engine_and_checker_agree_on_every_rule_and_on_the_bound(
    problem: Problem, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("small")
    put(problem, folder / "site")
    site = read_site(folder / "site")
    again = Problem(people=problem.people, shifts=problem.shifts, worked=problem.worked, input_sha256=site.digest)

    write(solve(again), folder / "out")

    assert list(broken_things(site, read_roster(folder / "out"))) == []


def _edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        content = (folder / name).read_bytes()
        assert old.encode() in content
        (folder / name).write_bytes(content.replace(old.encode(), new.encode(), 1))

    return edit


def _proof(change: Callable[[dict[str, Any]], None]) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / "out" / "proof.json"
        proof = json.loads(path.read_text())
        change(proof)
        path.write_text(json.dumps(proof))

    return edit


TAMPERED = {
    "one duty more": _edit("out/duties.csv", "shift_id\r\n", "shift_id\r\nC,D0\r\n"),
    "a duty of a stranger": _edit("out/duties.csv", "shift_id\r\n", "shift_id\r\nX,D0\r\n"),
    "a duty taken away": lambda folder: _drop_last(folder / "out" / "duties.csv"),
    "a rest broken": _edit("out/duties.csv", "shift_id\r\n", "shift_id\r\nB,D1\r\nB,D0\r\nB,N0\r\n"),
    "a count changed": _edit("out/shifts.csv", "D0,2,", "D0,3,"),
    "hours changed": _edit("out/people.csv", "A,", "A,1"),
    "more wanted": _edit("site/shifts.csv", ",2,3,", ",9,3,"),
    "a price lowered": _proof(lambda proof: proof["prices"].update(shift={})),
    "a price below nothing": _proof(lambda proof: proof["prices"].update(shift={"D0": -5})),
    "a price of nothing known": _proof(lambda proof: proof["prices"].update(shift={"D99": 5})),
    "a bound lowered": _proof(lambda proof: proof["objective"].update(bound=1)),
    "a gap made small": _proof(lambda proof: proof["objective"].update(gap=0.5)),
    "another hash": _proof(lambda proof: proof.update(input_sha256="0" * 64)),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_whatever_was_tampered_with_is_found(
    name: str, proven: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(proven, folder)

    TAMPERED[name](folder)

    assert checked(folder) == 1
    assert "The roster holds" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("site/policy.toml", "rest_minutes = 660", "rest_minutes = 600"),
        ("site/people.csv", "5120:2", "5412:2"),
        ("site/shifts.csv", "T", " "),
        ("out/proof.json", "{", "["),
    ],
)
def test_what_cannot_be_judged_is_said_to_be_unreadable(
    file: str, old: str, new: str, proven: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(proven, folder)

    _edit(file, old, new)(folder)

    assert checked(folder) == 2
    assert file.split("/")[1] in capsys.readouterr().err


def _drop_last(path: Path) -> None:
    path.write_bytes(b"\r\n".join(path.read_bytes().split(b"\r\n")[:-2]) + b"\r\n")
