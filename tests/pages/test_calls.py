"""The call sheet, the calls and a recall, in a browser."""

import pytest
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import PHONE, Visits, assert_reads_well, keep_picture
from tests.pages.staff import log_in
from tests.rooms.callup.conftest import Again, Announces

from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.models import User
from standby.rooms.callup.models import Call, CallState
from standby.rooms.people.values import PersonView

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = (
    "calls/",
    "calls/sheet/",
    "calls/announcement/",
    "calls/recall/",
    "plan/over-call/",
    "plan/turnout/",
)


def test_every_page_about_calls_is_readable_by_everybody(
    visit: Visits,
    live_server: LiveServer,
    coordinator_user: User,
    announces: Announces,
    the_helper: PersonView,
    the_doctor: PersonView,
) -> None:
    announces(the_helper)
    page = visit()
    log_in(page, live_server.url, coordinator_user)

    for address in PAGES:
        page.goto(f"{live_server.url}/desk/callup/{address}")
        assert_reads_well(page, address.strip("/").replace("/", "-"))


def test_somebody_says_yes_on_the_telephone_after_hearing_the_terms(
    visit: Visits,
    live_server: LiveServer,
    coordinator_user: User,
    announces: Announces,
    again: Again,
    the_helper: PersonView,
) -> None:
    announces(the_helper)
    page = visit(width=PHONE, javascript=False)
    log_in(page, live_server.url, coordinator_user)

    page.goto(f"{live_server.url}/desk/callup/calls/sheet/")
    page.get_by_role("link", name="Wants to accept: read the terms").click()
    assert "You are insured against accidents." in page.content()
    assert "1 Invented Street" not in page.content()
    keep_picture(page, "terms")
    page.get_by_role("button", name="I read all of it aloud, and they accepted").click()

    assert again(the_helper).status is PersonStatus.ACCEPTED
    assert "Everybody who was told something was reached" in page.content()


def test_a_recall_is_counted_before_it_is_told(
    visit: Visits,
    live_server: LiveServer,
    coordinator_user: User,
    announces: Announces,
    the_helper: PersonView,
) -> None:
    announces(the_helper)
    page = visit(javascript=False)
    log_in(page, live_server.url, coordinator_user)

    page.goto(f"{live_server.url}/desk/callup/calls/recall/")
    page.get_by_role("link", name="The whole operation: 1 person").click()
    assert Call.objects.get().state == CallState.CALLED
    keep_picture(page, "recall-counted")
    page.get_by_role("button", name="Tell them to turn back, now").click()

    assert Call.objects.get().state == CallState.RECALLED


def test_a_slip_prints_on_a_small_sheet(
    visit: Visits,
    live_server: LiveServer,
    coordinator_user: User,
    announces: Announces,
    the_doctor: PersonView,
    the_helper: PersonView,
) -> None:
    announces(the_helper)
    page = visit(width=PHONE, javascript=False)
    log_in(page, live_server.url, coordinator_user)

    page.goto(f"{live_server.url}/desk/callup/calls/sheet/")
    page.get_by_role("button", name="Print a slip").last.click()

    assert page.locator("body.a5 p.code").is_visible()
    keep_picture(page, "slip")
