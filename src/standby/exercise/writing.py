"""The lists as files, as their keepers would hand them over, and the truth about them beside."""

import csv
from collections.abc import Iterator
from pathlib import Path

from standby.exercise.kept import KeptList, RowKind
from standby.exercise.making import Exercise
from standby.exercise.workbook import write_workbook

TRUTH_FILE = "truth.csv"


def write_lists(exercise: Exercise, directory: Path) -> tuple[Path, ...]:
    """All lists in the order in which they come in; each its own file, the same bytes for the same exercise."""
    directory.mkdir(parents=True, exist_ok=True)
    paths = []
    for kept in exercise.lists:
        path = directory / kept.file
        if kept.layout.is_workbook:
            write_workbook(path, [*((title,) for title in kept.titles), kept.header, *(row.cells for row in kept.rows)])
        else:
            _write_csv(path, kept)
        paths.append(path)
    return tuple(paths)


def _write_csv(path: Path, kept: KeptList) -> None:
    with path.open("w", encoding=kept.layout.encoding, newline="") as file:
        table = csv.writer(file, delimiter=kept.layout.delimiter, lineterminator="\r\n")
        table.writerow(kept.header)
        table.writerows(row.cells for row in kept.rows)


def write_truth(exercise: Exercise, directory: Path) -> Path:
    """Who is who, for tests and measurements; the product never reads it. Rows count from 1, below the header."""
    path = directory / TRUTH_FILE
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("list", "row", "person_id", "household", "kind"))
        table.writerows(_truth(exercise))
    return path


def _truth(exercise: Exercise) -> Iterator[tuple[str, int, str, str, str]]:
    for kept in exercise.lists:
        for number, row in enumerate(kept.rows, start=1):
            if row.kind is not RowKind.NOBODY:
                yield (kept.id, number, row.person, row.household, row.kind.value)
