"""Handing over what is due, every minute and whenever something was queued."""

import logging

from procrastinate.contrib.django import app

from standby.rooms.messages.actions import Handed, hand_over
from standby.rooms.messages.exercise import ExerciseTransport
from standby.rooms.messages.letters import Transport
from standby.rooms.messages.queries import operations_with_mail_due
from standby.rooms.messages.smtp import SmtpTransport
from standby.rooms.operations.installation import Installation, installation
from standby.rooms.operations.queries import OperationView, operation_by_id

_log = logging.getLogger(__name__)
# One worker's turn: others wait, and what is left is due again within the minute.
_MOST_ROUNDS = 100


@app.periodic(cron="* * * * *")
@app.task(queue="messages", queueing_lock="hand over", pass_context=False)
def hand_over_due(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    now = installation().clock()
    for operation_id in operations_with_mail_due(now=now):
        hand_over_all(operation_by_id(operation_id))


def hand_over_all(operation: OperationView) -> None:
    transport = transport_for(operation, installation())
    if transport is None:
        _log.warning("E-mail waits: this installation has no mail server (EMAIL_HOST).")
        return
    for _ in range(_MOST_ROUNDS):
        if hand_over(operation_id=operation.id, transport=transport, now=installation().clock()) == Handed():
            return


def transport_for(operation: OperationView, where: Installation) -> Transport | None:
    """An exercise's messages never leave the machine, whatever is configured."""
    if operation.is_exercise:
        return ExerciseTransport()
    if not where.mail.host:
        return None
    return SmtpTransport(
        host=where.mail.host,
        port=where.mail.port,
        sender=where.mail.sender,
        user=where.mail.user,
        password=where.mail.password,
        starttls=where.mail.starttls,
    )
