"""A site divides the days of an approved need into shifts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.days import Days
from standby.domain.errors import Refused, WrongOrder
from standby.domain.rest import Duty, Limit, breaches_of_duty, is_night
from standby.domain.spans import Span
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.queries.planning import OPEN_STATES
from standby.rooms.needs.queries.shared import RequestToStaff, request_to_staff
from standby.rooms.operations.queries import OperationView
from standby.rooms.welfare.models import Shift

MOST_DAYS = 14
_MOST_BEHIND = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One shift of every day, by the clocks of the place; one that ends earlier than it begins ends the next day."""

    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class NewShifts:
    request_ref: str
    days: Days
    turns: Sequence[Turn]
    headcount: int
    is_driving: bool = False
    break_minutes: int = 0


@transaction.atomic
def add_shifts(*, operation: OperationView, site_id: int, new: NewShifts, by: Actor, now: datetime) -> int:
    """Every turn on every day; how many. Refused where one would break the rules of rest whoever did it."""
    asked = request_to_staff(operation_id=operation.id, ref=new.request_ref)
    if asked is None or asked.site_id != site_id:
        raise Refused(gettext("There is no such need at this site."))
    _refuse_unless_real(asked, new, operation=operation, now=now)
    rows = [_row(operation, asked, start, end, new, by=by, now=now) for start, end in _times(operation, new)]
    _refuse_too_long(rows)
    Shift.objects.bulk_create(rows)
    detail: dict[str, str | int | bool | None] = {"shifts": len(rows)}
    journal(operation=operation.ref, actor=by, action="shift.add", now=now, subject=asked.ref, detail=detail)
    return len(rows)


@transaction.atomic
def withdraw_shift(*, operation: OperationView, site_id: int, shift_ref: str, by: Actor, now: datetime) -> None:
    """It is not worked; the next roster does without it. What has begun stays: it was worked."""
    row = Shift.objects.select_for_update().filter(operation_id=operation.id, site_id=site_id, ref=shift_ref).first()
    if row is None:
        raise Refused(gettext("There is no such shift."))
    if row.starts_at <= now or row.withdrawn_at is not None:
        raise WrongOrder(gettext("This shift has begun already, or was taken out before."))
    row.withdrawn_at, row.withdrawn_by = now, str(by)
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    journal(operation=operation.ref, actor=by, action="shift.withdraw", now=now, subject=row.ref)


def _refuse_unless_real(asked: RequestToStaff, new: NewShifts, *, operation: OperationView, now: datetime) -> None:
    if asked.state not in OPEN_STATES:
        raise WrongOrder(gettext("This need is not open. Shifts stand only on a need that is approved."))
    if not asked.days.contains(new.days):
        raise Refused(gettext("Choose days within those of the need."))
    if new.days.first < operation.today(now - _MOST_BEHIND) or len(new.days) > MOST_DAYS:
        raise Refused(gettext("Begin today or later, and give 14 days at most; add more when they come."))


def _times(operation: OperationView, new: NewShifts) -> Iterator[tuple[datetime, datetime]]:
    for day in new.days:
        for turn in new.turns:
            over = timedelta(days=turn.end <= turn.start)
            start = datetime.combine(day, turn.start, tzinfo=operation.zone)
            yield start, datetime.combine(day + over, turn.end, tzinfo=operation.zone)


def _row(
    operation: OperationView,
    asked: RequestToStaff,
    start: datetime,
    end: datetime,
    new: NewShifts,
    *,
    by: Actor,
    now: datetime,
) -> Shift:
    return Shift(
        operation_id=operation.id,
        request_id=asked.id,
        site_id=asked.site_id,
        starts_at=start,
        ends_at=end,
        headcount=new.headcount,
        is_night=is_night(start, end),
        is_driving=new.is_driving,
        break_minutes=new.break_minutes,
        added_at=now,
        added_by=str(by),
    )


def duty_of(row: Shift) -> Duty:
    return Duty(
        span=Span.between(row.starts_at, row.ends_at),
        is_night=row.is_night,
        is_driving=row.is_driving,
        break_minutes=row.break_minutes,
    )


def _refuse_too_long(rows: Sequence[Shift]) -> None:
    for row in rows:
        length = (row.ends_at - row.starts_at) // timedelta(minutes=1)
        if not 0 <= row.break_minutes < length:
            raise Refused(gettext("The break is as long as the shift. Give a shorter one."))
        for breach in breaches_of_duty(duty_of(row)):
            raise Refused(_TOO_LONG[breach.limit]())


_TOO_LONG = {
    Limit.SPAN: lambda: gettext("A shift lasts 13 hours at most. Divide it in two."),
    Limit.NIGHT: lambda: gettext("A shift at night lasts 8 hours at most. Divide it in two."),
    Limit.DRIVING: lambda: gettext("Nobody drives more than 9 hours a day. Divide it in two."),
    Limit.DRIVING_BREAK: lambda: gettext("A driver rests 45 minutes after four and a half hours. Give a longer break."),
}
