from dataclasses import replace

from tests.identity.linking.cast import crowd

from standby.identity import Record, RecordId
from standby.identity.linking import Linked, link

CROWD = crowd(families=120, seed=3)
DAY = "1958-05-06"


def chance(linked: Linked, one: Record, other: Record) -> float:
    """Nought where nothing brought the two together."""
    return next((pair.probability for pair in linked.pairs if pair.pair == (one.id, other.id)), 0.0)


def test_two_of_one_day_and_other_names_are_two_people() -> None:
    one = Record(id=RecordId("x1"), list_id="union", given="Алвард", surname="Торосян", birth_date=DAY)
    other = Record(id=RecordId("x2"), list_id="field", given="Gerard", surname="Proshyan", birth_date=DAY)

    assert chance(link([*CROWD.records, one, other]), one, other) < 0.01


def test_one_day_still_tells_whose_name_was_misspelled() -> None:
    one = Record(id=RecordId("x1"), list_id="union", given="Алвард", surname="Торосян", birth_date=DAY)
    other = replace(one, id=RecordId("x2"), list_id="field", given="Alvard", surname="Torossyan")

    assert chance(link([*CROWD.records, one, other]), one, other) > 0.9


def test_two_of_one_surname_and_day_with_other_given_names_are_two_people() -> None:
    """Such a pair is found among all who have the surname, by a day that chance gives some of them in common."""
    one = Record(id=RecordId("x1"), list_id="union", given="Алвард", surname="Петросян", birth_date=DAY)
    other = Record(id=RecordId("x2"), list_id="field", given="Gerard", surname="Petrosyan", birth_date=DAY)

    assert chance(link([*CROWD.records, one, other]), one, other) < 0.05


def test_a_frequent_surname_speaks_against_strangers_not_against_a_family() -> None:
    """On one phone nobody else bears both names, however frequent they are."""
    one = Record(id=RecordId("x1"), list_id="union", given="Сурен", surname="Петросян", phones=("+37499123456",))
    other = replace(one, id=RecordId("x2"), list_id="field", given="Suren", surname="Petrosyan")

    assert chance(link([*CROWD.records, one, other]), one, other) > 0.95
