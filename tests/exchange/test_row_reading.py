"""The cells of one row by field."""

from standby.exchange import Field, Mapping, Problem, guess_mapping, read_table
from standby.exchange.columns import columns_of
from standby.exchange.row_reading import RowReading
from tests.exchange.lists import csv_bytes

HEADER = ["Name", "Phone", "Mobile", "Town", "Organisation"]


def _reading(*cells: str) -> RowReading:
    table = read_table(csv_bytes([HEADER, cells]), filename="list.csv")
    mapping: Mapping = guess_mapping(table)
    return RowReading(table.rows[0], columns_of(table, mapping))


def test_values_on_lines_of_their_own_stay_apart() -> None:
    reading = _reading("Ani", "00 11-22-33\n00 44-55-66", "", "", "")

    assert [cell for cell, _ in reading.cells(Field.PHONE)] == ["00 11-22-33; 00 44-55-66"]


def test_a_cell_that_says_nothing_is_empty() -> None:
    reading = _reading("Ani", "-", "n/a", "—", "?")

    assert not any(reading.cells(field) for field in (Field.PHONE, Field.HOME, Field.AFFILIATION))


def test_a_plus_before_a_phone_is_no_formula_but_before_a_word_it_is() -> None:
    reading = _reading("Ani", "+374 00 123456", "", "", "+cmd|x")

    assert reading.cell(Field.PHONE) is not None
    assert reading.cell(Field.AFFILIATION) is None
    assert [(found.problem, found.field) for found in reading.troubles] == [(Problem.FORMULA, "affiliation")]


def test_what_was_said_is_noted_once_it_is_asked_for() -> None:
    reading = _reading("Ani", "", "", "", "Red  Falcon\tSchool")

    assert reading.text(Field.AFFILIATION) == "Red Falcon School"
    assert reading.said == {"affiliation": ["Red Falcon School"]}
