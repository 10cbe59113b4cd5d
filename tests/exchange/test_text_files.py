"""Lists kept as text."""

import pytest

from standby.domain.errors import UnusableInput
from standby.exchange import Limits, Problem, read_table
from tests.exchange.lists import csv_bytes, table_of


def test_every_row_keeps_the_line_on_which_it_begins() -> None:
    content = b'name,notes,phone\nAni,"one\ntwo\nthree",1\n\nAram,x,2\n'

    table = read_table(content, filename="list.csv")

    assert [(row.number, row.line, row.cells[0]) for row in table.rows] == [(1, 2, "Ani"), (2, 6, "Aram")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_is_a_line_end(end: str) -> None:
    table = read_table(end.join(["name,phone", "Ani,1", "Aram,2", ""]).encode(), filename="list.csv")

    assert [row.line for row in table.rows] == [2, 3]


def test_a_quotation_mark_that_is_never_closed_refuses_the_file_and_names_its_line() -> None:
    content = b'name,phone\nAni,1\n"Aram,2\nSona,3\n'

    with pytest.raises(UnusableInput) as refused:
        read_table(content, filename="list.csv")

    assert refused.value.faults[0].line == 3
    assert "never closed" in refused.value.faults[0].what
    assert refused.value.faults[0].remedy


def test_a_quotation_mark_within_a_cell_is_a_letter() -> None:
    table = table_of(["name", "nickname"], ["Ani", 'the "quick" one'])

    assert table.rows[0].cells == ("Ani", 'the "quick" one')
    assert read_table(b'name,town\n"Ani" S.,Gyumri\n', filename="list.csv").rows[0].cells == ("Ani S.", "Gyumri")


def test_a_row_that_breaks_off_is_marked() -> None:
    table = read_table(b"name,phone,town\nAni,1,Gyumri\nAram,2", filename="list.csv")

    assert [(note.trouble.problem, note.row) for note in table.notes] == [(Problem.LAST_ROW_CUT, 2)]


def test_a_list_without_a_last_line_end_is_whole() -> None:
    table = read_table(b"name,phone,town\nAni,1,Gyumri\nAram,2,Tbilisi", filename="list.csv")

    assert not table.notes


def test_a_row_with_fewer_cells_has_empty_ones_and_a_longer_one_is_marked() -> None:
    table = read_table(b"name,phone,town\nAni,1\nAram,2,Tbilisi,more\nSona,3,Gyumri\n", filename="list.csv")

    assert table.rows[0].cells == ("Ani", "1", "")
    assert [(note.trouble.problem, note.row) for note in table.notes] == [(Problem.TOO_MANY_CELLS_IN_ROW, 2)]


def test_an_announced_delimiter_is_believed_and_is_no_row() -> None:
    table = read_table(b"sep=|\nname|phone\nAni|1\n", filename="list.csv")

    assert table.columns == ("name", "phone")
    assert table.rows[0].line == 3


@pytest.mark.parametrize(
    ("limits", "complaint"),
    [
        (Limits(rows=1), "more than 1 rows"),
        (Limits(columns=2), "more than 2 columns"),
        (Limits(cells=50), "more than 50 cells"),
        (Limits(cell=5), "more than 5 characters"),
        (Limits(size=10), "more than 0 MB"),
    ],
)
def test_a_list_past_a_limit_is_refused_and_never_cut_short(limits: Limits, complaint: str) -> None:
    rows = [["name", "phone", "town"], *([["Anahit", "1", "Gyumri"]] * 102)]

    with pytest.raises(UnusableInput, match=complaint):
        read_table(csv_bytes(rows), filename="list.csv", limits=limits)


def test_a_cell_longer_than_the_reader_can_hold_is_refused() -> None:
    with pytest.raises(UnusableInput, match="characters"):
        read_table(b"name,phone\n" + b"x" * 200_000 + b",1\n", filename="list.csv")


@pytest.mark.parametrize("content", [b"", b"  \r\n \t", b"\xef\xbb\xbf", b"\xff\xfe", b",,,\n,,,\n", b"sep=;\n"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(UnusableInput, match="empty"):
        read_table(content, filename="list.csv")


def test_a_row_whose_last_letter_is_cut_through_is_marked() -> None:
    table = read_table("name,town\nAni,Gyumri\nAram,Երևան".encode()[:-1], filename="list.csv")

    assert {note.trouble.problem for note in table.notes} == {Problem.LAST_ROW_CUT, Problem.UNREADABLE_CHARACTERS}
