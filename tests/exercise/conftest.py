"""Two exercises that many tests look at: one for the numbers, one small enough to be made in no time."""

from datetime import date

import pytest

from standby.exercise import Exercise, make_exercise

TODAY = date(2026, 10, 3)


@pytest.fixture(scope="session")
def exercise() -> Exercise:
    """At the size of the demonstration."""
    return make_exercise(seed=1, today=TODAY)


@pytest.fixture(scope="session")
def small() -> Exercise:
    return make_exercise(seed=7, today=TODAY, scale=0.01)
