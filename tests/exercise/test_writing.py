"""The files: what their readers will meet, and the truth beside them."""

import csv
import hashlib
from pathlib import Path

import pytest

from standby.exercise import Exercise, make_exercise, write_lists
from standby.exercise.writing import write_truth
from tests.exercise.conftest import TODAY

# Of the small exercise; a change on purpose changes them here too.
PUBLISHED = {"embassy.csv": "0c144592037b6736", "field.csv": "324ba8ef1a5cd75a"}


def test_there_is_one_file_for_each_list(small: Exercise, tmp_path: Path) -> None:
    paths = write_lists(small, tmp_path / "lists")

    assert [path.name for path in paths] == ["union.xlsx", "embassy.csv", "field.csv", "union-2.xlsx"]
    assert sorted(paths) == sorted((tmp_path / "lists").iterdir())


def test_the_embassy_writes_cp1251_with_semicolons(small: Exercise, tmp_path: Path) -> None:
    write_lists(small, tmp_path)

    first_line = (tmp_path / "embassy.csv").read_bytes().decode("cp1251").splitlines()[0]

    assert first_line.split(";") == list(small.lists[1].header)


def test_the_list_on_site_is_utf8_with_a_mark_and_commas(small: Exercise, tmp_path: Path) -> None:
    write_lists(small, tmp_path)

    content = (tmp_path / "field.csv").read_bytes()

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines()[0].split(",") == list(small.lists[2].header)


@pytest.mark.parametrize(("seed", "scale"), [(1, 0.01), (2, 0.05)])
def test_the_same_seed_and_day_make_the_same_bytes(seed: int, scale: float, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_lists(make_exercise(seed=seed, today=TODAY, scale=scale), tmp_path / folder)

    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_the_rows_do_not_depend_on_the_machine(small: Exercise, tmp_path: Path) -> None:
    write_lists(small, tmp_path)

    found = {name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()[:16] for name in PUBLISHED}

    assert found == PUBLISHED


def test_another_seed_makes_other_files(small: Exercise, tmp_path: Path) -> None:
    write_lists(small, tmp_path / "one")
    write_lists(make_exercise(seed=8, today=TODAY, scale=0.01), tmp_path / "two")

    assert (tmp_path / "one" / "field.csv").read_bytes() != (tmp_path / "two" / "field.csv").read_bytes()


def test_the_truth_names_a_person_for_every_row_of_somebody(small: Exercise, tmp_path: Path) -> None:
    with write_truth(small, tmp_path).open(encoding="utf-8", newline="") as file:
        truth = {(line["list"], int(line["row"])): line["person_id"] for line in csv.DictReader(file)}

    for kept in small.lists:
        for number, row in enumerate(kept.rows, start=1):
            assert truth.get((kept.id, number), "") == row.person


def test_the_lists_do_not_hold_the_truth(small: Exercise) -> None:
    cells = {str(cell) for kept in small.lists for row in kept.rows for cell in row.cells}

    assert not cells & {volunteer.id for volunteer in small.volunteers}
