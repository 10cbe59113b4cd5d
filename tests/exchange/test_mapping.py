"""A mapping is corrected by a person and kept for the next version."""

import pytest

from standby.domain.errors import Refused
from standby.exchange import ColumnGuess, Field, LeftOut, Mapping, Sign, guess_mapping
from tests.exchange.lists import table_of


def _mapping() -> Mapping:
    return guess_mapping(table_of(["Name", "Phone", "Job", "Religion"], ["Ani", "+374 00 123456", "nurse", "x"]))


def test_what_a_person_says_is_certain_and_stands() -> None:
    corrected = _mapping().corrected({"Job": Field.PARTY, "Phone": None})

    assert corrected.columns_of(Field.PARTY) == ("Job",)
    assert corrected.columns_of(Field.PHONE) == ()
    assert corrected.columns[2].confidence == 1.0
    assert corrected.columns[2].evidence[0].sign is Sign.PERSON


def test_a_purpose_that_needs_one_column_leaves_the_one_it_was_guessed_for() -> None:
    corrected = _mapping().corrected({"Job": Field.FULL_NAME})

    assert corrected.columns_of(Field.FULL_NAME) == ("Job",)
    assert corrected.columns[0].left_out is LeftOut.REPEATED


def test_a_purpose_may_be_served_by_several_columns_where_that_makes_sense() -> None:
    assert _mapping().corrected({"Job": Field.PHONE}).columns_of(Field.PHONE) == ("Phone", "Job")

    with pytest.raises(Refused, match="birth date"):
        _mapping().corrected({"Job": Field.BIRTH_DATE, "Name": Field.BIRTH_DATE})


def test_a_column_that_is_not_there_cannot_be_corrected() -> None:
    with pytest.raises(Refused, match="no column Shoes"):
        _mapping().corrected({"Shoes": Field.PHONE})


def test_a_mapping_comes_back_from_where_it_was_kept() -> None:
    mapping = _mapping().corrected({"Job": Field.PARTY})

    assert Mapping.from_json(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {"columns": 3},
        {"columns": [{"column": 1, "field": None, "left_out": "empty", "confidence": 1, "evidence": []}]},
        {"columns": [{"column": "a", "field": "shoe size", "left_out": None, "confidence": 1, "evidence": []}]},
        {"columns": [{"column": "a", "field": None, "left_out": None, "confidence": 1, "evidence": []}]},
        {"columns": [{"column": "a", "field": "phone", "left_out": None, "confidence": True, "evidence": []}]},
    ],
)
def test_what_is_no_mapping_is_refused(kept: object) -> None:
    with pytest.raises(Refused, match="not a mapping"):
        Mapping.from_json(kept)  # type: ignore[arg-type]


def test_a_column_is_read_or_left_out_and_never_both() -> None:
    with pytest.raises(ValueError, match="either"):
        ColumnGuess(column="a", field=Field.PHONE, left_out=LeftOut.EMPTY)
    with pytest.raises(ValueError, match="between 0 and 1"):
        ColumnGuess(column="a", field=Field.PHONE, confidence=2)
