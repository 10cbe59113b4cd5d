"""Of a very large crowd the desk says who was reached as it was counted a moment ago; of the last ones as it is now."""

from datetime import datetime, timedelta

import pytest
from tests.rooms.callup.conftest import Announces

from standby.rooms.callup.actions.counting import keep_reach
from standby.rooms.callup.models import ReachCounts
from standby.rooms.callup.queries.reach import Reach, reach_lately, reach_of, to_ring, to_ring_lately
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView


@pytest.fixture
def occasion(announces: Announces, the_helper: PersonView, the_driver: PersonView) -> str:
    return announces(the_helper).ref


def kept(operation: OperationView, now: datetime, *, occasion: str, number: int) -> None:
    ReachCounts.objects.create(
        operation_id=operation.id,
        counted_at=now,
        to_ring=number,
        occasion=occasion,
        told=number + 1,
        not_reached=number,
    )


def test_of_a_small_crowd_nothing_is_counted_aside(occasion: str, operation: OperationView, now: datetime) -> None:
    assert not keep_reach(operation=operation, now=now)
    assert not ReachCounts.objects.exists()


def test_what_is_counted_aside_is_what_stands(occasion: str, operation: OperationView, now: datetime) -> None:
    assert keep_reach(operation=operation, now=now, large=2)
    assert keep_reach(operation=operation, now=now, large=2)

    row, reach = ReachCounts.objects.get(), reach_of(operation_id=operation.id, occasion=occasion)
    assert (row.told, row.not_reached, row.occasion) == (reach.told, reach.not_reached, occasion)
    assert row.to_ring == to_ring(operation_id=operation.id) == 2


def test_before_any_announcement_nobody_was_told(
    the_helper: PersonView, operation: OperationView, now: datetime
) -> None:
    assert keep_reach(operation=operation, now=now, large=1)

    row = ReachCounts.objects.get()
    assert (row.occasion, row.told, row.not_reached, row.to_ring) == ("", 0, 0, 0)


def test_of_thousands_it_is_told_as_counted_a_moment_ago(
    occasion: str, operation: OperationView, now: datetime
) -> None:
    kept(operation, now, occasion=occasion, number=3000)

    assert to_ring_lately(operation_id=operation.id, now=now) == 3000
    assert reach_lately(operation_id=operation.id, occasion=occasion, now=now) == Reach(told=3001, not_reached=3000)


def test_of_the_last_ones_each_call_counts_at_once(occasion: str, operation: OperationView, now: datetime) -> None:
    kept(operation, now, occasion=occasion, number=30)

    assert to_ring_lately(operation_id=operation.id, now=now) == 2
    assert reach_lately(operation_id=operation.id, occasion=occasion, now=now).not_reached == 2


def test_a_count_of_another_announcement_or_of_long_ago_is_not_told(
    occasion: str, operation: OperationView, now: datetime
) -> None:
    kept(operation, now, occasion="ANOTHER", number=3000)

    assert reach_lately(operation_id=operation.id, occasion=occasion, now=now).not_reached == 2
    assert to_ring_lately(operation_id=operation.id, now=now + timedelta(minutes=11)) == 2
