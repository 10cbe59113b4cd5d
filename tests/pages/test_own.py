"""Somebody looks at what is kept of them, on a phone, and erases it."""

from collections.abc import Callable
from datetime import datetime

import pytest
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import PHONE, Visits, assert_reads_well

from standby.domain.roles import Level, OfferedRole
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.models import Person
from standby.rooms.people.values import PersonView

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_ones_own_data_are_seen_corrected_and_erased_without_a_script(
    visit: Visits,
    live_server: LiveServer,
    registers: Callable[..., PersonView],
    operation: OperationView,
    now: datetime,
) -> None:
    nurse = registers(roles=(OfferedRole(code="2221", level=Level.INDEPENDENT),), emails=("nurse@example.org",))
    token = make_links(operation_id=operation.id, person_ids=[nurse.id], now=now)[nurse.id]
    page = visit(width=PHONE, javascript=False)
    page.goto(f"{live_server.url}/status/l/{token}/")

    for path in ("data", "contact", "licences", "erase"):
        page.goto(f"{live_server.url}/status/{path}/")
        assert_reads_well(page, f"own-{path}", is_scripted=False)
    page.locator("input[name=understood]").check()
    page.locator("button.stop").click()

    assert "It is erased" in page.content()
    assert Person.objects.get(id=nurse.id).erased_at is not None
