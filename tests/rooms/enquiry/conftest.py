"""A queue at the embassy, and the deeds of its desk with everything but the point filled in."""

from collections.abc import Callable
from datetime import datetime

import pytest

from standby.rooms.audit.actors import Actor
from standby.rooms.enquiry.actions.queues import open_queue
from standby.rooms.enquiry.actions.tickets import call_next, finish, give_ticket
from standby.rooms.enquiry.models import Queue, Ticket
from standby.rooms.operations.queries import OperationView

Gives = Callable[..., Ticket]
Calls = Callable[..., Ticket]


@pytest.fixture
def the_queue(operation: OperationView, machine: Actor, now: datetime) -> Queue:
    return open_queue(operation=operation, place="Embassy, garden side", by=machine, now=now)


@pytest.fixture
def gives(operation: OperationView, the_queue: Queue, machine: Actor, now: datetime) -> Gives:
    """The next number, for somebody who comes in."""

    def give(*, at: datetime = now, queue: Queue = the_queue) -> Ticket:
        return give_ticket(operation=operation, queue_ref=queue.ref, language="hy", by=machine, now=at)

    return give


@pytest.fixture
def calls_to(operation: OperationView, the_queue: Queue, machine: Actor, now: datetime) -> Calls:
    """Whoever waits longest comes to this counter."""

    def call(counter: int, *, at: datetime = now, queue: Queue = the_queue) -> Ticket:
        return call_next(operation=operation, queue_ref=queue.ref, counter=counter, by=machine, now=at)

    return call


@pytest.fixture
def finishes(operation: OperationView, machine: Actor, now: datetime) -> Callable[..., Ticket]:
    def finish_it(ticket: Ticket, *, at: datetime = now) -> Ticket:
        return finish(operation=operation, ticket_ref=ticket.ref, by=machine, now=at)

    return finish_it
