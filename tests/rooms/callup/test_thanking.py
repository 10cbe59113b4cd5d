"""The end of waiting: whoever was not taken is thanked with the reason, by two coordinators for the whole operation."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import translation
from tests.rooms.callup.conftest import PUBLIC_URL, Again
from tests.rooms.conftest import Register

from standby.domain.errors import NotAllowed, WrongOrder
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.accounts.actions import Settled
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.callup import tasks
from standby.rooms.callup.actions.ending import recall
from standby.rooms.callup.actions.promising import Renewed
from standby.rooms.callup.actions.thanking import end_operation, thank_waiting
from standby.rooms.callup.queries.promises import promises_due
from standby.rooms.callup.queries.thanking import idle_roles, still_held
from standby.rooms.messages.models import Message
from standby.rooms.messages.queries import of_person
from standby.rooms.needs.actions.keeping import change_state
from standby.rooms.needs.models import NeedState
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView, operation_by_id
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.values import NewStatus, PersonView
from standby.rooms.people.words import reason_sentence, state_sentence

Thanks = Callable[..., Renewed]


@pytest.fixture
def thanks(operation: OperationView, machine: Actor, now: datetime) -> Thanks:
    def thank(*, role: str = "", occasion: str = "T1") -> Renewed:
        return thank_waiting(
            operation=operation, role=role, occasion=occasion, after=0, public_url=PUBLIC_URL, by=machine, now=now
        )

    return thank


def test_whoever_waited_is_thanked_with_their_own_reason(
    thanks: Thanks,
    again: Again,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    the_helper: PersonView,
    the_driver: PersonView,
    registers: Register,
) -> None:
    dates = NewStatus(
        person_id=the_helper.id,
        status=PersonStatus.STAND_BY,
        reason=Reason.DATES,
        next_word_on=operation.next_word_on(now),
    )
    tell(operation_id=operation.id, statuses=[dates], occasion="x", by=machine, now=now)
    incomplete = registers(given="Vera", phones=("+37400000008",), roles=())
    came = thanks()

    stand = {person.ref: (again(person).status, again(person).reason) for person in (the_helper, the_driver)}
    assert stand == {
        the_helper.ref: (PersonStatus.THANKED, Reason.DATES),
        the_driver.ref: (PersonStatus.THANKED, Reason.NO_NEED_NOW),
    }
    assert (again(incomplete).status, again(incomplete).reason) == (PersonStatus.NOT_ACCEPTED, Reason.INCOMPLETE)
    assert came.told == 3
    assert set(Message.objects.values_list("kind", flat=True)) == {"thanked"}
    assert promises_due(operation=operation, now=now).in_all == 0


def test_thanks_come_once(thanks: Thanks, the_helper: PersonView) -> None:
    assert [thanks().told, thanks(occasion="T2").told] == [1, 0]


@pytest.mark.parametrize("language", ["en", "hy", "ru", "az"])
def test_the_letter_thanks_and_promises_nothing_more(
    language: str, thanks: Thanks, operation: OperationView, registers: Register
) -> None:
    person = registers(given="Lia", emails=("lia@example.org",), phones=(), language=language)
    thanks()

    (letter,) = of_person(operation_id=operation.id, recipient=person.ref)
    with translation.override(language):
        assert state_sentence(PersonStatus.THANKED, Reason.NO_NEED_NOW) in letter.body
        assert reason_sentence(Reason.NO_NEED_NOW) in letter.body


def test_whoever_worked_is_thanked_for_that(
    thanks: Thanks, again: Again, operation: OperationView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    for status in (PersonStatus.CALLED, PersonStatus.ACCEPTED, PersonStatus.ARRIVED, PersonStatus.RELIEVED):
        new = NewStatus(
            person_id=the_helper.id, status=status, reason=Reason.FIXED, next_word_on=operation.next_word_on(now)
        )
        tell(operation_id=operation.id, statuses=[new], occasion="x", by=machine, now=now)
    thanks()

    assert (again(the_helper).status, again(the_helper).reason) == (PersonStatus.THANKED, Reason.NEEDED)


def test_two_coordinators_end_an_operation(
    operation: OperationView, coordinator: Staff, second_coordinator: Staff, now: datetime, the_helper: PersonView
) -> None:
    first = end_operation(operation=operation, by=coordinator, now=now)
    with pytest.raises(NotAllowed):
        end_operation(operation=operation, by=coordinator, now=now)
    second = end_operation(operation=operation, by=second_coordinator, now=now)

    assert (first, second) == (Settled.PROPOSED, Settled.APPROVED)
    assert not operation_by_id(operation.id).is_open


def test_nobody_ends_an_operation_while_somebody_is_called(
    operation: OperationView,
    coordinator: Staff,
    machine: Actor,
    now: datetime,
    calls: Callable[[PersonView], PersonView],
    the_helper: PersonView,
) -> None:
    calls(the_helper)
    assert still_held(operation_id=operation.id) == 1
    with pytest.raises(WrongOrder, match="Recall them"):
        end_operation(operation=operation, by=coordinator, now=now)

    recall(operation=operation, scope="operation", subject="", public_url=PUBLIC_URL, by=machine, now=now)

    assert end_operation(operation=operation, by=coordinator, now=now) is Settled.PROPOSED


def test_a_role_that_nobody_asks_for_now_is_thanked_and_the_others_wait_on(
    thanks: Thanks,
    again: Again,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    the_need: NeedView,
    the_helper: PersonView,
    the_driver: PersonView,
    registers: Register,
) -> None:
    both = registers(
        given="Both",
        phones=("+37400000007",),
        roles=(OfferedRole(code="9629", level=Level.SUPERVISED), OfferedRole(code="8322", level=Level.SUPERVISED)),
    )
    before = idle_roles(operation=operation, now=now)
    change_state(operation=operation, request_ref=the_need.request_ref, state=NeedState.CLOSED, by=machine, now=now)
    (idle,) = idle_roles(operation=operation, now=now)
    thanks(role="9629")

    assert before == []
    assert (idle.role, idle.people) == ("9629", 2)
    assert (again(the_helper).status, again(the_helper).reason) == (PersonStatus.THANKED, Reason.SKILL_NOT_NEEDED)
    assert again(both).status is PersonStatus.THANKED
    assert again(the_driver).status is PersonStatus.STAND_BY


@pytest.mark.parametrize("state", [NeedState.PAUSED, NeedState.OPEN])
def test_a_role_of_a_need_that_is_paused_or_stale_is_still_asked_for(
    state: NeedState,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    the_need: NeedView,
    the_helper: PersonView,
) -> None:
    if state is NeedState.PAUSED:
        change_state(operation=operation, request_ref=the_need.request_ref, state=state, by=machine, now=now)

    assert idle_roles(operation=operation, now=now + timedelta(days=4)) == []
    assert [idle.role for idle in idle_roles(operation=operation, now=now + timedelta(days=40))] == ["9629"]


def test_the_worker_thanks_everybody_and_stops(
    operation: OperationView, again: Again, the_helper: PersonView, public_address: None
) -> None:
    tasks.thank(operation.id, "", "T1", "system:tests")

    assert again(the_helper).status is PersonStatus.THANKED
