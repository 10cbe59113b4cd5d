"""Story 5 at a real browser: a site asks, two approve, the site sees who comes, in every language."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import (
    LAPTOP,
    PHONE,
    Visits,
    assert_accessible,
    assert_fits_every_window,
    assert_no_horizontal_scroll,
    assert_reads_well,
    keep_picture,
)
from tests.pages.staff import log_in

from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.answering import accept
from standby.rooms.callup.models import Call
from standby.rooms.needs.models import NeedState, Request
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView
from standby.rooms.places.actions.contacts import name_site_contact
from standby.rooms.places.models import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Opens = Callable[..., Page]


@pytest.fixture
def as_staff(visit: Visits, live_server: LiveServer) -> Opens:
    """A page at which this member of staff has logged in."""

    def open_as(user: User, *, width: int = LAPTOP, language: str = "en", javascript: bool = True) -> Page:
        page = visit(width=width, language=language, javascript=javascript)
        log_in(page, live_server.url, user)
        return page

    return open_as


@pytest.fixture
def the_contact(
    site_contact_user: User, the_site: Site, operation: OperationView, machine: Actor, now: datetime
) -> User:
    """Speaks for the school in the valley."""
    name_site_contact(operation=operation, site_id=the_site.id, user_id=site_contact_user.id, by=machine, now=now)
    return site_contact_user


def _fill_in(page: Page, *, first: str, last: str) -> None:
    page.fill("#id_words", "nurse")
    page.click("button[value=look]")
    page.check("#id_level_1")
    page.fill("#id_posts", "3")
    page.fill("#id_hours", "24")
    page.fill("#id_first_day", first)
    page.fill("#id_last_day", last)
    page.fill("#id_supervisor", "Vardan Invented")
    page.fill("#id_supervisor_phone", "+374 00 000300")
    page.check("input[name=provides][value=bed]")
    page.check("input[name=hazard_codes][value=infection]")


def test_a_site_asks_sees_how_many_people_it_takes_and_stores_it(
    as_staff: Opens, live_server: LiveServer, the_contact: User, now: datetime
) -> None:
    page = as_staff(the_contact, width=PHONE, language="hy")
    days = {"first": f"{now.date() + timedelta(days=3)}", "last": f"{now.date() + timedelta(days=16)}"}

    page.goto(f"{live_server.url}/desk/needs/ask/")
    assert_reads_well(page, "ask")
    _fill_in(page, **days)
    page.click(".do-now button")
    assert page.locator(".faults").is_visible(), "what happens if nobody comes was not said"
    assert_fits_every_window(page)
    keep_picture(page, "ask-faults")
    page.fill("#id_if_nobody_comes_hy", "Վերքերը չեն վիրակապվի։")
    page.click(".do-now button")
    assert "11" in page.locator(".sentences").inner_text()
    assert_accessible(page)
    assert_fits_every_window(page)
    keep_picture(page, "work")
    page.click("button[value=store]")

    stored = Request.objects.get()
    assert (stored.headcount, stored.role, stored.needs_verified) == (11, "2221", True)
    assert_reads_well(page, "need-draft")


def test_two_coordinators_approve_what_could_hurt_somebody(
    as_staff: Opens,
    live_server: LiveServer,
    the_contact: User,
    coordinator_user: User,
    second_coordinator_user: User,
    now: datetime,
) -> None:
    asking = as_staff(the_contact, javascript=False)
    asking.goto(f"{live_server.url}/desk/needs/ask/")
    _fill_in(asking, first=f"{now.date()}", last=f"{now.date() + timedelta(days=6)}")
    asking.fill("#id_if_nobody_comes_en", "Wounds are not dressed.")
    asking.click(".do-now button")
    asking.click("button[value=store]")
    need = Request.objects.get()

    first = as_staff(coordinator_user)
    first.goto(f"{live_server.url}/desk/needs/{need.ref}/")
    first.check("input[name=risk][value=raised]")
    first.check("input[name=priority][value='2']")
    first.click("form[action$='/assess/'] button")
    first.click("form[action$='/approve/'] button")
    assert first.locator("form[action$='/approve/']").count() == 0
    keep_picture(first, "need-first-of-two")

    second = as_staff(second_coordinator_user, width=PHONE)
    second.goto(f"{live_server.url}/desk/needs/{need.ref}/")
    assert_accessible(second)
    keep_picture(second, "need-second-of-two")
    second.click("form[action$='/approve/'] button")

    need.refresh_from_db()
    assert need.state == NeedState.OPEN
    second.goto(f"{live_server.url}/desk/needs/")
    assert_accessible(second)
    assert_no_horizontal_scroll(second)
    keep_picture(second, "needs-phone")
    first.goto(f"{live_server.url}/desk/needs/")
    keep_picture(first, "needs-laptop")


def test_a_site_sees_who_comes_and_notes_who_arrived(
    as_staff: Opens,
    live_server: LiveServer,
    the_contact: User,
    the_helper: PersonView,
    the_driver: PersonView,
    the_need: NeedView,
    calls: Callable[[PersonView], PersonView],
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    calls(the_driver)
    called = calls(the_helper)
    call = Call.objects.get(person_id=called.id)
    accept(
        operation=operation,
        person=called,
        call_ref=call.ref,
        terms_version=operation.terms_version,
        by=machine,
        now=now,
    )
    Call.objects.filter(id=call.id).update(first_day=now.date(), absence=(now.date(), call.last_day))
    page = as_staff(the_contact, width=PHONE)

    page.goto(f"{live_server.url}/desk/")
    page.locator("main .row a.button").first.click()
    assert "Anahit" in page.content()
    assert "Testyan" not in page.content()
    assert_reads_well(page, "site")
    page.click("form[action$='/arrived/'] button")

    assert page.locator("form[action$='/arrived/']").count() == 0
    page.click("a[href$='/codes/']")
    assert "Tigran" not in page.content()
    assert_reads_well(page, "site-codes")


def test_a_coordinator_fills_in_the_beds_of_a_site(
    as_staff: Opens, live_server: LiveServer, coordinator_user: User, the_contact: User, the_site: Site
) -> None:
    page = as_staff(coordinator_user)

    page.goto(f"{live_server.url}/desk/places/")
    assert_reads_well(page, "places")
    page.goto(f"{live_server.url}/desk/places/sites/{the_site.ref}/")
    assert_reads_well(page, "place-site")
    page.goto(f"{live_server.url}/desk/places/sites/{the_site.ref}/beds/")
    page.locator("details summary").last.click()
    page.fill("#id_numbers", "40 40 x 100001")
    page.click("button[value=row]")
    assert page.locator(".faults li").count() == 1
    assert_fits_every_window(page)
    keep_picture(page, "beds-faults")
    page.fill("#id_numbers", "40 40 38 0")
    page.click("button[value=row]")
    assert page.input_value("#id_day-2026-10-07") == "38"
    assert_accessible(page)
    assert_fits_every_window(page)
    keep_picture(page, "beds")
