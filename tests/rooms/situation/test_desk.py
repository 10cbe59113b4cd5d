"""The coordinators' side of notices: seen before it is said, said once, corrected, withdrawn; bad input answered."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.rooms.situation.notices import a_notice

from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.look.once import KEY_FIELD
from standby.rooms.operations.queries import OperationView
from standby.rooms.situation.actions import publish
from standby.rooms.situation.queries import NoticeView, Standing, newest_notices, notice_by_ref

LogIn = Callable[[User], Client]
DESK = "/desk/situation/notices/"
FORM = {
    "kind": "not_now",
    "expires": "2026-10-12T10:00",
    "headline_en": "No clothes, please",
    "text_en": "We have enough clothes.\r\n\r\nMoney and blankets help.",
    "headline_hy": "Հագուստ պետք չէ",
    "text_hy": "Հագուստը բավարար է։",
    KEY_FIELD: "one form",
}
_SEEN = re.compile(r'name="publish"\s+value="(\w+)"')


@pytest.fixture
def browser(coordinator_user: User, logged_in: LogIn) -> Client:
    return logged_in(coordinator_user)


@pytest.fixture
def said(operation: OperationView, machine: Actor, now: datetime) -> str:
    return publish(operation=operation, new=a_notice("en", "hy", now=now), by=machine, now=now)


def _say(browser: Client, address: str = f"{DESK}write/", form: dict[str, str] = FORM) -> str:
    """Looks at it as everybody will read it, then says it; where that leads."""
    seen = _SEEN.search(browser.post(address, form).content.decode())
    assert seen is not None
    return browser.post(address, {**form, "publish": seen[1]})["Location"]


def test_a_notice_is_seen_as_everybody_will_read_it_before_it_is_said(browser: Client) -> None:
    page = browser.post(f"{DESK}write/", FORM).content.decode()

    assert "So everybody will read it" in page
    assert "Հագուստը բավարար է։" in page
    assert 'name="publish"' in page
    assert newest_notices() == []


def test_it_is_said_once_however_often_the_form_is_sent(browser: Client, operation: OperationView) -> None:
    places = {_say(browser) for _ in range(2)}

    (view,) = newest_notices()
    assert places == {f"{DESK}{view.ref}/"}
    assert view.info("en").description == "We have enough clothes.\n\nMoney and blankets help."
    assert view.expires.isoformat() == "2026-10-12T10:00:00+04:00"


def test_what_was_changed_after_it_was_seen_is_shown_again_and_not_said(
    browser: Client, operation: OperationView
) -> None:
    seen = _SEEN.search(browser.post(f"{DESK}write/", FORM).content.decode())
    assert seen is not None

    answer = browser.post(f"{DESK}write/", {**FORM, "text_en": "Other words.", "publish": seen[1]})

    assert "So everybody will read it" in answer.content.decode()
    assert newest_notices() == []


def test_the_pages_of_the_desk_show_it_with_the_languages_that_are_missing(browser: Client) -> None:
    _say(browser)
    (view,) = newest_notices()

    assert "No clothes, please" in browser.get(DESK).content.decode()
    page = browser.get(f"{DESK}{view.ref}/").content.decode()
    assert "Русский, Azərbaycan" in page
    assert f"/notices/{view.ref}/" in page
    assert "1 public notice holds now" in browser.get("/desk/").content.decode()


def test_a_correction_begins_with_what_stands_there(browser: Client, said: str, now: datetime) -> None:
    page = browser.get(f"{DESK}{said}/correct/").content.decode()
    assert "Please do not come to the valley" in page
    assert "2026-10-08T16:00" in page

    _say(browser, f"{DESK}{said}/correct/")

    view = notice_by_ref(ref=said)
    assert isinstance(view, NoticeView)
    assert view.standing(now) is Standing.REPLACED


def test_a_withdrawal_says_why(browser: Client, said: str, now: datetime) -> None:
    answer = browser.post(f"{DESK}{said}/withdraw/", {"text_en": "The road is free again."}, follow=True)

    assert "Withdrawn: Please do not come to the valley" in answer.content.decode()
    view = notice_by_ref(ref=said)
    assert isinstance(view, NoticeView)
    assert view.standing(now) is Standing.WITHDRAWN
    again = browser.post(f"{DESK}{said}/withdraw/", {"text_en": "The road is free again."})
    assert "was corrected or withdrawn already" in again.content.decode()


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"kind": ""}, "kind", "Choose what it is about"),
        ({"expires": ""}, "expires", "required"),
        ({"expires": "2026-10-01T10:00"}, "expires", "would end before it begins"),
        ({"effective": "2026-10-13T10:00"}, "expires", "would end before it begins"),
        ({"effective": "2026-10-01T10:00"}, "effective", "begin in the past"),
        ({"effective": "Monday"}, "effective", "Give the day and the hour"),
        ({"headline_hy": ""}, "headline_hy", "Write it too, or empty everything of this language"),
        ({"text_en": ""}, "text_en", "Write it too"),
        ({"headline_en": "", "text_en": "", "headline_hy": "", "text_hy": ""}, "headline_en", "Nothing is written yet"),
        ({"text_en": "a" * 10_000}, "text_en", "10000 letters. Make it 2000 at most"),
        ({"text_hy": "a<script>b"}, "text_hy", "markup: &lt;script&gt; Write plain text"),
        ({"headline_en": "a\x01b"}, "headline_en", "signs that cannot be seen: U+0001"),
        ({"headline_en": "a\x00b"}, "headline_en", "Null characters"),
    ],
)
def test_what_cannot_be_said_is_answered_at_its_field(
    wrong: dict[str, str], field: str, said: str, browser: Client, operation: OperationView
) -> None:
    page = browser.post(f"{DESK}write/", {**FORM, **wrong}).content.decode()

    assert "Not stored yet" in page
    assert said in page
    assert f'id="id_{field}_error"' in page
    assert newest_notices() == []


def test_a_withdrawal_without_a_reason_is_answered_at_its_field(browser: Client, said: str) -> None:
    page = browser.post(f"{DESK}{said}/withdraw/", {}).content.decode()

    assert 'id="id_text_en_error"' in page
    assert "why it is not so any more" in page


def test_the_desk_of_an_operation_without_notices_says_what_they_are_for(browser: Client) -> None:
    assert "signed and with an end" in browser.get(DESK).content.decode()


def test_the_auditor_reads_and_writes_nothing(said: str, auditor_user: User, logged_in: LogIn) -> None:
    browser = logged_in(auditor_user)

    for address in (DESK, f"{DESK}{said}/"):
        page = browser.get(address).content.decode()
        assert "Please do not come to the valley" in page
        assert "/write/" not in page
        assert "/withdraw/" not in page


def test_the_list_costs_the_same_however_much_was_said(
    browser: Client,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for minute in range(12):
        publish(operation=operation, new=a_notice(now=now), by=machine, now=now + timedelta(minutes=minute))

    with django_assert_max_num_queries(12):
        assert browser.get(DESK).status_code == 200
