from dataclasses import replace

import numpy as np
import pytest

from standby.identity.linking.comparing import compare_pairs
from standby.identity.linking.degrees import (
    DEGREES,
    FIELDS,
    Birth,
    Child,
    Contact,
    Father,
    Given,
    Home,
    Match,
    Surname,
)
from standby.identity.linking.intake import crowd_of
from standby.identity.records import LicenceNumber, Record, RecordId
from standby.identity.weights import weights


def degree(field: str, one: Record, other: Record) -> int:
    crowd = crowd_of([replace(one, id=RecordId("a")), replace(other, id=RecordId("b"))], default_region="")
    there, back = compare_pairs(crowd, np.array([0, 1]), np.array([1, 0]), weights()).tolist()
    assert there == back
    return int(there[FIELDS.index(field)])


def record(**known: object) -> Record:
    return Record(id=RecordId("r"), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Հակոբ", "Акоп", Given.SAME),
        ("Хачик", "Խաչատուր", Given.SHORT_FORM),
        ("Тина", "Дина", Given.FAR),
        ("Сурен", "Ануш", Given.OTHER),
        ("А.", "Акоп", Given.INITIAL),
        ("Б.", "Акоп", Given.OTHER),
        ("Вигбен", "Вилбен", Given.SLIP),
        ("", "Акоп", Given.UNKNOWN),
    ],
)
def test_given_names_agree_so_far(one: str, other: str, expected: Given) -> None:
    assert degree("given", record(given=one, surname="Манукян"), record(given=other, surname="Манукян")) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Մանուկյան", "Манукян", Surname.SAME),
        ("Манукян", "Манкуян", Surname.SLIP),
        ("Манукян", "Петросян", Surname.OTHER),
        ("", "Петросян", Surname.UNKNOWN),
    ],
)
def test_surnames_agree_so_far(one: str, other: str, expected: Surname) -> None:
    assert degree("surname", record(given="Сурен", surname=one), record(given="Сурен", surname=other)) == expected


def test_names_in_each_others_columns_are_turned_round() -> None:
    one, other = record(given="Джон", surname="Смит"), record(given="Smith", surname="John")

    assert degree("given", one, other) < Given.FAR
    assert degree("surname", one, other) < Surname.FAR


def test_an_initial_in_the_wrong_column_is_an_initial() -> None:
    one, other = record(given="Петросян", surname="А."), record(given="Ашот", surname="Petrosyan")

    assert degree("given", one, other) == Given.INITIAL
    assert degree("surname", one, other) <= Surname.RESPELLED


def test_two_initials_do_not_make_two_other_surnames_one() -> None:
    one, other = record(given="Հ.", surname="Ոպզապալյան"), record(given="Հ.", surname="Էլոյան")

    assert degree("given", one, other) == Given.INITIAL
    assert degree("surname", one, other) == Surname.OTHER


def test_a_son_is_seen_to_be_his_fathers() -> None:
    father = record(given="Левон", surname="Манукян")
    son = record(given="Сурен", surname="Манукян", patronymic="Левонович")

    assert degree("child", son, father) == Child.YES
    assert degree("child", son, son) == Child.NO
    assert degree("child", father, father) == Child.UNKNOWN


def test_half_of_a_double_surname_is_enough() -> None:
    both = record(given="Լենա", surname="Խաչատրյան-Սարգսյան")

    assert degree("surname", both, record(given="Лена", surname="Саргсян")) <= Surname.RESPELLED
    assert degree("surname", both, record(given="Лена", surname="Хачатрян")) <= Surname.RESPELLED
    assert degree("surname", both, record(given="Лена", surname="Манукян")) == Surname.OTHER


def test_the_other_fields_agree_or_not() -> None:
    licence = (LicenceNumber(kind="driver", number="AB 12"),)
    one = record(
        given="Сурен", surname="Манукян", patronymic="Левонович", phones=("+37410000000",), emails=("a@example.org",),
        birth_date="1984-03-04", licences=licence, home="Gyumri", list_id="union",
    )  # fmt: skip
    other = record(
        given="Сурен", surname="Манукян", patronymic="Арамович", phones=("+37410000001",), emails=("zz@example.com",),
        birth_date="1984-11-20", licences=(LicenceNumber(kind="driver", number="ZZ 99"),), home="Ванадзор",
        list_id="embassy",
    )  # fmt: skip

    assert degree("father", one, other) == Father.OTHER
    assert degree("phone", one, other) == Contact.SLIP
    assert degree("email", one, other) == Contact.OTHER
    assert degree("birth", one, other) == Birth.SAME_YEAR
    assert degree("licence", one, other) == Match.OTHER
    assert degree("home", one, other) == Home.OTHER
    assert degree("home", one, replace(other, home="Гюмри, Шиз 5")) == Home.PARTLY
    assert degree("list", one, other) == Match.OTHER
    assert degree("licence", one, one) == Match.SAME
    assert degree("sex", one, other) == Match.SAME


def test_every_field_starts_with_not_known_and_full_agreement() -> None:
    assert all(min(kind) == 0 and kind(0).name == "UNKNOWN" for kind in DEGREES.values())
