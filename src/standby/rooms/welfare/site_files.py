"""A site as the engine sees it: shifts to come, people there, what they worked and what they are promised to."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from standby.domain.rest import USUAL_RULES
from standby.domain.roles import Level
from standby.domain.spans import Span, merged, minute_of
from standby.rooms.operations.queries import OperationView
from standby.rooms.welfare.actions.shifts import duty_of
from standby.rooms.welfare.models import RosterDuty, Shift
from standby.rooms.welfare.queries.overrides import OpenOverride, open_overrides
from standby.rooms.welfare.queries.shifts import published_duties, shifts_of
from standby.rooms.welfare.queries.stints import readings_of
from standby.rooms.welfare.queries.there import Present, people_at, presence_of
from standby.rostering import Person, PersonId, Policy, Problem, ShiftId
from standby.rostering import Shift as Wanted

_ONE_PERIOD = timedelta(minutes=USUAL_RULES.period)
_USUAL_PRIORITY = 3


def site_problem(*, operation: OperationView, site_id: int, now: datetime) -> Problem:
    """The shifts that begin in the next 14 days of shifts; nobody is named in it."""
    rows = _in_one_period(list(shifts_of(operation_id=operation.id, site_id=site_id, since=now)))
    present = people_at(operation=operation, site_id=site_id, now=now)
    overrides = open_overrides(operation_id=operation.id, person_ids=[one.person.id for one in present])
    return Problem(
        people=tuple(_person(one, overrides, operation) for one in present),
        shifts=tuple(map(_shift, rows)),
        worked=_worked(present, rows, operation=operation, now=now),
        policy=Policy(weights=operation.policy.weights),
    )


def _in_one_period(rows: Sequence[Shift]) -> list[Shift]:
    return [row for row in rows if row.starts_at < rows[0].starts_at + _ONE_PERIOD]


def _person(one: Present, overrides: Mapping[int, OpenOverride], operation: OperationView) -> Person:
    """On the day on which rest is given back, nobody is there to be asked."""
    presence = [presence_of(one.comer, operation=operation)]
    if one.person.id in overrides:
        day = overrides[one.person.id].rest_on
        first = datetime.combine(day, time(), tzinfo=operation.zone)
        last = datetime.combine(day + timedelta(days=1), time(), tzinfo=operation.zone)
        presence = _without(presence[0], Span.between(first, last))
    return Person(person_id=PersonId(one.person.ref), offer=one.person.offer, presence=merged(presence))


def _without(span: Span, off: Span) -> list[Span]:
    parts = [(span.start, min(span.end, off.start)), (max(span.start, off.end), span.end)]
    return [Span(start=start, end=end) for start, end in parts if start < end]


def _shift(row: Shift) -> Wanted:
    asked = row.request
    return Wanted(
        shift_id=ShiftId(row.ref),
        role=asked.role,
        level=Level(asked.level),
        duty=duty_of(row),
        headcount=row.headcount,
        priority=asked.priority or _USUAL_PRIORITY,
        requires=tuple(asked.tags),
        must_be_verified=asked.needs_verified,
        languages=tuple(tuple(condition.split("|")) for condition in asked.languages),
    )


def _worked(
    present: Sequence[Present], rows: Sequence[Shift], *, operation: OperationView, now: datetime
) -> dict[PersonId, tuple[Span, ...]]:
    ids, free = [one.person.id for one in present], {row.id for row in rows}
    readings = readings_of(operation=operation, person_ids=ids, now=now)
    promised: dict[int, list[RosterDuty]] = {}
    for duty in published_duties(operation_id=operation.id, person_ids=ids, since=now):
        if duty.shift_id not in free:
            promised.setdefault(duty.person_id, []).append(duty)
    worked = {}
    for one in present:
        stints = readings[one.person.id].until(minute_of(now)) if one.person.id in readings else ()
        duties = promised.get(one.person.id, ())
        spans = [*(stint.span for stint in stints), *(duty_of(duty.shift).span for duty in duties)]
        worked[PersonId(one.person.ref)] = merged(spans)
    return worked
