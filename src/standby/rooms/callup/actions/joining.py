"""What follows for calls and messages when two people turn out to be one, or may be, or are two again."""

from datetime import datetime

from django.db import transaction

from standby.domain.statuses import PersonStatus
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.calling import release_calls
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.letters import Occasion
from standby.rooms.callup.models import CallState
from standby.rooms.callup.queries.holding import holding_calls
from standby.rooms.messages.actions import cancel_waiting
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.judging import Judged, confirm_join
from standby.rooms.people.queries.held_joins import questions_to
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.queries.planning import standing_of
from standby.sealing import new_ref


def follow_join(*, operation: OperationView, judged: Judged, public_url: str, by: Actor, now: datetime) -> None:
    """Calls of whoever went into another are free; who was parted is written to; who has to confirm is asked."""
    if judged.gone is not None:
        _free_places(operation, judged.gone, by=by, now=now)
    if not (public_url or operation.is_exercise):
        return
    if judged.parted is not None:
        _write(operation, judged.parted, Occasion.SPLIT, occasion=new_ref(), public_url=public_url, now=now)
    if judged.asked is not None:
        _write(operation, judged.asked, Occasion.JOINED, occasion=judged.held, public_url=public_url, now=now)


@transaction.atomic
def say_it_was_me(
    *, operation: OperationView, ref: str, person_id: int, public_url: str, by: Actor, now: datetime
) -> Judged:
    """From where they were reached before somebody says that they registered twice."""
    judged = confirm_join(operation=operation, ref=ref, person_id=person_id, by=by, now=now)
    follow_join(operation=operation, judged=judged, public_url=public_url, by=by, now=now)
    return judged


@transaction.atomic
def say_by_code_word(*, operation: OperationView, person_id: int, public_url: str, by: Actor, now: datetime) -> int:
    """Their code word, sent from the number at which they were asked, answers what they are asked; how many."""
    asked = questions_to(person_id=person_id)
    for question in asked:
        say_it_was_me(operation=operation, ref=question.ref, person_id=person_id, public_url=public_url, by=by, now=now)
    return len(asked)


def _write(
    operation: OperationView, person_id: int, cause: Occasion, *, occasion: str, public_url: str, now: datetime
) -> None:
    people = standing_of(operation_id=operation.id, ids=[person_id])
    if cause is Occasion.SPLIT:
        people = [person for person in people if person.status is PersonStatus.STAND_BY]
    write_to(operation=operation, people=people, occasion=occasion, public_url=public_url, cause=cause, now=now)


def _free_places(operation: OperationView, person_id: int, *, by: Actor, now: datetime) -> None:
    held = [call for call in holding_calls(operation_id=operation.id) if call.person_id == person_id]
    release_calls(calls=held, state=CallState.RELEASED, by=by, now=now)
    gone = people_by_id(operation_id=operation.id, ids=[person_id])[person_id]
    cancel_waiting(recipients=[gone.ref], now=now)
