"""That somebody really read or heard where they stand."""

from datetime import datetime

from standby.rooms.audit.actors import Actor
from standby.rooms.people.models import Person, Reached


def note_reached(*, person_id: int, how: str, by: Actor, now: datetime) -> None:
    """`how` is "page" or "spoken"; the first time counts, opening the page again adds nothing."""
    person = Person.objects.get(id=person_id)
    if person.status_change_id is None:
        return
    if not Reached.objects.filter(status_change_id=person.status_change_id, how=how).exists():
        Reached.objects.create(
            operation_id=person.operation_id,
            person_id=person.id,
            status_change_id=person.status_change_id,
            how=how,
            at=now,
            by=str(by),
        )
