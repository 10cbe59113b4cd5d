"""The smallest XLSX that spreadsheet programs open: one sheet, texts inline, one style for dates."""

import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import assert_never
from xml.sax.saxutils import escape

from standby.exercise.kept import Cell

# Serial day 1 is 1 January 1900; the format counts a 29 February 1900 that never was (ECMA-376, 18.17.4.1).
_DAY_ZERO = date(1899, 12, 30)
_DATE_STYLE = 1
_QUICKLY = 3
# Zip archives hold no earlier moment; a fixed one keeps the bytes the same.
_MOMENT = (1980, 1, 1, 0, 0, 0)

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_PARTS = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        '<sheets><sheet name="Список" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}


def write_workbook(path: Path, rows: Iterable[Sequence[Cell]]) -> None:
    """One sheet with these rows, the first at its top; the same rows make the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_QUICKLY) as book:
        for name, content in _PARTS.items():
            book.writestr(_entry(name), content)
        book.writestr(_entry("xl/worksheets/sheet1.xml"), _sheet(rows))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=_MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _sheet(rows: Iterable[Sequence[Cell]]) -> str:
    body = "".join(_row(number, row) for number, row in enumerate(rows, start=1))
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData></worksheet>'


def _row(number: int, row: Sequence[Cell]) -> str:
    cells = "".join(_cell(f"{_letters(place)}{number}", cell) for place, cell in enumerate(row) if cell != "")
    return f'<row r="{number}">{cells}</row>'


def _cell(where: str, cell: Cell) -> str:
    match cell:
        case str():
            return f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
        case int():
            return f'<c r="{where}"><v>{cell}</v></c>'
        case date():
            return f'<c r="{where}" s="{_DATE_STYLE}"><v>{(cell - _DAY_ZERO).days}</v></c>'
        case _:
            assert_never(cell)


@cache
def _letters(place: int) -> str:
    """Column names: A … Z, then AA …

    >>> _letters(0), _letters(25), _letters(26)
    ('A', 'Z', 'AA')
    """
    before, last = divmod(place, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)
