"""Somebody who accepted stands at the gate of their site."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import WrongOrder
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.calling import note
from standby.rooms.callup.models import Call, CallState
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.values import NewStatus

_EXPECTED = (CallState.ACCEPTED, CallState.TRAVELLING)
_UNANSWERED = (CallState.CALLED, CallState.INTERESTED)


@transaction.atomic
def note_arrival(*, operation: OperationView, call_ref: str, by: Actor, now: datetime) -> None:
    """From accepted, or on the way, to arrived. Whoever never accepted has not agreed to anything yet: WrongOrder."""
    call = Call.objects.select_for_update().filter(operation_id=operation.id, ref=call_ref).first()
    if call is None or call.state not in _EXPECTED:
        raise WrongOrder(gettext("They have not accepted this call, or are there already. Ask the desk."))
    if operation.today(now) < call.absence.lower:
        raise WrongOrder(gettext("They are expected later. Note it when they are there."))
    call.state = CallState.ARRIVED
    call.save(update_fields=["state"])
    note([call], by=by, now=now)
    _tell(operation, call, by=by, now=now)
    journal(operation=operation.ref, actor=by, action="call.arrive", now=now, subject=call.ref)


@transaction.atomic
def take_back_arrival(*, operation: OperationView, call_ref: str, by: Actor, now: datetime) -> None:
    """Undo: it was somebody else, or the wrong line. They are expected again, as they were before."""
    call = Call.objects.select_for_update().filter(operation_id=operation.id, ref=call_ref).first()
    if call is None or call.state != CallState.ARRIVED:
        raise WrongOrder(gettext("They did not just arrive, or have been briefed since. Ask the desk."))
    before = call.events.filter(state__in=_EXPECTED).order_by("-id").values_list("state", flat=True).first()
    call.state = before or CallState.ACCEPTED
    call.save(update_fields=["state"])
    note([call], by=by, now=now)
    person = people_by_id(operation_id=operation.id, ids=[call.person_id])[call.person_id]
    if person.status is PersonStatus.ARRIVED:
        for status in _stood_at(call):
            _tell_status(operation, call, status, by=by, now=now)
    journal(operation=operation.ref, actor=by, action="call.take_back_arrival", now=now, subject=call.ref)


def _stood_at(call: Call) -> list[PersonStatus]:
    """A call that waits for an answer goes first again."""
    steps = [PersonStatus.ACCEPTED]
    if Call.objects.filter(person_id=call.person_id, state__in=_UNANSWERED).exists():
        return [*steps, PersonStatus.CALLED]
    return [*steps, PersonStatus.TRAVELLING] if call.state == CallState.TRAVELLING else steps


def _tell(operation: OperationView, call: Call, *, by: Actor, now: datetime) -> None:
    """A person who also has a call to answer still stands as called; this call they did accept, and that goes first."""
    person = people_by_id(operation_id=operation.id, ids=[call.person_id])[call.person_id]
    steps = [PersonStatus.ARRIVED]
    if person.status is PersonStatus.CALLED:
        steps.insert(0, PersonStatus.ACCEPTED)
    for status in steps:
        _tell_status(operation, call, status, by=by, now=now)


def _tell_status(operation: OperationView, call: Call, status: PersonStatus, *, by: Actor, now: datetime) -> None:
    new = NewStatus(
        person_id=call.person_id,
        status=status,
        reason=Reason.NEEDED,
        next_word_on=operation.next_word_on(now),
    )
    tell(operation_id=operation.id, statuses=[new], occasion=call.ref, by=by, now=now)
