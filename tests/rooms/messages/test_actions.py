"""The outbox: a letter is queued once, sealed, and stopped when it is overtaken."""

from datetime import datetime

from tests.rooms.messages.conftest import Queues

from standby.rooms.messages.actions import cancel_waiting, hand_over, queue, record
from standby.rooms.messages.exercise import ExerciseTransport
from standby.rooms.messages.letters import Outcome, Receipt
from standby.rooms.messages.models import Message, MessageState
from standby.rooms.messages.queries import message_by_ref
from standby.rooms.operations.queries import OperationView


def test_the_same_letter_queued_twice_is_one(queues: Queues) -> None:
    assert queues().ref == queues().ref


def test_what_was_written_first_stays(queues: Queues, operation: OperationView) -> None:
    message = queues("first@example.org")
    queues("second@example.org")

    read = message_by_ref(operation_id=operation.id, ref=message.ref)
    assert read is not None
    assert Message.objects.count() == 1
    assert read.body == "Խնդրում ենք չճանապարհվել։\n"


def test_nothing_of_a_letter_is_stored_readable(queues: Queues) -> None:
    message = queues("helper@example.org")

    assert b"example.org" not in bytes(message.sealed)
    assert "Խնդրում".encode() not in bytes(message.sealed)


def test_what_was_overtaken_never_goes_out(queues: Queues, operation: OperationView, now: datetime) -> None:
    message = queues()
    cancel_waiting(recipients=[message.recipient], now=now)

    hand_over(operation_id=operation.id, transport=ExerciseTransport(), now=now)

    message.refresh_from_db()
    assert message.state == MessageState.CANCELLED


def test_an_acceptance_never_undoes_a_bounce(queues: Queues, now: datetime) -> None:
    message = queues()
    record(receipt=Receipt(ref=message.ref, outcome=Outcome.BOUNCED), now=now)
    record(receipt=Receipt(ref=message.ref, outcome=Outcome.ACCEPTED), now=now)

    message.refresh_from_db()
    assert message.state == MessageState.BOUNCED


def test_of_an_unknown_reference_nothing_is_recorded(db: None, now: datetime) -> None:
    assert record(receipt=Receipt(ref="NOBODY", outcome=Outcome.ACCEPTED), now=now) is None


def test_in_an_exercise_some_mail_comes_back(queues: Queues, operation: OperationView, now: datetime) -> None:
    message = queues("p1@returned.example.org")

    hand_over(operation_id=operation.id, transport=ExerciseTransport(), now=now)

    message.refresh_from_db()
    assert message.state == MessageState.BOUNCED


def test_nothing_to_queue_is_no_work(operation: OperationView, now: datetime) -> None:
    assert queue(letters=[], operation_id=operation.id, now=now) == 0
