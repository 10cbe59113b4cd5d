"""Lists kept as text: comma, semicolon, tab or bar between the cells, in any encoding."""

import csv
import io
from collections.abc import Iterator

from standby.exchange.delimiters import announced_delimiter, guess_delimiter
from standby.exchange.encodings import Decoded
from standby.exchange.grids import Grid, Measure, Record
from standby.exchange.limits import Limits
from standby.exchange.problems import Problem, refusal


def read_text(decoded: Decoded, *, file: str, limits: Limits) -> tuple[Grid, str]:
    """The records of a text file and the delimiter between their cells."""
    text = decoded.text
    announced = announced_delimiter(text)
    delimiter = announced or guess_delimiter(text)
    measure = Measure(limits=limits, file=file)
    records: list[Record] = []
    for record in _records(text, delimiter=delimiter, file=file, limits=limits):
        measure.add(record)
        records.append(record)
    if announced:
        records = records[1:]
    if records:
        _refuse_open_quote(text, records[-1].line, delimiter=delimiter, file=file)
    return Grid(records=tuple(records), is_cut=_is_cut(text, records)), delimiter


def _records(text: str, *, delimiter: str, file: str, limits: Limits) -> Iterator[Record]:
    # Without newline="" a quoted line end would be translated; with it, lines still end at CR, LF or both.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield Record(line=line, cells=tuple(cell.strip() for cell in cells))
            line = reader.line_num + 1
    except csv.Error as error:
        # The only thing the lenient reader refuses is a field of more than 128 KB.
        raise refusal(Problem.CELL_TOO_LONG, file=file, line=line, limit=limits.cell) from error


def _refuse_open_quote(text: str, line: int, *, delimiter: str, file: str) -> None:
    """A quotation mark that is never closed swallows people up to the end of the file: better none than some."""
    lines = list(io.StringIO(text, newline=""))[line - 1 :]
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise refusal(Problem.OPEN_QUOTE, file=file, line=line) from error


def _is_cut(text: str, records: list[Record]) -> bool:
    """No line end after the last record, and it is shorter than all others: the copy broke off there.

    >>> _is_cut("a,b,c\\n1,2,3\\n4,5", [Record(line=1, cells=("a", "b", "c")), Record(line=3, cells=("4", "5"))])
    True
    """
    if text.endswith("\ufffd"):
        return True
    if text.endswith(("\n", "\r")) or len(records) < 2:
        return False
    return len(records[-1].cells) < min(len(record.cells) for record in records[:-1])
