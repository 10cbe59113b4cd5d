"""Lists kept as workbooks: every sheet as records of text, values as the person who typed them saw them."""

import datetime as dt
import io
import math
from collections.abc import Sequence

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from standby.exchange.archives import refuse_unsafe
from standby.exchange.grids import Grid, Measure, Record
from standby.exchange.limits import Limits
from standby.exchange.problems import Problem, refusal
from standby.exchange.tables import Kind

Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
_ERRORS = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA"})


def read_workbook(content: bytes, *, kind: Kind, file: str, limits: Limits) -> tuple[Grid, ...]:
    """Every sheet with something on it, those that can be seen before those that are hidden."""
    if kind is not Kind.XLS:
        refuse_unsafe(content, file=file, limits=limits)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        metadata = [sheet for sheet in workbook.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
        metadata.sort(key=lambda sheet: sheet.visible is not SheetVisibleEnum.Visible)
        sheets = [workbook.get_sheet_by_name(sheet.name) for sheet in metadata]
    except (CalamineError, OSError, ValueError) as error:
        raise refusal(Problem.DAMAGED, file=file) from error
    measure = Measure(limits=limits, file=file)
    grids = [_grid(sheet, measure=measure, file=file, limits=limits) for sheet in sheets]
    return tuple(grid for grid in grids if grid.records)


def _grid(sheet: CalamineSheet, *, measure: Measure, file: str, limits: Limits) -> Grid:
    if sheet.total_height * sheet.total_width > limits.cells:
        raise refusal(Problem.TOO_MANY_CELLS, file=file, limit=limits.cells)
    cells = [[written(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    fill_merged(cells, sheet.merged_cell_ranges or [], most=limits.cells)
    records = []
    for number, row in enumerate(cells, start=1):
        record = Record(line=number, cells=tuple(row))
        measure.add(record)
        records.append(record)
    while records and records[-1].is_empty:
        records.pop()
    return Grid(records=tuple(records), sheet=sheet.name)


def written(value: Value) -> str:
    """A cell's value as text: whole numbers without a point, days and times as ISO 8601 writes them.

    >>> written(37400123456.0), written(dt.datetime(2020, 10, 3)), written(True)
    ('37400123456', '2020-10-03', 'yes')
    """
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if math.isfinite(value) and value.is_integer() else repr(value)
        case dt.datetime():
            return value.date().isoformat() if value.time() == dt.time.min else value.isoformat(" ", "seconds")
        case dt.date() | dt.time():
            return value.isoformat()
        case str():
            return "" if value in _ERRORS else value.strip()
        case int() | dt.timedelta():
            return str(value)


def fill_merged(
    cells: list[list[str]], ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]], *, most: int
) -> None:
    """Gives every cell of a merged block its value, as the eye does: a town beside a whole family.

    A block over most of the width is a title or a section heading: it stays one cell, lest it become a person.
    """
    filled = 0
    for (top, left), (bottom, right) in ranges:
        if top >= len(cells) or left >= len(cells[top]):
            continue
        value, width = cells[top][left], len(cells[top])
        last = min(right, width - 1) if (right - left + 1) * 2 <= width else left
        below = min(bottom, len(cells) - 1)
        filled += (below - top + 1) * (last - left + 1)
        if filled > most:
            return
        for row in cells[top : below + 1]:
            row[left : last + 1] = [value] * (last - left + 1)
