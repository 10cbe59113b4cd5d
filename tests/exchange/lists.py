"""Lists as the tests keep them: written as bytes in any form, read back with the ordinary cast of choices."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date

from openpyxl import Workbook

from standby.domain.days import Days
from standby.exchange import Mapping, Preview, RoleChoice, Table, convert, guess_mapping, read_table
from standby.exchange.armscii import encode_armscii

TODAY = date(2020, 10, 1)
HORIZON = Days(first=TODAY, last=date(2020, 11, 29))
CHOICES = {
    "doctor": RoleChoice(codes=("2212",)),
    "nurse": RoleChoice(codes=("2221",)),
    "driver": RoleChoice(codes=("8322",)),
    "poet": RoleChoice(),
    "sniper": RoleChoice(is_refused=True),
}

Rows = Sequence[Sequence[str]]
Cell = str | int | float | bool | date | None


def csv_bytes(rows: Rows, *, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """A list as text, quoted where it must be."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    if encoding == "armscii-8":
        return encode_armscii(out.getvalue())
    return out.getvalue().encode(encoding)


def workbook_bytes(
    rows: Sequence[Sequence[Cell]],
    *,
    sheet: str = "Sheet1",
    others: dict[str, Sequence[Sequence[Cell]]] | None = None,
    merged: Sequence[str] = (),
) -> bytes:
    """A list as a workbook, with further sheets and merged blocks (`A1:C1`) on its own sheet."""
    workbook = Workbook()
    active = workbook.active
    assert active is not None
    active.title = sheet
    for row in rows:
        active.append(list(row))
    for block in merged:
        active.merge_cells(block)
    for name, content in (others or {}).items():
        added = workbook.create_sheet(name)
        for row in content:
            added.append(list(row))
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def table_of(*rows: Sequence[str], filename: str = "list.csv") -> Table:
    return read_table(csv_bytes(rows), filename=filename)


def no_fighter(text: str) -> bool:
    """Recognises a combat offer by one word, as the tests need it."""
    return "sniper" in text.lower()


def preview_of(*rows: Sequence[str], homes: Callable[[str, str], str] | None = None) -> Preview:
    """What becomes of a list that is mapped by guess and read with the ordinary choices on 1 October 2020."""
    table = table_of(*rows)
    return preview_table(table, guess_mapping(table), homes=homes)


def preview_table(table: Table, mapping: Mapping, *, homes: Callable[[str, str], str] | None = None) -> Preview:
    return convert(
        table,
        mapping,
        choices=CHOICES,
        today=TODAY,
        is_combat=no_fighter,
        homes=homes or (lambda _town, _country: ""),
        region="AM",
        horizon=HORIZON,
    )
