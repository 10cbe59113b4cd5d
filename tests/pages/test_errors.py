"""A wrong address, met by somebody who is already frightened."""

import pytest
from playwright.sync_api import expect
from tests.pages.harness import LANGUAGES, PHONE, Visits, assert_accessible, assert_no_horizontal_scroll, keep_picture

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_address_is_answered_calmly_in_the_language_of_the_reader(
    visit: Visits, styleguide: str, language: str
) -> None:
    page = visit(width=PHONE, language=language)

    page.goto(f"{styleguide}/there/is/nothing/here/")

    keep_picture(page, f"error-404-{language}")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("footer p")).to_be_visible()
    assert_no_horizontal_scroll(page)
    assert_accessible(page)
