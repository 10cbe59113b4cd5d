"""What a plan for one person breaks, held against counting minute by minute."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.rest import USUAL_RULES, Duty, Limit, RestRules, breaches, breaches_of_duty, is_night, loosened
from standby.domain.spans import DAY, HOUR, Span, merged

MONDAY = 1_000 * DAY


def duty(day: float, *, hours: float = 8, at: float = 6, is_night: bool = False) -> Duty:
    start = MONDAY + int(day * DAY + at * HOUR)
    return Duty(span=Span(start=start, end=start + int(hours * HOUR)), is_night=is_night)


def limits(*duties: Duty, worked: tuple[Span, ...] = (), rules: RestRules = USUAL_RULES) -> list[Limit]:
    return [breach.limit for breach in breaches(duties, worked=worked, rules=rules)]


def test_eleven_hours_between_two_duties_are_enough_and_a_minute_less_is_not() -> None:
    assert limits(duty(0, at=6, hours=13), duty(1, at=6)) == []
    assert limits(duty(0, at=6, hours=13), duty(1, at=6 - 1 / 60)) == [Limit.REST]


def test_six_days_in_a_row_are_allowed_and_the_seventh_is_not() -> None:
    assert limits(*(duty(day) for day in range(6))) == []
    assert limits(*(duty(day) for day in range(7))) == [Limit.DAY_OFF]


def test_a_day_off_is_a_day_and_a_night() -> None:
    week = [duty(day) for day in range(6)]

    assert limits(*week, duty(7)) == []
    assert limits(*week, duty(7, at=0.5)) == [Limit.DAY_OFF]


def test_what_was_worked_before_counts() -> None:
    worked = tuple(duty(day, hours=12).span for day in (*range(-13, -8), -6, -5))

    assert limits(duty(0), worked=worked) == []
    assert limits(duty(0, hours=12.5), worked=worked) == [Limit.HOURS]


def test_hours_of_a_fortnight_ago_count_no_more() -> None:
    worked = tuple(duty(day, hours=12).span for day in (*range(-14, -9), *range(-7, -4)))

    assert limits(duty(-1), worked=worked) == [Limit.HOURS]
    assert limits(duty(0.5, at=6), worked=worked) == []


def test_a_night_is_eight_hours_long_at_most() -> None:
    assert limits(duty(0, at=22, hours=8, is_night=True)) == []
    assert limits(duty(0, at=22, hours=9, is_night=True)) == [Limit.NIGHT]


def test_a_duty_of_thirteen_hours_is_the_longest() -> None:
    assert limits(duty(0, hours=13)) == []
    assert limits(duty(0, hours=13.5)) == [Limit.SPAN]


@pytest.mark.parametrize(
    ("hours", "pause", "broken"),
    [
        (4.5, 0, []),
        (5, 0, [Limit.DRIVING_BREAK]),
        (5.25, 45, []),
        (9.75, 45, []),
        (10, 45, [Limit.DRIVING, Limit.DRIVING_BREAK]),
        (10, 90, []),
        (11, 90, [Limit.DRIVING]),
    ],
)
def test_a_driver_rests_45_minutes_after_four_and_a_half_hours_and_drives_nine(
    hours: float, pause: int, broken: list[Limit]
) -> None:
    found = breaches_of_duty(replace(duty(0, hours=hours), is_driving=True, break_minutes=pause))

    assert sorted(breach.limit for breach in found) == sorted(broken)


@pytest.mark.parametrize(
    ("start", "end", "counts"),
    [
        ("2020-10-12T22:00+04:00", "2020-10-13T06:00+04:00", True),
        ("2020-10-12T15:00+04:00", "2020-10-13T01:59+04:00", False),
        ("2020-10-13T03:00+04:00", "2020-10-13T11:00+04:00", True),
        ("2020-10-13T03:01+04:00", "2020-10-13T11:00+04:00", False),
        ("2020-10-12T18:00+00:00", "2020-10-13T02:00+00:00", True),
        ("2020-10-12T18:00+00:00", "2020-10-13T01:00+00:00", False),
    ],
)
def test_night_is_by_the_clock_on_the_wall(start: str, end: str, *, counts: bool) -> None:
    assert is_night(datetime.fromisoformat(start), datetime.fromisoformat(end)) is counts


def test_a_rule_may_be_stricter_and_what_is_looser_is_named() -> None:
    assert loosened(RestRules(rest=12 * HOUR, night=7 * HOUR)) == ()
    assert loosened(RestRules(rest=10 * HOUR, hours=100 * HOUR)) == ("rest", "hours")


# A clock of few ticks, so that every minute can be looked at.
SMALL = RestRules(rest=4, span=6, hours=9, period=20, day_off=7, run=14, night=3, drive=4, drive_at_a_time=2, break_=1)
SPANS = st.lists(
    st.builds(lambda start, length: Span(start=start, end=start + length), st.integers(0, 50), st.integers(1, 5)),
    max_size=6,
    unique_by=lambda span: span.start,
)


@given(spans=SPANS, earlier=st.integers(0, 3))
def test_every_rule_is_what_counting_minute_by_minute_finds(spans: list[Span], earlier: int) -> None:
    ordered = list(merged(spans))
    worked, duties = tuple(ordered[:earlier]), [Duty(span=span) for span in ordered[earlier:]]

    found = {breach.limit for breach in breaches(duties, worked=worked, rules=SMALL)}

    assert found == counted(worked, [one.span for one in duties])


def counted(worked: tuple[Span, ...], planned: list[Span]) -> set[Limit]:
    """The same by minutes: each is worked, and by whom planned, or rest."""
    broken: set[Limit] = set()
    if not planned:
        return broken
    every = sorted([*worked, *planned])
    busy = {minute for span in every for minute in range(span.start, span.end)}
    if any(span.minutes > SMALL.span for span in planned):
        broken.add(Limit.SPAN)
    for span in planned:
        around = [*range(span.start - SMALL.rest, span.start), *range(span.end, span.end + SMALL.rest)]
        if busy.intersection(around):
            broken.add(Limit.REST)
        if _run_around(span, busy) > SMALL.run:
            broken.add(Limit.DAY_OFF)
    for end in range(planned[0].start + 1, planned[-1].end + 1):
        if sum(minute in busy for minute in range(end - SMALL.period, end)) > SMALL.hours:
            broken.add(Limit.HOURS)
    return broken


def _run_around(span: Span, busy: set[int]) -> int:
    """Out from a duty on both sides until a whole day off lies free."""
    first, last = span.start, span.end
    while before := busy.intersection(range(first - SMALL.day_off, first)):
        first = min(before)
    while after := busy.intersection(range(last, last + SMALL.day_off)):
        last = max(after) + 1
    return last - first
