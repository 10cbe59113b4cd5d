"""Lists of a million rows: the head says what the columns are, and the rows are read as a stream, side by side."""

import codecs
import csv
import gc
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from standby.cli.linking.row_records import Reader
from standby.domain.errors import Fault, UnusableInput
from standby.exchange import Table, read_table
from standby.identity.linking import CrowdBuilder, Intake

# Below it a list is read whole, with every check that a short list is worth.
LONG = 24 * 1024 * 1024
_HEAD = 512 * 1024
_TEXT_ENDINGS = frozenset({".csv", ".tsv", ".tab", ".txt"})
_STRIDE = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class LongList:
    """`head`: the table of the first rows; `left_out`: rows of the head that are no people (totals, tags)."""

    path: Path
    head: Table
    left_out: frozenset[int] = frozenset()
    reader: Reader | None = field(default=None, repr=False)

    def read_by(self, reader: Reader) -> "LongList":
        head = replace(self.head, rows=())
        return replace(self, head=head, reader=reader.without_rows())

    def share(self, share: int, shares: int, region: str) -> tuple[CrowdBuilder, "array[int]"]:
        """One of several equal shares of the rows, with their numbers; run in a process of its own."""
        if self.reader is None:
            raise ValueError("A long list is read by a reader.")
        gc.disable()  # nothing here is ever garbage, and looking for it takes a third of the time
        builder, numbers = CrowdBuilder(), array("i")
        intake = Intake(builder, default_region=region)
        for place, (first, rows) in enumerate(self._strides()):
            if place % shares == share:
                people = self._people(first, rows)
                numbers.extend(people)
                intake.take(self.reader.rows(list(people.values())))
        return builder, numbers

    def _strides(self) -> Iterator[tuple[int, list[list[str]]]]:
        """So many rows at a time, empty ones left out, and the number of the first."""
        origin = self.head.origin
        with self.path.open(encoding=origin.encoding, errors="replace", newline="") as file:
            rows = csv.reader(file, delimiter=origin.delimiter)
            try:
                for row in rows:
                    if row and rows.line_num >= (origin.header_line or 0):
                        break
                first = 1
                while stride := list(islice(rows, _STRIDE)):
                    filled = [row for row in stride if row]
                    yield first, filled
                    first += len(filled)
            except csv.Error as error:
                raise UnusableInput((Fault(file=self.path.name, line=rows.line_num, what=f"{error}."),)) from error

    def _people(self, first: int, rows: list[list[str]]) -> dict[int, list[str]]:
        """By their numbers, as wide as the head."""
        width = len(self.head.columns)
        return {
            number: row if len(row) >= width else row + [""] * (width - len(row))
            for number, row in enumerate(rows, start=first)
            if number not in self.left_out and any(map(str.strip, row))
        }


def long_list(path: Path, *, longer_than: int = LONG) -> LongList | None:
    """`longer_than`: bytes. None for a list that is short, or that only the whole of it tells how to read."""
    if path.suffix.lower() not in _TEXT_ENDINGS or path.stat().st_size <= longer_than:
        return None
    with path.open("rb") as file:
        start = file.read(_HEAD)
    head = read_table(start[: start.rfind(b"\n") + 1], filename=path.name)
    if not head.origin.header_line or not _is_known(head.origin.encoding) or not _has_all_columns(path, head):
        return None
    numbers = {row.number for row in head.rows}
    return LongList(path=path, head=head, left_out=frozenset(range(1, max(numbers, default=0))) - numbers)


def _is_known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _has_all_columns(path: Path, head: Table) -> bool:
    """Whether each column of the file is one of the table: a column without a name may have been left out."""
    with path.open(encoding=head.origin.encoding, errors="replace", newline="") as file:
        rows = csv.reader(file, delimiter=head.origin.delimiter)
        for row in rows:
            if row and rows.line_num >= (head.origin.header_line or 0):
                return len(row) == len(head.columns)
    return False
