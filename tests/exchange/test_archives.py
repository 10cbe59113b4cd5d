"""Workbooks that mean harm."""

import io
import struct
import zipfile

import pytest

from standby.domain.errors import UnusableInput
from standby.exchange.archives import refuse_unsafe
from standby.exchange.limits import Limits
from tests.exchange.lists import workbook_bytes

MEGABYTE = 1024 * 1024
SHEET = "xl/worksheets/sheet1.xml"


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _with_stated_size(content: bytes, size: int) -> bytes:
    """The same archive, stating another unpacked size in its directory, as a bomb would."""
    place = content.rindex(b"PK\x01\x02") + 24
    return content[:place] + struct.pack("<L", size) + content[place + 4 :]


def test_an_ordinary_workbook_is_let_through() -> None:
    refuse_unsafe(workbook_bytes([["name", "phone"], ["Ani", "1"]]), file="list.xlsx", limits=Limits())


def test_a_bomb_is_refused_by_what_it_states_before_it_is_unpacked() -> None:
    bomb = _packed({SHEET: b"0" * (30 * MEGABYTE)})

    with pytest.raises(UnusableInput, match="unpacks to far more"):
        refuse_unsafe(bomb, file="list.xlsx", limits=Limits(unpacked=20 * MEGABYTE))


def test_a_bomb_whose_contents_outgrow_its_size_is_refused() -> None:
    bomb = _packed({SHEET: b"0" * (30 * MEGABYTE)})

    with pytest.raises(UnusableInput, match="unpacks to far more"):
        refuse_unsafe(bomb, file="list.xlsx", limits=Limits())


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    bomb = _with_stated_size(_packed({SHEET: b"0" * (30 * MEGABYTE)}), 100)

    with pytest.raises(UnusableInput):
        refuse_unsafe(bomb, file="list.xlsx", limits=Limits())


def test_too_many_parts_are_refused() -> None:
    many = _packed({f"part{number}": b"" for number in range(30)})

    with pytest.raises(UnusableInput, match="more than 20 parts"):
        refuse_unsafe(many, file="list.xlsx", limits=Limits(parts=20))


@pytest.mark.parametrize(
    "declaration",
    [b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>', b'<!ENTITY a SYSTEM "file:///etc/hostname">', b"<!doctype x>"],
)
def test_entity_tricks_are_refused(declaration: bytes) -> None:
    trick = _packed({"xl/workbook.xml": b"<?xml version='1.0'?>" + declaration + b"<workbook/>"})

    with pytest.raises(UnusableInput, match="declarations that no spreadsheet program writes"):
        refuse_unsafe(trick, file="list.xlsx", limits=Limits())


def test_a_declaration_across_two_pieces_is_seen() -> None:
    trick = _packed({"xl/workbook.xml": b" " * (MEGABYTE - 4) + b"<!DOCTYPE x>"})

    with pytest.raises(UnusableInput, match="declarations"):
        refuse_unsafe(trick, file="list.xlsx", limits=Limits())


@pytest.mark.parametrize(
    ("cell", "complaint"),
    [
        (b'<c r="A1048576"><v>1</v></c>', "rows"),
        (b'<c r="XFD1" t="s"><v>1</v></c>', "columns"),
        (b'<x:c s="2" r="XFD1048576"><x:v>1</x:v></x:c>', "rows"),
    ],
)
def test_a_cell_in_the_far_corner_is_refused(cell: bytes, complaint: str) -> None:
    far = _packed({SHEET: b"<worksheet>" + cell + b"</worksheet>"})

    with pytest.raises(UnusableInput, match=complaint):
        refuse_unsafe(far, file="list.xlsx", limits=Limits())


def test_an_empty_cell_in_the_far_corner_is_only_a_border() -> None:
    bordered = _packed({SHEET: b'<worksheet><c r="XFD1048576" s="3"/></worksheet>'})

    refuse_unsafe(bordered, file="list.xlsx", limits=Limits())


@pytest.mark.parametrize(
    "content",
    [
        b'<table:table-row><table:table-cell table:number-columns-repeated="16000" office:value-type="string">',
        b'<table:table-row table:number-rows-repeated="9999999"><x office:value-type="a"/></table:table-row>',
    ],
)
def test_repeated_cells_of_an_open_document_are_refused(content: bytes) -> None:
    with pytest.raises(UnusableInput, match="more than"):
        refuse_unsafe(_packed({"content.xml": content}), file="list.ods", limits=Limits())


def test_the_empty_rows_that_end_every_open_document_are_harmless() -> None:
    content = b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>'

    refuse_unsafe(_packed({"content.xml": content}), file="list.ods", limits=Limits())


def test_a_torn_archive_is_refused() -> None:
    whole = workbook_bytes([["name"], ["Ani"]])

    with pytest.raises(UnusableInput, match="damaged"):
        refuse_unsafe(whole[: len(whole) // 2], file="list.xlsx", limits=Limits())


def test_a_spoilt_part_is_refused() -> None:
    whole = _packed({SHEET: bytes(range(256)) * 40})
    spoilt = whole[:60] + b"\xff" * 20 + whole[80:]

    with pytest.raises(UnusableInput, match="damaged"):
        refuse_unsafe(spoilt, file="list.xlsx", limits=Limits())


def test_a_part_under_a_password_is_refused() -> None:
    locked = bytearray(_packed({SHEET: b"<worksheet/>"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + flags] |= 1

    with pytest.raises(UnusableInput, match="password"):
        refuse_unsafe(bytes(locked), file="list.xlsx", limits=Limits())


def test_a_limit_is_at_least_one() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Limits(rows=0)
