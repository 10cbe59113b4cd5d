"""Every component, in every language, on a phone and a laptop, by light and by dark."""

import pytest
from playwright.sync_api import Page, expect
from tests.pages.harness import (
    LANGUAGES,
    LAPTOP,
    PHONE,
    Visits,
    assert_accessible,
    assert_no_horizontal_scroll,
    assert_reads_well,
    keep_picture,
)

pytestmark = pytest.mark.browser

_PAGES = ("public", "staff", "sheet")
# A window of 1280 pixels enlarged four times, as WCAG 1.4.10 asks.
_ENLARGED = 320


@pytest.mark.parametrize("name", _PAGES)
def test_each_component_is_readable_and_accessible(visit: Visits, styleguide: str, name: str) -> None:
    page = visit(width=PHONE)

    page.goto(f"{styleguide}/{name}/")

    assert_reads_well(page, f"look-{name}")
    page.set_viewport_size({"width": LAPTOP, "height": 800})
    page.emulate_media(color_scheme="dark")
    keep_picture(page, f"look-{name}-dark")
    assert_accessible(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_enlarged_page_still_fits_its_window(visit: Visits, styleguide: str, language: str) -> None:
    page = visit(width=_ENLARGED, language=language)
    for name in _PAGES:
        page.goto(f"{styleguide}/{name}/")

        assert_no_horizontal_scroll(page)

    page.set_viewport_size({"width": 2 * PHONE, "height": 800})
    page.goto(f"{styleguide}/public/")
    page.evaluate("document.documentElement.style.fontSize = '212.5%'")
    assert_no_horizontal_scroll(page)


@pytest.mark.parametrize("javascript", [True, False], ids=["with-script", "without-script"])
def test_the_language_is_changed_by_its_own_name_and_one_stays_on_the_page(
    visit: Visits, styleguide: str, javascript: bool
) -> None:
    page = visit(language="en", javascript=javascript)
    page.goto(f"{styleguide}/public/")

    page.get_by_role("button", name="Հայերեն").click()

    expect(page).to_have_url(f"{styleguide}/public/")
    expect(page.locator("html")).to_have_attribute("lang", "hy")


@pytest.mark.parametrize("width", [PHONE, LAPTOP])
def test_whatever_a_volunteer_touches_is_large_enough_for_a_thumb(visit: Visits, styleguide: str, width: int) -> None:
    page = visit(width=width)
    page.goto(f"{styleguide}/public/")

    assert _too_small(page) == []


def test_the_first_key_press_offers_the_way_past_the_frame(visit: Visits, styleguide: str) -> None:
    page = visit()
    page.goto(f"{styleguide}/staff/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_what_has_the_focus_is_outlined(visit: Visits, styleguide: str) -> None:
    page = visit()
    page.goto(f"{styleguide}/public/")

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def _too_small(page: Page) -> list[str]:
    small: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(
            "button, .button, summary, select, textarea, .choice, .choices label, .home, "
            + "input:not([type=hidden], [type=checkbox], [type=radio])")]
          .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 48)
          .map((target) => target.outerHTML.slice(0, 120))"""
    )
    return small
