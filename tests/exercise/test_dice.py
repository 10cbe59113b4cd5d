"""Chance must be repeatable, and fair enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.exercise.dice import Dice, Odds

SEEDS = st.integers(0, 2**40)


@given(seed=SEEDS)
def test_the_same_seed_and_name_throw_the_same(seed: int) -> None:
    first, second = Dice(seed=seed, name="people"), Dice(seed=seed, name="people")

    assert [first.fraction() for _ in range(9)] == [second.fraction() for _ in range(9)]


@given(seed=SEEDS)
def test_another_name_throws_otherwise(seed: int) -> None:
    assert Dice(seed=seed, name="people").fraction() != Dice(seed=seed, name="staff").fraction()


def test_the_stream_is_the_one_that_was_published() -> None:
    dice = Dice(seed=1, name="people")

    assert [dice.between(0, 999) for _ in range(5)] == [226, 880, 474, 193, 52]


@given(seed=SEEDS, low=st.integers(-50, 50), width=st.integers(0, 50))
def test_a_number_lies_between_its_ends(seed: int, low: int, width: int) -> None:
    dice = Dice(seed=seed, name="numbers")

    assert all(low <= dice.between(low, low + width) <= low + width for _ in range(20))


@given(seed=SEEDS, things=st.lists(st.integers(), max_size=20))
def test_shuffling_loses_nothing(seed: int, things: list[int]) -> None:
    assert sorted(Dice(seed=seed, name="order").shuffled(things)) == sorted(things)


@given(seed=SEEDS, count=st.integers(1, 8))
def test_digits_keep_their_leading_noughts(seed: int, count: int) -> None:
    digits = Dice(seed=seed, name="digits").digits(count)

    assert len(digits) == count
    assert digits.isdigit()


@given(seed=SEEDS, share=st.floats(0.01, 0.99))
def test_the_first_success_takes_at_least_one_try(seed: int, share: float) -> None:
    dice = Dice(seed=seed, name="tries")

    assert all(dice.waiting(share) >= 1 for _ in range(20))


def test_things_are_drawn_in_proportion_to_their_weights() -> None:
    odds, dice = Odds(("often", "seldom", "never"), (3, 1, 0)), Dice(seed=3, name="odds")

    drawn = [dice.draw(odds) for _ in range(4000)]

    assert drawn.count("never") == 0
    assert 0.72 < drawn.count("often") / len(drawn) < 0.78


def test_odds_are_the_same_when_things_and_weights_are() -> None:
    assert Odds(("a", "b"), (1, 2)) == Odds(["a", "b"], [1.0, 2.0])
    assert hash(Odds(("a", "b"), (1, 2))) == hash(Odds(["a", "b"], [1.0, 2.0]))
    assert Odds(("a", "b"), (1, 2)) != Odds(("a", "b"), (2, 1))


def test_a_spread_has_its_middle_at_one() -> None:
    dice = Dice(seed=3, name="spread")

    factors = sorted(dice.spread(0.5) for _ in range(2001))

    assert 0.93 < factors[1000] < 1.07


@pytest.mark.parametrize(("things", "weights"), [((), ()), (("a", "b"), (1.0,))])
def test_odds_need_one_weight_for_every_thing(things: tuple[str, ...], weights: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="one weight"):
        Odds(things, weights)
