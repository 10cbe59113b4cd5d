"""What a file is, whatever it is called."""

import io
import zipfile

import pytest

from standby.domain.errors import UnusableInput
from standby.exchange.contents import kind_of, named_kind
from standby.exchange.tables import Kind
from tests.exchange.lists import workbook_bytes


def _archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def test_a_workbook_and_a_text_are_told_by_their_content() -> None:
    assert kind_of(workbook_bytes([["name"], ["Ani"]]), file="list.csv") is Kind.XLSX
    assert kind_of(b"name\nAni\n", file="list.xlsx") is Kind.TEXT
    assert kind_of(_archive("mimetype", "content.xml"), file="list") is Kind.ODS


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"<!DOCTYPE html><html><table><tr><td>Ani", "web page"),
        (b"\xef\xbb\xbf  <html><body>", "web page"),
        (b"<?xml version='1.0'?><!-- saved --><table>", "web page"),
        (b"<?xml version='1.0'?><Workbook>", "XML"),
        (b"%PDF-1.7", "a PDF document"),
        (b"{\\rtf1 Ani", "text document"),
        (b"\x1f\x8b\x08", "packed file"),
        (b"7z\xbc\xaf\x27\x1c", "packed file"),
        (b"Rar!\x1a\x07", "packed file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"SQLite format 3\0", "a database"),
        (_archive("word/document.xml"), "packed file"),
        (_archive("xl/workbook.bin"), "XLSB"),
        (b"PK\x03\x04 torn off here", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_is_no_table_is_refused_with_what_it_is_and_what_to_do(content: bytes, complaint: str) -> None:
    with pytest.raises(UnusableInput, match=complaint) as refused:
        kind_of(content, file="list.xlsx")

    assert refused.value.faults[0].file == "list.xlsx"
    assert refused.value.faults[0].remedy


def test_a_list_that_begins_with_a_name_in_brackets_is_a_text() -> None:
    assert kind_of(b"<3 volunteers>,phone\nAni,1\n", file="list.csv") is Kind.TEXT


@pytest.mark.parametrize(
    ("file", "kind"), [("a.CSV", Kind.TEXT), ("b.xlsx", Kind.XLSX), ("c.ods", Kind.ODS), ("d", None), ("e.dat", None)]
)
def test_what_the_name_says_is_only_its_ending(file: str, kind: Kind | None) -> None:
    assert named_kind(file) is kind


def test_an_old_workbook_is_told_by_its_first_bytes() -> None:
    assert kind_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, file="list.xls") is Kind.XLS
