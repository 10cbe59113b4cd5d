"""Numbers: given in order, called once, never at two counters, and anew each day."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection
from tests.rooms.enquiry.conftest import Calls, Gives

from standby.domain.errors import Conflict, Refused, WrongOrder
from standby.rooms.audit.actors import Actor
from standby.rooms.enquiry.actions.queues import open_again, open_queue, shut_queue
from standby.rooms.enquiry.actions.tickets import call_again, call_next, give_ticket, miss, put_back
from standby.rooms.enquiry.models import Queue, Ticket, TicketEvent, TicketState
from standby.rooms.enquiry.queries.queues import board_of, queue_by_ref, queues_of, ticket_by_code, ticket_by_ref
from standby.rooms.operations.queries import OperationView

_COUNTERS, _CROWD = 6, 30


def test_numbers_are_given_in_order_and_start_anew_each_day(gives: Gives, now: datetime) -> None:
    today = [gives().number for _ in range(3)]
    tomorrow = gives(at=now + timedelta(days=1))

    assert today == [1, 2, 3]
    assert tomorrow.number == 1


def test_each_queue_counts_for_itself(
    gives: Gives, operation: OperationView, machine: Actor, now: datetime, the_queue: Queue
) -> None:
    gives()
    other = open_queue(operation=operation, place="Entrance", by=machine, now=now)

    assert gives(queue=other).number == 1


def test_whoever_waited_longest_is_called_and_nobody_twice(gives: Gives, calls_to: Calls) -> None:
    for _ in range(3):
        gives()

    called = [calls_to(1), calls_to(2), calls_to(1)]

    assert [(ticket.number, ticket.counter) for ticket in called] == [(1, 1), (2, 2), (3, 1)]
    with pytest.raises(Conflict, match="Nobody waits"):
        calls_to(2)


def test_yesterdays_numbers_are_not_called(gives: Gives, calls_to: Calls, now: datetime) -> None:
    gives(at=now - timedelta(days=1))

    with pytest.raises(Conflict):
        calls_to(1)


@pytest.mark.parametrize("counter", [0, -1, 100])
def test_a_counter_has_a_number_people_can_find(counter: int, gives: Gives, calls_to: Calls) -> None:
    gives()

    with pytest.raises(Refused, match="from 1 to 99"):
        calls_to(counter)


def test_a_shut_queue_gives_no_numbers_and_still_calls(
    gives: Gives, calls_to: Calls, operation: OperationView, machine: Actor, now: datetime, the_queue: Queue
) -> None:
    gives()
    shut_queue(operation=operation, queue_ref=the_queue.ref, by=machine, now=now)

    with pytest.raises(WrongOrder):
        gives()
    assert calls_to(1).number == 1
    open_again(operation=operation, queue_ref=the_queue.ref, by=machine, now=now)
    assert gives().number == 2


def test_two_queues_at_one_place_are_one_too_many(
    operation: OperationView, machine: Actor, now: datetime, the_queue: Queue
) -> None:
    with pytest.raises(Conflict):
        open_queue(operation=operation, place=the_queue.place, by=machine, now=now)


def test_whoever_missed_their_call_stands_behind_the_next_three(
    gives: Gives, calls_to: Calls, operation: OperationView, machine: Actor, now: datetime
) -> None:
    for _ in range(6):
        gives()
    late = calls_to(1)
    miss(operation=operation, ticket_ref=late.ref, by=machine, now=now)
    put_back(operation=operation, ticket_ref=late.ref, by=machine, now=now)

    assert [calls_to(1).number for _ in range(6)] == [2, 3, 4, 1, 5, 6]


def test_two_who_come_back_keep_the_order_in_which_they_came_back(
    gives: Gives, calls_to: Calls, operation: OperationView, machine: Actor, now: datetime
) -> None:
    for _ in range(6):
        gives()
    first, second = calls_to(1), calls_to(2)
    for ticket, minutes in ((second, 1), (first, 2)):
        miss(operation=operation, ticket_ref=ticket.ref, by=machine, now=now)
        put_back(operation=operation, ticket_ref=ticket.ref, by=machine, now=now + timedelta(minutes=minutes))

    assert [calls_to(1).number for _ in range(6)] == [3, 4, 5, 2, 1, 6]


def test_only_who_was_called_can_miss_it_or_be_called_again(
    gives: Gives, calls_to: Calls, operation: OperationView, machine: Actor, now: datetime
) -> None:
    waiting = gives()

    for deed in (miss, call_again):
        with pytest.raises(WrongOrder):
            deed(operation=operation, ticket_ref=waiting.ref, by=machine, now=now)
    with pytest.raises(WrongOrder):
        put_back(operation=operation, ticket_ref=waiting.ref, by=machine, now=now)
    with pytest.raises(Refused, match="no such number"):
        miss(operation=operation, ticket_ref="0" * 16, by=machine, now=now)


def test_a_number_called_again_stands_first_on_the_screen(
    gives: Gives, calls_to: Calls, operation: OperationView, machine: Actor, now: datetime, the_queue: Queue
) -> None:
    gives(), gives()
    early = calls_to(1)
    calls_to(2, at=now + timedelta(minutes=1))
    call_again(operation=operation, ticket_ref=early.ref, by=machine, now=now + timedelta(minutes=2))

    found = queue_by_ref(operation_id=operation.id, ref=the_queue.ref)
    assert found is not None
    board = board_of(queue=found, day=operation.today(now))

    assert [ticket.number for ticket in board.called] == [1, 2]


def test_nobody_knows_how_long_it_takes_before_three_were_served(
    gives: Gives,
    calls_to: Calls,
    finishes: Callable[..., Ticket],
    operation: OperationView,
    now: datetime,
) -> None:
    for _ in range(5):
        gives()
    for served in range(3):
        before = ticket_by_ref(operation=operation, ref=Ticket.objects.get(number=5).ref, now=now)
        assert before is not None
        assert before.wait is None
        start = now + timedelta(minutes=4 * served)
        finishes(calls_to(1, at=start), at=start + timedelta(minutes=4))

    after = ticket_by_code(code=Ticket.objects.get(number=5).code, now=now + timedelta(minutes=12))

    assert after is not None
    _, standing = after
    assert standing.ahead == 1
    assert standing.wait is not None
    assert standing.wait.most == timedelta(minutes=10)


def test_a_counter_that_stood_idle_says_nothing_of_the_pace(gives: Gives, calls_to: Calls, now: datetime) -> None:
    gives()
    first = calls_to(1)
    gives(at=now + timedelta(hours=2))
    calls_to(1, at=now + timedelta(hours=2))

    first.refresh_from_db()
    assert (first.state, first.took) == (TicketState.SERVED, None)


def test_serving_is_measured_while_somebody_waits(gives: Gives, calls_to: Calls, now: datetime) -> None:
    gives(), gives()
    first = calls_to(1)
    calls_to(1, at=now + timedelta(minutes=3))

    first.refresh_from_db()
    assert first.took == timedelta(minutes=3)


def test_what_happened_to_a_number_is_never_changed(gives: Gives) -> None:
    gives()

    with pytest.raises(IntegrityError, match="only ever added"):
        TicketEvent.objects.update(what="served")


def test_the_desk_sees_how_many_wait_in_one_question(
    gives: Gives,
    calls_to: Calls,
    operation: OperationView,
    now: datetime,
    django_assert_num_queries: Callable[[int], object],
) -> None:
    gives(), gives(), calls_to(1)

    with django_assert_num_queries(1):  # type: ignore[attr-defined]  # pytest-django gives a context manager
        (found,) = queues_of(operation=operation, now=now)
    assert (found.waiting, found.served) == (1, 0)


@pytest.mark.django_db(transaction=True)
def test_counters_that_call_at_the_same_moment_never_call_the_same_number(
    operation: OperationView, machine: Actor, now: datetime
) -> None:
    queue = open_queue(operation=operation, place="Embassy", by=machine, now=now)

    def give(_: int) -> int:
        try:
            return give_ticket(operation=operation, queue_ref=queue.ref, language="ru", by=machine, now=now).number
        finally:
            connection.close()

    def call(turn: int) -> tuple[int, int]:
        counter = turn % _COUNTERS + 1
        try:
            ticket = call_next(operation=operation, queue_ref=queue.ref, counter=counter, by=machine, now=now)
        finally:
            connection.close()
        return ticket.number, counter

    with ThreadPoolExecutor(_COUNTERS) as counters:
        given = sorted(counters.map(give, range(_CROWD)))
        called = list(counters.map(call, range(_CROWD)))

    assert given == list(range(1, _CROWD + 1))
    assert sorted(number for number, _ in called) == given
