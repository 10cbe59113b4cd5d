"""Workbooks of our own must open elsewhere: openpyxl is the witness."""

import zipfile
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from standby.exercise.kept import Cell
from standby.exercise.workbook import write_workbook

LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
CELLS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=12).filter(lambda text: text == text.strip() and "_x" not in text),
    st.integers(0, 10**9),
    st.dates(date(1901, 1, 1), date(2100, 1, 1)),
)


def read_back(path: Path) -> list[list[object]]:
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    return [[_plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def _plain(cell: object) -> object:
    return cell.date() if isinstance(cell, datetime) else cell


@given(rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6))
def test_what_was_written_is_read_back(rows: list[list[Cell]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"

        write_workbook(path, rows)

        assert read_back(path) == rows


def test_texts_numbers_and_dates_keep_their_kind(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["Фамилия", "Մեկ & <երկու>", "a"], ["=1+1", 7, date(1984, 2, 29)]]

    write_workbook(tmp_path / "list.xlsx", rows)

    assert read_back(tmp_path / "list.xlsx") == rows


def test_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    write_workbook(tmp_path / "list.xlsx", [["a", "", "c"]])

    assert read_back(tmp_path / "list.xlsx") == [["a", None, "c"]]


def test_columns_past_the_alphabet_are_named_on(tmp_path: Path) -> None:
    write_workbook(tmp_path / "list.xlsx", [[str(number) for number in range(60)]])

    assert read_back(tmp_path / "list.xlsx") == [[str(number) for number in range(60)]]


def test_no_part_knows_when_it_was_written(tmp_path: Path) -> None:
    write_workbook(tmp_path / "list.xlsx", [["a", 1, date(2026, 1, 1)]])

    with zipfile.ZipFile(tmp_path / "list.xlsx") as book:
        assert {part.date_time for part in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
