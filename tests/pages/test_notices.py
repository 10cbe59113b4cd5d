"""Notices and the switch in a browser: at the front and at the desk, in four languages, on a phone, without scripts."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import (
    LANGUAGES,
    LAPTOP,
    PHONE,
    Visits,
    assert_accessible,
    assert_fits_every_window,
    assert_reads_well,
    keep_picture,
    read_in,
)
from tests.pages.staff import log_in
from tests.rooms.situation.notices import TEXTS, a_notice

from standby.domain.door import SwitchState
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.operations.switches import SwitchChange, door_state, set_switch
from standby.rooms.situation.actions import correct, publish, withdraw
from standby.rooms.situation.kinds import Kind
from standby.rooms.situation.queries import newest_notices

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DRIVER = "8322"


@pytest.fixture
def house(transactional_db: None, operation: OperationView, machine: Actor, now: datetime) -> str:
    """A door that is shut to drivers, a notice that was corrected, and one in every language that holds."""
    change = SwitchChange(state=SwitchState.CLOSED, role=DRIVER, words={"en": "212 drivers for 18 places."})
    set_switch(operation=operation, change=change, by=machine, now=now)
    before = now - timedelta(hours=2)
    old = publish(operation=operation, new=a_notice(now=before), by=machine, now=before)
    correct(operation=operation, ref=old, new=a_notice("en", "hy", now=now, kind=Kind.NOT_NOW), by=machine, now=now)
    return publish(operation=operation, new=a_notice(*LANGUAGES, now=now), by=machine, now=now)


def _look(page: Page, name: str, *, is_scripted: bool = True) -> None:
    keep_picture(page, name)
    assert_fits_every_window(page)
    if is_scripted:
        assert_accessible(page)


def test_everybody_reads_it_in_their_language(house: str, visit: Visits, live_server: LiveServer) -> None:
    page = visit(width=PHONE)
    page.goto(live_server.url)
    assert_reads_well(page, "notices-front")

    page.click(f"a[href='/notices/{house}/']")

    assert_reads_well(page, "notices-notice")
    for language in LANGUAGES:
        read_in(page, language)
        assert page.inner_text("h1") == TEXTS[language].headline


def test_the_public_pages_read_well_without_any_script(house: str, visit: Visits, live_server: LiveServer) -> None:
    page = visit(width=PHONE, javascript=False)
    for name in ("", "verify/", f"{house}/"):
        page.goto(f"{live_server.url}/notices/{name}")
        assert_reads_well(page, f"notices-public-{name.strip('/')[:6] or 'archive'}", is_scripted=False)


def test_a_notice_that_was_withdrawn_says_so_first(
    house: str,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    visit: Visits,
    live_server: LiveServer,
) -> None:
    withdraw(operation=operation, ref=house, reasons={"en": "The road is free again."}, by=machine, now=now)
    page = visit(width=LAPTOP)

    page.goto(f"{live_server.url}/notices/{house}/")

    _look(page, "notices-withdrawn")
    assert "withdrawn" in page.inner_text("main p >> nth=0")
    assert "The road is free again." in page.inner_text("main")
    page.emulate_media(color_scheme="dark")
    _look(page, "notices-withdrawn-dark")
    page.goto(f"{live_server.url}/notices/verify/")
    _look(page, "notices-verify-dark")


@pytest.mark.parametrize(("width", "is_scripted"), [(PHONE, True), (LAPTOP, False)])
def test_a_coordinator_writes_sees_and_says_it(
    width: int,
    is_scripted: bool,
    coordinator_user: User,
    visit: Visits,
    live_server: LiveServer,
) -> None:
    page = visit(width=width, javascript=is_scripted)
    log_in(page, live_server.url, coordinator_user)
    page.goto(f"{live_server.url}/desk/situation/notices/")
    _look(page, f"notices-desk-empty-{width}", is_scripted=is_scripted)
    page.click("main a.primary")
    page.click("main button.primary")
    _look(page, f"notices-write-wrong-{width}", is_scripted=is_scripted)

    page.check("[name=kind][value=closed_until]")
    page.fill("[name=expires]", "2026-10-12T10:00")
    page.fill("[name=headline_en]", "The desk is closed until Monday")
    page.fill("[name=text_en]", "We move house. Your offer stands.")
    page.click("main form:has([name=kind]) button >> nth=-1")
    _look(page, f"notices-preview-{width}", is_scripted=is_scripted)
    page.click("[name=publish]")

    _look(page, f"notices-said-{width}", is_scripted=is_scripted)
    (view,) = newest_notices()
    assert view.info("en").headline == "The desk is closed until Monday"


def test_the_desk_reads_well_when_much_was_said(
    coordinator_user: User, house: str, visit: Visits, live_server: LiveServer
) -> None:
    page = visit()
    log_in(page, live_server.url, coordinator_user)
    page.goto(f"{live_server.url}/desk/")
    _look(page, "notices-today")
    for name in ("", f"{house}/", f"{house}/correct/", f"{house}/withdraw/"):
        page.goto(f"{live_server.url}/desk/situation/notices/{name}")
        assert_reads_well(page, f"notices-desk-{name.strip('/').rpartition('/')[2][:8] or 'list'}")


def test_a_coordinator_pauses_the_door_and_everybody_reads_until_when(
    coordinator_user: User,
    house: str,
    operation: OperationView,
    now: datetime,
    visit: Visits,
    live_server: LiveServer,
) -> None:
    page = visit(width=PHONE, language="hy")
    log_in(page, live_server.url, coordinator_user)
    page.goto(f"{live_server.url}/desk/operations/door/")

    page.check("[name=state][value=paused]")
    page.fill("[name=until]", "2026-10-12T10:00")
    page.fill("[name=words_hy]", TEXTS["hy"].text.replace("\n", " "))
    page.click("main button.primary")

    assert_reads_well(page, "switch-desk")
    assert door_state(operation_id=operation.id, now=now).whole.state is SwitchState.PAUSED
    page.goto(live_server.url)
    assert_reads_well(page, "switch-front")
    assert "10:00" in page.inner_text("main")


@pytest.mark.usefixtures("house")
def test_the_switch_works_without_any_script_and_answers_what_is_missing(
    coordinator_user: User, visit: Visits, live_server: LiveServer
) -> None:
    page = visit(width=PHONE, javascript=False)
    log_in(page, live_server.url, coordinator_user)
    page.goto(f"{live_server.url}/desk/operations/door/")

    page.check("[name=state][value=paused]")
    page.click("main button.primary")

    _look(page, "switch-wrong", is_scripted=False)
    assert "Say when people may come back" in page.inner_text(".faults")
