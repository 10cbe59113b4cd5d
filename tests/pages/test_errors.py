"""A wrong address, met by somebody who is already frightened."""

import pytest
from playwright.sync_api import expect
from tests.pages.harness import PHONE, Visits, assert_reads_well

pytestmark = pytest.mark.browser


def test_a_wrong_address_is_answered_calmly_in_the_language_of_the_reader(visit: Visits, styleguide: str) -> None:
    page = visit(width=PHONE)

    page.goto(f"{styleguide}/there/is/nothing/here/")

    assert_reads_well(page, "error-404")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("footer p")).to_be_visible()
