"""Who accepted and stands at the gate has arrived; nobody else has."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from standby.domain.errors import WrongOrder
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.answering import accept
from standby.rooms.callup.actions.arriving import note_arrival, take_back_arrival
from standby.rooms.callup.models import Call, CallEvent, CallState
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.values import NewStatus, PersonView

Calls = Callable[[PersonView], PersonView]


def _accepted(operation: OperationView, person: PersonView, by: Actor, now: datetime) -> Call:
    call = Call.objects.get(person_id=person.id)
    version = operation.terms_version
    accept(operation=operation, person=person, call_ref=call.ref, terms_version=version, by=by, now=now)
    return Call.objects.get(id=call.id)


def test_who_accepted_arrives_on_the_first_day(
    calls: Calls, the_helper: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    call = _accepted(operation, calls(the_helper), machine, now)
    there = now + timedelta(days=5)

    note_arrival(operation=operation, call_ref=call.ref, by=machine, now=there)

    person = people_by_id(operation_id=operation.id, ids=[the_helper.id])[the_helper.id]
    assert person.status is PersonStatus.ARRIVED
    assert list(CallEvent.objects.filter(call=call).order_by("id").values_list("state", flat=True))[-1] == "arrived"


def test_who_has_not_accepted_has_not_arrived(
    calls: Calls, the_helper: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    calls(the_helper)
    call = Call.objects.get()

    with pytest.raises(WrongOrder, match="not accepted"):
        note_arrival(operation=operation, call_ref=call.ref, by=machine, now=now + timedelta(days=5))


def test_nobody_arrives_before_they_may_set_out(
    calls: Calls, the_helper: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    call = _accepted(operation, calls(the_helper), machine, now)

    with pytest.raises(WrongOrder, match="expected later"):
        note_arrival(operation=operation, call_ref=call.ref, by=machine, now=now + timedelta(days=4))


def test_whoever_has_another_call_to_answer_arrives_all_the_same(
    calls: Calls, the_helper: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    """They stand as called, because of the other; what is told keeps its order, and nothing is told that is not so."""
    call = _accepted(operation, calls(the_helper), machine, now)
    later = call.last_day + timedelta(days=10)
    Call.objects.create(
        operation_id=operation.id,
        person_id=the_helper.id,
        need_id=call.need_id,
        first_day=later,
        last_day=later,
        absence=(later, later + timedelta(days=1)),
        state=CallState.CALLED,
        called_at=now,
        answer_by=now + timedelta(days=9),
    )
    called = NewStatus(
        person_id=the_helper.id,
        status=PersonStatus.CALLED,
        reason=Reason.NEEDED,
        next_word_on=operation.next_word_on(now),
    )
    tell(operation_id=operation.id, statuses=[called], occasion="called again", by=machine, now=now)

    note_arrival(operation=operation, call_ref=call.ref, by=machine, now=now + timedelta(days=5))

    person = people_by_id(operation_id=operation.id, ids=[the_helper.id])[the_helper.id]
    assert person.status is PersonStatus.ARRIVED


def test_a_call_of_another_operation_is_nobodys(
    calls: Calls,
    the_helper: PersonView,
    operation: OperationView,
    other_operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    call = _accepted(operation, calls(the_helper), machine, now)

    with pytest.raises(WrongOrder):
        note_arrival(operation=other_operation, call_ref=call.ref, by=machine, now=now + timedelta(days=5))


def test_an_arrival_noted_for_the_wrong_person_is_taken_back_and_they_are_expected_again(
    calls: Calls, the_helper: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    call, there = _accepted(operation, calls(the_helper), machine, now), now + timedelta(days=5)
    note_arrival(operation=operation, call_ref=call.ref, by=machine, now=there)

    take_back_arrival(operation=operation, call_ref=call.ref, by=machine, now=there)

    person = people_by_id(operation_id=operation.id, ids=[the_helper.id])[the_helper.id]
    states = list(CallEvent.objects.filter(call=call).order_by("id").values_list("state", flat=True))
    assert person.status is PersonStatus.ACCEPTED
    assert states[-3:] == ["accepted", "arrived", "accepted"]
    note_arrival(operation=operation, call_ref=call.ref, by=machine, now=there)
    assert Call.objects.get().state == CallState.ARRIVED


def test_only_who_just_arrived_can_be_taken_back(
    calls: Calls, the_helper: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    call = _accepted(operation, calls(the_helper), machine, now)

    with pytest.raises(WrongOrder, match="did not just arrive"):
        take_back_arrival(operation=operation, call_ref=call.ref, by=machine, now=now)
