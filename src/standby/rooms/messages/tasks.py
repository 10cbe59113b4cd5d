"""Handing over what is due, every minute: a job for each operation and channel, so that none waits for another."""

import logging
from datetime import timedelta

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from standby.rooms.messages.actions.handing_over import Handed, hand_over
from standby.rooms.messages.models import Channel
from standby.rooms.messages.queries.outbox import lines_due
from standby.rooms.messages.transports import transport_for
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView, operation_by_id

_log = logging.getLogger(__name__)
# One job's turn: what is left is due again within the minute, and a slow gateway holds no worker for longer.
_TURN = timedelta(seconds=50)
_A_ROUND = 250


@app.periodic(cron="* * * * *")
@app.task(queue="messages", queueing_lock="hand over", pass_context=False)
def hand_over_due(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    for operation_id, channel in lines_due(now=installation().clock()):
        line = hand_over_line.configure(queueing_lock=f"hand over {operation_id} {channel.value}")
        try:
            with transaction.atomic():  # a job that waits already must not undo what is being done around it
                line.defer(operation_id=operation_id, channel=channel.value)
        except AlreadyEnqueued:
            continue


@app.task(queue="messages")
def hand_over_line(operation_id: int, channel: str) -> None:
    hand_over_all(operation_by_id(operation_id), Channel(channel))


def hand_over_all(operation: OperationView, channel: Channel) -> Handed:
    """All that is due and may go now, or as much as fits into one turn."""
    where = installation()
    transport, total, ends_at = transport_for(operation, channel, where), Handed(), where.clock() + _TURN
    if transport is None:
        _log.warning("Messages by %s wait: this installation has no gateway for them.", channel.value)
        return total
    while (now := where.clock()) < ends_at:
        handed = hand_over(operation_id=operation.id, transport=transport, now=now, channel=channel, limit=_A_ROUND)
        if handed == Handed():
            break
        total += handed
    return total
