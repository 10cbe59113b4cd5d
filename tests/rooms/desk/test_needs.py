"""The list of needs: the most urgent first, how full each is, and in a fixed number of questions to the database."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.rooms.needs.conftest import Asks, asks, the_risky_site

from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.actions.approving import approve_need, assess_risk
from standby.rooms.needs.models import Request, Risk
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

__all__ = ["asks", "the_risky_site"]
LogsIn = Callable[[User], Client]


@pytest.fixture
def opens(
    asks: Asks, operation: OperationView, coordinator: Staff, machine: Actor, now: datetime
) -> Callable[[int], Request]:
    """An approved need of this priority."""

    def open_one(priority: int) -> Request:
        row = asks()
        assess_risk(operation=operation, request_ref=row.ref, risk=Risk.LOW, priority=priority, by=machine, now=now)
        approve_need(operation=operation, request_ref=row.ref, by=coordinator, now=now)
        return row

    return open_one


def _codes(client: Client, query: str = "") -> list[str]:
    response = client.get(f"/desk/needs/{query}")
    return [line.row.code for line in response.context["found"].page.object_list]


def test_the_most_urgent_need_stands_first(
    logged_in: LogsIn, coordinator_user: User, opens: Callable[[int], Request]
) -> None:
    codes = {priority: opens(priority).code for priority in (3, 1, 2)}

    assert _codes(logged_in(coordinator_user)) == [codes[1], codes[2], codes[3]]


def test_each_list_shows_what_it_is_named_for(
    logged_in: LogsIn, coordinator_user: User, asks: Asks, opens: Callable[[int], Request]
) -> None:
    client = logged_in(coordinator_user)
    draft, assessed, stale = asks(), asks(risk=Risk.RAISED), opens(1)
    Request.objects.filter(id=stale.id).update(renewed_at=stale.renewed_at - timedelta(hours=49))

    assert _codes(client, "?show=draft") == [draft.code]
    assert _codes(client, "?show=assessed") == [assessed.code]
    assert _codes(client, "?show=stale") == _codes(client, "?show=open") == [stale.code]
    assert "+374 00 000 200" in client.get("/desk/needs/?show=stale").content.decode(), "the site is telephoned"
    assert _codes(client, "?show=nonsense") == [stale.code]


def test_a_need_says_how_many_are_called_and_how_many_are_missing(
    logged_in: LogsIn,
    coordinator_user: User,
    the_need: NeedView,
    the_helper: PersonView,
    calls: Callable[[PersonView], PersonView],
) -> None:
    calls(the_helper)

    (line,) = logged_in(coordinator_user).get("/desk/needs/").context["found"].page.object_list

    assert (line.places, line.sure, line.expected, line.missing) == (10, 0, 1, 9)


def test_an_empty_list_teaches(logged_in: LogsIn, coordinator_user: User) -> None:
    assert "No need is open" in logged_in(coordinator_user).get("/desk/needs/").content.decode()


def test_questions_to_the_database_do_not_grow_with_the_needs(
    logged_in: LogsIn, coordinator_user: User, opens: Callable[[int], Request]
) -> None:
    client = logged_in(coordinator_user)
    opens(1)
    client.get("/desk/needs/")

    with CaptureQueriesContext(connection) as few:
        client.get("/desk/needs/")
    for priority in (1, 2, 3, 4, 5):
        opens(priority)
    with CaptureQueriesContext(connection) as many:
        client.get("/desk/needs/")

    assert len(many) == len(few) <= 24
