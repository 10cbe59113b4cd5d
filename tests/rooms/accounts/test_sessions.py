"""Logging in and out, and how a session ends by itself, by a password, by a closed account."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from tests.rooms.conftest import PASSWORD

from standby.rooms.accounts.models import User
from standby.rooms.accounts.sessions import LONGEST_PAUSE, LONGEST_SESSION
from standby.rooms.operations.installation import install, installation

LOGIN = "/desk/accounts/login/"
MINE = "/desk/accounts/"
SetClock = Callable[[datetime], None]


@pytest.fixture
def at(stopped_clock: object) -> SetClock:
    def move(moment: datetime) -> None:
        install(replace(installation(), clock=lambda: moment))

    return move


def _log_in(login: str = "coordinator", password: str = PASSWORD, address: str = "10.0.0.1") -> tuple[Client, int]:
    browser = Client(REMOTE_ADDR=address)
    answer = browser.post(LOGIN, {"username": login, "password": password})
    return browser, answer.status_code


@pytest.fixture
def browser(coordinator_user: User) -> Client:
    return _log_in()[0]


def test_the_right_password_opens_the_desk(browser: Client) -> None:
    assert browser.get(MINE).status_code == 200


def test_capital_letters_in_a_login_do_not_matter(coordinator_user: User) -> None:
    assert _log_in("Coordinator")[1] == 302


def test_logging_in_gives_a_new_session(coordinator_user: User) -> None:
    browser = Client()
    browser.get(LOGIN)
    session = browser.session
    session["kept"] = "before"
    session.save()
    before = session.session_key or ""
    browser.cookies[settings.SESSION_COOKIE_NAME] = before

    browser.post(LOGIN, {"username": "coordinator", "password": PASSWORD})

    assert browser.session.session_key != before


def test_logging_out_ends_the_session_and_is_a_post(browser: Client) -> None:
    assert browser.get("/desk/accounts/logout/").status_code == 405

    browser.post("/desk/accounts/logout/")

    assert browser.get(MINE).status_code == 302


def test_ten_wrong_passwords_block_that_login_from_that_place_only(
    coordinator_user: User, registrar_user: User
) -> None:
    for _ in range(10):
        _log_in(password="guessed", address="10.0.0.66")

    assert _log_in(address="10.0.0.66")[1] == 429
    assert _log_in(address="10.0.0.1")[1] == 302
    assert _log_in("registrar", address="10.0.0.66")[1] == 302


def test_the_attempts_are_kept_under_pseudonyms(coordinator_user: User) -> None:
    from_place = "203.0.113.77"
    _log_in("somebody@example.org", "guessed", from_place)

    from_table = str(list(_attempts()))

    assert "somebody" not in from_table
    assert from_place not in from_table


def _attempts() -> Iterator[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM axes_accessattempt")
        yield from cursor.fetchall()


def test_an_hour_untouched_ends_a_session(browser: Client, at: SetClock, now: datetime) -> None:
    browser.get(MINE)
    at(now + LONGEST_PAUSE)

    assert browser.get(MINE).status_code == 302


def test_whoever_works_on_stays_until_the_day_is_over(browser: Client, at: SetClock, now: datetime) -> None:
    step, moment = LONGEST_PAUSE - timedelta(minutes=1), now
    while moment + step < now + LONGEST_SESSION:
        moment += step
        at(moment)
        assert browser.get(MINE).status_code == 200

    at(now + LONGEST_SESSION)
    assert browser.get(MINE).status_code == 302


def test_a_new_login_begins_the_day_anew(browser: Client, at: SetClock, now: datetime) -> None:
    at(now + LONGEST_SESSION)
    browser.get(MINE)
    browser.post(LOGIN, {"username": "coordinator", "password": PASSWORD})

    assert browser.get(MINE).status_code == 200


def test_a_page_that_asks_often_writes_the_session_seldom(
    browser: Client, at: SetClock, now: datetime, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    browser.get(MINE)
    at(now + timedelta(seconds=2))

    with django_assert_max_num_queries(8) as asked:  # type: ignore[attr-defined]  # a context manager
        browser.get(MINE)

    assert not [query for query in asked.captured_queries if query["sql"].startswith("UPDATE")]


def test_another_password_ends_every_other_session(browser: Client, coordinator_user: User) -> None:
    elsewhere = _log_in(address="10.0.0.2")[0]

    new = "another long sentence for tests"
    browser.post("/desk/accounts/password/", {"old": PASSWORD, "new": new})

    assert browser.get(MINE).status_code == 200
    assert elsewhere.get(MINE).status_code == 302
    assert _log_in(password=PASSWORD)[1] == 200
    assert _log_in(password=new)[1] == 302


@pytest.mark.parametrize("new", ["short", "password1234", ""])
def test_a_weak_password_is_refused_with_the_reason(new: str, browser: Client) -> None:
    answer = browser.post("/desk/accounts/password/", {"old": PASSWORD, "new": new})

    assert answer.status_code == 200
    assert b"Not stored yet" in answer.content


def test_the_old_password_has_to_be_known(browser: Client) -> None:
    browser.post("/desk/accounts/password/", {"old": "guessed", "new": "another long sentence for tests"})

    assert _log_in()[1] == 302


def test_nobody_is_sent_elsewhere_by_a_link_to_the_login(coordinator_user: User) -> None:
    answer = Client().post(
        f"{LOGIN}?next=https://evil.example.org/",
        {"username": "coordinator", "password": PASSWORD, "next": "https://evil.example.org/"},
    )

    assert answer["Location"] == settings.LOGIN_REDIRECT_URL


def test_the_cookies_are_closed_to_scripts_and_to_other_sites(browser: Client) -> None:
    browser.get(MINE)

    session, forms = browser.cookies[settings.SESSION_COOKIE_NAME], browser.cookies[settings.CSRF_COOKIE_NAME]
    assert (session["httponly"], session["samesite"], session["path"]) == (True, "Lax", "/")
    assert (forms["httponly"], forms["samesite"], forms["domain"]) == (True, "Lax", "")
