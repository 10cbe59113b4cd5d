"""Learning from answers: found again where it was put in, careful where little is known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.planning.turnout import ASSUMED, Batch, Turnout, calibrate, learn

TRUTH = {"sms near": 0.85, "sms far": 0.55, "letter near": 0.35}


def history(*, batches: int, together: float, seed: int, size: int = 12) -> list[Batch]:
    random = np.random.default_rng(seed)
    found = []
    for number in range(batches):
        cell, chance = list(TRUTH.items())[number % len(TRUTH)]
        shared = random.beta(*Turnout(chance=chance, together=together).evidence) if together else chance
        found.append(Batch(cell=cell, asked=size, did=int(random.binomial(size, shared))))
    return found


def test_before_the_first_answer_the_assumption_stands() -> None:
    learned = learn([], assumed=ASSUMED.yes)

    assert learned.of("sms near") == ASSUMED.yes
    assert learned.people == 0


@pytest.mark.parametrize("together", [0.0, 0.05, 0.2])
def test_with_a_long_history_the_truth_comes_out(together: float) -> None:
    learned = learn(history(batches=900, together=together, seed=1), assumed=ASSUMED.yes)

    for cell, chance in TRUTH.items():
        assert learned.of(cell).chance == pytest.approx(chance, abs=0.04)
    assert learned.mean.together == pytest.approx(together, abs=0.035)


def test_two_answers_move_a_cell_a_little_and_two_hundred_much() -> None:
    few = learn([Batch(cell="sms near", asked=2, did=0)], assumed=ASSUMED.yes)
    many = learn([Batch(cell="sms near", asked=2, did=0)] * 100, assumed=ASSUMED.yes)

    assert 0.6 < few.of("sms near").chance < 0.75
    assert many.of("sms near").chance < 0.3


def test_a_batch_that_shares_its_weather_counts_for_less_than_people_apart() -> None:
    at_once = learn([Batch(cell="sms", asked=40, did=0)], assumed=ASSUMED.yes)
    apart = learn([Batch(cell="sms", asked=1, did=0)] * 40, assumed=ASSUMED.yes)

    assert apart.mean.chance < at_once.mean.chance


def test_a_cell_nobody_was_in_takes_the_mean_and_a_mix_its_own() -> None:
    learned = learn(history(batches=300, together=0.05, seed=2), assumed=ASSUMED.yes)

    assert learned.of("raven") == learned.mean == learned.of_mix({})
    mixed = learned.of_mix({"sms near": 3, "letter near": 1}).chance
    assert mixed == pytest.approx((3 * learned.of("sms near").chance + learned.of("letter near").chance) / 4)


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 30), st.integers(0, 30)).map(
            lambda one: Batch(cell=one[0], asked=one[1], did=min(one[1], one[2]))
        ),
        max_size=30,
    )
)
def test_whatever_came_before_what_is_learned_can_be_planned_with(batches: list[Batch]) -> None:
    learned = learn(batches, assumed=ASSUMED.yes)

    for cell in "abc":
        assert 0.05 <= learned.of(cell).chance <= 0.98
        assert 0 <= learned.of(cell).together <= 0.5
    assert learn(reversed(batches), assumed=ASSUMED.yes) == learned


def test_what_was_foretold_is_held_against_what_happened() -> None:
    found = history(batches=300, together=0.05, seed=4)

    said = calibrate([found[start : start + 6] for start in range(0, len(found), 6)], assumed=ASSUMED.yes)

    assert said is not None
    assert said.people == 3600
    assert sum(row.people for row in said.by_chance) == sum(row.people for row in said.by_cell) == 3600
    assert said.error < 0.05
    assert said.brier < said.constant < said.assumed
    for row in said.by_cell:
        assert row.foretold == pytest.approx(row.happened, abs=0.06)


def test_a_batch_is_foretold_only_from_what_was_known_before_it() -> None:
    said = calibrate([[Batch(cell="sms", asked=10, did=0)]], assumed=ASSUMED.yes)

    assert said is not None
    assert said.by_chance[0].foretold == ASSUMED.yes.chance
    assert said.brier == said.assumed == pytest.approx(0.75**2)


def test_nothing_is_said_of_an_empty_history() -> None:
    assert calibrate([[]], assumed=ASSUMED.yes) is None
    with pytest.raises(ValueError, match="Nobody"):
        Batch(cell="sms", asked=1, did=2)
