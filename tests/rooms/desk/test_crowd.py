"""Of a very large crowd the first page says what was counted a moment ago, and the same as if it were counted now."""

from collections.abc import Callable
from datetime import datetime, timedelta

from standby.rooms.desk.queries import today
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.counting import keep_counts
from standby.rooms.people.models import CrowdCounts
from standby.rooms.people.queries.crowd import count_crowd, crowd_of
from standby.rooms.people.values import PersonView

Register = Callable[..., PersonView]


def test_a_small_crowd_is_counted_as_it_is(the_helper: PersonView, operation: OperationView, now: datetime) -> None:
    assert not keep_counts(operation=operation, now=now)
    assert today(operation=operation, now=now).people == 1


def test_what_was_counted_a_moment_ago_says_the_same(
    the_helper: PersonView,
    the_driver: PersonView,
    operation: OperationView,
    now: datetime,
) -> None:
    keep_counts(operation=operation, now=now, large=2)

    assert CrowdCounts.objects.count() == 1
    assert crowd_of(operation_id=operation.id, now=now) == count_crowd(operation_id=operation.id, now=now)


def test_counts_that_nobody_renewed_are_not_told(
    the_helper: PersonView, operation: OperationView, now: datetime
) -> None:
    CrowdCounts.objects.create(
        operation_id=operation.id,
        counted_at=now,
        statuses={},
        hours=[],
        to_confirm=7,
        pairs=8,
        licences=9,
    )
    found = today(operation=operation, now=now)

    assert (found.to_confirm, found.pairs, found.licences) == (7, 8, 9)
    assert today(operation=operation, now=now + timedelta(minutes=11)).people == 1
