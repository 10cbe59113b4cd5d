"""Looking up whoever signed up, after they were answered: what is found waits for the desk, and they are told nothing.

Apart from the answer on purpose. A look-up takes longer where somebody is found; done before the answer it would tell
whoever measures that a person of this name is registered.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from standby.rooms.people.models import DoorLook, DoubtfulPair, Registration, RegistrationPerson
from standby.rooms.people.queries.knowing import Likeness, recognise
from standby.rooms.people.queries.verdicts import are_apart, people_apart, verdicts_among
from standby.rooms.people.sealed import open_registrations

_BATCH = 200


def await_look(registration_ids: Sequence[int], *, operation_id: int) -> None:
    """Each is looked up as soon as a worker is free: the same work for everybody, whoever they are."""
    DoorLook.objects.bulk_create(
        DoorLook(registration_id=row_id, operation_id=operation_id) for row_id in registration_ids
    )


@transaction.atomic
def look_up_newcomers(*, operation_id: int, now: datetime, limit: int = _BATCH) -> int:
    """How many were looked up; rows that somebody else looks up at this moment are passed over."""
    waiting = DoorLook.objects.select_for_update(skip_locked=True).filter(operation_id=operation_id, answer="")
    looks = list(waiting.order_by("registration_id")[:limit])
    opened = open_registrations(Registration.objects.filter(id__in=[look.registration_id for look in looks]))
    for look in looks:
        details = opened.get(look.registration_id)
        if details is None:
            look.answer = "erased"
        else:
            found = recognise(operation_id=operation_id, details=details, besides=look.registration_id)
            look.answer = found.answer.value
            _ask(look.registration_id, found.likenesses, operation_id=operation_id, now=now)
        look.at = now
    DoorLook.objects.bulk_update(looks, ["answer", "at"])
    return len(looks)


def _ask(registration_id: int, likenesses: Sequence[Likeness], *, operation_id: int, now: datetime) -> None:
    """The desk is asked once both have shown a contact to be theirs (`queries.pairs`): a flood asks nobody anything."""
    ids = [registration_id, *(one.registration_id for one in likenesses)]
    owners = dict(
        RegistrationPerson.objects.filter(registration_id__in=ids).values_list("registration_id", "person_id")
    )
    apart = people_apart(verdicts_among(operation_id=operation_id, registration_ids=ids), owners=owners)
    mine = owners.get(registration_id)
    rows = [
        DoubtfulPair(
            operation_id=operation_id,
            first_id=min(registration_id, one.registration_id),
            second_id=max(registration_id, one.registration_id),
            why=one.why,
            evidence={field.value: agreement.value for field, agreement in one.comparison},
            found_at=now,
        )
        for one in likenesses
        if owners.get(one.registration_id) != mine and not are_apart(mine, owners.get(one.registration_id), apart)
    ]
    DoubtfulPair.objects.bulk_create(rows, ignore_conflicts=True)
