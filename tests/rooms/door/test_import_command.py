"""`standby import`: the same steps as at the desk, from the command line."""

import json
from pathlib import Path

import pytest
from tests.rooms.door.conftest import EVERYONE, NURSE, as_csv

from standby.cli.import_ import main
from standby.cli.refusals import FAILED, UNUSABLE, answered
from standby.rooms.door.models import Upload
from standby.rooms.operations.models import Organisation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import ListVersion, Person, SourceList

SAID = ("--operation", "Earthquake", "--keeper", "A union", "--purpose", "help after the earthquake")


@pytest.fixture
def union(tmp_path: Path) -> Path:
    file = tmp_path / "union.csv"
    file.write_bytes(as_csv(EVERYONE))
    return file


def run(*argv: str) -> int:
    return answered(lambda: main(list(argv)), name="import")


def test_without_yes_it_shows_and_stores_nothing(
    union: Path,
    operation: OperationView,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = Organisation.objects.count()

    assert run(str(union), *SAID) == 0

    assert "union.csv: 3 of 8 rows can be used, 2 are incomplete" in capsys.readouterr().out
    tables = (Person, SourceList, Upload)
    assert [table.objects.count() for table in tables] == [0, 0, 0]
    assert Organisation.objects.count() == before


def test_with_yes_it_stores_and_speaks_json(
    union: Path,
    operation: OperationView,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(str(union), *SAID, "--yes", "--json") == 0

    (said,) = json.loads(capsys.readouterr().out)["lists"]
    assert (said["stored"], said["people"], said["refused"]) == (True, 6, 1)
    assert Person.objects.count() == 6


def test_a_title_that_is_known_brings_the_next_version(union: Path, operation: OperationView) -> None:
    run(str(union), *SAID, "--yes")
    union.write_bytes(as_csv([NURSE]))

    assert run(str(union), "--operation", operation.ref, "--yes") == 0

    assert ListVersion.objects.order_by("-number")[0].missing == 5


def test_rows_that_cannot_be_used_are_named_by_file_and_line(
    union: Path,
    operation: OperationView,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(str(union), *SAID)

    assert (
        "union.csv:8: last_day: The last day, 2026-10-06, is before the first day, 2026-10-30."
        in capsys.readouterr().err
    )


def test_a_file_that_cannot_be_used_exits_with_two(
    tmp_path: Path,
    operation: OperationView,
    capsys: pytest.CaptureFixture[str],
) -> None:
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes(b"PK\x03\x04torn")

    assert run(str(torn), *SAID) == UNUSABLE
    assert run(str(tmp_path / "nowhere.csv"), *SAID) == UNUSABLE
    assert [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()] == ["torn.xlsx", "nowhere.csv"]


@pytest.mark.parametrize(
    "said",
    [
        ("--operation", "Nowhere"),
        ("--operation", "Earthquake"),
        ("--operation", "Earthquake", "--keeper", "A union", "--purpose", "volunteers for the front"),
    ],
    ids=["unknown operation", "no keeper", "people who asked to fight"],
)
def test_a_refusal_exits_with_one(union: Path, operation: OperationView, said: tuple[str, ...]) -> None:
    assert run(str(union), *said) == FAILED
    assert SourceList.objects.count() == 0
