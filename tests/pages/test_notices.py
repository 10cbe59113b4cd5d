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
    assert_no_horizontal_scroll,
    keep_picture,
)
from tests.rooms.conftest import PASSWORD
from tests.rooms.situation.notices import TEXTS, a_notice

from standby.domain.door import SwitchState
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
    assert_no_horizontal_scroll(page)
    if is_scripted:
        assert_accessible(page)


def _log_in(page: Page, address: str) -> None:
    page.goto(f"{address}/desk/")
    page.fill("[name=username]", "coordinator")
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_reads_it_in_their_language_on_a_phone(
    language: str, house: str, visit: Visits, live_server: LiveServer
) -> None:
    page = visit(width=PHONE, language=language)
    page.goto(live_server.url)
    _look(page, f"notices-front-{language}")

    page.click(f"a[href='/notices/{house}/']")

    _look(page, f"notices-notice-{language}")
    assert page.inner_text("h1") == TEXTS[language].headline


@pytest.mark.parametrize("width", [PHONE, LAPTOP])
def test_the_public_pages_read_well_without_any_script(
    width: int, house: str, visit: Visits, live_server: LiveServer
) -> None:
    page = visit(width=width, javascript=False)
    for name in ("", "verify/", f"{house}/"):
        page.goto(f"{live_server.url}/notices/{name}")
        _look(page, f"notices-public-{name.strip('/')[:6] or 'archive'}-{width}", is_scripted=False)


@pytest.mark.parametrize("dark", [False, True])
def test_a_notice_that_was_withdrawn_says_so_first(
    dark: bool,
    house: str,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    visit: Visits,
    live_server: LiveServer,
) -> None:
    withdraw(operation=operation, ref=house, reasons={"en": "The road is free again."}, by=machine, now=now)
    page = visit(width=LAPTOP, dark=dark)

    page.goto(f"{live_server.url}/notices/{house}/")

    _look(page, f"notices-withdrawn-{'dark' if dark else 'light'}")
    assert "withdrawn" in page.inner_text("main p >> nth=0")
    assert "The road is free again." in page.inner_text("main")
    page.goto(f"{live_server.url}/notices/verify/")
    _look(page, f"notices-verify-{'dark' if dark else 'light'}")


@pytest.mark.usefixtures("coordinator_user")
@pytest.mark.parametrize(("width", "is_scripted"), [(PHONE, True), (LAPTOP, False)])
def test_a_coordinator_writes_sees_and_says_it(
    width: int,
    is_scripted: bool,
    transactional_db: None,
    visit: Visits,
    live_server: LiveServer,
) -> None:
    page = visit(width=width, javascript=is_scripted)
    _log_in(page, live_server.url)
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


@pytest.mark.usefixtures("coordinator_user")
@pytest.mark.parametrize("width", [PHONE, LAPTOP])
def test_the_desk_reads_well_when_much_was_said(width: int, house: str, visit: Visits, live_server: LiveServer) -> None:
    page = visit(width=width)
    _log_in(page, live_server.url)
    _look(page, f"notices-today-{width}")
    for name in ("", f"{house}/", f"{house}/correct/", f"{house}/withdraw/"):
        page.goto(f"{live_server.url}/desk/situation/notices/{name}")
        _look(page, f"notices-desk-{name.strip('/').rpartition('/')[2][:8] or 'list'}-{width}")


@pytest.mark.usefixtures("coordinator_user")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_coordinator_pauses_the_door_and_everybody_reads_until_when(
    language: str, house: str, operation: OperationView, now: datetime, visit: Visits, live_server: LiveServer
) -> None:
    page = visit(width=PHONE if language in {"hy", "ru"} else LAPTOP, language=language)
    _log_in(page, live_server.url)
    page.goto(f"{live_server.url}/desk/operations/door/")

    page.check("[name=state][value=paused]")
    page.fill("[name=until]", "2026-10-12T10:00")
    page.fill(f"[name=words_{language}]", TEXTS[language].text.replace("\n", " "))
    page.click("main button.primary")

    _look(page, f"switch-desk-{language}")
    assert door_state(operation_id=operation.id, now=now).whole.state is SwitchState.PAUSED
    page.goto(live_server.url)
    _look(page, f"switch-front-{language}")
    assert "10:00" in page.inner_text("main")


@pytest.mark.usefixtures("coordinator_user", "house")
def test_the_switch_works_without_any_script_and_answers_what_is_missing(
    visit: Visits, live_server: LiveServer
) -> None:
    page = visit(width=PHONE, javascript=False)
    _log_in(page, live_server.url)
    page.goto(f"{live_server.url}/desk/operations/door/")

    page.check("[name=state][value=paused]")
    page.click("main button.primary")

    _look(page, "switch-wrong", is_scripted=False)
    assert "Say when people may come back" in page.inner_text(".faults")
