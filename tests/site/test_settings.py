"""The settings as an installation would have them, read in a process of its own where the environment differs."""

import json
from pathlib import Path

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from tests.processes import run_python

_ASK = (
    "import json, standby.site.settings as s; "
    "print(json.dumps({n: getattr(s, n) for n in dir(s) if n.isupper()}, default=str))"
)


def _settings(tmp_path: Path, **told: str) -> dict[str, object]:
    result = run_python("-c", _ASK, STANDBY_DATA=str(tmp_path), **told)
    assert result.returncode == 0, result.stderr
    found: dict[str, object] = json.loads(result.stdout)
    return found


@pytest.mark.django_db
def test_text_is_compared_by_code_point_everywhere() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()")

        assert cursor.fetchone() == ("b", "C.UTF-8")


@pytest.mark.django_db
def test_health_is_told_without_a_detail(client: Client) -> None:
    response = client.get("/healthz", headers={"host": "whatever.example.org"})

    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.django_db
def test_every_page_forbids_what_is_not_its_own(client: Client) -> None:
    response = client.get("/nowhere/")

    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_the_language_is_changed_by_a_form_and_not_by_a_link(client: Client) -> None:
    assert client.get("/language/").status_code == 302
    assert "language" not in client.cookies

    client.post("/language/", {"language": "hy", "next": "/"})
    assert client.cookies["language"].value == "hy"


def test_https_outside_means_cookies_that_stay_on_https(tmp_path: Path) -> None:
    found = _settings(tmp_path, STANDBY_PUBLIC_URL="https://standby.example.org")

    assert found["SESSION_COOKIE_NAME"] == "__Host-session"
    assert found["CSRF_COOKIE_NAME"] == "__Host-csrf"
    assert found["SESSION_COOKIE_SECURE"] is True
    assert found["SECURE_HSTS_SECONDS"] == 31_536_000
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://standby.example.org"]


def test_on_ones_own_machine_there_is_no_https_to_insist_on(tmp_path: Path) -> None:
    found = _settings(tmp_path, STANDBY_PUBLIC_URL="")

    assert found["SESSION_COOKIE_SECURE"] is False
    assert found["SECURE_HSTS_SECONDS"] == 0


def test_a_password_is_long_and_not_common_and_need_not_be_composed(tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        validate_password("elevenchars")
    with pytest.raises(ValidationError):
        validate_password("1qaz2wsx3edc")
    validate_password("plain words are fine")
    assert _settings(tmp_path)["PASSWORD_HASHERS"] == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def test_debug_pages_are_out_of_reach(tmp_path: Path) -> None:
    assert _settings(tmp_path, DEBUG="1", DJANGO_DEBUG="1")["DEBUG"] is False
