"""Everyone's own page: what opens it, what it says, and what may be done there."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from standby.domain.statuses import PersonStatus
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.models import JournalEntry
from standby.rooms.callup.models import Call, CallState
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links, make_receipt, revoke_codes
from standby.rooms.people.models import Reached
from standby.rooms.people.queries.persons import person_by_ref
from standby.rooms.people.values import PersonView

Calls = Callable[[PersonView], PersonView]


@pytest.fixture
def open_page(client: Client, operation: OperationView, now: datetime) -> Callable[[PersonView], Client]:
    """Opens somebody's own page by their personal link."""

    def by_link(person: PersonView) -> Client:
        token = make_links(operation_id=operation.id, person_ids=[person.id], now=now)[person.id]
        client.get(f"/status/l/{token}/")
        return client

    return by_link


def _again(operation: OperationView, person: PersonView) -> PersonView:
    found = person_by_ref(operation_id=operation.id, ref=person.ref)
    assert found is not None
    return found


def test_a_link_opens_the_page_and_leaves_the_address_at_once(
    client: Client, the_helper: PersonView, operation: OperationView, now: datetime
) -> None:
    token = make_links(operation_id=operation.id, person_ids=[the_helper.id], now=now)[the_helper.id]

    response = client.get(f"/status/l/{token}/")

    assert response.status_code == 302
    assert response["Location"] == "/status/"
    assert b"You are standing by. Please do not travel." in client.get("/status/").content


def test_a_receipt_code_opens_the_page_however_it_is_typed(
    client: Client, the_helper: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    code = make_receipt(operation=operation, person_id=the_helper.id, person_ref=the_helper.ref, by=machine, now=now)

    client.post("/status/", {"code": f" {code.lower().replace('-', ' ')} "})

    assert b"You are standing by" in client.get("/status/").content
    assert Reached.objects.filter(person_id=the_helper.id, how="page").count() == 1


@pytest.mark.parametrize("code", ["", "wrong", "0000-00000-00000", "Ա" * 40])
def test_a_wrong_code_opens_nothing_and_says_what_to_do(client: Client, db: None, code: str) -> None:
    answer = client.post("/status/", {"code": code})

    assert answer.status_code == 200
    assert b'class="field wrong"' in answer.content


def test_a_code_that_was_taken_back_closes_the_page_at_once(
    open_page: Callable[[PersonView], Client],
    the_helper: PersonView,
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    visitor = open_page(the_helper)

    revoke_codes(operation=operation, person_id=the_helper.id, person_ref=the_helper.ref, by=machine, now=now)

    assert b"You are standing by" not in visitor.get("/status/").content


def test_before_accepting_nobody_reads_the_site(
    open_page: Callable[[PersonView], Client], the_helper: PersonView, calls: Calls
) -> None:
    page = open_page(calls(the_helper)).get("/status/").content.decode()

    assert "North" in page
    assert "three meals" in page
    assert "Mountain Relief" in page
    for secret in ("School in the valley", "Invented Street", "At the gate", "Vardan", "school-1"):
        assert secret not in page


def test_whoever_accepts_reads_where_to_come(
    open_page: Callable[[PersonView], Client], the_helper: PersonView, calls: Calls, operation: OperationView
) -> None:
    visitor = open_page(calls(the_helper))
    call = Call.objects.get(person_id=the_helper.id)

    visitor.post(f"/status/calls/{call.ref}/accept/", {"terms": str(operation.terms_version)})

    page = visitor.get("/status/").content.decode()
    assert "School in the valley" in page
    assert "At the gate" in page
    assert _again(operation, the_helper).status is PersonStatus.ACCEPTED


def test_terms_that_nobody_read_are_not_accepted(
    open_page: Callable[[PersonView], Client], the_helper: PersonView, calls: Calls, operation: OperationView
) -> None:
    visitor = open_page(calls(the_helper))
    call = Call.objects.get(person_id=the_helper.id)

    answer = visitor.post(f"/status/calls/{call.ref}/accept/", {"terms": ""})

    assert answer.status_code == 409
    assert _again(operation, the_helper).status is PersonStatus.CALLED


def test_nothing_is_done_by_opening_an_address(
    open_page: Callable[[PersonView], Client], the_helper: PersonView, calls: Calls, operation: OperationView
) -> None:
    visitor = open_page(calls(the_helper))
    call = Call.objects.get(person_id=the_helper.id)

    for address in (f"calls/{call.ref}/accept/", f"calls/{call.ref}/decline/", "withdraw/", "again/", "read/"):
        assert visitor.get(f"/status/{address}").status_code == 405

    assert _again(operation, the_helper).status is PersonStatus.CALLED


def test_a_withdrawal_frees_the_place_and_can_be_undone(
    open_page: Callable[[PersonView], Client], the_helper: PersonView, calls: Calls, operation: OperationView
) -> None:
    visitor = open_page(calls(the_helper))

    visitor.post("/status/withdraw/")

    assert Call.objects.get(person_id=the_helper.id).state == CallState.WITHDRAWN
    assert _again(operation, the_helper).status is PersonStatus.WITHDRAWN

    visitor.post("/status/again/")

    assert _again(operation, the_helper).status is PersonStatus.STAND_BY


def test_nobody_answers_for_somebody_else(
    open_page: Callable[[PersonView], Client],
    the_helper: PersonView,
    the_driver: PersonView,
    calls: Calls,
    operation: OperationView,
) -> None:
    calls(the_driver)
    call = Call.objects.get(person_id=the_driver.id)
    visitor = open_page(the_helper)

    answer = visitor.post(f"/status/calls/{call.ref}/decline/")

    assert answer.status_code == 409
    assert _again(operation, the_driver).status is PersonStatus.CALLED


def test_an_incomplete_offer_is_completed_in_ones_own_words(
    open_page: Callable[[PersonView], Client], registers: Callable[..., PersonView], operation: OperationView
) -> None:
    someone = registers(roles=(), windows=(), phones=("+37400000077",))
    visitor = open_page(someone)
    said = {
        "words": "медсестра",
        "level": "2",
        "languages": ["ru"],
        "first_day": "2099-01-01",
        "last_day": "2099-01-20",
        "home": "",
    }

    looked = visitor.post("/status/complete/", {**said, "look": "1"}).content.decode()
    assert 'value="2221/' in looked
    visitor.post("/status/complete/", {**said, "roles": ["2221/"]})

    found = _again(operation, someone)
    assert found.status is PersonStatus.STAND_BY
    assert [role.code for role in found.offer.roles] == ["2221"]
    assert not found.offer.roles[0].is_verified


@pytest.mark.parametrize(
    ("first", "last"), [("2099-02-01", "2099-01-01"), ("2001-01-01", "2001-02-01"), ("2099-01-01", "2105-01-01")]
)
def test_impossible_days_get_a_clear_answer(
    open_page: Callable[[PersonView], Client], the_helper: PersonView, first: str, last: str
) -> None:
    answer = open_page(the_helper).post(
        "/status/complete/",
        {"roles": ["9629/"], "level": "1", "languages": ["hy"], "first_day": first, "last_day": last},
    )

    assert answer.status_code == 200
    assert b"wrong" in answer.content


def test_neither_session_nor_journal_holds_a_name(
    open_page: Callable[[PersonView], Client], the_helper: PersonView
) -> None:
    visitor = open_page(the_helper)
    visitor.post("/status/withdraw/")

    kept = repr(dict(visitor.session.items())) + repr(list(JournalEntry.objects.values()))

    for secret in ("Anahit", "Testyan", "37400000001", "helper@example.org"):
        assert secret not in kept
