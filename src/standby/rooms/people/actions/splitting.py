"""Taking a registration away from a person on whose card it stands wrongly, and giving it back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.judging import Judged, Verdict, judge_pair, remember_verdict
from standby.rooms.people.actions.parting import part_from
from standby.rooms.people.actions.regrouping import owners_of, registrations_of
from standby.rooms.people.models import DoubtfulPair, JoinEvent, Person, Registration

TAKEN_AWAY = "taken_away"


@transaction.atomic
def split_off(*, operation: OperationView, registration_refs: Sequence[str], by: Actor, now: datetime) -> int:
    """Takes registrations away from their person and makes another person of them, whose id is returned.

    That these are two people is remembered like any verdict, so that no later list joins them again.
    """
    rows = Registration.objects.filter(operation_id=operation.id, ref__in=list(registration_refs))
    taken = list(rows.order_by("id").values_list("id", flat=True))
    owners = set(owners_of(taken).values())
    if len(owners) != 1 or len(taken) != len(registration_refs):
        raise Conflict(gettext("These registrations are not one person's any more. Look again."))
    (owner,) = owners
    left = [row_id for row_id in registrations_of(owner) if row_id not in taken]
    if not left:
        raise Refused(gettext("Leave at least one registration with this person."))
    other = part_from(operation=operation, owner=owner, registration_ids=taken, by=by, now=now)
    _remember_two_people(operation, taken, left, by=by, now=now)
    journal(
        operation=operation.ref,
        actor=by,
        action="person.split",
        now=now,
        subject=Person.objects.values_list("ref", flat=True).get(id=owner),
        detail={"registrations": len(taken)},
    )
    return other


@transaction.atomic
def give_back(*, operation: OperationView, registration_ref: str, to_ref: str, by: Actor, now: datetime) -> Judged:
    """Undoes a taking away: whoever was made of it goes back into the person it was taken from."""
    pairs = _taken_from(operation, registration_ref, to_ref)
    if not pairs:
        raise Conflict(gettext("This was decided otherwise meanwhile. Look again."))
    for pair in pairs[1:]:
        remember_verdict(pair, Verdict.UNDONE, by=by, now=now)
    return judge_pair(
        operation=operation,
        pair_ref=pairs[0].ref,
        verdict=Verdict.SAME,
        keep_ref=to_ref,
        restores=JoinEvent.objects.filter(registration__ref=registration_ref, person__ref=to_ref).exists(),
        by=by,
        now=now,
    )


def _taken_from(operation: OperationView, registration_ref: str, person_ref: str) -> list[DoubtfulPair]:
    """The decisions that keep this registration apart from those of this person."""
    rows = DoubtfulPair.objects.filter(
        Q(first__ref=registration_ref) | Q(second__ref=registration_ref),
        operation_id=operation.id,
        verdict=Verdict.NOT_SAME.value,
    ).select_related("first")
    person_id = Person.objects.filter(operation_id=operation.id, ref=person_ref).values_list("id", flat=True).first()
    theirs = set(registrations_of(person_id or 0))
    return [
        pair
        for pair in rows.order_by("id")
        if (pair.second_id if pair.first.ref == registration_ref else pair.first_id) in theirs
    ]


def _remember_two_people(
    operation: OperationView, taken: Sequence[int], left: Sequence[int], *, by: Actor, now: datetime
) -> None:
    for one in taken:
        for other in left:
            first, second = sorted((one, other))
            pair, _ = DoubtfulPair.objects.get_or_create(
                first_id=first,
                second_id=second,
                defaults={"operation_id": operation.id, "why": TAKEN_AWAY, "found_at": now},
            )
            remember_verdict(pair, Verdict.NOT_SAME, by=by, now=now)
