"""Counts of people and of what is to be done about them, for the desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from standby.domain.statuses import PersonStatus
from standby.rooms.people.models import Person

# The first status is told by the machine the moment somebody registers; an answer is what came after it.
_FIRST_WORD = "registered"
# Counted in the database: a surge is thousands of rows, and the page shows some dozens of hours.
_SIGN_UPS = """
SELECT date_trunc('hour', registered_at) AS hour, count(*) FROM people_person
WHERE operation_id = %(operation)s AND registered_at >= %(since)s AND erased_at IS NULL GROUP BY hour
"""
_FIRST_ANSWERS = """
SELECT date_trunc('hour', answered_at) AS hour, count(*) FROM (
  SELECT min(change.at) AS answered_at FROM people_statuschange AS change
  JOIN people_person AS person ON person.id = change.person_id
  WHERE person.operation_id = %(operation)s AND person.registered_at >= %(since)s AND person.erased_at IS NULL
    AND change.occasion <> %(first_word)s
  GROUP BY change.person_id
) AS first_answers GROUP BY hour
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class HourCount:
    """`sign_ups`: registrations of that hour; `answers`: people told something new about where they stand."""

    starts_at: datetime
    sign_ups: int
    answers: int


def surge(*, operation_id: int, since: datetime) -> list[HourCount]:
    """Those who came since then, by the hour they came and by the hour of their first answer; empty hours left out."""
    asked: dict[str, int | str | datetime] = {"operation": operation_id, "since": since, "first_word": _FIRST_WORD}
    sign_ups, answers = _by_hour(_SIGN_UPS, asked), _by_hour(_FIRST_ANSWERS, asked)
    return [
        HourCount(starts_at=hour, sign_ups=sign_ups.get(hour, 0), answers=answers.get(hour, 0))
        for hour in sorted(sign_ups.keys() | answers.keys())
    ]


def newest_registration(*, operation_id: int) -> datetime | None:
    rows = Person.objects.filter(operation_id=operation_id, erased_at__isnull=True).order_by("-registered_at")
    return rows.values_list("registered_at", flat=True).first()


def refs_of(*, operation_id: int, statuses: Sequence[PersonStatus]) -> set[str]:
    rows = Person.objects.filter(operation_id=operation_id, status__in=statuses, erased_at__isnull=True)
    return set(rows.values_list("ref", flat=True))


def _by_hour(query: str, asked: Mapping[str, int | str | datetime]) -> dict[datetime, int]:
    with connection.cursor() as cursor:
        cursor.execute(query, asked)
        return dict(cursor.fetchall())
