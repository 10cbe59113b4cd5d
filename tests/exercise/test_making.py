"""The exercise as a whole."""

from datetime import date, timedelta
from time import process_time

import pytest

from standby.exercise import make_exercise
from tests.exercise.conftest import TODAY


def test_the_same_arguments_make_the_same_exercise() -> None:
    first, second = (make_exercise(seed=3, today=TODAY, scale=0.02) for _ in range(2))

    assert first == second


def test_another_day_moves_the_days_and_nothing_else() -> None:
    now, later = (make_exercise(seed=3, today=day, scale=0.01) for day in (TODAY, TODAY + timedelta(days=30)))

    assert [volunteer.name for volunteer in now.volunteers] == [volunteer.name for volunteer in later.volunteers]
    moved = [late.window.first - soon.window.first for soon, late in zip(now.volunteers, later.volunteers, strict=True)]
    assert set(moved) == {timedelta(days=30)}


@pytest.mark.parametrize("today", [date(2027, 1, 1), date(2028, 2, 29), date(2026, 12, 31)])
def test_any_day_will_do(today: date) -> None:
    assert make_exercise(seed=1, today=today, scale=0.01).requests


def test_a_small_exercise_costs_less_than_half_a_second() -> None:
    before = process_time()

    make_exercise(seed=11, today=TODAY, scale=0.01)

    assert process_time() - before < 0.5


@pytest.mark.parametrize("scale", [0, -1, 11])
def test_a_scale_out_of_reach_is_refused(scale: float) -> None:
    with pytest.raises(ValueError, match="scale"):
        make_exercise(seed=1, today=TODAY, scale=scale)


def test_the_exercise_says_that_it_is_one() -> None:
    title = make_exercise(seed=1, today=TODAY, scale=0.01).title

    assert title.en.startswith("Exercise:")
    assert title.ru.startswith("Учение:")
