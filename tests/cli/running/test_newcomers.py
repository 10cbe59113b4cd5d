from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.test import RequestFactory

from standby.cli.running.first_logins import FirstLogin, read, write
from standby.cli.running.installation import Installation
from standby.cli.running.newcomers import forget_used, make_first
from standby.rooms.accounts.actions import add_user
from standby.rooms.audit.actors import system

pytestmark = pytest.mark.django_db


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(data=tmp_path)


def test_an_empty_installation_lets_its_owner_in(installation: Installation, rf: RequestFactory) -> None:
    make_first(installation)

    (first,) = read(installation)
    user = authenticate(rf.post("/"), username=first.login, password=first.password)
    assert user is not None


def test_starting_again_makes_nobody_new(installation: Installation) -> None:
    make_first(installation)
    first = read(installation)

    make_first(installation)

    assert read(installation) == first
    assert get_user_model().objects.count() == 1


def test_a_password_that_was_replaced_is_forgotten(installation: Installation) -> None:
    now = datetime(2020, 10, 3, tzinfo=UTC)
    for login, is_first in (("registrar", True), ("verifier", False)):
        add_user(login=login, password="plain words are fine", by=system("test"), now=now, is_first=is_first)
    logins = [FirstLogin(login=login, password="p", duty="d") for login in ("registrar", "verifier", "left")]
    write(installation, logins)

    forget_used(installation)

    assert [login.login for login in read(installation)] == ["registrar"]
