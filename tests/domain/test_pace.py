"""How long a queue takes: measured, with a range that keeps its word, or not said at all."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.pace import Wait, expected_wait

_MINUTES = st.floats(min_value=0.2, max_value=60).map(lambda minutes: timedelta(minutes=minutes))
_SERVED = st.lists(_MINUTES, min_size=3, max_size=20)


def minutes(*served: float) -> list[timedelta]:
    return [timedelta(minutes=one) for one in served]


@pytest.mark.parametrize("served", [[], [5.0], [5.0, 6.0]])
def test_before_three_were_served_nobody_can_say(served: list[float]) -> None:
    assert expected_wait(ahead=4, counters=1, took=minutes(*served)) is None


def test_an_even_pace_is_told_by_multiplying() -> None:
    wait = expected_wait(ahead=12, counters=2, took=minutes(5, 5, 5, 5))

    assert wait == Wait(least=timedelta(minutes=30), most=timedelta(minutes=35))


def test_whoever_is_next_may_be_called_at_once() -> None:
    wait = expected_wait(ahead=0, counters=1, took=minutes(4, 5, 6))

    assert wait is not None
    assert wait.least == timedelta(0)


def test_a_wait_without_an_end_is_refused() -> None:
    with pytest.raises(ValueError, match="a beginning and an end"):
        Wait(least=timedelta(minutes=5), most=timedelta(minutes=5))


@given(took=_SERVED, ahead=st.integers(0, 500), counters=st.integers(1, 12))
def test_nobody_further_back_is_told_to_come_sooner(took: list[timedelta], ahead: int, counters: int) -> None:
    here = expected_wait(ahead=ahead, counters=counters, took=took)
    behind = expected_wait(ahead=ahead + counters, counters=counters, took=took)

    assert here is not None
    assert behind is not None
    assert here.most <= behind.most


@given(took=_SERVED, ahead=st.integers(0, 500), counters=st.integers(1, 12))
def test_a_range_is_in_steps_of_five_minutes_and_holds_the_mean(
    took: list[timedelta], ahead: int, counters: int
) -> None:
    wait = expected_wait(ahead=ahead, counters=counters, took=took)

    assert wait is not None
    assert not wait.least % timedelta(minutes=5)
    assert not wait.most % timedelta(minutes=5)
    assert wait.least <= sum(took, timedelta()) / len(took) * (ahead + 0.5) / counters <= wait.most


def _served(rng: Random, *, ahead: int, counters: int) -> timedelta:
    """An oracle by hand: counters that take one after the other; when the next of them is free after those ahead."""
    free = [rng.expovariate(1 / 4) for _ in range(counters)]
    for _ in range(ahead):
        soonest = min(range(counters), key=free.__getitem__)
        free[soonest] += _one(rng)
    return timedelta(minutes=min(free))


def _one(rng: Random) -> float:
    return rng.uniform(1, 7)


@pytest.mark.parametrize(("ahead", "counters"), [(3, 1), (10, 1), (10, 3), (40, 4)])
def test_the_range_keeps_its_word_in_a_simulated_crowd(ahead: int, counters: int) -> None:
    """Nine waits in ten were to lie within; rounding outwards makes it more, few measurements a little less."""
    rng, kept = Random(7), 0
    for _ in range(400):
        took = minutes(*(_one(rng) for _ in range(12)))
        wait = expected_wait(ahead=ahead, counters=counters, took=took)
        assert wait is not None
        kept += wait.least <= _served(rng, ahead=ahead, counters=counters) <= wait.most

    assert kept >= 0.88 * 400
