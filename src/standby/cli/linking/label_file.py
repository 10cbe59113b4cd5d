"""Reads what people have decided about pairs: list_a, row_a, list_b, row_b, class."""

import csv
from collections.abc import Iterator
from pathlib import Path

from standby.cli.linking.places import RowPlace, RowPlaces
from standby.domain.errors import Fault, UnusableInput
from standby.identity import Pair, pair_of
from standby.identity.linking import PairClass

_COLUMNS = ("list_a", "row_a", "list_b", "row_b", "class")


def read_labels(path: Path, places: RowPlaces) -> dict[Pair, PairClass]:
    """Every fault of the file is named, not only the first."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            missing = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
            if missing:
                raise UnusableInput((Fault(file=path.name, line=1, what=f"lacks the column {missing[0]}."),))
            read = [(rows.line_num, row) for row in rows]
    except OSError as error:
        raise UnusableInput((Fault(file=path.name, what=f"cannot be read: {error.strerror}."),)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnusableInput((Fault(file=path.name, what="is not CSV in UTF-8."),)) from error
    faults = tuple(fault for line, row in read for fault in _faults(row, places, file=path.name, line=line))
    if faults:
        raise UnusableInput(faults)
    return {_pair(row, places): PairClass(row["class"]) for _, row in read}


def _faults(row: dict[str, str], places: RowPlaces, *, file: str, line: int) -> Iterator[Fault]:
    if row["class"] not in set(PairClass):
        yield Fault(file=file, line=line, field="class", what="is not one of same, household, other.")
    for side in ("a", "b"):
        place = _place(row, side)
        if place is None or places.id_of(place) is None:
            what = f"there is no row {row[f'row_{side}']} on the list {row[f'list_{side}']}."
            yield Fault(file=file, line=line, what=what)
    if _place(row, "a") == _place(row, "b"):
        yield Fault(file=file, line=line, what="names one row twice.")


def _place(row: dict[str, str], side: str) -> RowPlace | None:
    """None for what is not a row number, which is then on no list."""
    number = row[f"row_{side}"] or ""
    return RowPlace(list_name=row[f"list_{side}"], row=int(number)) if number.isdecimal() else None


def _pair(row: dict[str, str], places: RowPlaces) -> Pair:
    found = (places.id_of(place) for side in ("a", "b") if (place := _place(row, side)) is not None)
    one, other = (record for record in found if record is not None)
    return pair_of(one, other)
