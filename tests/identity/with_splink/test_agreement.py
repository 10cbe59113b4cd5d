from dataclasses import replace

import numpy as np
from tests.identity.linking.cast import crowd

from standby.identity import LicenceNumber, Record, RecordId
from standby.identity.linking.comparing import compare_pairs
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.degrees import FIELDS, Birth, Contact
from standby.identity.linking.intake import crowd_of
from standby.identity.linking.people import People
from standby.identity.weights import weights
from standby.identity.with_splink.agreement import Remembered, agreement
from standby.identity.with_splink.registrations import told

_DRIVER = Record(
    id=RecordId("z1"), list_id="union", given="Անուշ", surname="Մանուկյան-Պետրոսյան", patronymic="Սուրենի",
    phones=("+37410000001", "+37410000002"), emails=("anush@example.org",), birth_date="1984-03-04",
    licences=(LicenceNumber(kind="driving", number="AB 123"),), home="Գյումրի, 3101", occupation="Водитель",
)  # fmt: skip
_OTHERS = (
    replace(_DRIVER, id=RecordId("z2"), given="Ануш", surname="Петросян", patronymic="Суреновна",
            birth_date="1984-04-03", phones=("+37410000003",), home="Гюмри"),
    replace(_DRIVER, id=RecordId("z3"), given="Сурен", patronymic="", birth_date="1984", emails=("anusch@example.org",),
            licences=(LicenceNumber(kind="driving", number="CD 9"),), occupation=""),
    Record(id=RecordId("z4"), name="А. Манукян"),
    Record(id=RecordId("z5")),
)  # fmt: skip


def everybody() -> Crowd:
    return crowd_of((*crowd(families=15, seed=4).records, _DRIVER, *_OTHERS), default_region="")


def all_pairs(people: Crowd) -> tuple[np.ndarray, np.ndarray]:
    return np.triu_indices(len(people), k=1)


def test_two_told_registrations_agree_as_the_two_records_do() -> None:
    people = everybody()
    ones, others = all_pairs(people)
    texts = told(people)

    found = agreement([texts[one] for one in ones], [texts[other] for other in others])

    table = compare_pairs(people, ones, others, weights())
    assert found == ["".join(map(str, row)) for row in table.tolist()]
    assert {field: int(table[:, place].max()) for place, field in enumerate(FIELDS)}["home"] > 1


def test_what_a_pair_does_not_know_is_taken_from_its_people() -> None:
    ours = Record(id=RecordId("a"), given="Անուշ", surname="Մանուկյան", phones=("+37410000001",))
    dated = replace(ours, id=RecordId("b"), phones=("+37410000002",), birth_date="1984-03-04")
    asked = replace(ours, id=RecordId("c"), phones=("+37410000002",), birth_date="1984-03-04")
    people = crowd_of((ours, dated, asked), default_region="")
    joined = People(person_of=np.array([0, 0, 2]))

    (alone,), (together,) = (agreement([texts[0]], [texts[2]]) for texts in (told(people), told(people, joined)))

    birth, phone = FIELDS.index("birth"), FIELDS.index("phone")
    assert (int(alone[birth]), int(alone[phone])) == (Birth.UNKNOWN, Contact.SLIP)
    assert (int(together[birth]), int(together[phone])) == (Birth.SAME, Contact.SAME)


def test_a_pair_that_is_asked_about_again_gets_the_same_answer() -> None:
    texts = told(everybody())
    remembered = Remembered()

    first = remembered(texts[:-1], texts[1:])

    assert remembered(texts[3:-1], texts[4:]) == first[3:]
