"""Signing up on an old telephone: four languages, no scripts, the keyboard alone, and very little to load."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, Response
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import (
    LANGUAGES,
    PHONE,
    Visits,
    assert_accessible,
    assert_no_horizontal_scroll,
    assert_reads_well,
    keep_picture,
)

from standby.rooms.operations.queries import OperationView

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
_LIGHTEST = 50 * 1024
_WORDS = {"en": "nurse", "hy": "բուժքույր", "ru": "медсестра", "az": "tibb bacısı"}


@pytest.fixture
def door(live_server: LiveServer, operation: OperationView) -> str:
    """The address of the sign-up of the one operation."""
    return f"{live_server.url}/join/"


def _answer(page: Page, *, language: str, today: datetime, name: str) -> None:
    """All four pages, with a picture of each."""
    page.check("input[name=age][value=yes]")
    page.check("input[name=affiliation][value=no]")
    page.fill("input[name=name]", "Anahit Testyan")
    page.fill("input[name=email]", "helper@example.org")
    _look_and_go_on(page, f"{name}-1")
    page.fill("input[name=words]", _WORDS[language])
    page.click("button[name=look]")
    page.check("input[name=roles][value='2221/']")
    page.check(f"input[name=languages][value={language}]")
    _look_and_go_on(page, f"{name}-2")
    page.fill("#id_first_day_1", today.date().isoformat())
    page.fill("#id_last_day_1", (today + timedelta(days=12)).date().isoformat())
    _look_and_go_on(page, f"{name}-3")
    page.check("input[name=consent]")
    _look_and_go_on(page, f"{name}-4")
    page.wait_for_selector("h1.state")


def _look_and_go_on(page: Page, name: str) -> None:
    assert_no_horizontal_scroll(page)
    keep_picture(page, name)
    page.click(".do-now button")


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_signs_up_in_their_own_language_without_a_script(
    visit: Visits, door: str, now: datetime, language: str
) -> None:
    page = visit(width=PHONE, language=language, javascript=False)
    page.goto(door)

    _answer(page, language=language, today=now, name=f"join-{language}")

    assert page.locator("html").get_attribute("lang") == language
    assert page.locator(".sheet .code").count() == 1
    assert_no_horizontal_scroll(page)
    keep_picture(page, f"join-{language}-5")


def test_every_page_of_the_sign_up_is_accessible(visit: Visits, door: str, now: datetime) -> None:
    page = visit(width=PHONE, language="hy")
    page.goto(door)
    address = page.url.removesuffix("you/")

    for step in ("you", "what", "when", "send"):
        page.goto(f"{address}{step}/")
        assert_reads_well(page, f"join-{step}")


def test_what_is_to_be_mended_stands_first_and_beside_its_question(visit: Visits, door: str) -> None:
    page = visit(width=PHONE, language="en")
    page.goto(door)
    page.fill("input[name=name]", "😀")
    page.fill("input[name=phone]", "12")
    page.click(".do-now button")

    assert page.locator(".faults").is_visible()
    assert page.locator(".field.wrong").count() >= 4
    assert_accessible(page)
    keep_picture(page, "join-faults")


def test_one_tap_changes_the_language(visit: Visits, door: str) -> None:
    page = visit(width=PHONE, language="en", javascript=False)
    page.goto(door)

    page.click("button[name=language][value=az]")

    assert page.locator("html").get_attribute("lang") == "az"
    assert page.url.startswith(door)


def test_the_sign_up_is_filled_in_with_the_keyboard_alone(visit: Visits, door: str) -> None:
    page = visit(width=PHONE, language="en")
    page.goto(door)

    page.locator("input[name=age][value=yes]").focus()
    page.keyboard.press("Space")
    _tab_to(page, "input[name=affiliation]")
    page.keyboard.press("ArrowDown")
    _tab_to(page, "input[name=name]")
    page.keyboard.type("Anahit Testyan")
    _tab_to(page, "input[name=phone]")
    page.keyboard.type("+37400123456")
    page.keyboard.press("Enter")

    page.wait_for_url("**/what/")


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Nobody reaches {selector} with the keyboard.")


def test_all_that_the_sign_up_loads_is_lighter_than_fifty_kilobytes(visit: Visits, door: str, now: datetime) -> None:
    """All four pages and the answer, with every asset, as they came over the line."""
    page = visit(width=PHONE, language="hy")
    heard: list[Response] = []

    def hear(response: Response) -> None:  # Playwright hangs a wrapper on what listens, which a built-in cannot carry
        heard.append(response)

    page.on("response", hear)
    page.goto(door)
    first = _weight(heard)

    _answer(page, language="hy", today=now, name="join-weight")

    assert first < _LIGHTEST
    assert max(map(_size, heard)) < _LIGHTEST


def _weight(heard: list[Response]) -> int:
    return sum(map(_size, heard))


def _size(response: Response) -> int:
    """As the server said it: a browser does not keep the bodies of pages that it has left."""
    return int(response.headers["content-length"]) if response.status == 200 else 0


def test_a_dropped_connection_loses_no_page_that_was_sent(visit: Visits, door: str) -> None:
    page = visit(width=PHONE, language="en", javascript=False)
    page.goto(door)
    page.check("input[name=age][value=yes]")
    page.check("input[name=affiliation][value=no]")
    page.fill("input[name=name]", "Anahit Testyan")
    page.check("input[name=no_contact]")
    page.click(".do-now button")
    page.context.set_offline(True)
    page.context.set_offline(False)

    page.goto(door)

    assert page.input_value("input[name=name]") == "Anahit Testyan"
