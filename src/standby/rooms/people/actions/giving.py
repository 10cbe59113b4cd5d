"""Giving registrations to people: each gift is a JoinEvent, the history of who is who."""

from collections.abc import Iterable
from datetime import datetime

from standby.rooms.audit.actors import Actor
from standby.rooms.people.models import JoinEvent, RegistrationPerson
from standby.rooms.vault.copying import copy_rows

# A registration, its person, and why: "first" of somebody new, "rule" of somebody who has or gets several.
Gift = tuple[int, int, str]


def give(gifts: Iterable[Gift], *, operation_id: int, by: Actor, now: datetime) -> None:
    """For registrations that are nobody's yet."""
    taken = list(gifts)
    events = (
        {
            "operation_id": operation_id,
            "registration_id": registration_id,
            "person_id": person_id,
            "why": why,
            "evidence": {},
            "at": now,
            "by": str(by),
        }
        for registration_id, person_id, why in taken
    )
    current = (
        {"registration_id": registration_id, "operation_id": operation_id, "person_id": person_id}
        for registration_id, person_id, _ in taken
    )
    copy_rows(JoinEvent, events)
    copy_rows(RegistrationPerson, current)
