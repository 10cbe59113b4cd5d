"""Which character stands between the cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.exchange.delimiters import announced_delimiter, guess_delimiter
from tests.exchange.lists import csv_bytes

CELLS = st.text(alphabet="abcdefgh ,;|\t\n\"'", min_size=0, max_size=12)
DELIMITERS = st.sampled_from([",", ";", "\t", "|"])


@given(DELIMITERS, st.integers(3, 6), st.integers(3, 8))
def test_the_delimiter_of_an_even_table_is_found(delimiter: str, width: int, height: int) -> None:
    rows = [[f"cell {row} {column}" for column in range(width)] for row in range(height)]

    assert guess_delimiter(csv_bytes(rows, delimiter=delimiter).decode()) == delimiter


def test_commas_inside_quoted_cells_do_not_mislead() -> None:
    rows = [["name", "skills", "town"], ["Ani", "cook, driver, nurse", "Gyumri"], ["Aram", "a, b, c, d", "Tbilisi"]]

    assert guess_delimiter(csv_bytes(rows, delimiter=";").decode()) == ";"


def test_title_lines_above_the_table_do_not_mislead() -> None:
    text = "Volunteers, as of 1 October, second list\n\nname;phone;town\nAni;1;Gyumri\nAram;2;Tbilisi\n"

    assert guess_delimiter(text) == ";"


def test_a_list_of_one_column_is_read_with_commas() -> None:
    assert guess_delimiter("name\nAni\nAram\n") == ","


@pytest.mark.parametrize(("text", "announced"), [("sep=;\na;b", ";"), ("SEP=|\na|b", "|"), ("a;b\n", ""), ("", "")])
def test_what_a_spreadsheet_program_announces_is_read(text: str, announced: str) -> None:
    assert announced_delimiter(text) == announced


def test_a_cell_too_long_to_read_parts_nothing() -> None:
    assert guess_delimiter("a;b\n" + "x" * 140_000 + "|y\n") == ";"
