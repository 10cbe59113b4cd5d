"""What would help most, what if, and why somebody stands by, in a browser."""

from datetime import datetime

import pytest
from pytest_django.live_server_helper import LiveServer
from tests.fakes.planner import ScriptedPlanner
from tests.fakes.trier import ScriptedTrier
from tests.pages.harness import Visits, assert_reads_well
from tests.pages.staff import log_in
from tests.rooms.callup.conftest import Plans

from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.callup.actions.trying import ask_what_helps, ask_what_if, compute_trial
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_coordinator_reads_what_would_help_and_asks_what_if(
    visit: Visits,
    live_server: LiveServer,
    operation: OperationView,
    coordinator: Staff,
    coordinator_user: User,
    plans: Plans,
    the_need: NeedView,
    the_helper: PersonView,
    the_driver: PersonView,
    now: datetime,
) -> None:
    beds = "beds:school-1:2026-10-12..2026-10-16:+2"
    would = {the_driver.ref: f"{beds}|surplus:{the_need.code}:54:18"}
    plan = plans(planner=ScriptedPlanner(calls=[(the_helper.ref, the_need.code)], would_be_called_if=would))
    trier = ScriptedTrier(
        called=[the_driver.ref],
        not_called=[the_helper.ref],
        need=the_need.code,
        helping=[
            (beds, 60, 2),
            ("people:11:2211:3:v:-:2026-10-12..2026-10-30", 50, 5),
            ("licences:2221:checked", 9, 0),
        ],
    )
    helping = ask_what_helps(operation=operation, plan_ref=plan.ref, by=coordinator.actor, now=now)
    asked = ask_what_if(
        operation=operation,
        plan_ref=plan.ref,
        changes=["site:school-1:closed", beds],
        by=coordinator.actor,
        now=now,
    )
    for row in (helping, asked):
        compute_trial(operation=operation, ref=row.ref, trier=trier, clock=lambda: now)
    page = visit()
    log_in(page, live_server.url, coordinator_user)

    page.goto(f"{live_server.url}/desk/callup/plan/")
    page.get_by_role("link", name="What would help most?").click()
    assert_reads_well(page, "helps")
    page.goto(f"{live_server.url}/desk/callup/plan/what-if/{asked.ref}/")
    assert_reads_well(page, "trial")
    page.goto(f"{live_server.url}/desk/person/{the_driver.ref}/")
    assert_reads_well(page, "why")
    page.goto(f"{live_server.url}/desk/callup/plan/what-if/")
    page.get_by_text("A site closes", exact=True).click()
    page.locator("details[open] select").select_option("school-1")
    page.locator("details[open]").get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Work it out").wait_for()
    assert_reads_well(page, "what-if")
