"""A volunteer at their own page, on a phone, in four languages, with and without scripts."""

from collections.abc import Callable
from datetime import datetime

import pytest
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import (
    PHONE,
    Visits,
    assert_accessible,
    assert_no_horizontal_scroll,
    assert_reads_well,
    keep_picture,
)

from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links, make_receipt
from standby.rooms.people.values import PersonView

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Calls = Callable[[PersonView], PersonView]


def test_somebody_who_stands_by_reads_the_answer_first(
    visit: Visits,
    live_server: LiveServer,
    the_helper: PersonView,
    operation: OperationView,
    now: datetime,
) -> None:
    token = make_links(operation_id=operation.id, person_ids=[the_helper.id], now=now)[the_helper.id]
    page = visit(width=PHONE)

    page.goto(f"{live_server.url}/status/l/{token}/")

    assert token not in page.url
    assert page.locator("h1.state").is_visible()
    assert_reads_well(page, "status-stand-by")


def test_whoever_is_called_reads_accepts_and_learns_where_to_come(
    visit: Visits,
    live_server: LiveServer,
    the_helper: PersonView,
    calls: Calls,
    operation: OperationView,
    now: datetime,
) -> None:
    calls(the_helper)
    token = make_links(operation_id=operation.id, person_ids=[the_helper.id], now=now)[the_helper.id]
    page = visit(width=PHONE, language="hy", javascript=False)

    page.goto(f"{live_server.url}/status/l/{token}/")
    assert_reads_well(page, "status-called", is_scripted=False)
    page.locator("form[action$='/accept/'] button").click()

    assert "1 Invented Street" in page.content()
    assert_reads_well(page, "status-accepted", is_scripted=False)


def test_an_offer_is_completed_with_the_keyboard_alone(
    visit: Visits,
    live_server: LiveServer,
    registers: Callable[..., PersonView],
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    someone = registers(roles=(), windows=(), phones=("+37400000078",))
    code = make_receipt(operation=operation, person_id=someone.id, person_ref=someone.ref, by=machine, now=now)
    page = visit(width=PHONE, language="hy")
    page.goto(f"{live_server.url}/status/")
    keep_picture(page, "status-code-hy")
    page.locator("input[name=code]").press_sequentially(code)
    page.keyboard.press("Enter")
    page.wait_for_selector("h1.state")

    page.goto(f"{live_server.url}/status/complete/")
    page.locator("input[name=words]").press_sequentially("բուժքույր")
    page.locator("button[name=look]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("input[name=roles]")
    page.locator("input[value='2221/']").focus()
    page.keyboard.press("Space")
    page.locator("input[name=languages][value=hy]").check()
    page.locator("input[name=first_day]").fill("2026-11-01")
    page.locator("input[name=last_day]").fill("2026-11-20")
    assert_accessible(page)
    assert_no_horizontal_scroll(page)
    keep_picture(page, "status-complete-hy")
    page.locator(".do-now button").focus()
    page.keyboard.press("Enter")

    page.wait_for_selector("h1.state")
    assert not page.url.endswith("/complete/")
