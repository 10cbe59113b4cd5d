"""What was decided for an operation, and how it is changed: every change leaves an entry in the journal."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.rooms.office.test_founding import FACTS, POLICY

from standby.domain.errors import WrongOrder
from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.queries import recent
from standby.rooms.callup.actions.planning import ask_for_plan
from standby.rooms.operations.actions import PolicyChange, change_policy, close_operation
from standby.rooms.operations.queries import OperationView, operation_by_id

LogIn = Callable[[User], Client]


@pytest.fixture
def browser(coordinator_user: User, logged_in: LogIn) -> Client:
    return logged_in(coordinator_user)


def test_the_policy_is_changed_as_a_whole_and_journalled(browser: Client, operation: OperationView) -> None:
    browser.post("/desk/operations/settings/policy/", POLICY)

    policy = operation_by_id(operation.id).policy
    assert (policy.rest_days, policy.answer_hours, policy.next_word_days, policy.stale_hours) == (3, 12, 2, 36)
    assert recent(operation=operation.ref)[0].action == "policy.change"


def test_changing_the_policy_keeps_what_the_plan_page_decided(
    browser: Client, operation: OperationView, coordinator_user: User, machine: Actor, now: datetime
) -> None:
    change = PolicyChange(over_call={"*": 120})
    change_policy(operation=operation, change=change, by=machine, now=now)

    browser.post("/desk/operations/settings/policy/", POLICY)

    assert operation_by_id(operation.id).policy.over_call == {"*": 120}


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer_hours": 0},
        {"answer_hours": ""},
        {"rest_days": -1},
        {"rest_days": "9" * 40},
        {"weight_2": 500},
        {"weight_5": 0},
        {"next_word_days": "x'; DROP TABLE"},
    ],
)
def test_an_impossible_policy_is_answered_and_changes_nothing(
    wrong: dict[str, object], browser: Client, operation: OperationView
) -> None:
    answer = browser.post("/desk/operations/settings/policy/", {**POLICY, **wrong})

    assert answer.status_code == 200
    assert b"Not stored yet" in answer.content
    assert operation_by_id(operation.id).policy == operation.policy


def test_other_terms_are_another_version_and_the_same_are_none(browser: Client, operation: OperationView) -> None:
    texts = {"insurance_en": "Insured.", "terms_en": "Come and go.", "insurance_hy": "Այո", "terms_hy": "Այո"}

    browser.post("/desk/operations/settings/terms/", texts)
    browser.post("/desk/operations/settings/terms/", texts)

    changed = operation_by_id(operation.id)
    assert changed.terms_version == operation.terms_version + 1
    assert changed.terms == {"en": "Come and go.", "hy": "Այո"}


@pytest.mark.parametrize("texts", [{}, {"insurance_en": "Insured."}, {"terms_en": "Come and go."}])
def test_nobody_is_asked_to_accept_half_of_it(texts: dict[str, str], browser: Client, operation: OperationView) -> None:
    answer = browser.post("/desk/operations/settings/terms/", texts)

    assert b"Not stored yet" in answer.content
    assert operation_by_id(operation.id).terms_version == operation.terms_version


def test_name_contact_languages_and_zone_can_be_changed(browser: Client, operation: OperationView) -> None:
    browser.post("/desk/operations/settings/facts/", {**FACTS, "name": "Landslide", "time_zone": "Asia/Baku"})

    changed = operation_by_id(operation.id)
    assert (changed.name, changed.languages, changed.time_zone) == ("Landslide", ("hy", "en"), "Asia/Baku")
    entry = recent(operation=operation.ref)[0]
    assert entry.action == "operation.change"
    assert "Landslide" not in entry.detail


def test_an_operation_is_closed_and_opened_again(browser: Client, operation: OperationView) -> None:
    browser.post("/desk/operations/settings/close/")
    assert not operation_by_id(operation.id).is_open
    assert b"This operation is closed" in browser.get("/desk/operations/settings/").content

    browser.post("/desk/operations/settings/reopen/")
    assert operation_by_id(operation.id).is_open


def test_closing_twice_is_answered(browser: Client) -> None:
    browser.post("/desk/operations/settings/close/")

    assert browser.post("/desk/operations/settings/close/").status_code == 409


def test_the_auditor_reads_the_settings_and_changes_nothing(
    operation: OperationView, auditor_user: User, logged_in: LogIn
) -> None:
    browser = logged_in(auditor_user)

    page = browser.get("/desk/operations/settings/").content.decode()

    assert operation.help_contact in page
    assert "settings/policy/" not in page
    assert browser.post("/desk/operations/settings/close/").status_code == 404


def test_in_a_closed_operation_nobody_is_planned(
    operation: OperationView, coordinator: Staff, machine: Actor, now: datetime
) -> None:
    close_operation(operation=operation, by=coordinator.actor, now=now)

    with pytest.raises(WrongOrder, match="closed"):
        ask_for_plan(operation=operation_by_id(operation.id), seed=1, by=machine, now=now)
