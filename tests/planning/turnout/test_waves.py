"""Two waves: the promise kept, fewer journeys, and the whole against a simulation that knows none of the formulas."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standby.planning.turnout import (
    ASSUMED,
    Answering,
    Turnout,
    Waves,
    foresee_waves,
    journeys_in_vain,
    least_to_call,
    plan_waves,
    second_wave,
)

answerings = st.builds(
    Answering,
    yes=st.builds(Turnout, chance=st.floats(0.5, 0.9), together=st.sampled_from([0.0, 0.05, 0.1])),
    comes=st.builds(Turnout, chance=st.floats(0.8, 0.98), together=st.sampled_from([0.0, 0.05])),
)


def simulated(waves: Waves, *, headcount: int, risk: float, draws: int) -> tuple[float, float]:
    """Shortfalls and journeys in vain of so many operations, drawn person by person's law and nothing else."""
    random = np.random.default_rng(3)
    says = random.beta(*ASSUMED.yes.evidence, size=draws)
    asks = np.array(
        [
            second_wave(confirmed=yes, asked=waves.first, headcount=headcount, answering=ASSUMED, risk=risk)
            for yes in range(waves.first + 1)
        ]
    )
    confirmed = random.binomial(waves.first, says)
    confirmed += random.binomial(np.minimum(asks[confirmed], waves.held), says)
    came = random.binomial(np.minimum(confirmed, waves.enough), random.beta(*ASSUMED.comes.evidence, size=draws))
    return float((came < headcount).mean()), float(np.maximum(came - headcount, 0).mean())


@pytest.mark.parametrize("headcount", [3, 20])
def test_what_two_waves_promise_is_what_many_operations_show(headcount: int) -> None:
    waves = plan_waves(headcount=headcount, answering=ASSUMED, risk=0.05)

    short, vain = simulated(waves, headcount=headcount, risk=0.05, draws=100_000)

    assert waves.risk == pytest.approx(short, abs=0.003)
    assert waves.in_vain == pytest.approx(vain, rel=0.02)


@settings(max_examples=25)
@given(answering=answerings, headcount=st.integers(1, 25), risk=st.sampled_from([0.02, 0.05, 0.2]))
def test_the_risk_is_never_more_than_was_chosen(answering: Answering, headcount: int, risk: float) -> None:
    waves = plan_waves(headcount=headcount, answering=answering, risk=risk)

    assert waves.risk <= risk + 1e-9
    if waves.held:
        smaller = foresee_waves(
            first=waves.first, headcount=headcount, answering=answering, risk=risk, held=waves.held - 1
        )
        assert smaller.risk > risk


@pytest.mark.parametrize("headcount", [1, 3, 10, 30, 100])
def test_two_waves_send_fewer_home_than_calling_everybody_at_once(headcount: int) -> None:
    at_once = ASSUMED.at_once
    called = least_to_call(headcount=headcount, turnout=at_once, risk=0.05)

    waves = plan_waves(headcount=headcount, answering=ASSUMED, risk=0.05)

    assert waves.in_vain < 0.65 * journeys_in_vain(called=called, headcount=headcount, turnout=at_once)


def test_the_second_wave_is_called_for_what_the_first_left_open() -> None:
    asked = [second_wave(confirmed=yes, asked=18, headcount=10, answering=ASSUMED, risk=0.05) for yes in range(19)]

    assert asked == sorted(asked, reverse=True)
    assert asked[13:] == [0] * 6
    assert asked[12] > 0


def test_a_very_large_need_is_worked_out_in_parts_and_promised_no_less() -> None:
    """One weather makes its parts alike, so that a whole-number multiple of the calls keeps the promise."""
    waves = plan_waves(headcount=480, answering=ASSUMED, risk=0.05)
    part = plan_waves(headcount=240, answering=ASSUMED, risk=0.05)

    assert (waves.first, waves.held) == (2 * part.first, 2 * part.held)
    assert second_wave(confirmed=500, asked=waves.first, headcount=480, answering=ASSUMED, risk=0.05) % 2 == 0


def test_where_nobody_is_needed_everybody_who_comes_came_in_vain() -> None:
    assert plan_waves(headcount=0, answering=ASSUMED, risk=0.05).first == 0
    assert foresee_waves(first=10, headcount=0, answering=ASSUMED, risk=0.05).in_vain == pytest.approx(7)
    assert second_wave(confirmed=0, asked=4, headcount=0, answering=ASSUMED, risk=0.05) == 0


def test_both_steps_as_one_law_have_the_spread_of_both() -> None:
    random = np.random.default_rng(11)
    says = random.beta(*ASSUMED.yes.evidence, size=400_000)
    comes = random.beta(*ASSUMED.comes.evidence, size=400_000)
    came = random.binomial(20, says * comes)
    one = ASSUMED.at_once

    assert came.mean() == pytest.approx(20 * one.chance, rel=0.005)
    assert came.var() == pytest.approx(20 * one.chance * (1 - one.chance) * (1 + 19 * one.together), rel=0.02)
    assert Answering(yes=Turnout(chance=1), comes=Turnout(chance=1)).at_once == Turnout(chance=1)
