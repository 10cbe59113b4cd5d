"""Reads a list, whatever it is kept as, into a table; nothing in it is believed."""

from dataclasses import replace
from pathlib import Path, PurePath

from standby.exchange.contents import kind_of, named_kind
from standby.exchange.encodings import decode
from standby.exchange.grids import Grid
from standby.exchange.header_rows import find_table, people_signs
from standby.exchange.limits import DEFAULT_LIMITS, Limits
from standby.exchange.problems import Problem, refusal, trouble
from standby.exchange.tables import Kind, Note, Origin, Table
from standby.exchange.text_files import read_text
from standby.exchange.workbooks import read_workbook

_MEGABYTE = 1024 * 1024


def read_table(
    source: Path | bytes, *, filename: str = "", limits: Limits = DEFAULT_LIMITS, sheet: str | None = None
) -> Table:
    """The table in a file, or UnusableInput saying what is wrong with the file and what to do.

    A stranger's file is read with `read_in_process`, which a hostile file cannot bring down. `sheet` chooses one of a
    workbook's sheets; without it the one that looks most like a list of people is taken and the others are named.
    """
    name = PurePath(filename or (source.name if isinstance(source, Path) else "")).name
    content = _content(source, file=name, limits=limits)
    kind = kind_of(content, file=name)
    table = _read_kind(content, kind=kind, file=name, limits=limits, sheet=sheet)
    if not table.columns:
        raise refusal(Problem.EMPTY_FILE, file=name)
    named = named_kind(name)
    if named is None or named is kind:
        return table
    lie = trouble(Problem.OTHER_KIND, named=named.value, found=kind.value)
    return replace(table, notes=(Note(trouble=lie), *table.notes))


def _content(source: Path | bytes, *, file: str, limits: Limits) -> bytes:
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > limits.size:
        raise refusal(Problem.TOO_LARGE, file=file, limit=limits.size // _MEGABYTE)
    content = source if isinstance(source, bytes) else source.read_bytes()
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise refusal(Problem.EMPTY_FILE, file=file)
    return content


def _read_kind(content: bytes, *, kind: Kind, file: str, limits: Limits, sheet: str | None) -> Table:
    if kind is not Kind.TEXT:
        return _choose(read_workbook(content, kind=kind, file=file, limits=limits), kind=kind, file=file, sheet=sheet)
    decoded = decode(content, file=file)
    grid, delimiter = read_text(decoded, file=file, limits=limits)
    return find_table(grid, Origin(file=file, kind=kind, encoding=decoded.encoding, delimiter=delimiter))


def _choose(grids: tuple[Grid, ...], *, kind: Kind, file: str, sheet: str | None) -> Table:
    if not grids:
        raise refusal(Problem.EMPTY_FILE, file=file)
    names = tuple(grid.sheet for grid in grids)
    if sheet is not None and sheet not in names:
        raise refusal(Problem.NO_SHEET, file=file, sheet=sheet, sheets=", ".join(names))
    wanted = [grid for grid in grids if sheet in {None, grid.sheet}]
    tables = [_table_of(grid, names=names, kind=kind, file=file) for grid in wanted]
    # max takes the first of equals, and the sheets that can be seen come first.
    chosen = max(tables, key=lambda table: (bool(table.rows), people_signs(table)))
    if not chosen.origin.other_sheets:
        return chosen
    others = trouble(Problem.OTHER_SHEETS, sheets=", ".join(chosen.origin.other_sheets))
    return replace(chosen, notes=(Note(trouble=others), *chosen.notes))


def _table_of(grid: Grid, *, names: tuple[str, ...], kind: Kind, file: str) -> Table:
    others = tuple(name for name in names if name != grid.sheet)
    return find_table(grid, Origin(file=file, kind=kind, sheet=grid.sheet, other_sheets=others))
