"""A chance is foretold from weeks that are over, lies between nothing and certainty, and is held against what came."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.chances import AHEAD, Week, calibration, chance_of

_DAY = date(2026, 10, 1)


def _week(offset: int, *, role: str = "8322", standing: int = 100, called: int = 10) -> Week:
    return Week(day=_DAY + timedelta(days=offset), role=role, standing=standing, called=called)


@st.composite
def weeks(draw: st.DrawFn) -> list[Week]:
    keys = draw(st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["8322", "9629"])), unique=True, max_size=30))
    drawn = []
    for offset, role in keys:
        standing = draw(st.integers(0, 500))
        drawn.append(_week(offset, role=role, standing=standing, called=draw(st.integers(0, standing))))
    return drawn


def test_before_a_week_is_over_nothing_is_foretold() -> None:
    assert chance_of("8322", [_week(0)], on=_DAY + AHEAD - timedelta(days=1)) is None


def test_people_of_whom_one_in_ten_was_called_have_a_chance_of_ten_in_a_hundred() -> None:
    assert chance_of("8322", [_week(0), _week(1)], on=_DAY + timedelta(days=8)) == pytest.approx(0.1)


def test_a_role_that_nobody_knows_yet_is_foretold_like_everybody() -> None:
    assert chance_of("2221", [_week(0)], on=_DAY + AHEAD) == pytest.approx(0.1)


def test_a_week_in_which_more_were_called_than_stood_by_is_refused() -> None:
    with pytest.raises(ValueError, match="Nobody is called"):
        _week(0, standing=1, called=2)


@given(weeks(), st.integers(0, 60))
def test_a_chance_lies_between_nothing_and_certainty(drawn: list[Week], offset: int) -> None:
    chance = chance_of("8322", drawn, on=_DAY + timedelta(days=offset))

    assert chance is None or 0 <= chance <= 1


@given(weeks(), st.integers(0, 60))
def test_the_order_of_weeks_does_not_matter(drawn: list[Week], offset: int) -> None:
    on = _DAY + timedelta(days=offset)

    assert chance_of("8322", drawn, on=on) == pytest.approx(chance_of("8322", drawn[::-1], on=on))


@given(weeks())
def test_each_person_of_each_day_is_weighed_once_at_most(drawn: list[Week]) -> None:
    assert sum(bucket.people for bucket in calibration(drawn)) <= sum(week.standing for week in drawn)


def test_a_steady_rate_is_foretold_as_it_happens() -> None:
    (bucket,) = calibration([_week(offset) for offset in range(20)])

    assert bucket.foretold == pytest.approx(0.1)
    assert bucket.happened == pytest.approx(0.1)
