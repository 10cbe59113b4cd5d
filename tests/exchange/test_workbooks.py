"""Lists kept as workbooks."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

import pytest

from standby.domain.errors import UnusableInput
from standby.exchange import Kind, Limits, Problem, read_table
from standby.exchange.workbooks import fill_merged, written
from tests.exchange.lists import workbook_bytes

HEADER = ["Name", "Phone", "Town"]


def test_values_are_read_as_a_person_would_write_them() -> None:
    content = workbook_bytes(
        [
            ["Name", "Phone", "Born", "Seen", "Seats", "Share", "Car"],
            ["Ani", 37400123456, date(1984, 10, 3), datetime.fromisoformat("2020-10-01 09:30"), 3.0, 0.5, True],
        ]
    )

    table = read_table(content, filename="list.xlsx")

    assert table.rows[0].cells == ("Ani", "37400123456", "1984-10-03", "2020-10-01 09:30:00", "3", "0.5", "yes")


def test_whole_numbers_and_lengths_of_time_are_written_plainly() -> None:
    assert written(3) == "3"
    assert written(timedelta(hours=2)) == "2:00:00"


def test_rows_of_spaces_below_the_list_are_not_there() -> None:
    content = workbook_bytes([["Name", "Phone"], ["Ani", "1"], [" ", " "], ["  ", None]])

    assert len(read_table(content, filename="list.xlsx").rows) == 1


def test_a_time_alone_is_written_as_a_time() -> None:
    content = workbook_bytes([["Name", "Hour"], ["Ani", time(9, 30)]])  # type: ignore[list-item]

    assert read_table(content, filename="list.xlsx").rows[0].cells[1].startswith("09:30")


def test_the_line_is_the_row_of_the_sheet() -> None:
    content = workbook_bytes([["Volunteers"], [], HEADER, ["Ani", "1", "Gyumri"], [], ["Aram", "2", "Tbilisi"]])

    table = read_table(content, filename="list.xlsx")

    assert table.origin.header_line == 3
    assert [(row.number, row.line) for row in table.rows] == [(1, 4), (3, 6)]


def test_a_town_merged_beside_a_family_belongs_to_each_of_them() -> None:
    content = workbook_bytes(
        [HEADER, ["Ani", "1", "Gyumri"], ["Aram", "2", None], ["Sona", "3", None]], merged=["C2:C4"]
    )

    table = read_table(content, filename="list.xlsx")

    assert [row.cells[2] for row in table.rows] == ["Gyumri", "Gyumri", "Gyumri"]


def test_a_merged_title_is_no_header_and_a_merged_heading_is_shared_by_its_columns() -> None:
    content = workbook_bytes(
        [
            ["List of volunteers", None, None, None],
            ["Name", "Phone", None, "Town"],
            ["Ani", "+374 00 123456", "+374 00 123457", "Gyumri"],
        ],
        merged=["A1:D1", "B2:C2"],
    )

    table = read_table(content, filename="list.xlsx")

    assert table.columns == ("Name", "Phone", "Phone (2)", "Town")


def test_a_merged_section_heading_does_not_become_a_person_of_many_cells() -> None:
    content = workbook_bytes([HEADER, ["Yerevan group", None, None], ["Ani", "1", "Gyumri"]], merged=["A2:C2"])

    table = read_table(content, filename="list.xlsx")

    assert table.rows[0].cells == ("Yerevan group", "", "")


def test_the_sheet_that_looks_like_people_is_read_and_the_others_are_named() -> None:
    content = workbook_bytes(
        [["Item", "Pack", "Quantity"], ["Blankets", "Piece", 100]],
        sheet="Goods",
        others={"People": [["First name", "Surname", "Phone"], ["Ani", "Sargsyan", "1"]]},
    )

    table = read_table(content, filename="list.xlsx")

    assert table.origin.sheet == "People"
    assert table.origin.other_sheets == ("Goods",)
    assert table.notes[0].trouble.problem is Problem.OTHER_SHEETS


def test_a_person_may_choose_the_sheet() -> None:
    content = workbook_bytes(
        [["Name", "Phone"], ["Ani", "1"]], sheet="One", others={"Two": [["Name", "Phone"], ["Aram", "2"]]}
    )

    assert read_table(content, filename="list.xlsx", sheet="Two").rows[0].cells[0] == "Aram"


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are() -> None:
    content = workbook_bytes([["Name", "Phone"], ["Ani", "1"]], sheet="One")

    with pytest.raises(UnusableInput, match="Choose one of: One"):
        read_table(content, filename="list.xlsx", sheet="Two")


def test_a_workbook_with_nothing_on_it_is_refused() -> None:
    with pytest.raises(UnusableInput, match="empty"):
        read_table(workbook_bytes([]), filename="list.xlsx")


def test_a_sheet_of_too_many_cells_is_refused() -> None:
    content = workbook_bytes([["x"] * 30 for _ in range(30)])

    with pytest.raises(UnusableInput, match="more than 500 cells"):
        read_table(content, filename="list.xlsx", limits=Limits(cells=500))


def test_an_error_value_is_an_empty_cell() -> None:
    content = workbook_bytes([["Name", "Phone"], ["Ani", "#N/A"], ["Aram", "1"]])

    assert read_table(content, filename="list.xlsx").rows[0].cells == ("Ani", "")


def test_a_workbook_called_csv_is_read_as_what_it_is_and_said_so() -> None:
    table = read_table(workbook_bytes([["Name", "Phone"], ["Ani", "1"]]), filename="list.csv")

    assert table.origin.kind is Kind.XLSX
    assert table.notes[0].trouble.problem is Problem.OTHER_KIND


def _with_part(content: bytes, name: str, replaced: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as written:
        for part in archive.namelist():
            written.writestr(part, replaced if part == name else archive.read(part))
    return out.getvalue()


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_whose_insides_are_spoilt_is_refused(part: str) -> None:
    spoilt = _with_part(workbook_bytes([HEADER, ["Ani", "1", "Gyumri"]]), part, b"<<<")

    with pytest.raises(UnusableInput):
        read_table(spoilt, filename="list.xlsx")


def test_a_torn_old_workbook_is_refused() -> None:
    with pytest.raises(UnusableInput, match="damaged"):
        read_table(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, filename="list.xls")


def test_a_few_cells_far_apart_are_counted_as_the_sheet_that_they_span() -> None:
    content = workbook_bytes([["Name"], *[[None]] * 60, [None] * 40 + ["x"]])

    with pytest.raises(UnusableInput, match="more than 2000 cells"):
        read_table(content, filename="list.xlsx", limits=Limits(cells=2000))


def test_a_merged_block_outside_the_list_changes_nothing() -> None:
    content = workbook_bytes([HEADER, ["Ani", "1", "Gyumri"]], merged=["K50:L60", "H1:H2"])

    assert [row.cells for row in read_table(content, filename="list.xlsx").rows] == [("Ani", "1", "Gyumri")]


def test_merged_blocks_beyond_measure_are_not_filled() -> None:
    cells = [["a"] * 4, ["b"] * 4]

    fill_merged(cells, [((0, 0), (1, 1))] * 3, most=6)

    assert cells == [["a", "a", "a", "a"], ["a", "a", "b", "b"]]


def test_an_open_document_is_read() -> None:
    content = _open_document([["Name", "Phone"], ["Անի", "+374 00 123456"]])

    table = read_table(content, filename="list.ods")

    assert table.origin.kind is Kind.ODS
    assert table.rows[0].cells == ("Անի", "+374 00 123456")


def _open_document(rows: list[list[str]]) -> bytes:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    body = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows)
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="People">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return out.getvalue()
