"""Nobody's phone may ever ring because of an exercise."""

import re

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.exercise.dice import Dice
from standby.exercise.phones import draw_phone, written_phone

COUNTRIES = ("AM", "GE", "RU", "FR", "US", "LB")
SEEDS = st.integers(0, 10**6)
KEPT_FOR_FICTION = re.compile(r"\+1\d{3}55501\d\d")


def parsed(text: str) -> phonenumbers.PhoneNumber:
    return phonenumbers.parse(re.sub("^00", "+", text), "RU")


def standard(text: str) -> str:
    return phonenumbers.format_number(parsed(text), phonenumbers.PhoneNumberFormat.E164)


@given(seed=SEEDS, country=st.sampled_from(COUNTRIES))
def test_no_number_can_be_dialled(seed: int, country: str) -> None:
    dice = Dice(seed=seed, name="phones")

    text = written_phone(draw_phone(dice, country=country), dice=dice)

    assert KEPT_FOR_FICTION.fullmatch(standard(text)) or not phonenumbers.is_valid_number(parsed(text))


@given(seed=SEEDS)
def test_french_numbers_are_those_kept_for_fiction(seed: int) -> None:
    assert draw_phone(Dice(seed=seed, name="phones"), country="FR")[:4] == ("33", "6", "39", "98")


@given(seed=SEEDS, country=st.sampled_from(COUNTRIES))
def test_every_way_of_writing_a_number_is_read_as_the_same(seed: int, country: str) -> None:
    dice = Dice(seed=seed, name="phones")
    parts = draw_phone(dice, country=country)

    assert len({standard(written_phone(parts, dice=dice)) for _ in range(20)}) == 1


@pytest.mark.parametrize("country", COUNTRIES)
def test_numbers_are_written_in_several_ways(country: str) -> None:
    dice = Dice(seed=1, name="phones")
    parts = draw_phone(dice, country=country)

    assert len({written_phone(parts, dice=dice) for _ in range(60)}) >= 4
