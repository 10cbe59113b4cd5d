"""The words and components that templates use."""

import re
from datetime import UTC, date, datetime

import pytest
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory, override_settings
from django.utils.translation import override

from standby.rooms.look.timeline import Entry

_NOON = datetime(2020, 10, 15, 8, 0, tzinfo=UTC)


def _drawn(source: str, *, request: HttpRequest | None = None, language: str = "en", **values: object) -> str:
    template = engines["django"].from_string("{% load look %}" + source)
    with override(language):
        html = template.render(values, request or RequestFactory().get("/desk/needs/?page=3&sort=site"))
    return re.sub(r"[ \n]+", " ", str(html)).strip()


def test_dates_moments_and_numbers_are_said_in_the_language_of_the_page() -> None:
    words = _drawn(
        "{% day d %} | {% days d d %} | {{ d|short_day }} | {% moment m 'Asia/Yerevan' %} | {{ n|number }}",
        d=date(2020, 10, 15),
        m=_NOON,
        n=20_000,
        language="az",
    )

    assert words.startswith("15 oktyabr, cümə axşamı | 15 oktyabr, cümə axşamı | 15 okt | 15 oktyabr, cümə axşamı,")
    assert words.endswith("| 20.000")


def test_a_status_is_a_shape_hidden_from_screen_readers_and_a_word() -> None:
    html = _drawn("{% status_mark 'stand_by' %}")

    assert html == '<span class="mark mark-waits"><i aria-hidden="true">○</i>standing by</span>'


def test_a_mark_for_anything_else_escapes_its_word() -> None:
    html = _drawn("{% mark 'needs-you' word %}", word="<b>stale</b>")

    assert "▲" in html
    assert "&lt;b&gt;stale" in html


def test_a_button_that_changes_something_posts_with_both_keys_and_what_it_is_told() -> None:
    html = _drawn("{% post_button '/desk/calls/7/recall/' 'Recall' 'stop' reason='closed' %}")

    assert '<form method="post" action="/desk/calls/7/recall/">' in html
    assert 'name="csrfmiddlewaretoken"' in html
    assert re.search(r'name="idempotency_key" value="[\w-]{22}"', html)
    assert '<input type="hidden" name="reason" value="closed">' in html
    assert '<button type="submit" class="button stop">Recall</button>' in html


def test_a_form_shown_twice_has_two_keys() -> None:
    html = _drawn("{% form_keys %}{% form_keys %}")

    keys = re.findall(r'name="idempotency_key" value="([\w-]+)"', html)
    assert len(set(keys)) == 2


def test_the_head_of_a_column_leads_to_the_other_order() -> None:
    html = _drawn("{% column 'site' 'Site' %}{% column 'missing' 'Missing' 'number' %}")

    assert 'aria-sort="ascending"' in html
    assert 'href="?sort=-site"' in html
    assert 'class="number" aria-sort="none"' in html


def test_pages_of_a_list_keep_the_order_chosen_in_every_language() -> None:
    page = Paginator(range(200_000), 50).get_page(1500)

    html = _drawn("{% pages page %}", page=page, language="ru")

    assert 'href="?sort=site&amp;page=1499"' in html
    assert '<span aria-current="page">1\u00a0500</span>' in html


def test_a_list_of_one_page_has_no_pages() -> None:
    assert _drawn("{% pages page %}", page=Paginator([1], 50).get_page(1)) == ""


def test_progress_says_what_is_done_and_how_far() -> None:
    html = _drawn("{% progress '4,200 of 20,000 rows' done=4200 total=20000 poll='/piece/' %}", language="az")

    assert 'value="4200" max="20000"' in html
    assert 'data-poll="/piece/"' in html
    assert "4,200 of 20,000 rows" in html


def test_progress_of_which_nobody_knows_the_end_has_no_value() -> None:
    assert "value=" not in _drawn("{% progress 'Reading' done=0 total=0 %}")


def test_history_is_folded_until_somebody_opens_it() -> None:
    entries = [Entry(at=_NOON, text="You are called.", more="Drivers are missing.")]

    html = _drawn("{% timeline entries 'Asia/Yerevan' %}", entries=entries)

    assert "<details >" in html
    assert "You are called." in html
    assert "Thursday 15 October, 12:00 (Yerevan time)" in html


@override_settings(ROOT_URLCONF="tests.pages.styleguide.urls")
@pytest.mark.parametrize(
    ("name", "path", "is_here"),
    [
        ("desk:needs", "/desk/needs/", True),
        ("desk:needs", "/desk/needs/41/", True),
        ("desk:needs", "/desk/callup/plan/", False),
        ("desk:today", "/desk/", True),
        ("desk:today", "/desk/needs/", False),
    ],
)
def test_a_place_says_whether_one_is_there(name: str, path: str, is_here: bool) -> None:
    html = _drawn("{% place name 'Place' %}", request=RequestFactory().get(path), name=name)

    assert ('aria-current="page"' in html) is is_here


def test_a_place_without_a_room_does_not_show() -> None:
    assert _drawn("{% place 'nowhere:at_all' 'Nowhere' %}") == ""
