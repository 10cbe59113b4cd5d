"""What every answer carries, and what no text of a person can do to a page, a table or a query (OWASP ASVS 5)."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client, override_settings
from tests.rooms.conftest import Register
from tests.security.routes import all_routes

from standby.exchange.writing import harmless
from standby.rooms.accounts.models import User
from standby.rooms.operations.queries import OperationView

LogIn = Callable[[User], Client]
_PLAIN = ["/", "/status/", "/desk/accounts/login/", "/nowhere/", "/desk/", "/status/l/guessed/", "/healthz"]
_STAFF = ["/desk/", "/desk/people/", "/desk/needs/", "/desk/licences/", "/desk/journal/", "/desk/operations/settings/"]
# Letters that have broken pages before: markup, quotes of two alphabets, marks that turn the direction of writing.
NASTY = "<script>alert(1)</script>\u202e «Արմեն՛»\"'&amp;"
_METACHARACTERS = ["'", "''; DROP TABLE people_person; --", "%", "_", "\\", "\x00", "' OR 1=1 --", "9" * 400, "\ud7ff"]


def _assert_closed(headers: dict[str, str]) -> None:
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store" or "no-store" in headers["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", _PLAIN[:-1])
def test_every_answer_to_anybody_is_closed(address: str, client: Client) -> None:
    _assert_closed(dict(client.get(address).headers))


@pytest.mark.django_db
def test_the_answer_about_health_is_not_kept(client: Client) -> None:
    assert client.get("/healthz").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", _STAFF)
def test_every_answer_to_the_staff_is_closed(address: str, coordinator_user: User, logged_in: LogIn) -> None:
    answer = logged_in(coordinator_user).get(address)

    assert answer.status_code == 200
    _assert_closed(dict(answer.headers))


@pytest.mark.parametrize("address", _STAFF)
def test_no_page_asks_for_anything_from_elsewhere_or_carries_a_script(
    address: str, coordinator_user: User, logged_in: LogIn
) -> None:
    page = logged_in(coordinator_user).get(address).content.decode()

    assert not re.findall(r"(?:src|href|action)=\"(?:https?:)?//", page)
    assert not re.findall(r"<script(?![^>]*\bsrc=)", page)
    assert not re.findall(r"\s(?:style|on[a-z]+)=\"", page)


@pytest.mark.django_db
def test_a_refusal_says_nothing_about_the_machine(client: Client) -> None:
    for answer in (
        client.get("/nowhere/"),
        client.get("/desk/needs/X/"),
        Client().post("/status/", {"code": "x" * 99}),
    ):
        text = answer.content.decode()
        assert "Traceback" not in text
        assert "django" not in text.lower()
        assert "Server" not in answer.headers


def test_cookies_are_bound_to_the_site_where_it_is_served_over_https() -> None:
    """The names and flags that the settings choose for an https address; without one they are those of loopback."""
    https = settings.STANDBY_PUBLIC_URL.startswith("https:")

    assert ("__Host-session" if https else "session") == settings.SESSION_COOKIE_NAME
    assert settings.SESSION_COOKIE_SECURE is https
    assert settings.CSRF_COOKIE_SECURE is https
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.CSRF_COOKIE_HTTPONLY


@pytest.mark.django_db
@override_settings(ALLOWED_HOSTS=["127.0.0.1"])
def test_another_host_name_is_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example.org"}).status_code == 400


def test_a_name_is_text_whatever_letters_it_has(
    registers: Register, operation: OperationView, coordinator_user: User, logged_in: LogIn
) -> None:
    person = registers(given=NASTY, surname=NASTY, phones=("+37400000009",))

    page = logged_in(coordinator_user).get(f"/desk/person/{person.ref}/").content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "«Արմեն՛»" in page


@pytest.mark.parametrize("text", _METACHARACTERS)
def test_no_search_and_no_filter_is_broken_by_what_is_typed(
    text: str, the_helper: object, coordinator_user: User, logged_in: LogIn
) -> None:
    browser = logged_in(coordinator_user)
    pages = [route.path for route in all_routes() if route.path.startswith("/desk/") and not route.parameters]

    answers = {
        address: browser.get(
            address, {"q": text, "show": text, "status": text, "sort": text, "page": text, "before": text, "site": text}
        ).status_code
        for address in pages
    }

    assert {address: status for address, status in answers.items() if status >= 500} == {}
    assert browser.post("/desk/search/", {"q": text}).status_code == 200


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "＝1", "\n@x"])
def test_no_cell_of_a_table_runs_as_a_formula(cell: str) -> None:
    assert harmless(cell).startswith("'")
