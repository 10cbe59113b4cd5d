"""Print is a medium: the page size asked for, in black."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.pages.harness import Visits

pytestmark = pytest.mark.browser

_POINTS_A_MILLIMETRE = 72 / 25.4


def _paper(page: Page) -> tuple[int, int]:
    """Width and height of the first printed page in millimetres."""
    pdf = page.pdf(prefer_css_page_size=True)
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert box is not None
    return round(float(box[1]) / _POINTS_A_MILLIMETRE), round(float(box[2]) / _POINTS_A_MILLIMETRE)


@pytest.mark.parametrize(("name", "size"), [("sheet", (148, 210)), ("staff", (210, 297))])
def test_a_sheet_prints_on_the_paper_it_was_made_for(
    visit: Visits, styleguide: str, name: str, size: tuple[int, int]
) -> None:
    page = visit(language="hy")

    page.goto(f"{styleguide}/{name}/")

    assert _paper(page) == size


def test_paper_carries_words_in_black_and_none_of_the_buttons(visit: Visits, styleguide: str) -> None:
    page = visit(dark=True)
    page.goto(f"{styleguide}/sheet/")

    page.emulate_media(media="print")

    assert page.evaluate("getComputedStyle(document.querySelector('main p.code')).color") == "rgb(0, 0, 0)"
    expect(page.locator(".button")).to_be_hidden()
    expect(page.locator(".exercise")).to_be_visible()
