"""What the script adds for those who work at the desk all night; every page does its work without it."""

import pytest
from playwright.sync_api import Page, expect
from tests.pages.harness import PHONE, Visits

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(visit: Visits, styleguide: str) -> Page:
    page = visit(language="ru")
    page.goto(f"{styleguide}/staff/")
    return page


def test_a_question_mark_shows_the_keys_and_escape_puts_them_away(desk: Page) -> None:
    desk.keyboard.press("?")
    expect(desk.locator("#keys")).to_be_visible()

    desk.keyboard.press("Escape")

    expect(desk.locator("#keys")).to_be_hidden()


def test_a_slash_leads_to_the_search_and_typing_there_is_only_typing(desk: Page) -> None:
    desk.keyboard.press("/")
    expect(desk.locator("#search")).to_be_focused()

    desk.keyboard.type("5?")

    expect(desk.locator("#search")).to_have_value("5?")
    expect(desk.locator("#keys")).to_be_hidden()


def test_a_number_opens_the_place_counted_from_the_top(desk: Page, styleguide: str) -> None:
    desk.keyboard.press("5")

    expect(desk).to_have_url(f"{styleguide}/desk/needs/")


def test_somebody_whose_hand_shakes_can_turn_the_keys_off_for_good(desk: Page) -> None:
    desk.keyboard.press("?")
    desk.locator("[data-keys-off]").click()
    desk.reload()

    desk.keyboard.press("?")

    expect(desk.locator("#keys")).to_be_hidden()
    desk.locator("[data-keys-open]").click()
    expect(desk.locator("#keys")).to_be_visible()


def test_typing_narrows_the_table_to_the_rows_that_say_it_in_any_case(desk: Page) -> None:
    rows = desk.locator("#needs tbody tr")
    expect(rows).to_have_count(12)

    desk.keyboard.press("f")
    desk.keyboard.type("ВОДИТЕЛИ")
    expect(rows.filter(visible=True)).to_have_count(4)
    desk.keyboard.type(" 180")

    expect(rows.filter(visible=True)).to_have_count(1)


def test_without_a_script_there_is_no_filter_no_key_and_nothing_that_does_not_work(
    visit: Visits, styleguide: str
) -> None:
    page = visit(javascript=False)

    page.goto(f"{styleguide}/staff/")

    expect(page.locator("[data-filter]")).to_be_hidden()
    expect(page.locator("[data-keys-open]")).to_be_hidden()
    expect(page.locator("#needs tbody tr")).to_have_count(12)


def test_a_row_opens_in_place_without_a_script(visit: Visits, styleguide: str) -> None:
    page = visit(javascript=False)
    page.goto(f"{styleguide}/staff/")
    row = page.locator("#needs tbody tr").first

    row.locator("summary").click()

    expect(row.locator("details p")).to_be_visible()


def test_the_place_that_is_open_is_in_sight_on_a_phone(visit: Visits, styleguide: str) -> None:
    page = visit(width=PHONE, language="ru")
    page.goto(f"{styleguide}/staff/")

    page.evaluate(
        """() => {
            const places = document.querySelectorAll(".rail a");
            document.querySelector(".rail [aria-current]")?.removeAttribute("aria-current");
            places[places.length - 1].setAttribute("aria-current", "page");
            showOpenPlace(document.querySelector(".rail ul"));
        }"""
    )

    expect(page.locator(".rail [aria-current]")).to_be_in_viewport(ratio=1)
