"""From posts to people: a rota is really drawn up with the number worked out, and checked against every rest rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.days import Days
from standby.domain.staffing import Staffing, people_for_posts, rotations

staffings = st.builds(
    Staffing,
    posts=st.integers(min_value=1, max_value=12),
    hours_per_day=st.integers(min_value=1, max_value=24),
    days=st.integers(min_value=1, max_value=30),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One person at work, in hours since the need began."""

    day: int
    starts: Fraction
    ends: Fraction


def _rota(staffing: Staffing, *, people: int) -> list[list[Duty]]:
    """People take the duties in turn; who was on late yesterday is on late again, so that nobody's rest is short."""
    on_one_day = staffing.posts * staffing.duties_of_a_post
    rota: list[list[Duty]] = [[] for _ in range(people)]
    late_yesterday: set[int] = set()
    for day in range(staffing.days):
        today = [(day * on_one_day + offset) % people for offset in range(on_one_day)]
        today.sort(key=lambda person: person in late_yesterday)
        late_yesterday = set()
        for place, person in enumerate(today):
            turn = place // staffing.posts
            starts = day * 24 + turn * staffing.duty_hours
            rota[person].append(Duty(day=day, starts=starts, ends=starts + staffing.duty_hours))
            if turn:
                late_yesterday.add(person)
    return rota


def _most_duties_in_a_week(duties: Sequence[Duty]) -> int:
    days = [duty.day for duty in duties]
    return max((sum(first <= day < first + 7 for day in days) for first in days), default=0)


@given(staffings)
def test_with_the_number_worked_out_nobody_works_more_than_they_may(staffing: Staffing) -> None:
    for duties in _rota(staffing, people=staffing.people):
        days = [duty.day for duty in duties]

        assert len(days) == len(set(days)), "two duties on one day"
        assert all(duty.ends - duty.starts <= 12 for duty in duties)
        assert _most_duties_in_a_week(duties) * staffing.duty_hours <= 48
        assert _most_duties_in_a_week(duties) <= 6, "no day off in seven"


@given(staffings)
def test_with_the_number_worked_out_everybody_rests_eleven_hours_between_duties(staffing: Staffing) -> None:
    for duties in _rota(staffing, people=staffing.people):
        rests = [later.starts - earlier.ends for earlier, later in pairwise(duties)]

        assert all(rest >= 11 for rest in rests)


@given(staffings)
def test_every_post_is_kept_on_every_day_for_all_its_hours(staffing: Staffing) -> None:
    rota = _rota(staffing, people=staffing.people)

    for day in range(staffing.days):
        hours = sum((duty.ends - duty.starts for duties in rota for duty in duties if duty.day == day), Fraction())
        assert hours == staffing.posts * staffing.hours_per_day


@given(staffings)
def test_one_person_fewer_could_not_do_it(staffing: Staffing) -> None:
    fewer = staffing.people - 1
    a_day = staffing.posts * staffing.duties_of_a_post
    week = min(staffing.days, 7)

    assert fewer < a_day or fewer * staffing.duties_a_week < week * a_day


@pytest.mark.parametrize(
    ("posts", "hours", "days", "people"),
    [(1, 8, 5, 1), (1, 8, 7, 2), (6, 8, 14, 7), (1, 10, 7, 2), (6, 10, 7, 11), (3, 24, 14, 11), (1, 24, 1, 2)],
)
def test_people_for_posts_as_one_works_them_out_on_paper(posts: int, hours: int, days: int, people: int) -> None:
    assert people_for_posts(posts=posts, hours_per_day=hours, days=days) == people


@pytest.mark.parametrize(("posts", "hours", "days"), [(0, 8, 5), (1, 0, 5), (1, 25, 5), (1, 8, 0)])
def test_there_is_no_rota_without_posts_hours_or_days(posts: int, hours: int, days: int) -> None:
    with pytest.raises(ValueError, match="at least one post"):
        people_for_posts(posts=posts, hours_per_day=hours, days=days)


@given(st.dates(max_value=date(2100, 1, 1)), st.integers(1, 400), st.integers(1, 40))
def test_rotations_are_the_days_themselves_cut_evenly(first: date, length: int, longest: int) -> None:
    days = Days(first=first, last=first + timedelta(days=length - 1))

    parts = rotations(days, longest=longest)

    assert [day for part in parts for day in part] == list(days)
    lengths = [len(part) for part in parts]
    assert max(lengths) <= longest
    assert max(lengths) - min(lengths) <= 1
    assert len(parts) == -(-length // longest)


def test_no_rotation_is_shorter_than_a_day() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        rotations(Days(first=date(2026, 10, 5), last=date(2026, 10, 6)), longest=0)
