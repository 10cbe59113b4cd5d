"""The pages for when something went wrong."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

_PAGES = ("400", "403", "404", "409", "429", "500", "csrf")


@pytest.mark.parametrize("name", _PAGES)
@pytest.mark.parametrize("language", ["en", "hy", "ru", "az"])
def test_an_error_page_needs_nothing_and_says_what_to_do_and_how_to_reach_a_human(name: str, language: str) -> None:
    with override(language):
        html = render_to_string(f"errors/{name}.html")

    main = html[html.index("<main") : html.index("</main>")]
    assert f'<html lang="{language}">' in html
    assert len(re.findall(r"<p>", main)) == 2
    assert "<footer" in html
    assert "<form" not in html


@pytest.mark.parametrize("name", ["400", "403", "404", "409", "429"])
def test_an_error_page_gives_the_answer_it_was_handed(name: str) -> None:
    html = render_to_string(f"errors/{name}.html", {"answer": "Row 17: the last day is before the first day."})

    assert "Row 17: the last day is before the first day." in html
