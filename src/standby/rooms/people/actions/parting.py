"""Taking one person apart into two again: every join can be undone, also after an announcement.

Whatever the person was called to or answered stays with them, under their reference; the other one stands by.
"""

from collections.abc import Sequence
from datetime import datetime

from standby.domain.statuses import PersonStatus
from standby.identity import RecordId, propose_joins
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.persons import make_people
from standby.rooms.people.actions.regrouping import bring_up_to_date, move, owners_of, registrations_of, stand_again
from standby.rooms.people.models import DoubtfulPair, JoinEvent, Person, Registration
from standby.rooms.people.queries.contacts import are_proven
from standby.rooms.people.queries.registrations import registrations_by_id
from standby.rooms.people.queries.verdicts import verdicts_among
from standby.rooms.people.records import record_of
from standby.rooms.people.sealed import open_registrations


def part_again(*, operation: OperationView, pair: DoubtfulPair, owner: int, by: Actor, now: datetime) -> int | None:
    """Undoes what a verdict on this pair joined: the one who went is themself again. None when it joined nothing."""
    events = JoinEvent.objects.filter(why="judged", evidence__pair=pair.ref).order_by("-id")
    newest = events.first()
    if newest is None or newest.previous_id is None:
        return None
    moved = list(events.filter(previous_id=newest.previous_id).values_list("registration_id", flat=True))
    still_here = [row_id for row_id, person_id in owners_of(moved).items() if person_id == owner]
    if not still_here or len(still_here) == len(registrations_of(owner)):
        return None
    return _part(operation, owner=owner, registration_ids=still_here, former=newest.previous_id, by=by, now=now)


def part_by_rule(*, operation: OperationView, pair: DoubtfulPair, owner: int, by: Actor, now: datetime) -> int:
    """The pair was joined by the rule: whatever belongs to its second registration without the first goes with it."""
    mine = registrations_of(owner)
    opened = open_registrations(Registration.objects.filter(id__in=mine))
    records = [record_of(RecordId(str(row_id)), details) for row_id, details in opened.items()]
    groups = propose_joins(records, verdicts_among(operation_id=operation.id, registration_ids=mine)).groups
    second = next((group for group in groups if str(pair.second_id) in group), ())
    along = [int(record) for record in second] or [pair.second_id]
    return part_from(operation=operation, owner=owner, registration_ids=along, by=by, now=now)


def part_from(
    *, operation: OperationView, owner: int, registration_ids: Sequence[int], by: Actor, now: datetime
) -> int:
    """Makes another person of these registrations: whoever they were before a join, else somebody new."""
    former = _former_person(registration_ids, owner=owner)
    return _part(operation, owner=owner, registration_ids=registration_ids, former=former, by=by, now=now)


def _part(
    operation: OperationView,
    *,
    owner: int,
    registration_ids: Sequence[int],
    former: int | None,
    by: Actor,
    now: datetime,
) -> int:
    if former is not None and _is_nobody_now(former):
        other = former
        stand_again(operation=operation, person_id=other, by=by, now=now)
    else:
        other = _new_person(operation, registration_ids, by=by, now=now)
    move(operation_id=operation.id, registration_ids=registration_ids, to=other, why="split", by=by, now=now)
    bring_up_to_date(operation=operation, person_ids=[owner, other], why="split", by=by, now=now)
    return other


def _is_nobody_now(person_id: int) -> bool:
    rows = Person.objects.select_for_update().filter(id=person_id, erased_at__isnull=True)
    return rows.filter(status=PersonStatus.DUPLICATE).exists()


def _former_person(registration_ids: Sequence[int], *, owner: int) -> int | None:
    """The person these registrations came from into their present one."""
    events = JoinEvent.objects.filter(registration_id__in=registration_ids, person_id=owner, why="judged")
    newest = events.order_by("-id").first()
    return newest.previous_id if newest else None


def _new_person(operation: OperationView, registration_ids: Sequence[int], *, by: Actor, now: datetime) -> int:
    group = list(registrations_by_id(registration_ids).values())
    details = open_registrations(Registration.objects.filter(id__in=registration_ids))
    (person_id,) = make_people(
        operation_id=operation.id,
        groups=[group],
        details=details,
        next_word_on=operation.next_word_on(now),
        by=by,
        now=now,
        are_confirmed=are_proven(registration_ids),
    )
    return person_id
