from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.identity.linking.cast import crowd

from standby.identity import Record, RecordId
from standby.identity.linking import link
from standby.identity.linking.degrees import DEGREES, FIELDS, Birth, Given, Home
from standby.identity.linking.own_evidence import may_be_two_at_home

FAMILIES = tuple(replace(record, birth_date="") for record in crowd(families=60, seed=5).records)
PHONE = "+37499000777"
SHARED = ("surname", "father", "child", "phone", "email", "home", "occupation", "sex", "list")
TWO_NAMES = (Given.UNKNOWN, Given.INITIAL, Given.FAR, Given.OTHER)


def at_home(number: int, name: str, *, patronymic: str = "", list_id: str = "union") -> Record:
    return Record(
        id=RecordId(f"x{number}"),
        list_id=list_id,
        given=name,
        surname="Чепечян",
        patronymic=patronymic,
        phones=(PHONE,),
        home="Гюмри",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (at_home(1, "Лусине", patronymic="Армановна"), at_home(2, "Хильда", patronymic="Армановна", list_id="field")),
        (at_home(1, "Андраник", patronymic="Альбертович"), at_home(2, "А.", list_id="field")),
        (at_home(1, "Альберт"), at_home(2, "Андраник", patronymic="Альбертович", list_id="field")),
        (at_home(1, "Мартин"), at_home(2, "Марине", list_id="field")),
        (at_home(1, "Манук", patronymic="Манукович"), at_home(2, "М.", list_id="field")),
        (at_home(1, "Тина"), at_home(2, "Дина", list_id="field")),
        (at_home(1, ""), at_home(2, "Сероб", list_id="field")),
    ],
    ids=["sisters", "an initial", "father and son", "names that begin alike", "named after him", "twins", "no name"],
)
def test_without_birth_dates_two_names_of_one_home_are_never_joined(one: Record, other: Record) -> None:
    people = link([*FAMILIES, one, other]).people

    assert (one.id, other.id) not in people


def test_one_name_in_two_scripts_of_one_home_is_joined() -> None:
    one, other = at_home(1, "Сероб"), replace(at_home(2, "Serob", list_id="field"), surname="Chepechyan")

    assert (one.id, other.id) in link([*FAMILIES, one, other]).people


def test_a_birth_date_of_ones_own_tells_whose_initial_it_is() -> None:
    row = degrees(given=Given.INITIAL, phone=1, surname=1, birth=Birth.SAME)

    assert not may_be_two(row)


@pytest.mark.parametrize("name", [Given.SHORT_FORM, Given.SLIP])
def test_near_names_with_two_birth_dates_may_be_two_at_home(name: Given) -> None:
    """Гая, born in December, and Айда, born in July of the same year, once written Гайда."""
    assert may_be_two(degrees(given=name, phone=1, surname=1, birth=Birth.SAME_YEAR))
    assert not may_be_two(degrees(given=name, phone=1, surname=1, birth=Birth.PARTLY))


def test_where_people_have_several_names_only_what_is_shared_at_home_makes_them_two() -> None:
    """As on a list of historical persons: a place in common is not yet a household."""
    place = degrees(given=Given.OTHER, surname=1, home=Home.SAME)
    phone = degrees(given=Given.OTHER, surname=1, home=Home.SAME, phone=1)

    assert not may_be_two(place, given_names_err=True)
    assert may_be_two(phone, given_names_err=True)


def test_where_people_have_several_names_an_initial_without_a_home_is_nobodys() -> None:
    """Д. of one surname may be Даниэлла or anybody else whose name begins so."""
    assert may_be_two(degrees(given=Given.INITIAL, surname=1), given_names_err=True)
    assert not may_be_two(degrees(given=Given.INITIAL, surname=1, home=Home.RARELY), given_names_err=True)
    assert not may_be_two(degrees(given=Given.INITIAL, surname=1, birth=Birth.SAME), given_names_err=True)


@given(
    name=st.sampled_from(TWO_NAMES),
    shared=st.fixed_dictionaries({field: st.integers(0, len(DEGREES[field]) - 1) for field in SHARED}),
)
def test_nothing_that_a_household_shares_outweighs_two_names(name: Given, shared: dict[str, int]) -> None:
    assert may_be_two(degrees(given=name, **shared))


@given(
    two=st.booleans(),
    near=st.sampled_from((Given.SLIP, Given.SHORT_FORM)),
    shared=st.fixed_dictionaries({field: st.integers(0, len(DEGREES[field]) - 1) for field in SHARED}),
)
def test_a_slip_or_a_short_form_is_the_same_name_unless_others_have_both(
    two: bool, near: Given, shared: dict[str, int]
) -> None:
    assert may_be_two(degrees(given=near, **shared), are_two_names=two) == two


def degrees(**known: int) -> np.ndarray:
    return np.array([[known.get(field, 0) for field in FIELDS]], np.int8)


def may_be_two(table: np.ndarray, *, are_two_names: bool = False, given_names_err: bool = False) -> bool:
    near = np.array([are_two_names])
    return bool(may_be_two_at_home(table, are_two_names=near, given_names_err=given_names_err)[0])
