"""How many to call at once: the table of the method, brute force, and what may never be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.planning.turnout import (
    Turnout,
    journeys_in_vain,
    least_to_call,
    most_to_call,
    most_who_come,
    outlook,
    shortfall_risk,
)

turnouts = st.builds(Turnout, chance=st.floats(0.4, 0.95), together=st.sampled_from([0.0, 0.03, 0.1]))
# For a risk of 5 %: headcount, chance, correlation, how many to call, how many in vain.
TABLE = [
    (3, 0.70, 0.00, 7, 1.9),
    (3, 0.70, 0.05, 8, 2.6),
    (3, 0.85, 0.00, 5, 1.3),
    (3, 0.85, 0.05, 5, 1.3),
    (10, 0.70, 0.00, 19, 3.4),
    (10, 0.70, 0.05, 22, 5.5),
    (10, 0.85, 0.00, 14, 2.0),
    (10, 0.85, 0.05, 16, 3.7),
    (30, 0.70, 0.00, 50, 5.1),
    (30, 0.70, 0.05, 60, 12.2),
    (30, 0.85, 0.00, 40, 4.1),
    (30, 0.85, 0.05, 44, 7.6),
    (100, 0.70, 0.00, 156, 9.3),
    (100, 0.70, 0.05, 195, 37.0),
    (100, 0.85, 0.00, 125, 6.4),
    (100, 0.85, 0.05, 145, 23.6),
]


@pytest.mark.parametrize(("headcount", "chance", "together", "called", "in_vain"), TABLE)
def test_the_published_table_comes_out(
    headcount: int, chance: float, together: float, called: int, in_vain: float
) -> None:
    turnout = Turnout(chance=chance, together=together)

    found = least_to_call(headcount=headcount, turnout=turnout, risk=0.05)

    assert found == called
    assert journeys_in_vain(called=found, headcount=headcount, turnout=turnout) == pytest.approx(in_vain, abs=0.11)


@given(turnout=turnouts, headcount=st.integers(1, 60), risk=st.sampled_from([0.01, 0.05, 0.2]))
def test_one_call_fewer_would_risk_too_much(turnout: Turnout, headcount: int, risk: float) -> None:
    called = least_to_call(headcount=headcount, turnout=turnout, risk=risk)

    assert shortfall_risk(called=called, headcount=headcount, turnout=turnout) <= risk
    assert shortfall_risk(called=called - 1, headcount=headcount, turnout=turnout) > risk


@given(turnout=turnouts, places=st.integers(0, 60))
def test_beds_suffice_for_those_called_and_not_for_one_more(turnout: Turnout, places: int) -> None:
    called = most_to_call(places=places, turnout=turnout, risk=0.05)

    assert called >= places
    assert most_who_come(called=called, turnout=turnout, risk=0.05) <= places
    if places:
        assert most_who_come(called=called + 1, turnout=turnout, risk=0.05) > places


@given(turnout=turnouts, called=st.integers(0, 80))
def test_one_more_call_takes_at_most_one_more_bed(turnout: Turnout, called: int) -> None:
    """So that a bed added where a plan asks for one is never less than the plan hopes."""
    now = most_who_come(called=called, turnout=turnout, risk=0.05)

    assert now <= most_who_come(called=called + 1, turnout=turnout, risk=0.05) <= now + 1


def test_the_outlook_is_what_many_draws_show() -> None:
    turnout, random = Turnout(chance=0.7, together=0.05), np.random.default_rng(7)
    came = random.binomial(60, random.beta(*turnout.evidence, size=200_000))

    said = outlook(called=60, headcount=30, turnout=turnout)

    assert said.expected == pytest.approx(came.mean(), rel=0.01)
    assert said.risk == pytest.approx((came < 30).mean(), abs=0.003)
    assert said.in_vain == pytest.approx(np.maximum(came - 30, 0).mean(), rel=0.02)
    assert most_who_come(called=60, turnout=turnout, risk=0.05) == np.quantile(came, 0.95)


def test_nobody_is_called_where_nobody_is_needed() -> None:
    assert least_to_call(headcount=0, turnout=Turnout(chance=0.7), risk=0.05) == 0
    assert outlook(called=0, headcount=0, turnout=Turnout(chance=0.7)).risk == 0


def test_a_hopeless_turnout_ends_at_a_number_one_can_still_call() -> None:
    assert least_to_call(headcount=10, turnout=Turnout(chance=0.01), risk=0.05) == 140


@pytest.mark.parametrize("risk", [0, 1])
def test_certainty_cannot_be_ordered(risk: float) -> None:
    with pytest.raises(ValueError, match="risk"):
        least_to_call(headcount=1, turnout=Turnout(chance=0.5), risk=risk)
