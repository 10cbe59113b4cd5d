"""The files of one operation while they are read: their bytes, and the faults found so far."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from standby.formats.column import Column, KeyColumn
from standby.formats.faults import FaultList
from standby.formats.table import Table, read_table

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The content of each file by name; an absent file is simply not there."""

    contents: Mapping[str, bytes]
    faults: FaultList = field(default_factory=FaultList)

    def table(self, file: str, *, required: tuple[str, ...], may_be_absent: bool = False) -> Table | None:
        content = self.contents.get(file)
        if content is None:
            if not may_be_absent:
                self.faults.add(file=file, line=None, what="The file is missing.")
            return None
        return read_table(file=file, content=content, required=required, faults=self.faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """Makes the columns of one table, all of which report to the same list of faults."""

    file: str
    faults: FaultList

    def column(self, name: str, parse: Callable[[str], Value], fallback: Value) -> Column[Value]:
        return Column(file=self.file, name=name, parse=parse, fallback=fallback, faults=self.faults)

    def key(self, name: str, parse: Callable[[str], str]) -> KeyColumn:
        return KeyColumn(file=self.file, name=name, parse=parse, faults=self.faults)

    def fault(self, *, line: int, field: str, what: str) -> None:
        self.faults.add(file=self.file, line=line, field=field, what=what)
