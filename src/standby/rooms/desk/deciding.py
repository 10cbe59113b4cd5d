"""Deeds at the desk that touch a person and their calls at once."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from standby.domain.statuses import ENDED_STATUSES, PersonStatus
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.answering import withdraw
from standby.rooms.callup.actions.calling import release_calls
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.letters import Occasion
from standby.rooms.callup.models import CallState
from standby.rooms.callup.queries.holding import holding_calls
from standby.rooms.messages.actions import cancel_waiting
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.erasing import erase_person
from standby.rooms.people.actions.judging import Judged, Verdict, judge_pair
from standby.rooms.people.actions.splitting import give_back, split_off
from standby.rooms.people.queries.persons import people_by_id, person_by_ref
from standby.rooms.people.queries.planning import standing_of
from standby.rooms.people.values import PersonView
from standby.sealing import new_ref


@transaction.atomic
def decide_pair(
    *,
    operation: OperationView,
    pair_ref: str,
    verdict: Verdict,
    keep_ref: str = "",
    public_url: str,
    by: Actor,
    now: datetime,
) -> Judged:
    """Judges a pair: the calls of whoever went into another are free again, and whoever was parted is written to."""
    judged = judge_pair(operation=operation, pair_ref=pair_ref, verdict=verdict, keep_ref=keep_ref, by=by, now=now)
    _follow(operation, judged, public_url=public_url, by=by, now=now)
    return judged


@transaction.atomic
def take_away(
    *, operation: OperationView, registration_refs: Sequence[str], public_url: str, by: Actor, now: datetime
) -> PersonView:
    """Parts registrations from their person, whose calls and answers stay; whoever they belong to is told."""
    other = split_off(operation=operation, registration_refs=registration_refs, by=by, now=now)
    _follow(operation, Judged(parted=other), public_url=public_url, by=by, now=now)
    return people_by_id(operation_id=operation.id, ids=[other])[other]


@transaction.atomic
def put_back(
    *, operation: OperationView, registration_ref: str, to_ref: str, public_url: str, by: Actor, now: datetime
) -> None:
    judged = give_back(operation=operation, registration_ref=registration_ref, to_ref=to_ref, by=by, now=now)
    _follow(operation, judged, public_url=public_url, by=by, now=now)


@transaction.atomic
def erase(*, operation: OperationView, person: PersonView, by: Actor, now: datetime) -> None:
    """Withdraws whatever offer still stands, then makes the person unreadable for ever."""
    if person.status not in ENDED_STATUSES:
        withdraw(operation=operation, person=person, by=by, now=now)
    withdrawn = person_by_ref(operation_id=operation.id, ref=person.ref)
    erase_person(operation=operation, person=withdrawn or person, by=by, now=now)


def _follow(operation: OperationView, judged: Judged, *, public_url: str, by: Actor, now: datetime) -> None:
    if judged.gone is not None:
        _free_places(operation, judged.gone, by=by, now=now)
    if judged.parted is not None and (public_url or operation.is_exercise):
        people = standing_of(operation_id=operation.id, ids=[judged.parted])
        standing_by = [person for person in people if person.status is PersonStatus.STAND_BY]
        write_to(
            operation=operation,
            people=standing_by,
            occasion=new_ref(),
            public_url=public_url,
            cause=Occasion.SPLIT,
            now=now,
        )


def _free_places(operation: OperationView, person_id: int, *, by: Actor, now: datetime) -> None:
    held = [call for call in holding_calls(operation_id=operation.id) if call.person_id == person_id]
    release_calls(calls=held, state=CallState.RELEASED, by=by, now=now)
    gone = people_by_id(operation_id=operation.id, ids=[person_id])[person_id]
    cancel_waiting(recipients=[gone.ref], now=now)
