"""Workbooks are packed archives: unpacked here once, into nothing, to be sure that it is safe to let them be read."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from standby.exchange.limits import Limits
from standby.exchange.problems import Problem, refusal

_CHUNK = 1 << 20
_OVERLAP = 512
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$|content\.xml$")
# A cell with something in it; the many cells that only carry a border close themselves.
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]{0,400}?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]{0,400}?(/?)>')
_REPEATED = re.compile(rb'<table:(?:covered-)?table-cell\b(?=[^>]*office:value-type)[^>]*columns-repeated="([0-9]+)"')
_REPEATED_ROWS = re.compile(
    rb'<table:table-row\b[^>]*rows-repeated="([0-9]+)"[^>]*>(.{0,4000}?)</table:table-row>', re.DOTALL
)


def refuse_unsafe(content: bytes, *, file: str, limits: Limits) -> None:
    """Unpacks every part piece by piece and refuses bombs, entity tricks and cells that stand impossibly far out.

    The sizes that an archive states are not believed: what comes out is counted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > limits.parts:
                raise refusal(Problem.TOO_MANY_PARTS, file=file, limit=limits.parts)
            if sum(part.file_size for part in parts) > limits.unpacked:
                raise refusal(Problem.TOO_LARGE_UNPACKED, file=file)
            _unpack_all(archive, parts, size=len(content), file=file, limits=limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise refusal(Problem.DAMAGED, file=file) from error
    except RuntimeError as error:  # what zipfile raises for a part under a password
        raise refusal(Problem.PASSWORD, file=file) from error


def _unpack_all(
    archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], *, size: int, file: str, limits: Limits
) -> None:
    total = 0
    allowed = min(limits.unpacked, max(size * limits.ratio, 10 * _CHUNK))
    for part in parts:
        is_sheet = bool(_SHEET.search(part.filename))
        is_markup = part.filename.endswith((".xml", ".rels"))
        tail = b""
        for chunk in _chunks(archive, part):
            total += len(chunk)
            if total > allowed:
                raise refusal(Problem.TOO_LARGE_UNPACKED, file=file)
            window = tail + chunk
            if is_markup and _DECLARATION.search(window):
                raise refusal(Problem.ENTITIES, file=file)
            if is_sheet:
                _refuse_far_cells(window, file=file, limits=limits)
            tail = window[-_OVERLAP:]


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _refuse_far_cells(window: bytes, *, file: str, limits: Limits) -> None:
    """One cell in the last corner of a sheet makes its reader lay out seventeen thousand million cells."""
    for letters, digits, closed in _CELL.findall(window):
        if closed:
            continue
        if int(digits) > limits.rows + 100:
            raise refusal(Problem.TOO_MANY_ROWS, file=file, limit=limits.rows)
        if _column(letters) > limits.columns:
            raise refusal(Problem.TOO_MANY_COLUMNS, file=file, limit=limits.columns)
    if any(int(count) > limits.columns for count in _REPEATED.findall(window)):
        raise refusal(Problem.TOO_MANY_COLUMNS, file=file, limit=limits.columns)
    for count, row in _REPEATED_ROWS.findall(window):
        if int(count) > limits.rows and b"office:value-type" in row:
            raise refusal(Problem.TOO_MANY_ROWS, file=file, limit=limits.rows)


def _column(letters: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
