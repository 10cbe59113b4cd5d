"""Promises, thanks and the wish to hear less often, in a browser: four languages, two widths."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import (
    PHONE,
    Visits,
    assert_accessible,
    assert_fits_every_window,
    assert_reads_well,
)
from tests.pages.staff import log_in

from standby.domain.words import Wish
from standby.rooms.accounts.models import User
from standby.rooms.callup.queries.promises import wish_of
from standby.rooms.operations.installation import install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.values import PersonView

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def on_the_eve(now: datetime, stopped_clock: None) -> Iterator[None]:
    before = installation()
    later = now + timedelta(days=2)
    install(replace(before, clock=lambda: later, public_url="https://standby.example.org"))
    yield
    install(before)


def test_whom_we_promised_a_word_and_who_need_not_wait(
    visit: Visits,
    live_server: LiveServer,
    coordinator_user: User,
    calls: Callable[[PersonView], PersonView],
    the_helper: PersonView,
    the_driver: PersonView,
    the_doctor: PersonView,
) -> None:
    calls(the_driver)
    page = visit()
    log_in(page, live_server.url, coordinator_user)

    for name in ("", "promises/", "thanks/"):
        page.goto(f"{live_server.url}/desk/{name}")
        assert_reads_well(page, f"promises-{name.rstrip('/') or 'today'}")


def test_one_press_tells_them_all_without_scripts(
    visit: Visits, live_server: LiveServer, coordinator_user: User, the_helper: PersonView, the_driver: PersonView
) -> None:
    page = visit(width=PHONE, javascript=False)
    log_in(page, live_server.url, coordinator_user)
    page.goto(f"{live_server.url}/desk/promises/")

    page.get_by_role("button", name="Tell them: nothing has changed").click()

    page.get_by_text("Nobody waits for a word").wait_for()


def test_a_volunteer_chooses_to_hear_less_often(
    visit: Visits,
    live_server: LiveServer,
    operation: OperationView,
    now: datetime,
    the_helper: PersonView,
) -> None:
    token = make_links(operation_id=operation.id, person_ids=[the_helper.id], now=now)[the_helper.id]
    page = visit(width=PHONE, language="hy")
    page.goto(f"{live_server.url}/status/l/{token}/")
    assert_reads_well(page, "promises-wish")
    fold = page.locator("details", has=page.locator("select[name=often]"))

    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    assert_accessible(page)
    assert_fits_every_window(page)
    choose_by_keyboard(page)

    page.wait_for_url("**/status/")
    page.locator("option[value='7'][selected]").wait_for(state="attached")
    assert_fits_every_window(page)
    assert wish_of(person_id=the_helper.id) == Wish(every_days=7)


def choose_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
