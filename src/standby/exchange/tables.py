"""A table as it was found in a file: all text, with the place of every row, before anything is read into it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from standby.exchange.problems import Trouble


class Kind(StrEnum):
    """What the content of a file is, whatever its name says."""

    TEXT = "text"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """How a table was read, so that a person can see at a glance whether it was read rightly."""

    file: str
    kind: Kind
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    header_line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record: `number` counts from 1 below the header, `line` is where it begins in the file (FORMATS.md)."""

    number: int
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something about the file that its owner should know, though the rest of it can be used."""

    trouble: Trouble
    line: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Every row has exactly one cell per column; column names are unique and never empty."""

    origin: Origin
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.columns)) != len(self.columns):
            raise ValueError("Two columns of a table have one name.")
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("A row of a table has more or fewer cells than it has columns.")

    def values(self, column: str) -> Iterator[str]:
        """The cells of one column from top to bottom, empty ones included."""
        index = self.columns.index(column)
        return (row.cells[index] for row in self.rows)
