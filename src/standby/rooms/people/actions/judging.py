"""What a person decides about two registrations, and taking any join apart again."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum

from django.db import transaction

from standby.domain.errors import Conflict, Refused
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.persons import make_people, merged_offer_of, renew_offers
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.models import (
    DoubtfulPair,
    JoinEvent,
    PairJudgement,
    Person,
    Registration,
    RegistrationPerson,
)
from standby.rooms.people.values import NewStatus


class Verdict(Enum):
    SAME = "same"
    NOT_SAME = "not_same"
    UNDONE = "undone"


@transaction.atomic
def judge_pair(
    *, operation: OperationView, pair_ref: str, verdict: Verdict, keep_person_id: int | None, by: Actor, now: datetime
) -> None:
    """Remembers a verdict for ever and acts on it: the same makes two people one, undone takes them apart again.

    `keep_person_id` is the one who stays when both are people already (whoever was called and answered); without it
    the one who registered first stays. The other's status becomes duplicate: they are told by the one who stays.
    """
    pair = DoubtfulPair.objects.select_for_update().get(operation_id=operation.id, ref=pair_ref)
    PairJudgement.objects.create(operation_id=operation.id, pair=pair, verdict=verdict.value, at=now, by=str(by))
    before, pair.verdict = pair.verdict, "" if verdict is Verdict.UNDONE else verdict.value
    pair.save(update_fields=["verdict"])
    owners = _owners([pair.first_id, pair.second_id])
    first, second = owners[pair.first_id], owners[pair.second_id]
    if verdict is Verdict.SAME and first != second:
        _merge(operation=operation, people=(first, second), keep_person_id=keep_person_id, by=by, now=now)
    if verdict is not Verdict.SAME and before == Verdict.SAME.value and first == second:
        split_off(operation=operation, registration_ids=[pair.second_id], by=by, now=now)
    journal(
        operation=operation.ref,
        actor=by,
        action=f"pair.{verdict.value}",
        now=now,
        subject=pair.ref,
    )


@transaction.atomic
def split_off(*, operation: OperationView, registration_ids: Sequence[int], by: Actor, now: datetime) -> int:
    """Takes registrations away from their person and makes another person of them, who stands by and is told.

    Whatever the first person was called to or answered stays with them. Their id is returned. A registration that used
    to be somebody else goes back to being that person.
    """
    owners = set(_owners(registration_ids).values())
    if len(owners) != 1:
        raise Conflict("These registrations are not one person's any more. Look again.")
    (owner,) = owners
    if not RegistrationPerson.objects.filter(person_id=owner).exclude(registration_id__in=registration_ids).exists():
        raise Refused("Leave at least one registration with this person.")
    other = _former_person(operation, registration_ids, by=by, now=now) or _new_person(
        operation, registration_ids, by=by, now=now
    )
    _move(operation_id=operation.id, registration_ids=registration_ids, to=other, why="split", by=by, now=now)
    _renew(operation, [owner, other], why="split", by=by, now=now)
    journal(
        operation=operation.ref,
        actor=by,
        action="person.split",
        now=now,
        subject=Person.objects.values_list("ref", flat=True).get(id=owner),
        detail={"registrations": len(registration_ids)},
    )
    return other


def _merge(
    *, operation: OperationView, people: tuple[int, int], keep_person_id: int | None, by: Actor, now: datetime
) -> None:
    rows = list(Person.objects.select_for_update().filter(id__in=people).order_by("registered_at", "id"))
    keep = next((row for row in rows if row.id == keep_person_id), rows[0])
    gone = next(row for row in rows if row.id != keep.id)
    moved = list(RegistrationPerson.objects.filter(person_id=gone.id).values_list("registration_id", flat=True))
    _move(operation_id=operation.id, registration_ids=moved, to=keep.id, why="judged", by=by, now=now)
    gone_status = NewStatus(person_id=gone.id, status=PersonStatus.DUPLICATE, reason=Reason.FIXED, next_word_on=None)
    tell(operation_id=operation.id, statuses=[gone_status], occasion=f"joined:{keep.ref}", by=by, now=now)
    _renew(operation, [keep.id], why="join", by=by, now=now)


def _move(*, operation_id: int, registration_ids: Sequence[int], to: int, why: str, by: Actor, now: datetime) -> None:
    before = _owners(registration_ids)
    JoinEvent.objects.bulk_create(
        [
            JoinEvent(
                operation_id=operation_id,
                registration_id=registration_id,
                person_id=to,
                previous_id=before[registration_id],
                why=why,
                at=now,
                by=str(by),
            )
            for registration_id in registration_ids
        ]
    )
    RegistrationPerson.objects.filter(registration_id__in=registration_ids).update(person_id=to)


def _former_person(
    operation: OperationView, registration_ids: Sequence[int], *, by: Actor, now: datetime
) -> int | None:
    """Who these registrations were before a person joined them: back to standing by, under the same reference."""
    event = JoinEvent.objects.filter(registration_id__in=registration_ids, why="judged").order_by("-id").first()
    if event is None or event.previous_id is None:
        return None
    person = Person.objects.select_for_update().get(id=event.previous_id)
    if person.status != PersonStatus.DUPLICATE:
        return None
    back = NewStatus(
        person_id=person.id,
        status=PersonStatus.STAND_BY,
        reason=Reason.NO_NEED_NOW,
        next_word_on=operation.next_word_on(now),
    )
    tell(operation_id=operation.id, statuses=[back], occasion="split", by=by, now=now)
    return person.id


def _new_person(operation: OperationView, registration_ids: Sequence[int], *, by: Actor, now: datetime) -> int:
    rows = list(Registration.objects.filter(id__in=registration_ids))
    (person_id,) = make_people(
        operation_id=operation.id, groups=[rows], next_word_on=operation.next_word_on(now), by=by, now=now
    )
    return person_id


def _renew(operation: OperationView, person_ids: Sequence[int], *, why: str, by: Actor, now: datetime) -> None:
    renew_offers(
        operation_id=operation.id,
        offers={person_id: merged_offer_of(person_id) for person_id in person_ids},
        why=why,
        by=by,
        today=operation.today(now),
        now=now,
    )


def _owners(registration_ids: Sequence[int]) -> dict[int, int]:
    rows = RegistrationPerson.objects.select_for_update().filter(registration_id__in=registration_ids)
    return dict(rows.values_list("registration_id", "person_id"))
