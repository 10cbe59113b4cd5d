"""What a called person answers, and what that frees."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from tests.rooms.callup.conftest import PUBLIC_URL, Again, Announces, Plans

from standby.domain.errors import Conflict, WrongOrder
from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.announcing import announce
from standby.rooms.callup.actions.answering import accept, decline, offer_again, withdraw
from standby.rooms.callup.actions.calling import open_calls
from standby.rooms.callup.models import Announcement, Call, CallEvent, CallState
from standby.rooms.callup.queries.calls import freed_places, needs_called_to, parties_without_a_member
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import Person
from standby.rooms.people.values import PersonView

Calls = Callable[[PersonView], PersonView]


def says_yes(operation: OperationView, person: PersonView, by: Actor, now: datetime, terms: int = 1) -> None:
    call = Call.objects.get(person_id=person.id)
    accept(operation=operation, person=person, call_ref=call.ref, terms_version=terms, by=by, now=now)


def test_whoever_accepts_is_expected(
    calls: Calls, again: Again, operation: OperationView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    called = calls(the_helper)

    says_yes(operation, called, machine, now)

    assert again(called).status is PersonStatus.ACCEPTED
    assert Call.objects.get().terms_version == 1
    assert list(CallEvent.objects.order_by("id").values_list("state", flat=True)) == ["called", "accepted"]


def test_nobody_accepts_terms_that_changed_meanwhile(
    calls: Calls, operation: OperationView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    called = calls(the_helper)

    with pytest.raises(Conflict, match="terms changed"):
        says_yes(operation, called, machine, now, terms=0)


def test_the_database_knows_no_acceptance_without_terms(
    calls: Calls, operation: OperationView, the_helper: PersonView
) -> None:
    calls(the_helper)

    with pytest.raises(IntegrityError, match="call_accepted_after_terms"), transaction.atomic():
        Call.objects.update(state=CallState.ACCEPTED)


def test_after_the_time_to_answer_a_yes_comes_too_late(
    calls: Calls, again: Again, operation: OperationView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    called = calls(the_helper)
    late = now + timedelta(hours=operation.policy.answer_hours, seconds=1)

    with pytest.raises(WrongOrder, match="time to answer this call is over"):
        says_yes(operation, called, machine, late)
    assert again(called).status is PersonStatus.CALLED


def test_nobody_is_called_to_two_places_at_once(
    calls: Calls, operation: OperationView, the_need: NeedView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    calls(the_helper)

    with pytest.raises(Conflict, match="called to another place on these days"):
        open_calls(
            operation=operation,
            wanted=[(the_helper.id, the_need)],
            announcement_id=None,
            by=machine,
            now=now,
        )
    assert Call.objects.count() == 1


def test_whoever_declined_may_be_called_to_the_same_days_again(
    calls: Calls, operation: OperationView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    called = calls(the_helper)
    decline(operation=operation, person=called, call_ref=Call.objects.get().ref, by=machine, now=now)
    offer_again(operation=operation, person=called, by=machine, now=now)

    calls(the_helper)

    assert sorted(Call.objects.values_list("state", flat=True)) == ["called", "declined"]


def test_a_withdrawal_frees_the_place_at_once(
    announces: Announces, again: Again, operation: OperationView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    announces(the_helper)
    called = again(the_helper)
    says_yes(operation, called, machine, now)

    freed = withdraw(operation=operation, person=again(called), by=machine, now=now)

    (free,) = freed_places(operation=operation, needs=needs_called_to(operation=operation, now=now))
    assert (freed, free.missing) == (1, 10)
    assert again(called).status is PersonStatus.WITHDRAWN


def test_a_party_goes_on_without_the_one_who_left_and_the_desk_is_told(
    announces: Announces,
    again: Again,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    the_helper: PersonView,
    the_driver: PersonView,
) -> None:
    Person.objects.filter(id__in=[the_helper.id, the_driver.id]).update(party="family")
    announces(the_helper, the_driver)

    withdraw(operation=operation, person=again(the_helper), by=machine, now=now)

    ((gone, others),) = parties_without_a_member(operation_id=operation.id)
    assert (gone.id, others) == (the_helper.id, 1)
    assert again(the_driver).status is PersonStatus.CALLED


def test_fifty_people_accept_at_once(
    transactional_db: None,
    operation: OperationView,
    calls: Calls,
    registers: Callable[..., PersonView],
    machine: Actor,
    now: datetime,
) -> None:
    people = [
        calls(registers(given=f"Name{n}", phones=(f"+3740000{n:04}",), emails=(f"p{n}@example.org",)))
        for n in range(50)
    ]

    def yes(person: PersonView) -> None:
        try:
            says_yes(operation, person, machine, now)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(yes, people))

    assert Call.objects.filter(state=CallState.ACCEPTED).count() == 50
    assert Person.objects.filter(status=PersonStatus.ACCEPTED).count() == 50


def test_of_two_coordinators_who_announce_at_once_the_second_is_told(
    transactional_db: None,
    operation: OperationView,
    plans: Plans,
    approved: Callable[..., None],
    coordinator: Staff,
    second_coordinator: Staff,
    now: datetime,
    the_helper: PersonView,
) -> None:
    plan = plans(the_helper)
    approved(plan)

    def tell(staff: Staff) -> str:
        try:
            announce(operation=operation, plan_ref=plan.ref, public_url=PUBLIC_URL, by=staff.actor, now=now)
        except Conflict as refusal:
            return str(refusal)
        finally:
            connection.close()
        return "told"

    with ThreadPoolExecutor(max_workers=2) as pool:
        outcomes = sorted(pool.map(tell, [coordinator, second_coordinator]))

    assert outcomes == ["Plan 1 is announced already.", "told"]
    assert Announcement.objects.count() == Call.objects.count() == 1
