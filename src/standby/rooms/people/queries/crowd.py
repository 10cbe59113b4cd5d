"""How many there are, for the first page of the desk: counted at once, or, of a very large crowd, a moment ago."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from standby.domain.statuses import PersonStatus
from standby.rooms.people.models import CrowdCounts, Person
from standby.rooms.people.queries.counting import HourCount, newest_registration, surge
from standby.rooms.people.queries.licences import open_claims
from standby.rooms.people.queries.pairs import open_pairs
from standby.rooms.people.queries.persons import count_by_status
from standby.rooms.people.queries.to_confirm import count_to_confirm

# From here on counting everybody takes a third of what a page may take, and more in a surge.
LARGE = 5_000
FRESH = timedelta(minutes=10)
_SURGE = timedelta(hours=72)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """`surge` covers the last days in which somebody signed up, whenever those were.

    `pairs` wait to be judged, `licences` to be checked.
    """

    statuses: Mapping[PersonStatus, int]
    surge: Sequence[HourCount]
    to_confirm: int
    pairs: int
    licences: int

    @property
    def people(self) -> int:
        return sum(self.statuses.values())


def is_large(*, operation_id: int, large: int = LARGE) -> bool:
    """Whether what concerns everybody is counted aside: this question stops at the first `large` people."""
    return len(Person.objects.filter(operation_id=operation_id).values_list("id")[:large]) == large


def crowd_of(*, operation_id: int, now: datetime) -> Crowd:
    """At most some minutes old where there are very many; else as it is."""
    row = _fresh(operation_id, now)
    return _kept(row) if row else count_crowd(operation_id=operation_id, now=now)


def statuses_lately(*, operation_id: int, now: datetime) -> Mapping[PersonStatus, int]:
    """How many stand where, at most some minutes old where there are very many."""
    row = _fresh(operation_id, now)
    return _statuses(row) if row else count_by_status(operation_id=operation_id)


def count_crowd(*, operation_id: int, now: datetime) -> Crowd:
    newest = newest_registration(operation_id=operation_id)
    return Crowd(
        statuses=count_by_status(operation_id=operation_id),
        surge=surge(operation_id=operation_id, since=newest - _SURGE) if newest else [],
        to_confirm=count_to_confirm(operation_id=operation_id, now=now),
        pairs=open_pairs(operation_id=operation_id),
        licences=open_claims(operation_id=operation_id),
    )


def _fresh(operation_id: int, now: datetime) -> CrowdCounts | None:
    return CrowdCounts.objects.filter(operation_id=operation_id, counted_at__gt=now - FRESH).first()


def _kept(row: CrowdCounts) -> Crowd:
    return Crowd(
        statuses=_statuses(row),
        surge=[
            HourCount(starts_at=datetime.fromisoformat(hour), sign_ups=sign_ups, answers=answers)
            for hour, sign_ups, answers in row.hours
        ],
        to_confirm=row.to_confirm,
        pairs=row.pairs,
        licences=row.licences,
    )


def _statuses(row: CrowdCounts) -> dict[PersonStatus, int]:
    return {PersonStatus(status): number for status, number in row.statuses.items()}
