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
    assert_words_fit_charts,
    keep_picture,
)

pytestmark = pytest.mark.browser

_PAGES = ("public", "staff", "sheet")
# A window of 1280 pixels enlarged four times, as WCAG 1.4.10 asks.
_ENLARGED = 320


@pytest.mark.parametrize("name", _PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "dark"), [(PHONE, False), (LAPTOP, True)], ids=["phone-light", "laptop-dark"])
def test_each_component_is_readable_and_accessible(
    visit: Visits, styleguide: str, name: str, language: str, width: int, dark: bool
) -> None:
    page = visit(width=width, language=language, dark=dark)

    page.goto(f"{styleguide}/{name}/")

    keep_picture(page, f"look-{name}-{language}-{width}-{'dark' if dark else 'light'}")
    assert page.locator("html").get_attribute("lang") == language
    assert_no_horizontal_scroll(page)
    assert_words_fit_charts(page)
    assert_accessible(page)


@pytest.mark.parametrize("name", _PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_enlarged_page_still_fits_its_window(visit: Visits, styleguide: str, name: str, language: str) -> None:
    page = visit(width=_ENLARGED, language=language)

    page.goto(f"{styleguide}/{name}/")

    assert_no_horizontal_scroll(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_twice_as_large_still_fits_its_window(visit: Visits, styleguide: str, language: str) -> None:
    page = visit(width=2 * PHONE, language=language)
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
