"""Telling people where they stand."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction

from standby.domain.errors import WrongOrder
from standby.domain.statuses import SILENT_STATUSES, PersonStatus, may_follow
from standby.rooms.audit.actors import Actor
from standby.rooms.people.models import Person, StatusChange
from standby.rooms.people.values import NewStatus

_BATCH = 5000

# A person's row repeats the newest of their changes. Locked in one order everywhere, so that two who tell at once wait
# for each other instead of stopping each other.
_POINT_AT_NEWEST = """
UPDATE people_person AS person
SET status = newest.status, reason = newest.reason, status_change_id = newest.id, next_word_on = newest.next_word_on
FROM (SELECT DISTINCT ON (person_id) * FROM people_statuschange
      WHERE person_id = ANY(%s) ORDER BY person_id, id DESC) AS newest
WHERE person.id = newest.person_id
"""


@transaction.atomic
def tell(
    *, operation_id: int, statuses: Sequence[NewStatus], occasion: str, by: Actor, now: datetime
) -> dict[int, int]:
    """Gives each person a new, dated status; the ids of the changes by person. All of them or none.

    Told is what this transaction commits: from then on each can read it on their own page. The same status may be told
    again, with a new date. Raises WrongOrder where a status may not follow the one a person has.
    """
    _refuse_wrong_order(operation_id, statuses)
    rows = [
        StatusChange(
            operation_id=operation_id,
            person_id=new.person_id,
            status=new.status,
            reason=new.reason,
            at=now,
            by=str(by),
            next_word_on=new.next_word_on,
            occasion=occasion,
        )
        for new in statuses
    ]
    made = StatusChange.objects.bulk_create(rows, batch_size=_BATCH)
    point_at_newest([row.person_id for row in made])
    return {row.person_id: row.id for row in made}


def lock_people(*, operation_id: int) -> None:
    """Nobody's status changes until this transaction ends; in the order in which `tell` locks them."""
    list(Person.objects.select_for_update().filter(operation_id=operation_id).order_by("id").values_list("id"))


def point_at_newest(person_ids: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_POINT_AT_NEWEST, [list(person_ids)])


def _refuse_wrong_order(operation_id: int, statuses: Sequence[NewStatus]) -> None:
    wanted = {new.person_id: new for new in statuses}
    locked = Person.objects.select_for_update().filter(operation_id=operation_id, id__in=wanted).order_by("id")
    current = dict(locked.values_list("id", "status"))
    if len(current) != len(statuses):
        raise WrongOrder("Somebody was named twice, or belongs to another operation.")
    for person_id, status in current.items():
        before, new = PersonStatus(status), wanted[person_id]
        is_same = before is new.status and before is not PersonStatus.DIED
        if not is_same and not may_follow(before=before, after=new.status):
            raise WrongOrder(f"Nobody goes from {before.value} to {new.status.value}.")
        if new.next_word_on is None and new.status not in _HEAR_NO_MORE:
            raise WrongOrder(f"Whoever is {new.status.value} is told when they hear again.")


_HEAR_NO_MORE = SILENT_STATUSES | {
    PersonStatus.WITHDRAWN,
    PersonStatus.THANKED,
    PersonStatus.NOT_ACCEPTED,
    PersonStatus.DUPLICATE,
    PersonStatus.SUSPENDED,
}
