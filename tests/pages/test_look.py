"""Every component, in every language, on a phone and a laptop, by light and by dark."""

import pytest
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


@pytest.mark.parametrize("name", _PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [PHONE, LAPTOP])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
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
