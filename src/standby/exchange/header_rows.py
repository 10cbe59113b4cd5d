"""Finds the header among the first lines of a list and makes a table of what stands below it."""

import re
from collections import Counter
from itertools import pairwise

from standby.exchange.fields import Field
from standby.exchange.folding import fold, tidy
from standby.exchange.grids import Grid, Record
from standby.exchange.headers import recognise
from standby.exchange.mapping import Sign
from standby.exchange.problems import Problem, trouble
from standby.exchange.tables import Note, Origin, Row, Table

_LOOK_AT = 40
_HEADER_SHARE = 0.3
# Five figures in a row, an address, a day: no header holds these.
_DATUM = re.compile(r"\d[\d\s().\-]{4,}\d|\S@\S|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|^-?\d+(?:[.,]\d+)?$")
_FIGURES = re.compile(r"^[\d\s.,%+-]*$")
_TOTAL_WORDS = (
    "total",
    "sum",
    "in all",
    "итого",
    "всего",
    "итог",
    "ընդամենը",
    "ընդհանուր",
    "cəmi",
    "yekun",
    "სულ",
    "ჯამი",
)
_TOTALS = tuple(map(fold, _TOTAL_WORDS))


def find_table(grid: Grid, origin: Origin) -> Table:
    """The table of one grid: its header wherever it stands, columns with a name each, and its rows."""
    header = _find_header(grid)
    start = header + 1 if header is not None else 0
    named = grid.records[header].cells if header is not None else ()
    below = grid.records[start:]
    names, places = _columns(named, below)
    rows, notes = _rows(below, named=named, places=places, is_cut=grid.is_cut)
    return Table(
        origin=_with_header(origin, grid, header),
        columns=names,
        rows=rows,
        notes=(*_header_notes(grid, header), *notes),
    )


def people_signs(table: Table) -> int:
    """How many different things the header knows about people: the more, the likelier this is the sheet."""
    found = [recognise(column) for column in table.columns]
    return len({match.target for match in found if match and isinstance(match.target, Field)})


def _find_header(grid: Grid) -> int | None:
    candidates = [(place, record) for place, record in enumerate(grid.records[:_LOOK_AT]) if not record.is_empty]
    for (place, _), (_, below) in pairwise(candidates):
        if _holds_tags(below):
            return place
    best, best_known = None, 0.0
    for place, record in candidates:
        known = _known(record)
        # Among lines that are equally well known the first is the header: the others are people.
        if known > best_known + (1 if best is not None else 0) and known >= _HEADER_SHARE * record.filled:
            best, best_known = place, known
    if best is not None:
        return best
    return _first_without_data(grid, candidates)


def _known(record: Record) -> float:
    """How many cells are words that we know from headers, a half for one that resembles them.

    None in a row that holds data or one repeated title.
    """
    cells = [tidy(cell) for cell in record.cells if cell]
    if any(_DATUM.search(cell) for cell in cells) or (len(cells) > 1 and len(set(cells)) == 1):
        return 0.0
    matches = [match for cell in cells if (match := recognise(cell))]
    return sum(1.0 if match.sign is Sign.HEADER else 0.5 for match in matches)


def _first_without_data(grid: Grid, candidates: list[tuple[int, Record]]) -> int | None:
    """In a language we do not know: the first wide row of plain words, if rows of data stand below it."""
    if not candidates:
        return None
    width = Counter(record.filled for record in grid.records).most_common(1)[0][0]
    place, record = next((pair for pair in candidates if 2 * pair[1].filled > width), candidates[0])
    has_data = any(_DATUM.search(cell) for cell in record.cells)
    below = [cell for later in grid.records[place + 1 : place + 20] for cell in later.cells]
    is_header = not has_data and record.filled > 1 and any(_DATUM.search(cell) for cell in below)
    return place if is_header else None


def _columns(named: tuple[str, ...], below: tuple[Record, ...]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Names of the columns and where they stand; a column without a name and without values is none."""
    width = len(named) or max((len(record.cells) for record in below), default=0)
    used = {place for record in below for place, cell in enumerate(record.cells) if cell}
    places = [place for place in range(width) if (named and tidy(named[place])) or place in used]
    names: list[str] = []
    for place in places:
        wanted = tidy(named[place]) if named else ""
        names.append(_unused(wanted or f"Column {place + 1}", names))
    return tuple(names), tuple(places)


def _unused(wanted: str, names: list[str]) -> str:
    name, count = wanted, 1
    while name in names:
        count += 1
        name = f"{wanted} ({count})"
    return name


def _rows(
    below: tuple[Record, ...], *, named: tuple[str, ...], places: tuple[int, ...], is_cut: bool
) -> tuple[tuple[Row, ...], list[Note]]:
    rows: list[Row] = []
    notes: list[Note] = []
    header = _folded(named)
    for number, record in enumerate(below, start=1):
        if record.is_empty:
            continue
        problem = _no_person(record, header=header, is_first=number == 1)
        if problem:
            notes.append(Note(trouble=trouble(problem), line=record.line, row=number))
            continue
        notes += _row_notes(record, number, width=len(named))
        cells = tuple(record.cells[place] if place < len(record.cells) else "" for place in places)
        rows.append(Row(number=number, line=record.line, cells=cells))
    if is_cut and rows:
        notes.append(Note(trouble=trouble(Problem.LAST_ROW_CUT), line=rows[-1].line, row=rows[-1].number))
    return tuple(rows), notes


def _row_notes(record: Record, number: int, *, width: int) -> list[Note]:
    troubles = []
    if width and any(record.cells[width:]):
        troubles.append(trouble(Problem.TOO_MANY_CELLS_IN_ROW, found=len(record.cells), expected=width))
    if any("\ufffd" in cell for cell in record.cells):
        troubles.append(trouble(Problem.UNREADABLE_CHARACTERS))
    return [Note(trouble=found, line=record.line, row=number) for found in troubles]


def _no_person(record: Record, *, header: tuple[str, ...], is_first: bool) -> Problem | None:
    filled = [cell for cell in record.cells if cell]
    if is_first and _holds_tags(record):
        return Problem.TAG_ROW
    if len(filled) > 1 and _folded(record.cells[:1]) == header[:1] and _folded(record.cells) == header:
        return Problem.REPEATED_HEADER
    is_total = all(_FIGURES.match(cell) for cell in filled[1:]) and fold(filled[0]).startswith(_TOTALS)
    return Problem.TOTAL_ROW if is_total else None


def _holds_tags(record: Record) -> bool:
    """A row of HXL tags, which stands right below the header."""
    return sum(1 for cell in record.cells if cell.startswith("#")) * 2 > record.filled


def _folded(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(cell) for cell in cells)


def _with_header(origin: Origin, grid: Grid, header: int | None) -> Origin:
    line = grid.records[header].line if header is not None else None
    return Origin(
        file=origin.file,
        kind=origin.kind,
        encoding=origin.encoding,
        delimiter=origin.delimiter,
        sheet=origin.sheet,
        other_sheets=origin.other_sheets,
        header_line=line,
    )


def _header_notes(grid: Grid, header: int | None) -> tuple[Note, ...]:
    if header is None:
        return (Note(trouble=trouble(Problem.NO_HEADER)),)
    above = sum(1 for record in grid.records[:header] if not record.is_empty)
    if above == 0:
        return ()
    return (Note(trouble=trouble(Problem.TITLE_LINES, count=above)),)
