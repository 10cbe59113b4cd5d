"""Doubtful pairs, one after the other: what is shown, who decides, and taking the last word back."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.rooms.people.cast import Family, partition, person_by_id, said_of, status_of

from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import PersonStatus
from standby.identity import DoubtReason
from standby.rooms.accounts.models import User
from standby.rooms.audit.models import JournalEntry
from standby.rooms.callup.models import Call
from standby.rooms.desk.side_by_side import compared, doubt_sentence
from standby.rooms.messages.models import Message
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.joining import LINKS_TWO_PEOPLE
from standby.rooms.people.models import DoubtfulPair
from standby.rooms.people.queries.pairs import next_pair
from standby.rooms.people.values import PersonView

LogIn = Callable[[User], Client]
PAIRS = "/desk/pairs/"


def test_a_pair_stands_side_by_side_with_the_reason_in_words(
    logged_in: LogIn, registrar_user: User, family: Family
) -> None:
    family.two_people_in_doubt()

    page = logged_in(registrar_user).get(PAIRS).content.decode()

    assert "but their fathers&#x27; names differ." in page
    assert "1 pair is in doubt." in page
    assert "<u><b>" in page


def test_every_reason_to_doubt_has_a_sentence_of_its_own() -> None:
    sentences = {doubt_sentence(why) for why in (*DoubtReason, LINKS_TWO_PEOPLE)}

    assert len(sentences) == len(DoubtReason) + 1


def test_letters_that_differ_are_marked_within_one_script_only(family: Family, operation: OperationView) -> None:
    family.registers(given="Anna", surname="Testyan", patronymic="Borisovna")
    family.registers(given="Աննա", surname="Թեստյան", patronymic="Viktorovna")
    pair = next_pair(operation_id=operation.id, default_region="AM")
    assert pair is not None

    lines = {line.what: line for line in compared(pair)}

    assert [piece.differs for piece in lines["Given name"].first] == [False]
    assert lines["Given name"].word == "the same"
    assert any(piece.differs for piece in lines["Father's name"].first)
    assert "".join(piece.text for piece in lines["Father's name"].second) == "Viktorovna"


def test_others_on_the_same_telephone_are_named_as_a_household(
    logged_in: LogIn, registrar_user: User, family: Family
) -> None:
    family.registers(given="Gagik")
    family.two_people_in_doubt()

    page = logged_in(registrar_user).get(PAIRS).content.decode()

    assert "Gagik Testyan" in page
    assert "Families share telephones." in page


def test_families_that_share_a_telephone_stay_apart_without_a_question(
    logged_in: LogIn, registrar_user: User, family: Family
) -> None:
    for given in ("Gagik", "Vera", "Boris"):
        family.registers(given=given)

    page = logged_in(registrar_user).get(PAIRS).content.decode()

    assert "No pair is in doubt" in page
    assert len(partition()) == 3


def test_a_verdict_is_stored_and_can_be_undone_on_the_next_page(
    logged_in: LogIn, registrar_user: User, family: Family
) -> None:
    first, second, pair = family.two_people_in_doubt()
    browser = logged_in(registrar_user)

    after = browser.post(f"{PAIRS}{pair.ref}/", {"verdict": "same"}, follow=True).content.decode()
    joined = len(said_of(first))
    browser.post(f"{PAIRS}{pair.ref}/", {"verdict": "undone"})

    assert "are one person" in after
    assert joined == 2
    assert [len(said_of(person)) for person in (first, second)] == [1, 1]


def test_a_skipped_pair_comes_again_and_the_next_one_comes_now(
    logged_in: LogIn, registrar_user: User, family: Family
) -> None:
    _, _, pair = family.two_people_in_doubt()
    browser = logged_in(registrar_user)

    skipped = browser.get(f"{PAIRS}?after={pair.id}").content.decode()

    assert "1 pair is left that you skipped." in skipped
    assert pair.ref in browser.get(PAIRS).content.decode()


@pytest.mark.parametrize("after", ["x", "-1", "٣", "99999999999999999999"])
def test_an_address_with_nonsense_is_answered(
    after: str, logged_in: LogIn, registrar_user: User, family: Family
) -> None:
    family.two_people_in_doubt()

    assert logged_in(registrar_user).get(PAIRS, {"after": after}).status_code == 200


@pytest.mark.parametrize("login", ["auditor_user", "site_contact_user", "other_coordinator_user"])
def test_others_neither_see_nor_judge_pairs(
    login: str, request: pytest.FixtureRequest, logged_in: LogIn, family: Family
) -> None:
    _, second, pair = family.two_people_in_doubt()
    browser = logged_in(request.getfixturevalue(login))

    seen = browser.get(PAIRS)
    judged = browser.post(f"{PAIRS}{pair.ref}/", {"verdict": "same"})

    assert seen.status_code == 404 or b"Testyan" not in seen.content
    assert judged.status_code == 404
    assert status_of(second).status is PersonStatus.STAND_BY


def test_a_verdict_that_is_none_is_no_page(logged_in: LogIn, registrar_user: User, family: Family) -> None:
    _, _, pair = family.two_people_in_doubt()

    assert logged_in(registrar_user).post(f"{PAIRS}{pair.ref}/", {"verdict": "perhaps"}).status_code == 404
    assert logged_in(registrar_user).get(f"{PAIRS}{pair.ref}/").status_code == 405


def test_when_both_hold_a_call_the_page_asks_and_the_other_place_is_free_again(
    logged_in: LogIn, registrar_user: User, family: Family, calls: Callable[[PersonView], PersonView]
) -> None:
    first, second, pair = family.two_people_in_doubt()
    calls(first)
    calls(second)
    browser = logged_in(registrar_user)

    asked = browser.get(PAIRS).content.decode()
    unsaid = browser.post(f"{PAIRS}{pair.ref}/", {"verdict": "same"})
    browser.post(f"{PAIRS}{pair.ref}/", {"verdict": "same", "keep": second.ref})

    assert "Both hold a call" in asked
    assert unsaid.status_code == 409
    assert dict(Call.objects.values_list("person_id", "state")) == {first.id: "released", second.id: "called"}
    assert status_of(second).status is PersonStatus.CALLED
    assert status_of(first).status is PersonStatus.DUPLICATE


def test_whoever_is_parted_after_an_announcement_stands_by_and_is_written_to(
    logged_in: LogIn, registrar_user: User, family: Family, calls: Callable[[PersonView], PersonView]
) -> None:
    first = family.registers(given="Anna", patronymic="Borisovna", email="anna@example.org")
    second = family.registers(given="Anna", patronymic="Viktorovna", email="other@example.org")
    pair = DoubtfulPair.objects.get(first_id=first, second_id=second)
    browser = logged_in(registrar_user)
    browser.post(f"{PAIRS}{pair.ref}/", {"verdict": "same"})
    (owner,) = partition()
    calls(person_by_id(owner))

    browser.post(f"{PAIRS}{pair.ref}/", {"verdict": "undone"})

    (other,) = partition().keys() - {owner}
    assert person_by_id(owner).status is PersonStatus.CALLED
    assert person_by_id(other).status is PersonStatus.STAND_BY


def test_a_pair_costs_a_fixed_number_of_queries(logged_in: LogIn, registrar_user: User, family: Family) -> None:
    family.two_people_in_doubt(roles=(OfferedRole(code="8322", level=Level.INDEPENDENT),))
    browser = logged_in(registrar_user)
    browser.get(PAIRS)
    with CaptureQueriesContext(connection) as alone:
        browser.get(PAIRS)
    for number in range(12):
        family.registers(given=f"Gagik{number}")

    with CaptureQueriesContext(connection) as with_many_relatives:
        browser.get(PAIRS)

    assert len(with_many_relatives) <= len(alone) + 4 <= 30


def test_looking_at_a_pair_is_journalled_without_names(logged_in: LogIn, registrar_user: User, family: Family) -> None:
    _, _, pair = family.two_people_in_doubt()

    logged_in(registrar_user).get(PAIRS)

    assert JournalEntry.objects.get(action="pair.view").subject == pair.ref
    assert not Message.objects.exists()
