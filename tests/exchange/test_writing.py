"""What is written for people opens in a spreadsheet program without running anything."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.exchange import guess_mapping, harmless, write_csv_for_people, write_report
from standby.exchange.problems import Problem
from standby.exchange.wording import SENTENCES
from tests.exchange.lists import preview_table, table_of

SIGNS = "=+-@\t\r\n\0＝＋－＠"


def _written(header: list[str], rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    write_csv_for_people(header, rows, out)
    return out.getvalue()


@given(st.text(max_size=20))
def test_no_cell_begins_with_a_sign_that_starts_a_formula(cell: str) -> None:
    safe = harmless(cell)

    assert not safe.startswith(tuple(SIGNS))
    assert not safe.lstrip().startswith(tuple(SIGNS))
    assert "\0" not in safe


@given(st.text(alphabet=st.characters(exclude_characters=SIGNS), max_size=20).filter(lambda text: text == text.strip()))
def test_a_cell_that_was_harmless_is_left_as_it_was(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=2), max_size=5))
def test_what_is_written_is_read_back_with_the_same_cells(rows: list[list[str]]) -> None:
    text = _written(["a", "b"], rows)

    read = list(csv.reader(io.StringIO(text, newline="")))

    assert read == [["a", "b"], *[[harmless(cell) for cell in row] for row in rows]]


def test_lines_end_as_the_standard_says_and_no_mark_is_written() -> None:
    assert _written(["a"], [["x"]]) == "a\r\nx\r\n"


@pytest.mark.parametrize("cell", ["=1+1", "+374 00 123456", "-1", "@SUM(A1)", "\t=1", "  =1", "\0=1"])
def test_known_attacks_are_put_in_quotes(cell: str) -> None:
    assert harmless(cell).startswith("'")


def _report() -> list[list[str]]:
    table = table_of(
        ["Volunteers of the union"],
        ["Name", "Phone", "Profession", "Available from", "Available to", "Religion"],
        ["Ani Secretyan", "+374 00 123456", "nurse", "2020-10-09", "2020-10-03", "secret"],
        ["Aram Hiddenyan", "+374 00 654321", "sniper", "2020-10-03", "2020-10-09", "secret"],
        ["Sona Covertyan", "12", "nurse", "2020-10-03", "2020-10-09", "secret"],
        ["Total", "3", "", "", "", ""],
        filename="union.csv",
    )
    mapping = guess_mapping(table)
    out = io.StringIO(newline="")
    write_report(preview_table(table, mapping), table, mapping, out)
    return list(csv.reader(io.StringIO(out.getvalue(), newline="")))


def test_the_report_says_row_by_row_what_cannot_be_used_and_what_to_do() -> None:
    lines = _report()

    assert lines[0] == ["file", "line", "row", "outcome", "field", "what", "remedy"]
    assert ["union.csv", "3", "1", "unusable", "last_day"] in [line[:5] for line in lines]
    assert ["union.csv", "5", "3", "usable", "phone"] in [line[:5] for line in lines]
    assert ["union.csv", "6", "4", "note", ""] in [line[:5] for line in lines]
    assert all(line[5] for line in lines[1:])


def test_the_report_names_the_columns_that_were_left_out() -> None:
    assert ["union.csv", "2", "", "column_left_out", "Religion", "no_purpose", ""] in _report()


def test_the_report_holds_nobody_and_no_refused_offer() -> None:
    text = repr(_report())

    assert not any(
        word in text for word in ("Secretyan", "Hiddenyan", "Covertyan", "123456", "secret", "sniper", "nurse")
    )
    assert not any(line[1] == "4" for line in _report())


def test_a_report_in_another_language_translates_whole_sentences() -> None:
    table = table_of(["Name", "Profession"], ["Ani", ""])
    mapping = guess_mapping(table)
    out = io.StringIO(newline="")

    write_report(preview_table(table, mapping), table, mapping, out, translate=str.upper)

    assert "NO ROLE IS OFFERED." in out.getvalue()


@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_has_a_sentence_for_what_and_one_for_what_to_do(problem: Problem) -> None:
    what, remedy = SENTENCES[problem]

    assert what.endswith(".")
    assert remedy.endswith(".")
    assert "!" not in what + remedy


def test_no_sentence_stands_for_nothing() -> None:
    assert set(SENTENCES) == {problem.value for problem in Problem}
