"""What a file is by its content; what its name says is only compared."""

import io
import re
import zipfile
from pathlib import PurePath

from standby.exchange.problems import Problem, refusal
from standby.exchange.tables import Kind

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WEB = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(rb"^\s*<(?:\?xml|[A-Za-z!])", re.DOTALL)
_FOREIGN = (
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"7z\xbc\xaf", "a packed file (7z)"),
    (b"Rar!", "a packed file (RAR)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
)
_NAMED = {
    ".csv": Kind.TEXT,
    ".tsv": Kind.TEXT,
    ".txt": Kind.TEXT,
    ".xlsx": Kind.XLSX,
    ".xlsm": Kind.XLSX,
    ".xls": Kind.XLS,
    ".ods": Kind.ODS,
}


def kind_of(content: bytes, *, file: str) -> Kind:
    """The kind of table this is; anything that is no table is refused with what it is instead."""
    if content.startswith(_ZIP):
        return _kind_of_archive(content, file=file)
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise refusal(Problem.PASSWORD, file=file)
        return Kind.XLS
    _refuse_foreign(content[:4096], file=file)
    return Kind.TEXT


def named_kind(file: str) -> Kind | None:
    """What the ending of the name says."""
    return _NAMED.get(PurePath(file).suffix.lower())


def _refuse_foreign(start: bytes, *, file: str) -> None:
    for mark, found in _FOREIGN:
        if start.startswith(mark):
            raise refusal(Problem.NOT_A_TABLE, file=file, found=found)
    plain = start.removeprefix(b"\xef\xbb\xbf")
    if _WEB.match(plain):
        raise refusal(Problem.WEB_PAGE, file=file)
    if _MARKUP.match(plain):
        raise refusal(Problem.NOT_A_TABLE, file=file, found="a file of marked-up text (XML)")


def _kind_of_archive(content: bytes, *, file: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise refusal(Problem.DAMAGED, file=file) from error
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    if "xl/workbook.bin" in names:
        raise refusal(Problem.NOT_A_TABLE, file=file, found="a binary workbook (XLSB)")
    if "content.xml" in names and "mimetype" in names:
        return Kind.ODS
    raise refusal(Problem.NOT_A_TABLE, file=file, found="a packed file (ZIP)")
