"""Two coordinators at the plan, from the first look to the announcement, in a browser."""

import pytest
from pytest_django.live_server_helper import LiveServer
from tests.fakes.planner import ScriptedPlanner
from tests.pages.harness import PHONE, Visits, assert_reads_well, assert_words_fit_charts, keep_picture
from tests.pages.staff import log_in
from tests.rooms.callup.conftest import Plans

from standby.rooms.accounts.models import User
from standby.rooms.callup.models import Announcement
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.people.values import PersonView

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_plan_leads_with_who_is_missing_where(
    visit: Visits,
    live_server: LiveServer,
    coordinator_user: User,
    plans: Plans,
    the_need: NeedView,
    the_helper: PersonView,
) -> None:
    relief = f"beds:school-1:{the_need.days.first}..{the_need.days.last}:+9=+900"
    plans(planner=ScriptedPlanner(calls=[(the_helper.ref, the_need.code)], short_because="beds", relief=relief))
    page = visit()
    log_in(page, live_server.url, coordinator_user)

    page.goto(f"{live_server.url}/desk/callup/plan/")

    assert page.locator(".sentences strong").first.is_visible()
    assert_words_fit_charts(page)
    assert_reads_well(page, "plan")


def test_two_coordinators_announce_without_scripts(
    visit: Visits,
    live_server: LiveServer,
    coordinator_user: User,
    second_coordinator_user: User,
    plans: Plans,
    the_helper: PersonView,
    public_address: None,
) -> None:
    plans(the_helper)
    first, second = visit(javascript=False), visit(javascript=False)
    log_in(first, live_server.url, coordinator_user)
    log_in(second, live_server.url, second_coordinator_user)

    first.goto(f"{live_server.url}/desk/callup/plan/")
    first.get_by_role("button", name="Propose this plan").click()
    second.goto(f"{live_server.url}/desk/callup/plan/")
    second.get_by_role("button", name="Approve this plan").click()
    second.get_by_role("link", name="Look at what announcing does").click()
    keep_picture(second, "announce")
    second.get_by_role("button", name="Tell everybody now").click()

    second.get_by_role("heading", name="Who was told, and who was reached?").wait_for()
    keep_picture(second, "announcement")
    assert Announcement.objects.count() == 1


def test_a_plan_asked_for_waits_for_the_worker_and_says_so(
    visit: Visits, live_server: LiveServer, coordinator_user: User, the_helper: PersonView, the_need: NeedView
) -> None:
    page = visit(width=PHONE, javascript=False)
    log_in(page, live_server.url, coordinator_user)

    page.goto(f"{live_server.url}/desk/callup/plan/")
    page.get_by_role("button", name="Compute the first plan").click()

    assert "Waiting for its turn" in page.content()
    assert page.get_by_role("link", name="Look again").is_visible()
    keep_picture(page, "plan-queued")
