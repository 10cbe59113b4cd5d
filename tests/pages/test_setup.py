"""The first user's way in a browser: to the first list, on a phone, in four languages, also without scripts."""

from datetime import datetime

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import (
    LAPTOP,
    PHONE,
    Visits,
    assert_no_horizontal_scroll,
    assert_reads_well,
    keep_picture,
)
from tests.pages.staff import log_in
from tests.rooms.conftest import PASSWORD

from standby.rooms.accounts.actions import add_user
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.office.steps import Step, way_of
from standby.rooms.operations.queries import all_operations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def first_user(transactional_db: None, machine: Actor, now: datetime) -> User:
    return add_user(login="coordinator", password=PASSWORD, by=machine, now=now, is_first=True)


def _log_in(page: Page, address: str) -> None:
    page.goto(f"{address}/desk/")
    page.fill("[name=username]", "coordinator")
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")


def _look(page: Page, name: str, *, is_scripted: bool) -> None:
    if is_scripted:
        assert_reads_well(page, name)
    else:
        keep_picture(page, name)
        assert_no_horizontal_scroll(page)


def _send(page: Page) -> None:
    page.click("main button.primary")


def _walk(page: Page, name: str, *, is_scripted: bool) -> None:
    """Every step once, each by what its page offers first."""
    _look(page, f"{name}-1-found", is_scripted=is_scripted)
    page.fill("[name=lead_organisation]", "Mountain Relief")
    page.fill("[name=name]", "Earthquake")
    page.fill("[name=help_contact]", "+374 00 000 100")
    _send(page)
    _look(page, f"{name}-2-start", is_scripted=is_scripted)
    page.click("main a.primary")
    _look(page, f"{name}-3-policy", is_scripted=is_scripted)
    _send(page)
    page.click("main a.primary")
    _look(page, f"{name}-4-terms", is_scripted=is_scripted)
    page.fill("[name=insurance_en]", "You are insured against accidents.")
    page.fill("[name=terms_en]", "You may stop at any time.")
    _send(page)
    page.click("main a.primary")
    _look(page, f"{name}-5-second", is_scripted=is_scripted)
    page.fill("[name=login]", "second")
    _send(page)
    keep_picture(page, f"{name}-6-password")
    assert_no_horizontal_scroll(page)
    page.click("main a.primary")
    page.click("main a.primary")
    _look(page, f"{name}-7-site", is_scripted=is_scripted)
    page.fill("[name=region]", "North")
    page.fill("[name=name_en]", "School in the valley")
    _send(page)
    page.click("main a.primary")
    _look(page, f"{name}-8-list", is_scripted=is_scripted)


@pytest.mark.usefixtures("first_user")
def test_the_first_user_is_led_to_the_first_list_on_a_phone(visit: Visits, live_server: LiveServer) -> None:
    page = visit(width=PHONE)
    _log_in(page, live_server.url)

    _walk(page, "setup", is_scripted=True)

    (operation,) = all_operations()
    assert way_of(operation).next is Step.LIST


def test_the_first_user_is_led_without_any_script(first_user: User, visit: Visits, live_server: LiveServer) -> None:
    page = visit(width=LAPTOP, javascript=False)
    log_in(page, live_server.url, first_user)
    page.goto(f"{live_server.url}/desk/")

    _walk(page, "setup-laptop", is_scripted=False)

    (operation,) = all_operations()
    assert way_of(operation).next is Step.LIST


def test_the_way_is_taken_up_again_where_it_was_left(first_user: User, visit: Visits, live_server: LiveServer) -> None:
    page = visit()
    log_in(page, live_server.url, first_user)
    page.goto(f"{live_server.url}/desk/")
    page.fill("[name=lead_organisation]", "Mountain Relief")
    page.fill("[name=name]", "Earthquake")
    page.fill("[name=help_contact]", "+374 00 000 100")
    _send(page)

    elsewhere = visit()
    log_in(elsewhere, live_server.url, first_user)
    elsewhere.goto(f"{live_server.url}/desk/")
    elsewhere.goto(f"{live_server.url}/desk/operations/start/")
    elsewhere.click("main a.primary")

    assert elsewhere.url.endswith("/desk/operations/settings/policy/")


def test_the_office_reads_well_on_a_phone_and_on_a_laptop(
    first_user: User, visit: Visits, live_server: LiveServer
) -> None:
    page = visit()
    log_in(page, live_server.url, first_user)
    page.goto(f"{live_server.url}/desk/")
    page.fill("[name=lead_organisation]", "Mountain Relief")
    page.fill("[name=name]", "Earthquake")
    page.fill("[name=help_contact]", "+374 00 000 100")
    _send(page)
    for place in ("operations/settings/", "journal/", "accounts/", "accounts/staff/"):
        page.goto(f"{live_server.url}/desk/{place}")
        assert_reads_well(page, f"office-{place.strip('/').replace('/', '-')}")
