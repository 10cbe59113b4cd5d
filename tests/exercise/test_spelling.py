"""One name, many ways of writing it down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.exercise.dice import Dice
from standby.exercise.names import Community, Forms, Gender, Name
from standby.exercise.spelling import Script, Written, with_slip, written

HAKOB = Forms(native="Հակոբ", russian=("Акоп",), latin=("Hakob", "Hagop"), patronymic="Акопович")
ARA = Forms(native="Արա", russian=("Ара",), latin=("Ara",))
ORXAN = Forms(native="Orxan", russian=("Орхан",), latin=("Orkhan",), patronymic="Орханович")


def name(community: Community, gender: Gender, father: Forms) -> Name:
    return Name(community=community, gender=gender, given=HAKOB, surname=HAKOB, father=father)


@pytest.mark.parametrize(
    ("community", "gender", "father", "script", "patronymic"),
    [
        (Community.ARMENIAN, Gender.MALE, HAKOB, Script.NATIVE, "Հակոբի"),
        (Community.ARMENIAN, Gender.MALE, ARA, Script.NATIVE, "Արայի"),
        (Community.ARMENIAN, Gender.FEMALE, HAKOB, Script.RUSSIAN, "Акоповна"),
        (Community.ARMENIAN, Gender.MALE, HAKOB, Script.RUSSIAN, "Акопович"),
        (Community.AZERBAIJANI, Gender.FEMALE, ORXAN, Script.NATIVE, "Orxan qızı"),
        (Community.AZERBAIJANI, Gender.MALE, ORXAN, Script.NATIVE, "Orxan oğlu"),
        (Community.RUSSIAN, Gender.FEMALE, ORXAN, Script.NATIVE, "Орхановна"),
        (Community.GEORGIAN, Gender.MALE, HAKOB, Script.NATIVE, ""),
        (Community.GEORGIAN, Gender.MALE, HAKOB, Script.LATIN, ""),
    ],
)
def test_a_fathers_name_follows_the_custom_of_the_script(
    community: Community, gender: Gender, father: Forms, script: Script, patronymic: str
) -> None:
    form = written(name(community, gender, father), script=script, dice=Dice(seed=1, name="pen"))

    assert form.patronymic == patronymic


def test_a_name_is_typed_in_several_ways_in_latin_letters() -> None:
    dice = Dice(seed=1, name="pen")

    forms = {written(name(Community.ARMENIAN, Gender.MALE, HAKOB), script=Script.LATIN, dice=dice) for _ in range(50)}

    assert {form.given for form in forms} == {"Hakob", "Hagop"}


def test_a_name_is_read_surname_first_or_given_name_first() -> None:
    form = Written(surname="Ակոբյան", given="Արա", patronymic="Հակոբի")

    assert form.surname_first == "Ակոբյան Արա Հակոբի"
    assert form.given_first == "Արա Ակոբյան"


@given(seed=st.integers(0, 10**6))
def test_a_slip_exchanges_the_names_or_spoils_one_of_them_a_little(seed: int) -> None:
    form = Written(surname="Grigoryan", given="Karapet")

    slipped = with_slip(form, dice=Dice(seed=seed, name="slip"))

    swapped = (slipped.surname, slipped.given) == (form.given, form.surname)
    one_kept = (slipped.surname == form.surname) != (slipped.given == form.given)
    assert swapped or one_kept or slipped == form
    assert abs(len(slipped.given_first) - len(form.given_first)) <= 1


def test_a_short_name_is_not_mistyped() -> None:
    form = Written(surname="Ara", given="Ani")

    slips = {with_slip(form, dice=Dice(seed=seed, name="slip")) for seed in range(30)}

    assert slips == {form, Written(surname="Ani", given="Ara")}
