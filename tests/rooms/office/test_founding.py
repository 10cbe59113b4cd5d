"""The first user's way: from an empty house to a first list, one question after another."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.rooms.conftest import PASSWORD

from standby.rooms.accounts.actions import add_user
from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.queries import staff_in, staff_of
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.queries import recent
from standby.rooms.look.once import KEY_FIELD
from standby.rooms.office.steps import Step, way_of
from standby.rooms.operations.queries import OperationView, all_operations

LogIn = Callable[[User], Client]
FACTS = {
    "lead_organisation": "Mountain Relief",
    "name": "Earthquake",
    "help_contact": "+374 00 000 100",
    "languages": ["hy", "en"],
    "time_zone": "Asia/Yerevan",
    KEY_FIELD: "the same form",
}
POLICY = {
    "rest_days": 3,
    "notice_hours": 24,
    "answer_hours": 12,
    "next_word_days": 2,
    "stale_hours": 36,
    **{f"weight_{number}": weight for number, weight in enumerate((100, 30, 10, 3, 1), start=1)},
}
SITE = {"region": "North", "name_en": "School", "address": "1 Invented Street", "contact_phone": "+374 00 000 200"}


@pytest.fixture
def first_user(db: None, machine: Actor, now: datetime) -> User:
    return add_user(login="coordinator", password=PASSWORD, by=machine, now=now, is_first=True)


@pytest.fixture
def first(first_user: User, logged_in: LogIn) -> Client:
    return logged_in(first_user)


def test_the_first_login_is_led_to_the_founding(first: Client) -> None:
    answer = first.get("/desk/", follow=True)

    assert [path for path, _ in answer.redirect_chain] == ["/desk/accounts/no-duty/", "/desk/operations/found/"]
    assert b"Step 1 of 6" in answer.content


def test_whoever_founds_an_operation_coordinates_it(first: Client, first_user: User) -> None:
    first.post("/desk/operations/found/", FACTS)

    (operation,) = all_operations()
    assert (operation.name, operation.lead_organisation, operation.languages) == (
        "Earthquake",
        "Mountain Relief",
        ("hy", "en"),
    )
    assert staff_in(user=first_user, operation=operation).duties == {Duty.COORDINATOR}


def test_the_same_form_sent_twice_founds_one_operation(first: Client) -> None:
    first.post("/desk/operations/found/", FACTS)
    first.post("/desk/operations/found/", FACTS)

    assert len(all_operations()) == 1


def test_an_unusable_form_is_answered_and_founds_nothing(first: Client) -> None:
    answer = first.post("/desk/operations/found/", {**FACTS, "help_contact": " ", "languages": []})

    assert answer.status_code == 200
    assert b"Not stored yet" in answer.content
    assert not all_operations()


def test_every_step_is_remembered_and_the_next_one_offered(first: Client) -> None:
    first.post("/desk/operations/found/", FACTS)
    first.post("/desk/operations/settings/policy/", POLICY)
    first.post("/desk/operations/settings/terms/", {"insurance_en": "You are insured.", "terms_en": "Come and go."})
    (operation,) = all_operations()
    assert way_of(operation).next is Step.SECOND

    second = first.post("/desk/operations/start/second/", {"login": "second"})
    first.post("/desk/operations/start/site/", SITE)

    assert b"second can log in now" in second.content
    assert way_of(operation).next is Step.LIST
    assert b"5 steps of 6 are done" in first.get("/desk/operations/start/").content


def test_the_password_of_the_second_is_shown_once_and_opens_the_door(first: Client) -> None:
    first.post("/desk/operations/found/", FACTS)

    shown = first.post("/desk/operations/start/second/", {"login": "second"}).context["made"][1]

    (operation,) = all_operations()
    assert [(row.login, row.has_first_password) for row in staff_of(operation=operation)] == [
        ("coordinator", True),
        ("second", True),
    ]
    assert Client().login(username="second", password=shown, request=first.get("/").wsgi_request)
    assert shown not in str(recent(operation=operation.ref)) + str(recent(operation=""))


def test_a_site_is_stored_with_its_region_or_not_at_all(first: Client) -> None:
    first.post("/desk/operations/found/", FACTS)

    first.post("/desk/operations/start/site/", {**SITE, "name_en": ""})
    (operation,) = all_operations()
    assert Step.SITE not in way_of(operation).done

    first.post("/desk/operations/start/site/", SITE)
    assert Step.SITE in way_of(operation).done


def test_a_second_first_site_is_answered_not_failed(first: Client) -> None:
    first.post("/desk/operations/found/", FACTS)
    first.post("/desk/operations/start/site/", SITE)

    answer = first.post("/desk/operations/start/site/", SITE)

    assert answer.status_code == 200
    assert "already" in answer.content.decode()


def test_an_outsider_founds_nothing_once_there_is_an_operation(
    operation: OperationView, outsider_user: User, logged_in: LogIn
) -> None:
    browser = logged_in(outsider_user)

    assert browser.get("/desk/operations/found/").status_code == 404
    assert browser.post("/desk/operations/found/", FACTS).status_code == 404
    assert len(all_operations()) == 1


@pytest.mark.parametrize("who", ["registrar_user", "verifier_user", "site_contact_user", "auditor_user"])
def test_only_a_coordinator_founds_a_later_operation(
    who: str, request: pytest.FixtureRequest, logged_in: LogIn
) -> None:
    browser = logged_in(request.getfixturevalue(who))

    assert browser.get("/desk/operations/found/").status_code == 404


def test_a_coordinator_founds_another_operation_and_works_in_it(
    operation: OperationView, coordinator_user: User, logged_in: LogIn
) -> None:
    browser = logged_in(coordinator_user)

    browser.post("/desk/operations/found/", {**FACTS, "name": "Flood"})

    assert b"Flood" in browser.get("/desk/operations/settings/").content


@pytest.mark.usefixtures("operation")
def test_nobody_is_asked_to_log_in_to_learn_that_there_is_a_way(client: Client) -> None:
    answer = client.get("/desk/operations/found/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/desk/accounts/login/")
