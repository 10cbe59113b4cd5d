"""The occupations of a list are mapped once and remembered."""

import pytest

from standby.domain.errors import Refused
from standby.domain.roles import Level
from standby.exchange import (
    RoleChoice,
    choices_from_json,
    choices_of,
    choices_to_json,
    guess_mapping,
    match_in_catalogue,
    value_table,
)
from tests.exchange.lists import CHOICES, table_of

TABLE = table_of(
    ["Name", "Profession", "Skills"],
    ["Ani", "Nurse", "driver"],
    ["Aram", "nurse", "glazier; Driver"],
    ["Sona", "NURSE", ""],
    ["Nino", "nurse", ""],
)


def test_distinct_occupations_stand_by_frequency_in_their_commonest_spelling() -> None:
    values = value_table(TABLE, guess_mapping(TABLE), match=CHOICES.get)

    assert [(value.value, value.count) for value in values] == [("nurse", 4), ("Driver", 2), ("glazier", 1)]


def test_what_a_person_has_chosen_before_is_asked_no_more() -> None:
    asked: list[str] = []
    remembered = {"nurse": RoleChoice(codes=("5321",)), "glazier": RoleChoice()}

    values = value_table(TABLE, guess_mapping(TABLE), match=asked.append, remembered=remembered)

    assert asked == ["Driver"]
    assert choices_of(values) == remembered


def test_choices_come_back_from_where_they_were_kept() -> None:
    choices = CHOICES | {"chief": RoleChoice(codes=("1342",), tags=("surgery",), level=Level.LEADS_OTHERS)}

    assert choices_from_json(choices_to_json(choices)) == choices


@pytest.mark.parametrize(
    "kept",
    [
        None,
        {"nurse": None},
        {"nurse": {"codes": ["0310"], "tags": [], "level": None, "refused": False}},
        {"nurse": {"codes": ["2221"], "tags": [], "level": 9, "refused": False}},
        {"nurse": {"codes": ["2221"], "tags": [], "level": True, "refused": False}},
        {"nurse": {"codes": ["2221"], "tags": [], "level": None, "refused": "no"}},
    ],
)
def test_what_are_no_choices_is_refused(kept: object) -> None:
    with pytest.raises(Refused, match="not the roles"):
        choices_from_json(kept)  # type: ignore[arg-type]


def test_a_combat_role_cannot_be_chosen() -> None:
    with pytest.raises(ValueError, match="refused"):
        RoleChoice(codes=("3355",))


@pytest.mark.parametrize(
    ("written", "codes"), [("врач-анестезиолог", ("2212",)), ("bus driver", ("8331",)), ("xqzt", None), ("", None)]
)
def test_the_catalogue_guesses_what_it_can(written: str, codes: tuple[str, ...] | None) -> None:
    choice = match_in_catalogue(written)

    assert (choice.codes if choice else None) == codes


def test_the_catalogue_refuses_a_fighter_and_leaves_what_is_unclear_to_a_person() -> None:
    fighter, unclear = match_in_catalogue("снайпер"), match_in_catalogue("security guard")

    assert fighter is not None
    assert fighter.is_refused
    assert unclear is None
