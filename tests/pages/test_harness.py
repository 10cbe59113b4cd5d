"""The harness itself sees what is broken; a harness that never complains proves nothing."""

import pytest
from playwright.sync_api import Browser, Page
from tests.pages.harness import (
    PHONE,
    Visits,
    assert_accessible,
    assert_no_complaints,
    assert_no_external_requests,
    assert_no_horizontal_scroll,
    assert_reads_well,
    assert_words_fit_charts,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def visits(browser: Browser) -> Visits:
    return Visits(browser=browser)


@pytest.fixture
def broken(visits: Visits, styleguide: str) -> Page:
    page = visits(width=PHONE)
    page.goto(f"{styleguide}/broken/")
    return page


def test_a_page_wider_than_its_window_is_seen(broken: Page) -> None:
    broken.evaluate("document.querySelector('img').style.maxInlineSize = 'none'")

    with pytest.raises(AssertionError, match="pixels too wide"):
        assert_no_horizontal_scroll(broken)


def test_a_picture_without_words_is_seen(broken: Page) -> None:
    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(broken)


def test_a_fault_is_seen_in_whatever_language_and_window_it_stands(broken: Page) -> None:
    with pytest.raises(AssertionError, match="image-alt"):
        assert_reads_well(broken, "broken")


@pytest.mark.usefixtures("broken")
def test_a_style_that_the_policy_refuses_is_seen(visits: Visits) -> None:
    with pytest.raises(AssertionError, match="Content Security Policy"):
        assert_no_complaints(visits)


@pytest.mark.usefixtures("broken")
def test_a_picture_from_elsewhere_is_asked_for_and_seen(visits: Visits) -> None:
    visits.asked.append("https://elsewhere.example.org/picture.png")

    with pytest.raises(AssertionError, match="elsewhere"):
        assert_no_external_requests(visits)


def test_accessibility_is_never_taken_for_granted_where_it_cannot_be_measured(visits: Visits, styleguide: str) -> None:
    page = visits(javascript=False)
    page.goto(f"{styleguide}/public/")

    with pytest.raises(AssertionError, match="needs javascript"):
        assert_accessible(page)


def test_a_word_that_runs_out_of_a_chart_is_seen(visits: Visits, styleguide: str) -> None:
    page = visits(width=PHONE)
    page.goto(f"{styleguide}/staff/")

    page.evaluate("document.querySelector('svg text').textContent = 'Driver '.repeat(20)")

    with pytest.raises(AssertionError, match="run out of a chart"):
        assert_words_fit_charts(page)


def test_a_click_waits_until_the_next_page_has_words(visits: Visits, styleguide: str) -> None:
    page = visits()
    page.goto(f"{styleguide}/broken/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<a href=/slow/>Slow</a>')")

    page.click("a[href='/slow/']")

    assert page.get_by_text("At last").count() == 1
    assert_no_horizontal_scroll(page)
