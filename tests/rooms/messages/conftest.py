"""Letters that wait in the outbox, for the tests of this room."""

from collections.abc import Callable
from datetime import datetime

import pytest

from standby.rooms.messages.actions import queue
from standby.rooms.messages.letters import Letter
from standby.rooms.messages.models import Channel, Message
from standby.rooms.operations.queries import OperationView

Queues = Callable[..., Message]


@pytest.fixture
def queues(operation: OperationView, now: datetime) -> Queues:
    """Queues one letter; the recipient and the occasion make it the same letter or another."""

    def queue_one(address: str = "helper@example.org", *, recipient: str = "R1", occasion: str = "A1") -> Message:
        letter = Letter(
            recipient=recipient,
            occasion=occasion,
            kind="stand_by",
            language="hy",
            channel=Channel.EMAIL,
            address=address,
            subject="Սպասեք մեր կանչին",
            body="Խնդրում ենք չճանապարհվել։\n",
        )
        queue(letters=[letter], operation_id=operation.id, now=now)
        return Message.objects.get(recipient=recipient, occasion=occasion)

    return queue_one
