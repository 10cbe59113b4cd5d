"""How many come, against counting every case and against drawing many."""

from itertools import product
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.planning.turnout import Turnout

chances = st.floats(0.05, 0.95)
correlations = st.sampled_from([0.0, 0.01, 0.05, 0.2, 0.6])


def test_people_by_themselves_follow_the_binomial_law() -> None:
    law = Turnout(chance=0.7).of(9)

    assert law == pytest.approx([comb(9, k) * 0.7**k * 0.3 ** (9 - k) for k in range(10)])


def test_people_who_share_the_weather_are_drawn_as_from_an_urn_that_remembers() -> None:
    """Pólya's urn, every sequence of comers and stayers counted one by one."""
    turnout = Turnout(chance=0.7, together=0.2)
    yes, no = turnout.evidence
    expected = np.zeros(7)
    for sequence in product((True, False), repeat=6):
        chance, came = 1.0, 0
        for number, comes in enumerate(sequence):
            chance *= (yes + came if comes else no + number - came) / (yes + no + number)
            came += comes
        expected[came] += chance

    assert turnout.of(6) == pytest.approx(expected)


@given(chance=chances, together=correlations, called=st.integers(0, 400))
def test_every_law_adds_up_and_has_the_mean_and_the_spread_it_promises(
    chance: float, together: float, called: int
) -> None:
    law = Turnout(chance=chance, together=together).of(called)
    numbers = np.arange(called + 1)

    assert law.sum() == pytest.approx(1)
    assert law @ numbers == pytest.approx(called * chance)
    spread = called * chance * (1 - chance) * (1 + (called - 1) * together) if called else 0
    assert law @ (numbers - called * chance) ** 2 == pytest.approx(spread, abs=1e-6, rel=1e-6)


def test_whoever_is_certain_comes() -> None:
    assert Turnout(chance=1.0, together=0.05).of(3).tolist() == [0, 0, 0, 1]


def test_a_good_first_answer_promises_a_good_second() -> None:
    turnout = Turnout(chance=0.7, together=0.05)

    assert turnout.after(came=50, asked=50).chance > 0.9 > turnout.chance > turnout.after(came=0, asked=50).chance
    assert turnout.after(came=0, asked=0) == turnout


@given(chance=chances, together=correlations.filter(bool), first=st.integers(0, 8), second=st.integers(0, 8))
def test_asking_twice_is_the_same_law_as_asking_once(chance: float, together: float, first: int, second: int) -> None:
    turnout = Turnout(chance=chance, together=together)
    total = np.zeros(first + second + 1)
    for came, weight in enumerate(turnout.of(first)):
        total[came : came + second + 1] += weight * turnout.after(came=came, asked=first).of(second)

    assert total == pytest.approx(turnout.of(first + second), abs=1e-9)


@pytest.mark.parametrize(("chance", "together"), [(0.0, 0.0), (1.1, 0.0), (0.5, -0.1), (0.5, 1.0)])
def test_what_is_no_chance_is_refused(chance: float, together: float) -> None:
    with pytest.raises(ValueError, match="lies"):
        Turnout(chance=chance, together=together)
