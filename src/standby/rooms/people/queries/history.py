"""Everything a person was ever told, the newest first."""

from dataclasses import dataclass
from datetime import date, datetime

from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.people.models import StatusChange


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOnce:
    at: datetime
    status: PersonStatus
    reason: Reason
    next_word_on: date | None
    by: str


def history_of(*, person_id: int, limit: int = 50) -> list[ToldOnce]:
    rows = StatusChange.objects.filter(person_id=person_id).order_by("-id")[:limit]
    return [
        ToldOnce(
            at=row.at,
            status=PersonStatus(row.status),
            reason=Reason(row.reason),
            next_word_on=row.next_word_on,
            by=row.by,
        )
        for row in rows
    ]
