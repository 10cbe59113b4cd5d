"""The first user's way in a browser: to the first list, on a phone, in four languages, also without scripts."""

from datetime import datetime

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import (
    LANGUAGES,
    LAPTOP,
    PHONE,
    Visits,
    assert_accessible,
    assert_no_horizontal_scroll,
    keep_picture,
)
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
    keep_picture(page, name)
    assert_no_horizontal_scroll(page)
    if is_scripted:
        assert_accessible(page)


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
    page.fill("[name=insurance_en]", "You are insured against accidents.")
    page.fill("[name=terms_en]", "You may stop at any time.")
    _look(page, f"{name}-4-terms", is_scripted=is_scripted)
    _send(page)
    page.click("main a.primary")
    page.fill("[name=login]", "second")
    _look(page, f"{name}-5-second", is_scripted=is_scripted)
    _send(page)
    _look(page, f"{name}-6-password", is_scripted=is_scripted)
    page.click("main a.primary")
    page.click("main a.primary")
    page.fill("[name=region]", "North")
    page.fill("[name=name_en]", "School in the valley")
    _look(page, f"{name}-7-site", is_scripted=is_scripted)
    _send(page)
    page.click("main a.primary")
    _look(page, f"{name}-8-list", is_scripted=is_scripted)


@pytest.mark.usefixtures("first_user")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_user_is_led_to_the_first_list_on_a_phone(
    language: str, visit: Visits, live_server: LiveServer
) -> None:
    page = visit(width=PHONE, language=language)
    _log_in(page, live_server.url)

    _walk(page, f"setup-{language}", is_scripted=True)

    (operation,) = all_operations()
    assert way_of(operation).next is Step.LIST


@pytest.mark.usefixtures("first_user")
def test_the_first_user_is_led_without_any_script(visit: Visits, live_server: LiveServer) -> None:
    page = visit(width=LAPTOP, javascript=False)
    _log_in(page, live_server.url)

    _walk(page, "setup-laptop", is_scripted=False)

    (operation,) = all_operations()
    assert way_of(operation).next is Step.LIST


@pytest.mark.usefixtures("first_user")
def test_the_way_is_taken_up_again_where_it_was_left(visit: Visits, live_server: LiveServer) -> None:
    page = visit()
    _log_in(page, live_server.url)
    page.fill("[name=lead_organisation]", "Mountain Relief")
    page.fill("[name=name]", "Earthquake")
    page.fill("[name=help_contact]", "+374 00 000 100")
    _send(page)

    elsewhere = visit()
    _log_in(elsewhere, live_server.url)
    elsewhere.goto(f"{live_server.url}/desk/operations/start/")
    elsewhere.click("main a.primary")

    assert elsewhere.url.endswith("/desk/operations/settings/policy/")


@pytest.mark.usefixtures("first_user")
@pytest.mark.parametrize("place", ["operations/settings/", "journal/", "accounts/", "accounts/staff/"])
def test_the_office_reads_well_on_a_phone_and_on_a_laptop(place: str, visit: Visits, live_server: LiveServer) -> None:
    for width in (PHONE, LAPTOP):
        page = visit(width=width)
        _log_in(page, live_server.url)
        if "found" in page.url:
            page.fill("[name=lead_organisation]", "Mountain Relief")
            page.fill("[name=name]", "Earthquake")
            page.fill("[name=help_contact]", "+374 00 000 100")
            _send(page)
        page.goto(f"{live_server.url}/desk/{place}")
        _look(page, f"office-{place.strip('/').replace('/', '-')}-{width}", is_scripted=True)
