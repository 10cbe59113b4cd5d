"""The live clock: green, amber from four fifths on, red at the limit, and when somebody is free again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.rest import USUAL_RULES, Clock, Colour, Limit, Reading, Stint, clock_of
from standby.domain.spans import DAY, HOUR, Span

MORNING = 1_000 * DAY + 7 * HOUR


def stint(start: float, hours: float, *, is_driving: bool = False) -> Stint:
    begins = MORNING + int(start * HOUR)
    return Stint(span=Span(start=begins, end=begins + int(hours * HOUR)), is_driving=is_driving)


def after(hours: float, **reading: object) -> Clock:
    """The clock of somebody who came in the morning, so many hours later."""
    known: dict[str, object] = {"on_duty_since": MORNING} | reading
    return clock_of(Reading(**known), now=MORNING + int(hours * HOUR))  # type: ignore[arg-type]  # as each test says


@pytest.mark.parametrize(
    ("hours", "colour"), [(10.3, Colour.GREEN), (10.4, Colour.AMBER), (12.9, Colour.AMBER), (13, Colour.RED)]
)
def test_a_long_day_is_amber_at_four_fifths_and_red_at_thirteen_hours(hours: float, colour: Colour) -> None:
    assert after(hours).colour is colour


def test_whoever_is_red_may_work_again_after_the_rest_of_a_night() -> None:
    clock = after(13)

    assert clock.worst is not None
    assert clock.worst.limit is Limit.SPAN
    assert clock.free_at == MORNING + 24 * HOUR


def test_a_break_at_noon_does_not_begin_the_day_anew() -> None:
    clock = after(13, stints=(stint(0, 5),), on_duty_since=MORNING + 6 * HOUR)

    assert clock.colour is Colour.RED


def test_red_stays_until_the_rest_is_taken() -> None:
    over = (stint(0, 13),)

    assert after(23.9, stints=over, on_duty_since=None).colour is Colour.RED
    assert after(24, stints=over, on_duty_since=None).colour is Colour.GREEN


def test_a_night_is_red_after_eight_hours() -> None:
    assert after(7, is_night=True).colour is Colour.AMBER
    assert after(8, is_night=True).colour is Colour.RED


def test_a_driver_stops_after_four_and_a_half_hours_and_goes_on_after_45_minutes() -> None:
    driving = after(4.5, is_driving=True)

    assert driving.colour is Colour.RED
    assert driving.free_at == MORNING + 315
    assert after(5.25, stints=(stint(0, 4.5, is_driving=True),), on_duty_since=None).colour is Colour.GREEN


def test_two_short_breaks_are_no_break() -> None:
    cut = (stint(0, 2, is_driving=True), stint(2.5, 1.5, is_driving=True))

    assert after(5.5, stints=cut, on_duty_since=MORNING + int(4.5 * HOUR), is_driving=True).colour is Colour.RED


def test_six_days_in_a_row_ask_for_a_day_off() -> None:
    week = tuple(stint(24 * day, 8) for day in range(-6, 0))

    worst = after(0.5, stints=week).worst

    assert worst is not None
    assert worst.limit is Limit.DAY_OFF
    assert worst.colour is Colour.RED


def test_the_hours_of_two_weeks_are_counted_and_leave_again() -> None:
    fortnight = tuple(stint(24 * day, 12) for day in (-13, -12, -11, -10, -8, -7, -6, -5))

    clock = after(0, stints=fortnight, on_duty_since=None)

    assert clock.colour is Colour.RED
    assert clock.free_at == MORNING - 13 * DAY + 14 * DAY + 1


def test_whoever_never_worked_is_green() -> None:
    assert clock_of(Reading(), now=MORNING).colour is Colour.GREEN


@given(
    gaps=st.lists(st.tuples(st.integers(1, 40 * HOUR), st.integers(30, 14 * HOUR)), max_size=8),
    now=st.integers(0, 20 * DAY),
)
def test_who_stops_now_is_no_longer_red_when_the_clock_says_they_are_free(
    gaps: list[tuple[int, int]], now: int
) -> None:
    stints, at = [], MORNING
    for gap, length in gaps:
        stints.append(Stint(span=Span(start=at + gap, end=at + gap + length)))
        at += gap + length
    reading, now = Reading(stints=tuple(one for one in stints if one.span.end <= MORNING + now)), MORNING + now

    free_at = clock_of(reading, now=now).free_at

    if free_at is not None:
        assert clock_of(reading, now=free_at).colour is not Colour.RED
        assert clock_of(reading, now=free_at - 1).colour is Colour.RED


def test_every_limit_has_its_usual_size() -> None:
    assert (USUAL_RULES.rest, USUAL_RULES.span, USUAL_RULES.hours, USUAL_RULES.night) == (660, 780, 5760, 480)
