"""Signing up by JSON."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.rooms.door.api.asking import SIGN_UPS, fault_codes, offer, post, told

from standby.domain.door import SwitchState
from standby.rooms.audit.actors import Actor
from standby.rooms.door.floods.gate import Gate
from standby.rooms.door.floods.limits import FloodLimits
from standby.rooms.door.floods.proof import solve
from standby.rooms.door.floods.watch import flood_watch
from standby.rooms.operations.queries import OperationView
from standby.rooms.operations.switches import SwitchChange, set_switch
from standby.rooms.people.models import ReceivedSignUp, RefusedOffers

pytestmark = pytest.mark.django_db


def test_the_answer_is_a_receipt_with_where_they_stand_and_when_they_hear(
    client: Client, operation: OperationView
) -> None:
    response = post(client, SIGN_UPS, offer())

    assert response.status_code == 201
    answer = told(response)
    assert len(str(answer["receipt_code"])) == 16
    assert (answer["status"], answer["reason"], answer["held"]) == ("stand_by", "incomplete", False)
    assert answer["next_word_on"] == "2026-10-08"
    assert "Please do not travel" in str(answer["sentence"])
    assert response["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in response
    assert ReceivedSignUp.objects.count() == 1


def test_the_same_form_again_gets_the_same_bytes_and_is_stored_once(client: Client, operation: OperationView) -> None:
    first, second = post(client, SIGN_UPS, offer()), post(client, SIGN_UPS, offer())

    assert first.content == second.content
    assert ReceivedSignUp.objects.count() == 1


def test_another_form_under_the_same_key_is_refused_without_a_word_of_the_first(
    client: Client, operation: OperationView
) -> None:
    first = told(post(client, SIGN_UPS, offer()))

    second = post(client, SIGN_UPS, offer(name="Another Probayan"))

    assert second.status_code == 409
    assert told(second)["code"] == "spent_key"
    assert str(first["receipt_code"]).encode() not in second.content


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"name": None}, "name", "missing"),
        ({"name": 7}, "name", "wrong_type"),
        ({"name": "Tigran\x00Probayan"}, "name", "unreadable_characters"),
        ({"name": "\ud800"}, "name", "unreadable_characters"),
        ({"name": "x" * 20_000}, "name", "too_long"),
        ({"phone": "nobody knows"}, "phone", "phone_not_understood"),
        ({"phone": None}, "phone", "no_contact"),
        ({"roles": "8322"}, "roles", "wrong_type"),
        ({"roles": ["8322", 5]}, "roles", "wrong_type"),
        ({"roles": [[["8322"]]]}, "roles", "wrong_type"),
        ({"roles": ["9999"]}, "roles", "not_a_choice"),
        ({"level": "2"}, "level", "wrong_type"),
        ({"level": True}, "level", "wrong_type"),
        ({"level": 10**400}, "level", "not_a_choice"),
        ({"seats": -1}, "seats", "not_a_number"),
        ({"seats": 10**400}, "seats", "out_of_range"),
        ({"first_day": ["yesterday"]}, "first_day", "not_a_day"),
        ({"consent": "no"}, "consent", "not_agreed"),
        ({"consent": None}, "consent", "not_agreed"),
        ({"phnoe": "+37400000002"}, "phnoe", "unknown_field"),
        ({"бла\x00": 1}, "?", "unknown_field"),
        ({"operation": "nowhere"}, "operation", "unknown_operation"),
        ({"operation": 5}, "operation", "unknown_operation"),
        ({"party": "companion", "party_code": "00000-00000"}, "party_code", "party_unknown"),
    ],
)
def test_what_is_wrong_names_its_field_and_says_what_to_do(
    client: Client, operation: OperationView, changed: dict[str, object], field: str, code: str
) -> None:
    response = post(client, SIGN_UPS, offer(**changed))

    assert response.status_code == 422
    assert fault_codes(response) == {field: code}
    assert not ReceivedSignUp.objects.exists()


def test_everything_to_mend_is_told_at_once(client: Client, operation: OperationView) -> None:
    response = post(client, SIGN_UPS, offer(name=None, level="2", phnoe="1", consent="no"))

    assert fault_codes(response) == {
        "phnoe": "unknown_field",
        "level": "wrong_type",
        "name": "missing",
        "consent": "not_agreed",
    }


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        (b" ", "application/json", 400, "bad_json"),
        (b"{", "application/json", 400, "bad_json"),
        (b"[]", "application/json", 400, "not_an_object"),
        (b'"x"', "application/json", 400, "not_an_object"),
        (b'{"level": NaN}', "application/json", 400, "bad_json"),
        (b'{"level": ' + b"9" * 5000 + b"}", "application/json", 400, "bad_json"),
        (b"\xff\xfe{\x00}\x00", "application/json", 400, "not_utf8"),
        (b"[" * 60_000, "application/json", 400, "too_deep"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "application/json", 400, "too_deep"),
        (b"{}" + b" " * 70_000, "application/json", 413, "too_large"),
        (b"{}" + b" " * 2_000_000, "application/json", 413, "too_large"),
        (b"{}", "text/plain", 415, "not_json"),
        (b"{}", "application/json; charset=latin-1", 415, "not_json"),
        (b"name=x", "application/x-www-form-urlencoded", 415, "not_json"),
    ],
)
def test_a_body_that_cannot_be_read_is_answered_in_json(
    client: Client, operation: OperationView, body: bytes, content_type: str, status: int, code: str
) -> None:
    response = post(client, SIGN_UPS, body, content_type=content_type)

    assert response.status_code == status
    assert told(response)["code"] == code
    assert response["Content-Type"] == "application/json"


@pytest.mark.parametrize("key", ["", "k" * 201, "k\u00a0"])
def test_without_a_key_nothing_is_stored(client: Client, operation: OperationView, key: str) -> None:
    response = post(client, SIGN_UPS, offer(), key=key)

    assert response.status_code == 400
    assert told(response)["code"] == "key_missing"
    assert not ReceivedSignUp.objects.exists()


def test_an_offer_to_fight_is_counted_and_nothing_of_it_kept(
    client: Client, operation: OperationView, caplog: pytest.LogCaptureFixture
) -> None:
    response = post(client, SIGN_UPS, offer(roles=["0310"]))

    assert (response.status_code, told(response)["code"]) == (403, "civilian_only")
    assert RefusedOffers.objects.get().number == 1
    assert not ReceivedSignUp.objects.exists()
    assert "Probayan" not in caplog.text


def test_refusals_are_said_in_the_readers_language(client: Client, operation: OperationView) -> None:
    english = post(client, SIGN_UPS, offer(name=None))
    armenian = post(client, SIGN_UPS, offer(name=None), headers={"Accept-Language": "hy-AM, en;q=0.5"})

    assert fault_codes(english) == fault_codes(armenian)
    assert english.content != armenian.content


def test_a_paused_door_says_when_to_come_back(
    client: Client, operation: OperationView, machine: Actor, now: datetime
) -> None:
    until = now + timedelta(hours=3)
    set_switch(operation=operation, change=SwitchChange(state=SwitchState.PAUSED, until=until), by=machine, now=now)

    response = post(client, SIGN_UPS, offer())

    assert response.status_code == 403
    assert (told(response)["code"], told(response)["until"]) == ("paused", until.isoformat())


def test_a_closed_door_thanks(client: Client, operation: OperationView, machine: Actor, now: datetime) -> None:
    set_switch(operation=operation, change=SwitchChange(state=SwitchState.CLOSED), by=machine, now=now)

    response = post(client, SIGN_UPS, offer(operation=operation.ref))

    assert (response.status_code, told(response)["code"]) == (410, "closed")


def test_with_two_operations_it_has_to_be_said_for_which(
    client: Client, operation: OperationView, other_operation: OperationView
) -> None:
    assert fault_codes(post(client, SIGN_UPS, offer())) == {"operation": "unknown_operation"}

    assert post(client, SIGN_UPS, offer(operation=other_operation.ref)).status_code == 201
    assert ReceivedSignUp.objects.get().operation_id == other_operation.id


def _crowded() -> None:
    """From now on nobody passes unasked."""
    gate = Gate(FloodLimits(free=1, free_in_surge=1, hard=30, contact=1000))
    flood_watch().gate = gate


def test_a_crowded_network_is_asked_for_a_proof_and_one_that_brings_it_counts_at_once(
    client: Client, operation: OperationView
) -> None:
    _crowded()
    post(client, SIGN_UPS, offer(), key="a")

    asked = post(client, SIGN_UPS, offer(), key="b")
    proof = solve(str(told(asked)["challenge"]), key="b")
    proven = post(client, SIGN_UPS, offer(), key="b", headers={"Proof": proof})

    assert (asked.status_code, told(asked)["code"]) == (429, "proof_needed")
    assert int(asked["Retry-After"]) == told(asked)["retry_after"]
    assert (proven.status_code, told(proven)["held"]) == (201, False)


def test_families_that_solve_puzzles_may_share_a_telephone_as_often_as_those_who_need_not(
    client: Client, operation: OperationView
) -> None:
    flood_watch().gate = Gate(FloodLimits(surge=0, first_bits=4, contact=6))

    for number in range(6):
        asked = post(client, SIGN_UPS, offer(), key=str(number))
        proof = solve(str(told(asked)["challenge"]), key=str(number))
        assert told(post(client, SIGN_UPS, offer(), key=str(number), headers={"Proof": proof}))["held"] is False

    assert told(post(client, SIGN_UPS, offer(), key="one more"))["held"] is True


def test_whoever_cannot_bring_a_proof_is_taken_in_and_looked_at(client: Client, operation: OperationView) -> None:
    _crowded()
    post(client, SIGN_UPS, offer(), key="a")

    held = post(client, SIGN_UPS, offer(), key="b", headers={"Proof": "none"})

    assert (held.status_code, told(held)["held"]) == (201, True)
    row = ReceivedSignUp.objects.order_by("-id")[0]
    assert row.held == "network"
    assert len(bytes(row.network)) == 8


def test_beyond_every_limit_a_network_waits(client: Client, operation: OperationView) -> None:
    _crowded()
    for number in range(30):
        post(client, SIGN_UPS, b"{", key=str(number))

    response = post(client, SIGN_UPS, offer())

    assert (response.status_code, told(response)["code"]) == (429, "too_many")
    assert response["Retry-After"] == "60"
