"""Small sites for the tests: a morning, a late and a night shift a day, and people of two trades."""

from datetime import datetime

from hypothesis import strategies as st

from standby.domain.offers import Offer
from standby.domain.rest import Duty
from standby.domain.roles import Level, OfferedRole
from standby.domain.spans import DAY, HOUR, Span, minute_of
from standby.rostering import Person, PersonId, Problem, Shift, ShiftId

START = minute_of(datetime.fromisoformat("2026-10-12T00:00+04:00"))
COOK, NURSE = "5120", "2221"
ALWAYS = (Span(start=START - DAY, end=START + 30 * DAY),)


def person(name: str, *roles: str, presence: tuple[Span, ...] = ALWAYS, most: int | None = None) -> Person:
    offered = tuple(OfferedRole(code=code, level=Level.INDEPENDENT) for code in roles)
    return Person(person_id=PersonId(name), offer=Offer(roles=offered), presence=presence, most_minutes=most)


def shift(
    name: str, *, day: int, at: int = 6, hours: int = 8, role: str = COOK, headcount: int = 1, priority: int = 3
) -> Shift:
    start = START + day * DAY + at * HOUR
    span = Span(start=start, end=start + hours * HOUR)
    return Shift(
        shift_id=ShiftId(name),
        role=role,
        level=Level.SUPERVISED,
        duty=Duty(span=span, is_night=at >= 20),
        headcount=headcount,
        priority=priority,
    )


def worked(day: int, *, at: int = 6, hours: int = 8) -> Span:
    return shift("", day=day, at=at, hours=hours).duty.span


@st.composite
def small_sites(draw: st.DrawFn) -> Problem:
    """At most three people and six shifts, so that every roster can be tried."""
    trades = draw(st.lists(st.sampled_from([(COOK,), (NURSE,), (COOK, NURSE)]), min_size=1, max_size=3))
    most = st.sampled_from([None, 8 * HOUR, 20 * HOUR])
    people = tuple(person(f"P{at}", *roles, most=draw(most)) for at, roles in enumerate(trades))
    kinds = st.tuples(
        st.integers(0, 8), st.sampled_from([6, 14, 22]), st.sampled_from([4, 8]), st.sampled_from([COOK, NURSE]),
        st.integers(1, 2), st.integers(1, 3),
    )  # fmt: skip
    shifts = tuple(
        shift(f"S{at}", day=day, at=hour, hours=hours, role=role, headcount=heads, priority=priority)
        for at, (day, hour, hours, role, heads, priority) in enumerate(draw(st.lists(kinds, min_size=1, max_size=6)))
    )
    past = st.lists(st.integers(-13, -1), max_size=8, unique=True)
    history = {one.person_id: tuple(worked(day, hours=11) for day in sorted(draw(past))) for one in people}
    return Problem(people=people, shifts=shifts, worked=history)
