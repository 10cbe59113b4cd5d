"""Names must look like names in every script, and families like families."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.exercise.dice import Dice
from standby.exercise.names import Community, Forms, Gender, draw_father, draw_name, draw_surname, for_gender
from standby.exercise.tables import table, variants

SCRIPTS = {"hy": "ARMENIAN", "ka": "GEORGIAN", "az": "LATIN", "ru": "CYRILLIC"}
NAME_ROWS = [*table("given_names"), *table("surnames")]


def scripts_of(word: str) -> set[str]:
    return {unicodedata.name(letter).split()[0] for letter in word if letter.isalpha()}


@pytest.mark.parametrize("community", list(Community))
def test_every_native_form_is_in_its_own_script(community: Community) -> None:
    words = [row["native"] for row in NAME_ROWS if row["community"] == community]

    assert len(words) > 100
    assert {script for word in words for script in scripts_of(word)} == {SCRIPTS[community]}


def test_russian_forms_are_cyrillic_and_latin_forms_latin() -> None:
    russian = {script for row in NAME_ROWS for script in scripts_of(row["russian"])}
    latin = {script for row in NAME_ROWS for script in scripts_of(row["latin"])}

    assert (russian, latin) == ({"CYRILLIC"}, {"LATIN"})


def test_there_are_armenian_names_enough_for_a_diaspora() -> None:
    given_names = [row for row in table("given_names") if row["community"] == "hy"]
    surnames = [row for row in table("surnames") if row["community"] == "hy"]

    assert len(given_names) >= 150
    assert len(surnames) >= 250
    assert sum(len(variants(row["latin"])) > 1 for row in surnames) == len(surnames)


def test_no_name_stands_twice() -> None:
    keys = [(row["community"], row.get("gender", ""), row["native"]) for row in NAME_ROWS]

    assert len(keys) == len(set(keys))


def test_every_patronymic_can_be_a_sons_and_a_daughters() -> None:
    patronymics = [row["patronymic"] for row in table("given_names") if row["patronymic"]]

    assert all(patronymic.endswith(("ович", "евич")) for patronymic in patronymics)


@pytest.mark.parametrize(
    ("community", "his", "hers"),
    [
        (Community.RUSSIAN, "Соколов", "Соколова"),
        (Community.RUSSIAN, "Белинский", "Белинская"),
        (Community.AZERBAIJANI, "Məmmədov", "Məmmədova"),
        (Community.AZERBAIJANI, "Yusifzadə", "Yusifzadə"),
        (Community.ARMENIAN, "Սարգսյան", "Սարգսյան"),
        (Community.GEORGIAN, "ქიქავა", "ქიქავა"),
    ],
)
def test_only_russian_and_azerbaijani_surnames_change_with_gender(community: Community, his: str, hers: str) -> None:
    surname = Forms(native=his, russian=("Томин",), latin=("Tomin",))

    assert for_gender(surname, community=community, gender=Gender.FEMALE).native == hers
    assert for_gender(surname, community=community, gender=Gender.MALE) is surname


@given(seed=st.integers(0, 10**6), community=st.sampled_from(Community), gender=st.sampled_from(Gender))
def test_a_drawn_name_has_a_father_from_whom_a_patronymic_can_be_made(
    seed: int, community: Community, gender: Gender
) -> None:
    dice = Dice(seed=seed, name="names")

    name = draw_name(
        dice,
        community=community,
        gender=gender,
        surname=draw_surname(dice, community=community),
        father=draw_father(dice, community=community),
    )

    assert name.father.patronymic
    assert name.given.native
