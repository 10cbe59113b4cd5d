"""Where the header stands and what is below it."""

from standby.exchange import Problem
from standby.exchange.header_rows import people_signs
from tests.exchange.lists import table_of


def test_the_header_is_found_below_title_lines() -> None:
    table = table_of(
        ["Список волонтёров", "", ""],
        ["на 1 октября 2020", "", ""],
        ["", "", ""],
        ["ФИО", "Телефон", "Профессия"],
        ["Ани Саргсян", "+374 00 123456", "врач"],
    )

    assert table.columns == ("ФИО", "Телефон", "Профессия")
    assert table.origin.header_line == 4
    assert (table.rows[0].number, table.rows[0].line) == (1, 5)
    assert [note.trouble.problem for note in table.notes] == [Problem.TITLE_LINES]


def test_a_list_without_a_header_loses_nobody() -> None:
    table = table_of(["Ani Sargsyan", "+374 00 123456"], ["Aram Petrosyan", "+374 00 654321"])

    assert table.columns == ("Column 1", "Column 2")
    assert len(table.rows) == 2
    assert table.notes[0].trouble.problem is Problem.NO_HEADER


def test_a_header_in_an_unknown_language_is_told_by_the_data_below_it() -> None:
    table = table_of(["Nimi", "Puhelin"], ["Aino", "+358 000 123456"], ["Eero", "+358 000 654321"])

    assert table.columns == ("Nimi", "Puhelin")


def test_a_column_heading_that_is_also_a_value_does_not_make_a_person_the_header() -> None:
    table = table_of(["Name", "Skills"], ["Ani", "driver"], ["Aram", "car"], ["Sona", "phone"])

    assert table.origin.header_line == 1


def test_two_columns_of_one_name_are_told_apart() -> None:
    table = table_of(["Name", "Phone", "Phone", "Phone"], ["Ani", "1", "2", "3"])

    assert table.columns == ("Name", "Phone", "Phone (2)", "Phone (3)")


def test_a_column_without_a_name_is_numbered_and_an_empty_one_is_dropped() -> None:
    table = table_of(["Name", "", "", "Phone"], ["Ani", "", "nurse", "1"])

    assert table.columns == ("Name", "Column 3", "Phone")
    assert table.rows[0].cells == ("Ani", "nurse", "1")


def test_totals_repeated_headers_and_tags_are_no_people_and_are_named() -> None:
    table = table_of(
        ["Name", "Phone", "Seats"],
        ["#name", "#contact", "#seats"],
        ["Ani", "+374 00 123456", "3"],
        ["Name", "Phone", "Seats"],
        ["Aram", "+374 00 654321", "2"],
        ["Итого:", "", "5"],
    )

    assert [row.cells[0] for row in table.rows] == ["Ani", "Aram"]
    assert [(note.trouble.problem, note.line) for note in table.notes] == [
        (Problem.TAG_ROW, 2),
        (Problem.REPEATED_HEADER, 4),
        (Problem.TOTAL_ROW, 6),
    ]


def test_somebody_whose_name_begins_like_a_total_is_a_person() -> None:
    table = table_of(["Name", "Town"], ["Totalyan Sum", "Gyumri"])

    assert len(table.rows) == 1


def test_row_numbers_count_the_records_that_were_left_out() -> None:
    table = table_of(["Name", "Phone"], ["", ""], ["Ani", "1"])

    assert table.rows[0].number == 2


def test_a_list_of_people_shows_more_signs_than_a_list_of_goods() -> None:
    people = table_of(["First name", "Surname", "Phone", "Profession"], ["Ani", "Sargsyan", "1", "nurse"])
    goods = table_of(["Item", "Pack", "Quantity"], ["Blankets", "Piece", "100"])

    assert people_signs(people) > people_signs(goods)
