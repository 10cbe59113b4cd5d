"""Who was told something, and who is known to have heard it."""

from dataclasses import dataclass
from datetime import datetime

from standby.domain.statuses import PersonStatus
from standby.rooms.people.models import Person, Reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    person_id: int
    ref: str
    status_change_id: int
    status: PersonStatus
    has_phone: bool


def told_in(*, operation_id: int, occasion: str, person_id: int | None = None) -> list[Told]:
    """Everybody whose newest word came with this occasion."""
    rows = Person.objects.filter(operation_id=operation_id, status_change__occasion=occasion, erased_at__isnull=True)
    if person_id is not None:
        rows = rows.filter(id=person_id)
    return [
        Told(
            person_id=row_id,
            ref=ref,
            status_change_id=change_id,
            status=PersonStatus(status),
            has_phone=has_phone,
        )
        for row_id, ref, change_id, status, has_phone in rows.values_list(
            "id", "ref", "status_change__id", "status", "has_phone"
        )
    ]


def reached_ids(*, operation_id: int, occasion: str) -> set[int]:
    """The ids of status changes that their person is known to have read or heard."""
    rows = Reached.objects.filter(operation_id=operation_id, status_change__occasion=occasion)
    return set(rows.values_list("status_change_id", flat=True))


def newest_reached(*, person_id: int) -> datetime | None:
    return Reached.objects.filter(person_id=person_id).order_by("-id").values_list("at", flat=True).first()
