"""One CSV file as rows of named cells, each with the physical line on which it starts."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Protocol

from standby.formats.faults import FaultList, shown


class _Reader(Protocol):
    """What `csv.reader` gives: rows, and how many physical lines they have taken so far."""

    @property
    def line_num(self) -> int: ...

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file's name, its header and its records; a record keeps the line it begins on (the header is line 1).

    Records are taken apart as they are asked for, once: a million of them never stand in memory as text.
    """

    file: str
    header: tuple[str, ...]
    records: Iterable[tuple[int, list[str]]]

    def rows(self, *columns: str) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The cells of these columns, in this order; an absent column is empty everywhere. To be gone through once."""
        position = {name: index for index, name in enumerate(self.header)}
        pick = itemgetter(*(position.get(name, len(self.header)) for name in columns), 0)
        for line, cells in self.records:
            yield line, pick([*cells, ""])[:-1]


def read_table(*, file: str, content: bytes, required: tuple[str, ...], faults: FaultList) -> Table:
    """Take a file apart; what cannot be used is left out, and stands among the faults once the rows were read."""
    usable = content if _is_utf8(file=file, content=content, faults=faults) else b""
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(usable), encoding="utf-8-sig", newline=""), strict=True)
    header = _header(file=file, reader=reader, required=required, faults=faults)
    records = _records(file=file, reader=reader, width=len(header), faults=faults) if header else ()
    return Table(file=file, header=header, records=records)


def _is_utf8(*, file: str, content: bytes, faults: FaultList) -> bool:
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        faults.add(file=file, line=line, what="The file is not UTF-8 from here on.")
        return False
    return True


def _header(*, file: str, reader: _Reader, required: tuple[str, ...], faults: FaultList) -> tuple[str, ...]:
    try:
        header = tuple(next(reader, []))
    except csv.Error as error:
        faults.add(file=file, line=1, what=f"The header cannot be read: {error}.")
        return ()
    if not header:
        if not faults.faults or faults.faults[-1].file != file:
            faults.add(file=file, line=1, what="The file has no header.")
        return ()
    for name in sorted({name for name in header if header.count(name) > 1}):
        faults.add(file=file, line=1, field=shown(name), what="The column stands there twice.")
    for name in required:
        if name not in header:
            faults.add(file=file, line=1, field=name, what="The column is missing.")
    return header if set(required) <= set(header) else ()


def _records(*, file: str, reader: _Reader, width: int, faults: FaultList) -> Iterator[tuple[int, list[str]]]:
    last_line = reader.line_num
    try:
        for cells in reader:
            line, last_line = last_line + 1, reader.line_num
            if len(cells) == width:
                yield line, cells
            elif cells:
                faults.add(file=file, line=line, what=f"The row has {len(cells)} cells; the header has {width}.")
    except csv.Error as error:
        faults.add(file=file, line=last_line + 1, what=f"The row cannot be read: {error}.")
