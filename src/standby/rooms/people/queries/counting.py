"""Counts of people and of what is to be done about them, for the desk."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min

from standby.domain.statuses import ENDED_STATUSES, PersonStatus
from standby.rooms.people.models import Person, StatusChange

# The first status is told by the machine the moment somebody registers; an answer is what came after it.
_FIRST_WORD = "registered"


@dataclass(frozen=True, slots=True, kw_only=True)
class HourCount:
    """`sign_ups`: registrations of that hour; `answers`: people told something new about where they stand."""

    starts_at: datetime
    sign_ups: int
    answers: int


def promises_due(*, operation_id: int, by: date) -> int:
    """People to whom a next word was promised for `by` or before."""
    rows = Person.objects.filter(operation_id=operation_id, next_word_on__lte=by, erased_at__isnull=True)
    return rows.exclude(status__in=ENDED_STATUSES).count()


def incomplete(*, operation_id: int) -> int:
    rows = Person.objects.filter(operation_id=operation_id, status=PersonStatus.OFFERED, erased_at__isnull=True)
    return rows.count()


def surge(*, operation_id: int, since: datetime) -> list[HourCount]:
    """Those who came since then, by the hour they came and by the hour of their first answer; empty hours left out."""
    came = Person.objects.filter(operation_id=operation_id, registered_at__gte=since, erased_at__isnull=True)
    told = StatusChange.objects.filter(person__in=came).exclude(occasion=_FIRST_WORD)
    first_answers = told.values("person_id").annotate(first=Min("at")).values_list("first", flat=True)
    sign_ups = _by_hour(came.values_list("registered_at", flat=True))
    answers = _by_hour(first_answers)
    return [
        HourCount(starts_at=hour, sign_ups=sign_ups[hour], answers=answers[hour])
        for hour in sorted(sign_ups.keys() | answers.keys())
    ]


def newest_registration(*, operation_id: int) -> datetime | None:
    rows = Person.objects.filter(operation_id=operation_id, erased_at__isnull=True).order_by("-registered_at")
    return rows.values_list("registered_at", flat=True).first()


def refs_of(*, operation_id: int, statuses: Sequence[PersonStatus]) -> set[str]:
    rows = Person.objects.filter(operation_id=operation_id, status__in=statuses, erased_at__isnull=True)
    return set(rows.values_list("ref", flat=True))


def _by_hour(moments: Iterable[datetime]) -> Counter[datetime]:
    return Counter(moment.replace(minute=0, second=0, microsecond=0) for moment in moments)
