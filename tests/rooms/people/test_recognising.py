"""Whoever signs up is looked up for the desk, and learns nothing by it: not by a word, not by a wait."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.rooms.people.cast import Family
from tests.rooms.people.signing import Answer, receipt_hash, sign_up

from standby.domain.offers import LicenceClaim, PersonalDetails
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.recognising import look_up_newcomers
from standby.rooms.people.actions.settling import settle_sign_ups
from standby.rooms.people.actions.signing_up import Receipt, Sent, receive_sign_ups
from standby.rooms.people.models import DoorLook, DoubtfulPair, NameKey, Person
from standby.rooms.people.queries.access import holder_of_receipt
from standby.rooms.people.queries.knowing import MOST_BEARERS, Known, Likeness, recognise
from standby.rooms.people.queries.pairs import open_pairs

Knows = Callable[..., Known]


@pytest.fixture
def knows(operation: OperationView) -> Knows:
    def ask(**said: object) -> Known:
        return recognise(operation_id=operation.id, sought={0: PersonalDetails(**said)})[0].answer  # type: ignore[arg-type]

    return ask


@pytest.fixture
def signs_up(operation: OperationView, now: datetime) -> Callable[..., Receipt]:
    def sign(key: str, **answers: Answer) -> Receipt:
        (receipt,) = receive_sign_ups(operation=operation, sent=[Sent(key=key, sign_up=sign_up(**answers))], now=now)
        assert isinstance(receipt, Receipt)
        settle_sign_ups(operation=operation, public_url="https://example.org", now=now, only=[receipt_hash(receipt)])
        return receipt

    return sign


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"name": "Աննա Թեստյան", "phones": ("+37400000055",)}, Known.KNOWN),
        ({"name": "Анна Тестян"}, Known.PERHAPS),
        ({"name": "Testian Anna"}, Known.PERHAPS),
        ({"name": "Boris Testyan", "phones": ("+37400000055",)}, Known.NEW),
        ({"name": "Anna Borisova"}, Known.NEW),
        ({"name": ""}, Known.NEW),
        ({"name": "😀" * 5000}, Known.NEW),
        ({"name": "Anna", "licences": (LicenceClaim(role="2212", number="1"),)}, Known.NEW),
    ],
)
def test_the_same_scorer_tells_the_known_from_the_new_across_scripts(
    said: dict[str, object], answer: Known, family: Family, knows: Knows
) -> None:
    family.registers(given="Anna")

    assert knows(**said) is answer


def test_a_name_that_many_bear_says_nothing_by_itself(family: Family, knows: Knows) -> None:
    for number in range(MOST_BEARERS + 1):
        family.registers(given="Anna", phone=f"+374000001{number:02}")

    assert knows(name="Anna Testyan") is Known.NEW
    assert knows(name="Anna Testyan", phones=("+37400000103",)) is Known.KNOWN


def test_another_operation_knows_nobody_of_ours(family: Family, other_operation: OperationView) -> None:
    family.registers(given="Anna")

    found = recognise(operation_id=other_operation.id, sought={0: PersonalDetails(name="Anna Testyan")})

    assert found[0].answer is Known.NEW


def test_what_is_found_is_codes_and_no_name(family: Family, operation: OperationView) -> None:
    row_id = family.registers(given="Anna", birth_date="1980-01-02")

    sought = {0: PersonalDetails(name="Anna Testyan", birth_date="1980-01-02")}
    (found,) = recognise(operation_id=operation.id, sought=sought)[0].likenesses

    assert isinstance(found, Likeness)
    assert (found.registration_id, found.why) == (row_id, "same_name_and_birth_date")
    assert "Testyan" not in repr(found)


def test_many_are_found_at_once_as_each_is_found_alone(
    family: Family, operation: OperationView, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    for number in range(MOST_BEARERS + 1):
        family.registers(given="Anna", phone=f"+374000001{number:02}")
    known = family.registers(given="Boris", birth_date="1980-01-02")
    names = ("Anna Testyan", "Борис Тестян", "Nobody Unknownyan", "")
    sought = {-place: PersonalDetails(name=name, birth_date="1980-01-02") for place, name in enumerate(names)}
    sought |= {known: PersonalDetails(name="Boris Testyan", birth_date="1980-01-02")}

    with django_assert_num_queries(4):
        together = recognise(operation_id=operation.id, sought=sought)

    assert together == {
        row_id: recognise(operation_id=operation.id, sought={row_id: one})[row_id] for row_id, one in sought.items()
    }
    assert [found.answer.value for found in together.values()] == ["new", "perhaps", "new", "new", "new"]


def test_two_who_come_together_are_asked_about_once(
    signs_up: Callable[..., Receipt], operation: OperationView, now: datetime
) -> None:
    for number in range(2):
        signs_up(f"one {number}", email=f"{number}@example.org", phone=f"+3740000009{number}")

    assert look_up_newcomers(operation_id=operation.id, now=now) == 2

    assert DoubtfulPair.objects.get().why == "sounds_alike"


def test_whoever_is_known_gets_the_very_answer_a_stranger_gets(
    family: Family, signs_up: Callable[..., Receipt], operation: OperationView
) -> None:
    """In what is said, and in the work that is done before it is said."""
    family.registers(given="Tigran", surname="Probayan", phone="+37400000002", email="driver@example.org")
    for before in ("the hour's key is made", "and is found again"):
        signs_up(before, name="Vahe Invented", phone="", email=f"{len(before)}@example.org")

    with CaptureQueriesContext(connection) as for_known:
        known = signs_up("known")
    with CaptureQueriesContext(connection) as for_stranger:
        stranger = signs_up("stranger", name="Levon Unknownyan", phone="+37400000077", email="nobody@example.org")

    assert replace(known, code="") == replace(stranger, code="")
    assert [_shape(query) for query in for_known] == [_shape(query) for query in for_stranger]


def test_the_desk_hears_of_it_once_the_newcomer_has_shown_who_they_are(
    family: Family, signs_up: Callable[..., Receipt], operation: OperationView, now: datetime
) -> None:
    family.registers(given="Tigran", surname="Probayan", phone="", email="other@example.org")
    receipt = signs_up("one", phone="+37400000099")

    looked = look_up_newcomers(operation_id=operation.id, now=now)

    assert looked == 1
    assert DoorLook.objects.get().answer == "perhaps"
    assert DoubtfulPair.objects.get().why == "sounds_alike"
    assert open_pairs(operation_id=operation.id) == 0
    holder = holder_of_receipt(receipt.code, now=now)
    assert holder is not None
    Person.objects.filter(ref=holder.person_ref).update(contact_confirmed_at=now)
    assert open_pairs(operation_id=operation.id) == 1


def test_each_is_looked_up_once(signs_up: Callable[..., Receipt], operation: OperationView, now: datetime) -> None:
    signs_up("one")

    assert [look_up_newcomers(operation_id=operation.id, now=now) for _ in range(2)] == [1, 0]
    assert DoorLook.objects.get().answer == "new"


def test_names_are_kept_as_keyed_hashes_alone(family: Family) -> None:
    family.registers(given="Anna")

    assert [len(bytes(row.blind)) for row in NameKey.objects.all()] == [8, 8]


def _shape(query: dict[str, str]) -> str:
    """The beginning of a statement, without its values."""
    return "".join(letter for letter in str(query["sql"])[:40] if not letter.isdigit())
