"""Looking up whoever signed up, after they were answered: what is found waits for the desk, and they are told nothing.

Apart from the answer on purpose. A look-up takes longer where somebody is found; done before the answer it would tell
whoever measures that a person of this name is registered.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from operator import itemgetter

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
    found = recognise(operation_id=operation_id, sought=opened)
    for look in looks:
        seen = found.get(look.registration_id)
        look.answer, look.at = seen.answer.value if seen else "erased", now
    DoorLook.objects.bulk_update(looks, ["answer", "at"])
    _ask({row_id: seen.likenesses for row_id, seen in found.items()}, operation_id=operation_id, now=now)
    return len(looks)


def _ask(found: Mapping[int, Sequence[Likeness]], *, operation_id: int, now: datetime) -> None:
    """The desk is asked once both have shown a contact to be theirs (`queries.pairs`): a flood asks nobody anything.

    Last in the transaction and in one order: whoever stores the same pair at this moment waits for a commit alone, and
    nobody for somebody who waits for them.
    """
    pairs = {_in_order(one, like.registration_id): like for one, likenesses in found.items() for like in likenesses}
    ids = {row_id for pair in pairs for row_id in pair}
    owners = dict(
        RegistrationPerson.objects.filter(registration_id__in=ids).values_list("registration_id", "person_id")
    )
    apart = people_apart(verdicts_among(operation_id=operation_id, registration_ids=ids), owners=owners)
    rows = [
        DoubtfulPair(
            operation_id=operation_id,
            first_id=first,
            second_id=second,
            why=like.why,
            evidence={field.value: agreement.value for field, agreement in like.comparison},
            found_at=now,
        )
        for (first, second), like in sorted(pairs.items(), key=itemgetter(0))
        if owners.get(first) != owners.get(second) and not are_apart(owners.get(first), owners.get(second), apart)
    ]
    DoubtfulPair.objects.bulk_create(rows, ignore_conflicts=True)


def _in_order(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
