"""The reference of rosters must not lag behind the engine: columns, limits, reasons, files."""

import csv
import re
from dataclasses import fields
from pathlib import Path

from tests.rostering.sites import COOK, person, shift, worked

from standby.cli.check_roster import _USUAL
from standby.domain.rest import USUAL_RULES, RestRules
from standby.rostering import Binding, Problem, Seconds, StoppedBy, problem_files, roster_files, solve

_REFERENCE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "roster.md").read_text(encoding="utf-8")
_CODES = set(re.findall(r"`([a-z_]+)`", _REFERENCE))
SITE = Problem(people=(person("A", COOK),), shifts=(shift("S", day=0),))
SITE_WORKED = Problem(people=SITE.people, shifts=SITE.shifts, worked={SITE.people[0].person_id: (worked(-2),)})


def columns(content: bytes) -> set[str]:
    return set(next(csv.reader([content.decode().split("\r\n")[0]])))


def test_every_column_of_a_site_is_described() -> None:
    described = _CODES | {"person_id", "start", "end"}

    for name, content in problem_files(SITE_WORKED).items():
        if name.endswith(".csv"):
            assert columns(content) <= described


def test_every_column_of_a_roster_is_described() -> None:
    for name, content in roster_files(solve(SITE), seconds=Seconds()).items():
        if name.endswith(".csv"):
            line = next(line for line in _REFERENCE.splitlines() if line.startswith(f"- `{name}`"))
            assert all(column in line for column in columns(content))


def test_every_limit_stands_there_with_its_usual_size_and_the_checker_knows_the_same() -> None:
    usual = {field.name.rstrip("_"): getattr(USUAL_RULES, field.name) for field in fields(RestRules)}
    rows = re.findall(r"^\| (`[a-z_`, ]+_minutes`) \| ([\d, ]+) \|", _REFERENCE, flags=re.MULTILINE)
    described = {
        name.removesuffix("_minutes"): int(size)
        for names, sizes in rows
        for name, size in zip(re.findall(r"`(\w+)`", names), sizes.split(","), strict=True)
    }

    assert described == usual == _USUAL


def test_every_reason_stands_there() -> None:
    assert {reason.value for reason in Binding} | {stop.value for stop in StoppedBy} <= _CODES
