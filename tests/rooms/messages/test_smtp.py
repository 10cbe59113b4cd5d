"""A real conversation with a mail server: what it takes, refuses, puts off, drops, and sends back."""

from datetime import datetime, timedelta

from tests.fakes.mail import FakeMailServer, failure_notice, mail_server
from tests.rooms.messages.conftest import Queues

from standby.rooms.messages.actions import Handed, hand_over
from standby.rooms.messages.bounces import take_back
from standby.rooms.messages.letters import Outcome
from standby.rooms.messages.models import DeliveryEvent, Message, MessageState
from standby.rooms.messages.queries import counts
from standby.rooms.messages.smtp import SmtpTransport
from standby.rooms.operations.installation import MailServer
from standby.rooms.operations.queries import OperationView


def sends(server: FakeMailServer, operation: OperationView, now: datetime) -> Handed:
    told = MailServer(host="127.0.0.1", port=server.port, sender="Standby <aid@relief.example.org>", timeout=5)
    return hand_over(operation_id=operation.id, transport=SmtpTransport(told), now=now)


def test_a_letter_goes_out_with_its_words_and_a_return_path_that_names_it(
    queues: Queues, operation: OperationView, now: datetime
) -> None:
    message = queues()

    with mail_server() as server:
        handed = sends(server, operation, now)

    (taken,) = server.taken
    assert handed == Handed(accepted=1)
    assert taken.return_path == f"bounces+{message.ref}@relief.example.org"
    assert taken.to == "helper@example.org"
    assert taken.mail["Subject"] == "Սպասեք մեր կանչին"
    assert taken.mail["Message-ID"] == f"<{message.ref}@relief.example.org>"
    assert taken.mail.get_content().strip() == "Խնդրում ենք չճանապարհվել։"


def test_an_address_that_is_refused_has_bounced_and_is_not_tried_again(
    queues: Queues, operation: OperationView, now: datetime
) -> None:
    queues("gone@example.org")

    with mail_server(answers={"gone@example.org": "550 No such user"}) as server:
        first, again = sends(server, operation, now), sends(server, operation, now + timedelta(days=1))

    assert (first, again) == (Handed(bounced=1), Handed())
    assert DeliveryEvent.objects.get().code == "550"


def test_one_refused_address_does_not_stop_the_others(queues: Queues, operation: OperationView, now: datetime) -> None:
    queues("first@example.org", recipient="R1")
    queues("gone@example.org", recipient="R2")
    queues("third@example.org", recipient="R3")

    with mail_server(answers={"gone@example.org": "550 No such user"}) as server:
        handed = sends(server, operation, now)

    assert handed == Handed(accepted=2, bounced=1)
    assert [taken.to for taken in server.taken] == ["first@example.org", "third@example.org"]


def test_a_busy_server_is_asked_again_later_and_ever_more_slowly(
    queues: Queues, operation: OperationView, now: datetime
) -> None:
    message = queues("busy@example.org")

    with mail_server(answers={"busy@example.org": "451 Try again later"}) as server:
        sends(server, operation, now)
        too_soon = sends(server, operation, now + timedelta(seconds=30))
        sends(server, operation, now + timedelta(minutes=3))

    message.refresh_from_db()
    assert too_soon == Handed()
    assert (message.state, message.attempts) == (MessageState.QUEUED, 2)
    assert message.next_attempt_at == now + timedelta(minutes=3 + 4)


def test_after_eight_tries_a_letter_is_given_up(queues: Queues, operation: OperationView, now: datetime) -> None:
    message = queues("busy@example.org")

    with mail_server(answers={"busy@example.org": "451 Try again later"}) as server:
        for day in range(9):
            sends(server, operation, now + timedelta(days=day))

    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.FAILED, 8)


def test_what_a_dropped_connection_left_goes_out_later_under_the_same_reference(
    queues: Queues, operation: OperationView, now: datetime
) -> None:
    messages = [queues(f"p{n}@example.org", recipient=f"R{n}") for n in range(3)]

    with mail_server(hangs_up_after=1) as server:
        dropped = sends(server, operation, now)
        later = sends(server, operation, now + timedelta(minutes=5))

    assert (dropped, later) == (Handed(accepted=1, deferred=2), Handed(accepted=2))
    sent = [str(taken.mail["Message-ID"]) for taken in server.taken]
    assert sent == [f"<{message.ref}@relief.example.org>" for message in messages]


def test_a_server_that_is_away_loses_nothing(queues: Queues, operation: OperationView, now: datetime) -> None:
    queues()
    with mail_server() as server:
        pass

    assert sends(server, operation, now) == Handed(deferred=1)
    assert counts(operation_id=operation.id) == {"queued": 1}


def test_letters_of_a_sender_that_was_killed_go_out_again_under_the_same_reference(
    queues: Queues, operation: OperationView, now: datetime
) -> None:
    message = queues()
    Message.objects.update(state=MessageState.SENDING, attempts=1, changed_at=now)

    with mail_server() as server:
        at_once = sends(server, operation, now + timedelta(minutes=5))
        later = sends(server, operation, now + timedelta(minutes=11))

    assert (at_once, later) == (Handed(), Handed(accepted=1))
    assert server.taken[0].mail["Message-ID"] == f"<{message.ref}@relief.example.org>"


def test_an_address_that_would_smuggle_a_header_is_never_sent(
    queues: Queues, operation: OperationView, now: datetime
) -> None:
    queues("a@example.org\r\nBcc: b@example.org")

    with mail_server() as server:
        handed = sends(server, operation, now)

    assert handed == Handed(bounced=1)
    assert server.taken == []


def test_mail_that_comes_back_days_later_marks_its_letter(
    queues: Queues, operation: OperationView, now: datetime
) -> None:
    message = queues()
    with mail_server() as server:
        sends(server, operation, now)

    receipt = take_back(failure_notice(return_path=server.taken[0].return_path), now=now + timedelta(days=2))

    message.refresh_from_db()
    assert (receipt.outcome, receipt.code) == (Outcome.BOUNCED, "5.1.1")
    assert message.state == MessageState.BOUNCED
