"""The coordinators' switch: who set it, what it says, what it refuses, and that what was said stays."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from standby.domain.door import EVERYBODY, Setting, SwitchState
from standby.domain.errors import Refused, WrongOrder
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.queries import recent
from standby.rooms.operations.actions import close_operation, reopen_operation
from standby.rooms.operations.door_words import say_door
from standby.rooms.operations.models import Switch
from standby.rooms.operations.queries import OperationView, operation_by_id
from standby.rooms.operations.switches import MOST_LETTERS, SwitchChange, door_state, set_switch, switch_history

DRIVER, NURSE = "8322", "2221"
CLOSED = SwitchChange(state=SwitchState.CLOSED)


def test_nothing_set_means_open(operation: OperationView, now: datetime) -> None:
    assert door_state(operation_id=operation.id, now=now).whole == Setting()


def test_a_coordinator_shuts_the_door_to_drivers(operation: OperationView, coordinator: Staff, now: datetime) -> None:
    change = SwitchChange(state=SwitchState.CLOSED, role=DRIVER, words={"en": "We have 212 drivers for 18 places."})

    door = set_switch(operation=operation, change=change, by=coordinator.actor, now=now)

    assert door == door_state(operation_id=operation.id, now=now)
    assert door.of_offer([DRIVER]).words == {"en": "We have 212 drivers for 18 places."}
    assert door.of_offer([NURSE]).takes_offers
    entry = recent(operation=operation.ref)[0]
    assert (entry.action, entry.actor) == ("switch.set", str(coordinator.actor))
    assert "212" not in entry.detail


def test_the_door_of_another_operation_stays_as_it_was(
    operation: OperationView, other_operation: OperationView, machine: Actor, now: datetime
) -> None:
    set_switch(operation=operation, change=CLOSED, by=machine, now=now)

    assert door_state(operation_id=other_operation.id, now=now).whole.takes_offers


def test_the_same_said_again_adds_nothing(operation: OperationView, machine: Actor, now: datetime) -> None:
    for _ in range(2):
        set_switch(operation=operation, change=CLOSED, by=machine, now=now)

    assert len(switch_history(operation_id=operation.id)) == 1


def test_opening_what_was_never_shut_adds_nothing(operation: OperationView, machine: Actor, now: datetime) -> None:
    set_switch(operation=operation, change=SwitchChange(state=SwitchState.OPEN), by=machine, now=now)

    assert switch_history(operation_id=operation.id) == []


def test_nurses_said_welcome_again_after_everything_was_closed_are_welcome(
    operation: OperationView, machine: Actor, now: datetime
) -> None:
    nurses = SwitchChange(state=SwitchState.OPEN, role=NURSE)
    for change in (nurses, CLOSED, nurses):
        door = set_switch(operation=operation, change=change, by=machine, now=now)

    assert door.of_role(NURSE).takes_offers
    assert not door.of_role(DRIVER).takes_offers


def test_a_pause_ends_by_itself_at_the_moment_that_was_told(
    operation: OperationView, machine: Actor, now: datetime
) -> None:
    until = now + timedelta(hours=18)
    set_switch(operation=operation, change=SwitchChange(state=SwitchState.PAUSED, until=until), by=machine, now=now)

    assert door_state(operation_id=operation.id, now=now).whole.until == until
    assert door_state(operation_id=operation.id, now=until).whole.takes_offers


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"state": SwitchState.PAUSED}, "when people may come back"),
        ({"state": SwitchState.CLOSED, "until": datetime(2030, 1, 1)}, "Only a pause"),  # noqa: DTZ001  # refused before it is read
        ({"state": SwitchState.CLOSED, "role": "0310"}, "no role 0310"),
        ({"state": SwitchState.CLOSED, "role": "x'; --"}, "no role"),
        ({"state": SwitchState.CLOSED, "words": {"en": " "}}, "empty"),
        ({"state": SwitchState.CLOSED, "words": {"en": "a" * (MOST_LETTERS + 1)}}, "301 letters"),
        ({"state": SwitchState.CLOSED, "words": {"en": "One\x00two"}}, "control sign"),
    ],
)
def test_what_does_not_go_together_is_refused_with_what_to_do(wrong: Mapping[str, object], said: str) -> None:
    with pytest.raises(Refused, match=said):
        SwitchChange(**wrong)  # type: ignore[arg-type]  # the test says what it means


def test_a_pause_that_is_over_before_it_begins_is_refused(
    operation: OperationView, machine: Actor, now: datetime
) -> None:
    change = SwitchChange(state=SwitchState.PAUSED, until=now)

    with pytest.raises(Refused, match="later one"):
        set_switch(operation=operation, change=change, by=machine, now=now)


def test_a_sentence_in_a_language_nobody_here_reads_is_refused(
    operation: OperationView, machine: Actor, now: datetime
) -> None:
    change = SwitchChange(state=SwitchState.CLOSED, words={"ka": "მადლობა"})

    with pytest.raises(Refused, match="languages of the operation"):
        set_switch(operation=operation, change=change, by=machine, now=now)


def test_an_operation_that_is_over_has_its_door_shut(operation: OperationView, machine: Actor, now: datetime) -> None:
    close_operation(operation=operation, by=machine, now=now)

    assert not door_state(operation_id=operation.id, now=now).takes_anybody
    with pytest.raises(WrongOrder, match="closed"):
        set_switch(operation=operation, change=SwitchChange(state=SwitchState.OPEN, role=NURSE), by=machine, now=now)


@pytest.mark.parametrize("before", [None, SwitchChange(state=SwitchState.QUEUE, words={"en": "Slowly."}), CLOSED])
def test_an_operation_opened_again_has_its_door_as_it_stood_before(
    before: SwitchChange | None, operation: OperationView, machine: Actor, now: datetime
) -> None:
    if before:
        set_switch(operation=operation, change=before, by=machine, now=now)
    close_operation(operation=operation, by=machine, now=now)

    reopen_operation(operation=operation_by_id(operation.id), by=machine, now=now)

    whole = door_state(operation_id=operation.id, now=now).whole
    wanted = before.setting if before else Setting()
    assert (whole.state, whole.words) == (wanted.state, wanted.words)


def test_the_door_costs_one_query(
    operation: OperationView, machine: Actor, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for role in (EVERYBODY, DRIVER, NURSE):
        set_switch(operation=operation, change=SwitchChange(state=SwitchState.QUEUE, role=role), by=machine, now=now)

    with django_assert_num_queries(1):
        door_state(operation_id=operation.id, now=now)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE operations_switch SET state = 'open'", "DELETE FROM operations_switch", "TRUNCATE operations_switch"],
)
def test_what_was_decided_can_not_be_changed(
    statement: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    set_switch(operation=operation, change=CLOSED, by=machine, now=now)
    connection.check_constraints()  # nothing is left to the commit, or TRUNCATE would wait for it

    with pytest.raises(IntegrityError, match="only ever added"), transaction.atomic():
        connection.cursor().execute(statement)


def test_the_database_itself_refuses_a_pause_without_an_end(operation: OperationView, now: datetime) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Switch.objects.create(operation_id=operation.id, state="paused", by="x", at=now)


def test_the_door_speaks_the_readers_language_and_marks_a_missing_one(
    operation: OperationView, machine: Actor, now: datetime
) -> None:
    change = SwitchChange(state=SwitchState.CLOSED, role=DRIVER, words={"hy": "Վարորդներ այլևս պետք չեն։"})
    door = set_switch(operation=operation, change=change, by=machine, now=now)

    with override("ru"):
        (russian,) = say_door(door, operation=operation).roles
    with override("hy"):
        (armenian,) = say_door(door, operation=operation).roles

    assert russian.sentence.startswith("Водитель")
    assert (russian.own.text, russian.own.language) == ("Վարորդներ այլևս պետք չեն։", "hy")
    assert russian.own.note
    assert not armenian.own.note


@pytest.mark.parametrize("state", SwitchState)
@pytest.mark.parametrize("role", [EVERYBODY, DRIVER])
def test_every_setting_has_words(
    state: SwitchState, role: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    until = now + timedelta(days=1) if state is SwitchState.PAUSED else None
    door = set_switch(
        operation=operation, change=SwitchChange(state=state, role=role, until=until), by=machine, now=now
    )

    said = say_door(door, operation=operation)

    assert all(line.sentence and line.word for line in (said.whole, *said.roles))
    assert said.is_plain is (state is SwitchState.OPEN)
