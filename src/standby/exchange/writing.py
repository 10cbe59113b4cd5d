"""Tables for people: CSV that a spreadsheet program opens without running anything in it."""

import csv
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from standby.exchange.mapping import Mapping
from standby.exchange.outcomes import Preview
from standby.exchange.tables import Table

# ASVS 1.2.10, and the wide forms of the same signs that some programs take for them.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_REPORT_HEADER = ("file", "line", "row", "outcome", "field", "what", "remedy")


def harmless(cell: str) -> str:
    """The cell as text that no spreadsheet program takes for a formula.

    >>> harmless("=1+1"), harmless("+374 00 123456"), harmless("Անի")
    ("'=1+1", "'+374 00 123456", 'Անի')
    """
    is_risky = cell.startswith(_RISKY) or cell.lstrip().startswith(_RISKY)
    return ("'" + cell if is_risky else cell).replace("\0", "")


def write_csv_for_people(header: Sequence[str], rows: Iterable[Sequence[str]], out: TextIO) -> int:
    """Writes RFC 4180 and returns the number of rows; open `out` with `newline=""` and UTF-8."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in header])
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007 - the last number is the answer
        writer.writerow([harmless(cell) for cell in row])
    return count


def write_report(
    preview: Preview, table: Table, mapping: Mapping, out: TextIO, *, translate: Callable[[str], str] = str
) -> int:
    """What could not be used and why, row by row, for the keeper of the list; no value of any row is in it.

    Refused offers are not in it either. The columns that were left out are named at the top.
    """
    file = table.origin.file
    return write_csv_for_people(_REPORT_HEADER, _report_lines(preview, table, mapping, file, translate), out)


def _report_lines(
    preview: Preview, table: Table, mapping: Mapping, file: str, translate: Callable[[str], str]
) -> Iterable[tuple[str, ...]]:
    for guess in mapping.left_out:
        reason = guess.left_out.value if guess.left_out else ""
        yield (file, _number(table.origin.header_line), "", "column_left_out", guess.column, reason, "")
    shown = {row.number for row in preview.rows}
    for note in table.notes:
        if note.row not in shown:
            what, remedy = note.trouble.said(translate)
            yield (file, _number(note.line), _number(note.row), "note", "", what, remedy)
    for row in preview.reported:
        for found in row.troubles:
            what, remedy = found.said(translate)
            yield (file, str(row.line), str(row.number), row.outcome.value, found.field, what, remedy)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
