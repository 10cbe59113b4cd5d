import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.given_names import Known, Relation, known_name, relation


@pytest.mark.parametrize(
    ("one", "other"),
    [("Հակոբ", "Яков"), ("Gevorg", "Георгий"), ("Məmməd", "Мамед"), ("Karnig", "Գառնիկ"), ("გიორგი", "Георгий")],
)
def test_spellings_of_one_name_are_the_same_name(one: str, other: str) -> None:
    assert relation(known_name(one.lower()), known_name(other.lower())) is Relation.SAME


@pytest.mark.parametrize(
    ("one", "other"), [("Хачик", "Խաչատուր"), ("Саша", "Ալեքսանդր"), ("Վալոդ", "Vladimir"), ("Гуля", "Gülnarə")]
)
def test_a_short_form_may_stand_for_the_full_name(one: str, other: str) -> None:
    assert relation(known_name(one.lower()), known_name(other.lower())) >= Relation.SHORT_FORM


@pytest.mark.parametrize(
    ("one", "other"), [("Тина", "Дина"), ("Armen", "Armine"), ("Նարեկ", "Marek"), ("Ани", "Анаит"), ("Atom", "Том")]
)
def test_two_names_one_letter_apart_are_two_names(one: str, other: str) -> None:
    assert relation(known_name(one.lower()), known_name(other.lower())) is Relation.OTHER


def test_of_a_name_that_no_table_knows_nothing_is_said() -> None:
    assert relation(known_name("ебтти"), known_name("betty")) is Relation.UNKNOWN


def test_three_hundred_names_have_short_forms() -> None:
    text = files("standby.identity").joinpath("tables", "given_names.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))

    assert len(rows) >= 500
    assert sum(bool(row["short_forms"]) for row in rows) >= 300
    assert len({row["name"] for row in rows}) == len(rows)


_ids = st.frozensets(st.sampled_from(range(4)), max_size=3)
_known = st.builds(Known, spells=_ids, short_for=_ids)


@given(_known, _known)
def test_names_stand_to_each_other_as_what_they_spell_and_shorten_says(one: Known, other: Known) -> None:
    first, second = one.spells | one.short_for, other.spells | other.short_for
    if one.spells & other.spells:
        expected = Relation.SAME
    elif first and second:
        expected = Relation.SHORT_FORM if first & second else Relation.OTHER
    else:
        expected = Relation.UNKNOWN

    assert relation(one, other) is expected is relation(other, one)
