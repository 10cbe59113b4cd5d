"""Decision 7: whoever takes the database, or the folder it lies in, learns no name, number, address or code from it.

A small operation is walked through the real doors with people of five alphabets; then every column of every table and
every file of the server is searched. One field left plain turns this red: the last tests leave one plain.
"""

import base64
import logging
from collections.abc import Callable, Iterable
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from tests.security import cast
from tests.security.house import House
from tests.security.storage import cells, server_files
from tests.security.traces import Searcher, traces_of

from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.operations.models import Submission
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import Registration
from standby.rooms.places.models import Home
from standby.sealing import parse_receipt_code

_NAME = "Plantedperson Forgottenyan"


def _found(parts: Iterable[tuple[str, bytes]], secrets: Iterable[str]) -> set[str]:
    """Where something was found and in which form; never what, or a failing test would print it."""
    searcher = Searcher(traces_of(secrets))
    return {
        f"{place}: {trace.secret} as {trace.form}" for place, content in parts for trace in searcher.found_in(content)
    }


@pytest.fixture
def house(operation: OperationView, coordinator: Staff, now: datetime) -> House:
    return House(operation=operation, coordinator=coordinator, now=now)


def _live_through(house: House, browser: Client) -> set[str]:
    """The whole way once; what must not be found after it."""
    people = house.bring_people()
    house.ask_for(len(people))
    house.check_licences()
    house.call(people)
    codes, tokens = house.receipts(people), house.send()
    house.use_the_pages(browser, token=tokens[0])
    return cast.secrets() | set(codes) | {parse_receipt_code(code) for code in codes} | set(tokens)


@pytest.mark.django_db(transaction=True)
def test_nothing_that_identifies_anybody_is_kept_readable(
    house: House,
    coordinator_user: User,
    logged_in: Callable[[User], Client],
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        secrets = _live_through(house, logged_in(coordinator_user))
    kept = list(cells())

    tables = {place.partition(".")[0] for place, _ in kept}
    lived = {"people_registration", "people_credential", "standby_messages_message", "door_uploadpiece"}
    lived |= {"callup_call", "procrastinate_jobs", "django_session", "axes_accessattempt", "audit_journalentry"}
    assert lived <= tables
    assert Registration.objects.count() == len(cast.REGISTERED)
    assert _found(kept, secrets) == set()
    assert _found([("log", caplog.text.encode())], secrets) == set()
    assert _found(server_files(), secrets) == set()


_WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "hexadecimal": lambda name: name.encode().hex(),
    "base64": lambda name: base64.b64encode(name.encode()).decode(),
    "base64 within a text": lambda name: base64.b64encode(f"x{name} y".encode()).decode(),
    "base64 later within a text": lambda name: base64.b64encode(f"xy{name}".encode()).decode(),
}


@pytest.mark.parametrize("way", _WAYS)
def test_a_name_left_plain_in_any_way_is_found(way: str, operation: OperationView, now: datetime) -> None:
    planted = _WAYS[way](_NAME)
    Submission.objects.create(operation_id=operation.id, key="k", actor="a", action="a", outcome=planted, at=now)

    assert any(place.startswith("operations_submission.outcome") for place in _found(cells(), {_NAME}))


def test_a_name_left_plain_within_json_or_bytes_is_found(operation: OperationView, now: datetime) -> None:
    Home.objects.create(operation_id=operation.id, code="x", names={"hy": "Մոռացվածյանփորձ"})
    Registration.objects.create(
        operation_id=operation.id,
        fingerprint=_NAME.encode("utf-16-le"),
        sealed=b"",
        offer={},
        language="en",
        registered_at=now,
        recorded_at=now,
    )

    found = _found(cells(), {_NAME, "Մոռացվածյանփորձ"})

    assert {place.partition(":")[0] for place in found} == {"places_home.names", "people_registration.fingerprint"}


@pytest.mark.django_db(transaction=True)
def test_a_name_left_plain_is_found_in_the_files_of_the_server_too(operation: OperationView, now: datetime) -> None:
    Submission.objects.create(operation_id=operation.id, key="k", actor="a", action="a", outcome=_NAME, at=now)
    Submission.objects.all().delete()
    own_server = str(connection.settings_dict["HOST"]).startswith("/")

    found = _found(server_files(), {_NAME})

    assert bool(found) is own_server
