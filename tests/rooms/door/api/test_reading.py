"""What a program asks before and after."""

import json

import pytest
from django.test import Client
from tests.rooms.door.api.asking import SIGN_UPS, listed, offer, post, told

from standby.domain.sign_up import FIELDS
from standby.rooms.door.floods.gate import Gate
from standby.rooms.door.floods.limits import FloodLimits
from standby.rooms.door.floods.watch import flood_watch
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import PersonalCode

pytestmark = pytest.mark.django_db
STATUS = "/api/v1/status"


def test_the_operations_that_run_say_how_their_doors_stand(client: Client, operation: OperationView) -> None:
    (running,) = listed(client.get("/api/v1/operations"), "operations")

    assert running["operation"] == operation.ref
    assert "'state': 'open'" in str(running["door"])
    assert running["today"] == "2026-10-05"


def test_roles_are_found_by_ones_own_words_and_named_in_ones_language(client: Client, db: None) -> None:
    response = client.get("/api/v1/roles", {"search": "медсестра"}, headers={"Accept-Language": "en"})

    assert any("urse" in str(role["title"]) for role in listed(response, "roles"))


def test_without_words_every_crisis_role_is_listed(client: Client, db: None) -> None:
    assert len(listed(client.get("/api/v1/roles"), "roles")) > 20


def test_what_roles_say_can_be_sent(client: Client, operation: OperationView) -> None:
    roles = [role["role"] for role in listed(client.get("/api/v1/roles"), "roles")]

    for number, role in enumerate(roles):
        assert post(client, SIGN_UPS, offer(roles=[role]), key=str(number)).status_code == 201, role


def test_a_search_that_is_no_search_is_refused(client: Client, db: None) -> None:
    assert client.get("/api/v1/roles", {"search": "x" * 201}).status_code == 422


def test_the_receipt_tells_where_its_holder_stands(client: Client, operation: OperationView) -> None:
    receipt = told(post(client, SIGN_UPS, offer()))["receipt_code"]

    response = post(client, STATUS, {"receipt_code": receipt})

    assert response.status_code == 200
    assert told(response)["status"] == "stand_by"
    assert told(response)["next_word_on"] == "2026-10-08"
    assert "Please do not travel" in str(told(response)["sentence"])


@pytest.mark.parametrize("code", ["KSG8-SJXGJ-JBGZ5", "nonsense", "\x00", "\ud800"])
def test_codes_that_were_never_given_and_mistyped_ones_are_answered_alike(
    client: Client, operation: OperationView, code: str
) -> None:
    response = post(client, STATUS, {"receipt_code": code})

    assert response.status_code == 404
    assert told(response)["code"] == "unknown_code"


@pytest.mark.parametrize("body", [{}, {"receipt_code": 5}, {"receipt_code": " "}, {"receipt_code": "x", "more": 1}])
def test_anything_but_one_code_has_to_be_mended(client: Client, operation: OperationView, body: object) -> None:
    assert post(client, STATUS, body).status_code == 422


def test_a_receipt_that_waits_for_a_look_says_so_and_is_not_settled(client: Client, operation: OperationView) -> None:
    flood_watch().gate = Gate(FloodLimits(free=1, free_in_surge=1))
    post(client, SIGN_UPS, {})
    receipt = told(post(client, SIGN_UPS, offer(), headers={"Proof": "none"}))["receipt_code"]

    answer = told(post(client, STATUS, {"receipt_code": receipt}))

    assert answer["status"] == "checking"
    assert answer["next_word_on"] == "2026-10-08"
    assert not PersonalCode.objects.exists()


def test_guessing_codes_is_slowed_down(client: Client, operation: OperationView) -> None:
    flood_watch().gate = Gate(FloodLimits(free=1, free_in_surge=1, hard=3))
    for _ in range(3):
        post(client, STATUS, {"receipt_code": "KSG8-SJXGJ-JBGZ5"})

    assert post(client, STATUS, {"receipt_code": "KSG8-SJXGJ-JBGZ5"}).status_code == 429


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", SIGN_UPS, "POST"),
        ("DELETE", SIGN_UPS, "POST"),
        ("POST", "/api/v1/operations", "GET, HEAD"),
        ("PUT", STATUS, "POST"),
    ],
)
def test_another_method_is_answered_in_json(client: Client, db: None, method: str, path: str, allowed: str) -> None:
    response = client.generic(method, path)

    assert response.status_code == 405
    assert response["Allow"] == allowed
    assert told(response)["code"] == "wrong_method"


def test_an_address_that_is_none_is_answered_in_json(client: Client, db: None) -> None:
    assert told(client.get("/api/v1/nothing"))["code"] == "no_such_address"


def test_the_document_names_every_field_of_the_rule(client: Client, db: None) -> None:
    document = json.loads(client.get("/api/openapi.json").content)

    assert document["openapi"] == "3.1.0"
    assert set(document["components"]["schemas"]["SignUp"]["properties"]) == {*FIELDS, "operation"}
