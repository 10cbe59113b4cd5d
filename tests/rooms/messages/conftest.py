"""Letters that wait in the outbox, for the tests of this room."""

from collections.abc import Callable
from datetime import datetime

import pytest

from standby.rooms.audit.actors import Actor
from standby.rooms.messages.actions import queue
from standby.rooms.messages.actions.spending import change_budget
from standby.rooms.messages.letters import Letter
from standby.rooms.messages.models import Channel, Message
from standby.rooms.messages.money import PartPrice
from standby.rooms.operations.queries import OperationView

Queues = Callable[..., Message]
Budgets = Callable[[int], None]


@pytest.fixture
def queues(operation: OperationView, now: datetime) -> Queues:
    """Queues one letter; the recipient and the occasion make it the same letter or another."""

    def queue_one(
        address: str = "helper@example.org",
        *,
        recipient: str = "R1",
        occasion: str = "A1",
        channel: Channel = Channel.EMAIL,
        body: str = "Խնդրում ենք չճանապարհվել։\n",
        is_urgent: bool = False,
    ) -> Message:
        letter = Letter(
            recipient=recipient,
            occasion=occasion,
            kind="stand_by",
            language="hy",
            channel=channel,
            address=address,
            subject="Սպասեք մեր կանչին",
            body=body,
            is_urgent=is_urgent,
        )
        queue(letters=[letter], operation_id=operation.id, now=now)
        return Message.objects.get(recipient=recipient, occasion=occasion, channel=channel)

    return queue_one


@pytest.fixture
def texts(queues: Queues) -> Queues:
    """Queues one short message."""

    def text_one(number: str = "+37400000001", **said: object) -> Message:
        return queues(number, channel=Channel.SMS, **said)

    return text_one


@pytest.fixture
def budgets(operation: OperationView, machine: Actor, now: datetime) -> Budgets:
    """The coordinators allow so many parts an hour."""

    def decide(parts_an_hour: int) -> None:
        change_budget(
            operation=operation,
            price=PartPrice(thousandths=45, currency="USD"),
            parts_an_hour=parts_an_hour,
            by=machine,
            now=now,
        )

    return decide
