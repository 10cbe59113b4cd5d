"""The call sheet: told is not reached, and who was not reached is rung."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.rooms.callup.conftest import PUBLIC_URL, Again, Announces

from standby.domain.errors import Conflict
from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.models import JournalEntry
from standby.rooms.callup.actions.ending import recall
from standby.rooms.callup.actions.speaking import accept_by_voice, decline_by_voice, hand_slip, report
from standby.rooms.callup.models import Call, CallState, SpokenOutcome, SpokenTo
from standby.rooms.callup.queries.reach import page_of_sheet, reach_of, to_ring
from standby.rooms.callup.queries.spoken import newest_change
from standby.rooms.messages.actions import hand_over
from standby.rooms.messages.exercise import ExerciseTransport
from standby.rooms.messages.models import Message, MessageState
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.access import holder_of_receipt
from standby.rooms.people.values import PersonView

Register = Callable[..., PersonView]


@pytest.fixture
def without_email(registers: Register) -> PersonView:
    return registers(given="Sona", surname="Testyan", phones=("+37400000009",), emails=(), language="hy")


def word_of(person: PersonView) -> int:
    change = newest_change(person_id=person.id)
    assert change is not None
    return change


def test_an_email_that_a_server_took_has_reached_its_person(
    announces: Announces, operation: OperationView, now: datetime, the_helper: PersonView, without_email: PersonView
) -> None:
    announcement = announces(the_helper)
    assert reach_of(operation_id=operation.id, occasion=announcement.ref).reached == 0

    hand_over(operation_id=operation.id, transport=ExerciseTransport(), now=now)

    reach = reach_of(operation_id=operation.id, occasion=announcement.ref)
    assert (reach.told, reach.reached, reach.not_reached) == (2, 1, 1)
    assert [person.id for person in page_of_sheet(operation_id=operation.id, page=1)[0]] == [without_email.id]


def test_whoever_s_mail_comes_back_stands_on_the_sheet_again(
    announces: Announces, operation: OperationView, now: datetime, the_helper: PersonView
) -> None:
    announces(the_helper)
    hand_over(operation_id=operation.id, transport=ExerciseTransport(), now=now)
    assert to_ring(operation_id=operation.id) == 0

    Message.objects.update(state=MessageState.BOUNCED)

    assert to_ring(operation_id=operation.id) == 1


def test_whoever_may_be_travelling_uncalled_is_rung_first(
    announces: Announces,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    the_helper: PersonView,
    the_driver: PersonView,
    without_email: PersonView,
) -> None:
    announces(without_email, the_driver)
    call = Call.objects.get(person_id=the_driver.id)
    Call.objects.filter(id=call.id).update(state=CallState.ACCEPTED, terms_version=1)
    recall(operation=operation, scope="operation", subject="", public_url=PUBLIC_URL, by=machine, now=now)

    order = [person.id for person in page_of_sheet(operation_id=operation.id, page=1)[0]]

    assert set(order[:2]) == {without_email.id, the_driver.id}
    assert order[2] == the_helper.id


@pytest.mark.parametrize(
    ("outcome", "stays"),
    [
        (SpokenOutcome.SPOKE, False),
        (SpokenOutcome.NO_ANSWER, True),
        (SpokenOutcome.CALL_BACK, True),
        (SpokenOutcome.WRONG_NUMBER, True),
    ],
)
def test_only_who_was_spoken_to_leaves_the_sheet(
    outcome: SpokenOutcome,
    stays: bool,
    announces: Announces,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    without_email: PersonView,
) -> None:
    announces()
    report(
        operation=operation,
        person=without_email,
        change_id=word_of(without_email),
        outcome=outcome,
        by=machine,
        now=now,
    )

    assert to_ring(operation_id=operation.id) == int(stays)
    assert SpokenTo.objects.get().outcome == outcome


def test_a_caller_who_read_out_an_older_word_is_told_so(
    announces: Announces, operation: OperationView, machine: Actor, now: datetime, without_email: PersonView
) -> None:
    old = word_of(without_email)
    announces()

    with pytest.raises(Conflict, match="told something newer"):
        report(
            operation=operation,
            person=without_email,
            change_id=old,
            outcome=SpokenOutcome.SPOKE,
            by=machine,
            now=now,
        )


def test_a_yes_by_telephone_counts_after_the_terms_were_read(
    announces: Announces,
    again: Again,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    without_email: PersonView,
) -> None:
    announces(without_email)
    person = again(without_email)

    accept_by_voice(operation=operation, person=person, change_id=word_of(person), terms_version=1, by=machine, now=now)

    assert again(person).status is PersonStatus.ACCEPTED
    assert to_ring(operation_id=operation.id) == 0


def test_a_no_by_telephone_frees_the_place(
    announces: Announces,
    again: Again,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    without_email: PersonView,
) -> None:
    announces(without_email)

    decline_by_voice(
        operation=operation, person=again(without_email), change_id=word_of(without_email), by=machine, now=now
    )

    assert again(without_email).status is PersonStatus.DECLINED
    assert Call.objects.get().state == CallState.DECLINED


def test_a_slip_carries_a_code_that_opens_their_page(
    announces: Announces, operation: OperationView, machine: Actor, now: datetime, without_email: PersonView
) -> None:
    announces()

    first = hand_slip(operation=operation, person=without_email, by=machine, now=now)
    second = hand_slip(operation=operation, person=without_email, by=machine, now=now)

    assert holder_of_receipt(first, now=now) is None
    holder = holder_of_receipt(second, now=now)
    assert holder is not None
    assert holder.person_ref == without_email.ref
    assert to_ring(operation_id=operation.id) == 0


def test_the_sheet_shows_names_and_words_and_journals_who_was_read(
    announces: Announces,
    logged_in: Callable[[User], Client],
    coordinator_user: User,
    without_email: PersonView,
) -> None:
    announces(without_email)
    client = logged_in(coordinator_user)

    page = client.get("/desk/callup/calls/sheet/").content.decode()

    assert "Sona Testyan" in page
    assert 'lang="hy"' in page
    assert JournalEntry.objects.filter(action="person.read", subject=without_email.ref).exists()


@pytest.mark.parametrize("page", ["2", "9" * 5000, "last"])
def test_a_page_that_the_sheet_does_not_have_any_more_is_the_nearest_there_is(
    announces: Announces,
    logged_in: Callable[[User], Client],
    coordinator_user: User,
    without_email: PersonView,
    page: str,
) -> None:
    announces(without_email)

    shown = logged_in(coordinator_user).get(f"/desk/callup/calls/sheet/?page={page}").content.decode()

    assert "Sona Testyan" in shown


def test_the_terms_are_shown_without_the_place(
    announces: Announces,
    logged_in: Callable[[User], Client],
    coordinator_user: User,
    without_email: PersonView,
) -> None:
    announces(without_email)
    client = logged_in(coordinator_user)
    address = f"/desk/callup/calls/sheet/{without_email.ref}/terms/"

    page = client.get(address).content.decode()
    done = client.post(address, {"change": str(word_of(without_email)), "terms": "1", "idempotency_key": "t"})

    assert "Դուք ապահովագրված եք։" in page
    assert "Աշխատանքի մեջ կա արկղեր բարձրացնել։" in page
    assert "1 Invented Street" not in page
    assert "At the gate" not in page
    assert done.status_code == 302
    assert Call.objects.get().state == CallState.ACCEPTED


def test_a_printed_slip_is_in_their_language(
    announces: Announces,
    logged_in: Callable[[User], Client],
    coordinator_user: User,
    without_email: PersonView,
) -> None:
    announces()

    page = logged_in(coordinator_user).post(f"/desk/callup/calls/sheet/{without_email.ref}/slip/").content.decode()

    assert '<p class="code">' in page
    assert 'lang="hy"' in page
    assert without_email.code_word in page
