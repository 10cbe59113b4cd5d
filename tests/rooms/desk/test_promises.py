"""The desk keeps promises: everyone is listed, one press tells them all, and many are told by the worker."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.rooms.conftest import Register

from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.thanking import end_operation
from standby.rooms.callup.queries.promises import renews_by_itself
from standby.rooms.desk.pages import promises
from standby.rooms.needs.actions.keeping import change_state
from standby.rooms.needs.models import NeedState
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.installation import install, installation
from standby.rooms.operations.queries import OperationView, operation_by_id
from standby.rooms.people.models import Person, StatusChange
from standby.rooms.people.values import PersonView

LogIn = Callable[[User], Client]
PAGE = "/desk/promises/"
THANKS = "/desk/thanks/"


@pytest.fixture(autouse=True)
def on_the_eve(now: datetime, stopped_clock: None) -> Iterator[None]:
    """Two days after people were told that they hear within three; the installation has an address."""
    before = installation()
    later = now + timedelta(days=2)
    install(replace(before, clock=lambda: later, public_url="https://standby.example.org"))
    yield
    install(before)


def test_the_first_page_and_the_list_say_who_waits_for_a_word(
    logged_in: LogIn, coordinator_user: User, the_helper: PersonView, the_driver: PersonView
) -> None:
    browser = logged_in(coordinator_user)
    today = browser.get("/desk/").content.decode()
    listed = browser.get(PAGE).content.decode()

    assert "2 people hear from us by tomorrow." in today
    assert the_helper.code_word in listed
    assert "Testyan" not in listed


def test_one_press_tells_them_all_and_a_second_nobody(
    logged_in: LogIn, coordinator_user: User, the_helper: PersonView, the_driver: PersonView
) -> None:
    browser = logged_in(coordinator_user)
    for _ in range(2):
        browser.post(f"{PAGE}renew/", {"idempotency_key": "one"})
    browser.post(f"{PAGE}renew/")
    page = browser.get(PAGE).content.decode()

    assert StatusChange.objects.exclude(occasion="registered").count() == 2
    assert "Nobody waits for a word" in page


def test_many_are_told_by_the_worker_and_the_page_says_so(
    logged_in: LogIn, coordinator_user: User, the_helper: PersonView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(promises, "AT_ONCE", 0)
    browser = logged_in(coordinator_user)
    browser.post(f"{PAGE}renew/")

    job = ProcrastinateJob.objects.get(queue_name="promises")
    assert set(job.args) == {"operation_id", "until", "occasion", "by"}
    assert "They are being told now" in browser.get(PAGE).content.decode()


def test_without_an_address_nobody_is_told(logged_in: LogIn, coordinator_user: User, the_helper: PersonView) -> None:
    install(replace(installation(), public_url=""))

    answer = logged_in(coordinator_user).post(f"{PAGE}renew/")

    assert answer.status_code == 409
    assert StatusChange.objects.count() == 1


def test_a_coordinator_switches_it_on_and_off(
    logged_in: LogIn, coordinator_user: User, operation: OperationView
) -> None:
    browser = logged_in(coordinator_user)
    browser.post(f"{PAGE}by-itself/", {"renews": "yes"})
    is_on = renews_by_itself(operation_id=operation.id)
    browser.post(f"{PAGE}by-itself/", {"renews": "no"})

    assert (is_on, renews_by_itself(operation_id=operation.id)) == (True, False)


def test_the_list_asks_the_database_as_often_for_many_as_for_one(
    logged_in: LogIn,
    registrar_user: User,
    registers: Register,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    for number in range(60):
        registers(given=f"Name{number}", surname=f"Sur{number}", phones=(f"+3740000{number:04}",))
    browser = logged_in(registrar_user)

    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]  # pytest-django gives a context manager
        page = browser.get(PAGE).content.decode()
    assert page.count("/desk/person/") == 50


def test_two_coordinators_end_the_operation_and_everybody_is_to_be_thanked(
    logged_in: LogIn,
    coordinator_user: User,
    second_coordinator_user: User,
    operation: OperationView,
    the_helper: PersonView,
) -> None:
    first = logged_in(coordinator_user)
    first.post(f"{THANKS}end/")
    waits = first.get(THANKS).content.decode()
    refused = first.post(f"{THANKS}end/")
    second = logged_in(second_coordinator_user)
    asks = second.get(THANKS).content.decode()
    second.post(f"{THANKS}end/")

    assert "Another coordinator has to agree." in waits
    assert refused.status_code == 409
    assert "coordinator proposed to end the operation" in asks
    assert not operation_by_id(operation.id).is_open
    assert ProcrastinateJob.objects.get(queue_name="promises").args["role"] == ""


def test_a_proposal_to_end_it_is_taken_back(
    logged_in: LogIn, coordinator_user: User, coordinator: Staff, operation: OperationView, now: datetime
) -> None:
    end_operation(operation=operation, by=coordinator, now=now)
    logged_in(coordinator_user).post(f"{THANKS}keep/")

    assert operation_by_id(operation.id).is_open
    assert logged_in(coordinator_user).post(f"{THANKS}keep/").status_code == 409


def test_one_coordinator_thanks_a_role_that_is_not_asked_for(
    logged_in: LogIn,
    coordinator_user: User,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    the_need: NeedView,
    the_helper: PersonView,
) -> None:
    browser = logged_in(coordinator_user)
    asked = browser.post(f"{THANKS}role/", {"role": "9629"}).status_code
    change_state(operation=operation, request_ref=the_need.request_ref, state=NeedState.CLOSED, by=machine, now=now)
    page = browser.get(THANKS).content.decode()
    browser.post(f"{THANKS}role/", {"role": "9629"})

    assert asked == 404
    assert "1 person stands by and offers nothing else" in page
    assert ProcrastinateJob.objects.get(queue_name="promises").args["role"] == "9629"


def test_whoever_is_called_holds_the_end_up(
    logged_in: LogIn,
    coordinator_user: User,
    calls: Callable[[PersonView], PersonView],
    the_helper: PersonView,
) -> None:
    calls(the_helper)
    browser = logged_in(coordinator_user)

    assert "Not yet: 1 person is called" in browser.get(THANKS).content.decode()
    assert browser.post(f"{THANKS}end/").status_code == 409
    assert Person.objects.get(id=the_helper.id).status == PersonStatus.CALLED
