"""The page of the switch: how the door stands, one form that sets it, and who set it before."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from standby.domain.door import SwitchState
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.look.once import KEY_FIELD
from standby.rooms.operations.actions import close_operation
from standby.rooms.operations.queries import OperationView
from standby.rooms.operations.switches import SwitchChange, door_state, set_switch, switch_history

LogIn = Callable[[User], Client]
PAGE, SET = "/desk/operations/door/", "/desk/operations/door/set/"
DRIVERS = {"role": "8322", "state": "closed", "words_en": "We have\n212 drivers.", KEY_FIELD: "one form"}


@pytest.fixture
def browser(coordinator_user: User, logged_in: LogIn) -> Client:
    return logged_in(coordinator_user)


def test_what_a_coordinator_sets_stands_on_the_page_today_and_at_the_front(
    browser: Client, the_helper: object, operation: OperationView, now: datetime
) -> None:
    answer = browser.post(SET, DRIVERS, follow=True)

    assert answer.redirect_chain == [(PAGE, 302)]
    assert door_state(operation_id=operation.id, now=now).of_role("8322").words == {"en": "We have 212 drivers."}
    for address in (PAGE, "/desk/", "/"):
        assert "no more are needed for now" in browser.get(address).content.decode(), address
    assert "coordinator" in browser.get(PAGE).content.decode()


def test_the_same_form_sent_twice_is_set_once(browser: Client, operation: OperationView) -> None:
    browser.post(SET, DRIVERS)
    browser.post(SET, {"role": "", "state": "open", KEY_FIELD: "another form"})
    browser.post(SET, DRIVERS)

    assert [switched.setting.state for switched in switch_history(operation_id=operation.id)] == [
        SwitchState.OPEN,
        SwitchState.CLOSED,
    ]


def test_an_open_door_says_nothing_at_the_front(client: Client, operation: OperationView) -> None:
    assert "You can offer help here" not in client.get("/").content.decode()


def test_a_pause_is_meant_in_the_time_of_the_place(browser: Client, operation: OperationView, now: datetime) -> None:
    browser.post(SET, {"role": "", "state": "paused", "until": "2026-10-12T10:00"})

    until = door_state(operation_id=operation.id, now=now).whole.until
    assert until is not None
    assert until.isoformat() == "2026-10-12T06:00:00+00:00"
    assert "Monday 12 October, 10:00 (Yerevan time)" in browser.get("/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"state": ""}, "Choose how the door shall stand"),
        ({"state": "ajar"}, "Not stored yet"),
        ({"role": "0310"}, "Not stored yet"),
        ({"state": "paused"}, "Say when people may come back"),
        ({"state": "paused", "until": "next Monday"}, "Give the day and the hour"),
        ({"state": "paused", "until": "9999-12-31T23:59"}, "Give the day and the hour"),
        ({"state": "paused", "until": "2020-01-01T10:00"}, "Choose a later one"),
        ({"until": "2026-10-12T10:00"}, "Only a pause"),
        ({"words_en": "a" * 10_000}, "Not stored yet"),
        ({"words_hy": "\x00"}, "Not stored yet"),
    ],
)
def test_what_cannot_be_set_is_answered_and_sets_nothing(
    wrong: dict[str, str], said: str, browser: Client, operation: OperationView
) -> None:
    answer = browser.post(SET, {**DRIVERS, **wrong})

    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert switch_history(operation_id=operation.id) == []


def test_markup_in_the_sentence_is_shown_as_it_was_typed(browser: Client, client: Client) -> None:
    browser.post(SET, {**DRIVERS, "words_en": "<script>alert(1)</script>"})

    page = Client().get("/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_auditor_reads_the_switch_and_does_not_set_it(
    operation: OperationView, machine: Actor, now: datetime, auditor_user: User, logged_in: LogIn
) -> None:
    set_switch(operation=operation, change=SwitchChange(state=SwitchState.CLOSED), by=machine, now=now)
    browser = logged_in(auditor_user)

    page = browser.get(PAGE).content.decode()

    assert "Thank you to everyone who came forward" in page
    assert SET not in page
    assert browser.post(SET, DRIVERS).status_code == 404


def test_the_door_of_an_operation_that_is_over_says_where_to_open_it(
    browser: Client, operation: OperationView, machine: Actor, now: datetime
) -> None:
    close_operation(operation=operation, by=machine, now=now)

    page = browser.get(PAGE).content.decode()

    assert "/desk/operations/settings/" in page
    assert SET not in page
