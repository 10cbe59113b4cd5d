"""Whom we promised a word, and by when: everyone who has not stopped has such a day, and none may pass in silence."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

from django.db import connection
from django.db.models import Count, Q, QuerySet

from standby.domain.statuses import ENDED_STATUSES, PersonStatus, Reason
from standby.rooms.people.models import Person
from standby.rooms.people.queries.persons import view_of
from standby.rooms.people.values import PersonView


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """How many promises are broken already, end today, or end tomorrow."""

    overdue: int = 0
    today: int = 0
    tomorrow: int = 0

    @property
    def in_all(self) -> int:
        return self.overdue + self.today + self.tomorrow


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """Somebody to whom a word was promised, and where they stand until then."""

    id: int
    ref: str
    status: PersonStatus
    reason: Reason
    next_word_on: date


def count_due(*, operation_id: int, today: date, until: date) -> Due:
    """`until` is today, or tomorrow."""
    # What lies beyond is left out first, so that an index finds the rest among hundreds of thousands.
    counted = (
        _promised(operation_id)
        .filter(next_word_on__lte=until)
        .aggregate(
            overdue=Count("id", filter=Q(next_word_on__lt=today)),
            today=Count("id", filter=Q(next_word_on=today)),
            tomorrow=Count("id", filter=Q(next_word_on__gt=today, next_word_on__lte=until)),
        )
    )
    return Due(**counted)


class DueList(Sequence[PersonView]):
    """Everyone to whom a word was promised for `until` or before, the oldest promise first; only a slice is read."""

    def __init__(self, *, operation_id: int, until: date) -> None:
        rows = _promised(operation_id).filter(next_word_on__lte=until)
        self._found = rows.select_related("status_change").order_by("next_word_on", "id")

    def __len__(self) -> int:
        return self._found.count()

    @overload
    def __getitem__(self, at: int) -> PersonView: ...
    @overload
    def __getitem__(self, at: slice) -> list[PersonView]: ...
    def __getitem__(self, at: int | slice) -> PersonView | list[PersonView]:
        if isinstance(at, int):
            return view_of(self._found[at])
        return [view_of(row) for row in self._found[at]]


def hold_due(*, operation_id: int, until: date, after: int, limit: int) -> list[Promised]:
    """The next of them in the order of their ids, held until this transaction ends: nobody's word changes meanwhile."""
    rows = _promised(operation_id).select_for_update().filter(next_word_on__lte=until, id__gt=after).order_by("id")
    return list(_views(rows[:limit]))


def hold_standing(
    *, operation_id: int, statuses: Sequence[PersonStatus], only: Q, after: int, limit: int
) -> list[Promised]:
    """People in one of these statuses, held; whoever hears no more has no day and is not among them."""
    rows = _promised(operation_id).select_for_update().filter(only, status__in=statuses, id__gt=after).order_by("id")
    return list(_views(rows[:limit]))


def count_standing(*, operation_id: int, only: Q) -> Mapping[PersonStatus, int]:
    rows = _promised(operation_id).filter(only).values("status").annotate(number=Count("id")).order_by()
    return {PersonStatus(row["status"]): row["number"] for row in rows}


# One pass over those who stand by, however many roles are looked for.
_IDLE = """
SELECT role.item->>0, count(DISTINCT person.id)
FROM people_person AS person, jsonb_array_elements(person.offer->'roles') AS role(item)
WHERE person.operation_id = %(operation)s AND person.status = %(status)s AND person.erased_at IS NULL
  AND person.next_word_on IS NOT NULL AND role.item->>0 = ANY(%(roles)s)
  AND NOT EXISTS (SELECT FROM jsonb_array_elements(person.offer->'roles') AS other(item)
                  WHERE other.item->>0 = ANY(%(asked)s))
GROUP BY 1 ORDER BY 1
"""


def count_idle(*, operation_id: int, roles: Collection[str], asked: Collection[str]) -> dict[str, int]:
    """By role, how many stand by who offer it and nothing that is `asked` for."""
    standing, wanted, others = PersonStatus.STAND_BY.value, sorted(roles), sorted(asked)
    with connection.cursor() as cursor:
        cursor.execute(_IDLE, {"operation": operation_id, "status": standing, "roles": wanted, "asked": others})
        return dict(cursor.fetchall())


def offers_role(role: str) -> Q:
    """For a query here: whose offer has this role, at any level."""
    return Q(offer__contains={"roles": [[role]]})


def _views(rows: QuerySet[Person]) -> Iterator[Promised]:
    for row_id, ref, status, reason, day in rows.values_list("id", "ref", "status", "reason", "next_word_on"):
        if day is not None:
            yield Promised(id=row_id, ref=ref, status=PersonStatus(status), reason=Reason(reason), next_word_on=day)


def _promised(operation_id: int) -> QuerySet[Person]:
    rows = Person.objects.filter(operation_id=operation_id, erased_at__isnull=True, next_word_on__isnull=False)
    return rows.exclude(status__in=ENDED_STATUSES)
