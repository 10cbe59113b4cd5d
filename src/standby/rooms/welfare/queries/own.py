"""The duties of one person, for their own page: what, when, and no place."""

from dataclasses import dataclass
from datetime import datetime

from standby.domain.catalogue import title
from standby.rooms.operations.queries import OperationView
from standby.rooms.welfare.queries.shifts import published_duties


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDuty:
    role_title: str
    starts_at: datetime
    ends_at: datetime


def duties_of(*, operation: OperationView, person_id: int, language: str, now: datetime) -> list[OwnDuty]:
    """Those that are not over, the next one first, by the clocks of the place."""
    rows = published_duties(operation_id=operation.id, person_ids=[person_id], since=now)
    return [
        OwnDuty(
            role_title=title(
                row.shift.request.role, row.shift.request.tags[0] if row.shift.request.tags else "", language=language
            ),
            starts_at=row.shift.starts_at.astimezone(operation.zone),
            ends_at=row.shift.ends_at.astimezone(operation.zone),
        )
        for row in rows
    ]
