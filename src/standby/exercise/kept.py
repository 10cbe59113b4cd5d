"""A list as somebody keeps it, and the truth about each of its rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from standby.exercise.entries import Entry
from standby.exercise.text import Text

Cell: TypeAlias = str | int | date


class RowKind(StrEnum):
    FIRST = "first"
    REPEATED = "repeated"  # the same person once more on the same list
    NOBODY = "nobody"  # a blank line, a header in the middle, a total


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`field`: what a registrar takes it to be, in the exchange's words; empty where it has no purpose."""

    header: str
    field: str = ""
    write: Callable[[Entry], Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """`person` and `household` are the truth, which never stands in the list itself."""

    cells: tuple[Cell, ...]
    person: str = ""
    household: str = ""
    kind: RowKind = RowKind.NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the file is written; a list without a delimiter is a workbook."""

    delimiter: str = ""
    encoding: str = ""

    @property
    def is_workbook(self) -> bool:
        return not self.delimiter


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptList:
    """`compiled_for`: what its owner declares; `fields`: what each column with a purpose holds."""

    id: str
    file: str
    keeper: Text
    compiled_for: Text
    layout: Layout
    titles: tuple[str, ...]
    header: tuple[str, ...]
    fields: Mapping[str, str]
    rows: tuple[ListRow, ...]
