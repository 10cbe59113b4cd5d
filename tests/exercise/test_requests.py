"""A request says what is wanted, in people or in posts, and how it is cut into needs."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.days import Days
from standby.domain.roles import Level
from standby.exercise.requests import Request, Risk
from standby.exercise.text import Text
from standby.exercise.trades import NURSE

WORDS = Text(en="a", hy="b", ru="c", az="d")
FIRST = date(2026, 10, 5)
NURSES = Request(
    id="R1",
    site="S1",
    trade=NURSE,
    level=Level.INDEPENDENT,
    languages=(("hy", "ru"),),
    first_day=FIRST,
    rotation_days=7,
    rotations=2,
    headcount=6,
    supervisor="Nune Sargsyan",
    provided=WORDS,
    hazards=WORDS,
    without_it=WORDS,
    risk=Risk.LOW,
    priority=2,
)


def posts(*, posts: int, hours: int) -> Request:
    return replace(NURSES, headcount=None, posts=posts, hours_per_day=hours)


def test_rotations_follow_each_other_without_a_gap() -> None:
    assert NURSES.needs == (
        Days(first=FIRST, last=date(2026, 10, 11)),
        Days(first=date(2026, 10, 12), last=date(2026, 10, 18)),
    )
    assert NURSES.last_day == date(2026, 10, 18)


@given(length=st.integers(1, 20), rotations=st.integers(1, 5))
def test_the_needs_cover_every_day_once(length: int, rotations: int) -> None:
    request = replace(NURSES, rotation_days=length, rotations=rotations)

    days = [day for need in request.needs for day in need]

    assert days == [FIRST + timedelta(days=offset) for offset in range(length * rotations)]


@pytest.mark.parametrize(
    ("request_", "people"), [(posts(posts=1, hours=24), 4), (posts(posts=2, hours=8), 3), (NURSES, 6)]
)
def test_posts_take_as_many_people_as_rest_demands(request_: Request, people: int) -> None:
    assert request_.people == people


@given(count=st.integers(1, 40), hours=st.sampled_from([8, 12, 24]))
def test_nobody_works_more_than_48_hours_a_week(count: int, hours: int) -> None:
    people = posts(posts=count, hours=hours).people

    assert count * hours * 7 <= 48 * people
    assert count * hours * 7 > 48 * (people - 1)


@given(factor=st.floats(0.001, 5))
def test_a_resized_request_is_for_at_least_one(factor: float) -> None:
    assert NURSES.resized(factor).people >= 1
    assert posts(posts=2, hours=8).resized(factor).people >= 1


@pytest.mark.parametrize(
    "change",
    [{"headcount": None}, {"posts": 2, "hours_per_day": 8}, {"headcount": None, "posts": 2}, {"hours_per_day": 8}],
)
def test_a_request_is_for_people_or_for_posts_with_their_hours(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"people or for posts|so many hours"):
        replace(NURSES, **change)
