"""What may be needed, at a real browser: said on a phone, read in every language, kept free for in the plan."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.fakes.planner import EnginePlanner
from tests.pages.harness import PHONE, Visits, assert_reads_well
from tests.pages.staff import log_in
from tests.rooms.callup.conftest import Plans

from standby.rooms.accounts.models import User
from standby.rooms.callup.models import PlanRevision
from standby.rooms.needs.models import Request
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.people.values import PersonView

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(visit: Visits, live_server: LiveServer, coordinator_user: User) -> Page:
    page = visit(width=PHONE)
    log_in(page, live_server.url, coordinator_user)
    return page


def test_what_is_expected_is_kept_free_for_until_it_comes(
    page: Page, live_server: LiveServer, plans: Plans, the_need: NeedView, the_helper: PersonView
) -> None:
    Request.objects.update(priority=3)
    page.goto(f"{live_server.url}/desk/needs/forecasts/")
    page.get_by_role("link", name="Expect a need").click()
    assert_reads_well(page, "forecast-form")
    page.select_option("[name=role]", "9629/")
    page.fill("[name=headcount]", "3")
    page.fill("[name=first_day]", f"{the_need.days.first}")
    page.fill("[name=last_day]", f"{the_need.days.last - timedelta(days=1)}")
    page.check("[name=percent][value='90']")
    page.check("[name=priority][value='1']")
    page.locator("main .do-now button").click()
    page.get_by_text("Almost certain: 9 in 10").wait_for()
    assert_reads_well(page, "forecasts")

    plans(planner=EnginePlanner())
    PlanRevision.objects.update(changes_notice=True)

    page.goto(f"{live_server.url}/desk/callup/plan/")
    page.get_by_role("heading", name="Kept free for what may come").wait_for()
    assert_reads_well(page, "plan-expected")
    page.goto(f"{live_server.url}/desk/needs/forecasts/")
    page.get_by_role("link", name="It has come: ask for them").click()
    assert page.input_value("[name=role]") == "9629/"
    assert page.input_value("[name=first_day]") == f"{the_need.days.first}"
