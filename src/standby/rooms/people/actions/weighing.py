"""Counting who stood by and who of them was called within a week, day by day."""

from datetime import date, datetime, time, timedelta

from django.db import connection, transaction

from standby.domain.chances import AHEAD
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import StandingWeek, StatusChange

# Each offers what they offer now: how it was worded then changes little, and old versions would have to be opened.
_COUNT = """
INSERT INTO people_standingweek (operation_id, day, role, standing, called)
SELECT %(operation)s, %(day)s, role ->> 0, count(*), count(*) FILTER (WHERE EXISTS (
    SELECT FROM people_statuschange AS call
    WHERE call.person_id = person.id AND call.status = 'called' AND call.at >= %(from)s AND call.at < %(until)s
))
FROM people_person AS person
CROSS JOIN LATERAL jsonb_array_elements(person.offer -> 'roles') AS role
CROSS JOIN LATERAL (
    SELECT status FROM people_statuschange AS change
    WHERE change.person_id = person.id AND change.at < %(from)s ORDER BY change.id DESC LIMIT 1
) AS then_stood
WHERE person.operation_id = %(operation)s AND person.erased_at IS NULL
    AND person.contact_confirmed_at < %(from)s AND then_stood.status = 'stand_by'
GROUP BY role ->> 0
ON CONFLICT (operation_id, day, role) DO NOTHING
"""
_ONE_DAY = timedelta(days=1)


@transaction.atomic
def weigh_weeks(*, operation: OperationView, now: datetime) -> int:
    """Adds every day whose week is over and that is not counted yet, from the first call on; how many days."""
    first = _first_call(operation)
    if first is None:
        return 0
    counted = StandingWeek.objects.filter(operation_id=operation.id).order_by("-day")
    last = counted.values_list("day", flat=True).first()
    day, days = (last + _ONE_DAY if last else first), 0
    while day + AHEAD <= operation.today(now):
        _weigh(operation, day)
        day, days = day + _ONE_DAY, days + 1
    return days


def _first_call(operation: OperationView) -> date | None:
    rows = StatusChange.objects.filter(operation_id=operation.id, status="called").order_by("at")
    at = rows.values_list("at", flat=True).first()
    return operation.today(at) if at else None


def _weigh(operation: OperationView, day: date) -> None:
    begins = datetime.combine(day, time.min, tzinfo=operation.zone)
    ends = datetime.combine(day + AHEAD, time.min, tzinfo=operation.zone)
    asked: dict[str, int | date] = {"operation": operation.id, "day": day, "from": begins, "until": ends}
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, asked)
