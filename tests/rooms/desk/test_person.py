"""One person's card: what it shows to whom, what may be done there, and that nothing leaks from it."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.rooms.conftest import Register
from tests.rooms.people.cast import Family, partition, said_of, status_of

from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.models import User
from standby.rooms.audit.models import JournalEntry
from standby.rooms.audit.queries import verify_chain
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import MatchKey, Person, PersonalCode, SearchPrefix
from standby.rooms.people.queries.access import holder_of_receipt
from standby.rooms.people.queries.persons import named, search
from standby.rooms.people.values import PersonView
from standby.rooms.places.models import Home
from standby.rooms.vault.models import SubjectKey

LogIn = Callable[[User], Client]


def card(person: PersonView) -> str:
    return f"/desk/person/{person.ref}/"


def test_a_card_says_where_somebody_stands_and_how_they_are_reached(
    logged_in: LogIn, registrar_user: User, the_helper: PersonView
) -> None:
    page = logged_in(registrar_user).get(card(the_helper)).content.decode()

    assert "Anahit Testyan" in page
    assert "standing by" in page
    assert "+37400000001" in page
    assert the_helper.code_word in page


@pytest.mark.parametrize(("names", "said"), [({"hy": "Երևան", "en": "Yerevan"}, "Yerevan"), ({}, "evn")])
def test_a_card_names_the_town_somebody_sets_out_from(
    logged_in: LogIn,
    registrar_user: User,
    registers: Register,
    operation: OperationView,
    names: dict[str, str],
    said: str,
) -> None:
    Home.objects.create(operation_id=operation.id, code="evn", names=names)
    person = registers(home="evn")

    page = " ".join(logged_in(registrar_user).get(card(person)).content.decode().split())

    assert f"<dt>Sets out from</dt> <dd> {said} </dd>" in page


def test_every_look_at_a_card_is_journalled_by_references_only(
    logged_in: LogIn, registrar_user: User, the_helper: PersonView
) -> None:
    logged_in(registrar_user).get(card(the_helper))

    entry = JournalEntry.objects.get(action="person.view")
    assert (entry.actor, entry.subject, entry.detail) == (f"staff:{registrar_user.ref}", the_helper.ref, "{}")


def test_an_auditor_reads_the_history_and_no_name(logged_in: LogIn, auditor_user: User, the_helper: PersonView) -> None:
    page = logged_in(auditor_user).get(card(the_helper)).content.decode()

    assert the_helper.ref in page
    assert "A registration came in" in page
    assert not any(said in page for said in ("Testyan", "Anahit", "+37400000001", "helper@example.org"))


@pytest.mark.parametrize("login", ["site_contact_user", "other_coordinator_user"])
def test_a_card_is_not_there_for_others(
    login: str, request: pytest.FixtureRequest, logged_in: LogIn, the_helper: PersonView
) -> None:
    assert logged_in(request.getfixturevalue(login)).get(card(the_helper)).status_code == 404


@pytest.mark.parametrize(
    "deed", ["correct", "take", "give-back", "withdraw", "offer-again", "revoke", "receipt", "erase"]
)
@pytest.mark.parametrize("login", ["verifier_user", "auditor_user", "site_contact_user"])
def test_only_registrars_and_coordinators_do_anything_for_a_person(
    login: str, deed: str, request: pytest.FixtureRequest, logged_in: LogIn, the_helper: PersonView
) -> None:
    answer = logged_in(request.getfixturevalue(login)).post(f"{card(the_helper)}{deed}/")

    assert answer.status_code == 404
    assert status_of(the_helper).status is PersonStatus.STAND_BY


@pytest.mark.parametrize("deed", ["correct", "take", "give-back", "withdraw", "offer-again", "revoke", "receipt"])
def test_nothing_is_done_by_opening_an_address(
    deed: str, logged_in: LogIn, registrar_user: User, the_helper: PersonView
) -> None:
    assert logged_in(registrar_user).get(f"{card(the_helper)}{deed}/").status_code == 405


def test_a_registrar_does_not_erase(logged_in: LogIn, registrar_user: User, the_helper: PersonView) -> None:
    assert logged_in(registrar_user).post(f"{card(the_helper)}erase/").status_code == 404


def test_a_corrected_name_goes_before_what_lists_say_and_is_found(
    logged_in: LogIn, registrar_user: User, the_helper: PersonView, operation: OperationView
) -> None:
    logged_in(registrar_user).post(
        f"{card(the_helper)}correct/", {"name": "Anahit Newname", "phone": "+374 00 000077", "email": ""}
    )

    (found,) = named(search(operation_id=operation.id, text="Newname"))
    assert found.details.full_name == "Anahit Newname"
    assert found.details.phones[0] == "+37400000077"
    assert found.details.emails == ("helper@example.org",)


def test_a_telephone_that_is_none_is_answered_with_what_to_do(
    logged_in: LogIn, registrar_user: User, the_helper: PersonView
) -> None:
    page = logged_in(registrar_user).post(f"{card(the_helper)}correct/", {"phone": "call me"}).content.decode()

    assert "This is no telephone number we can call." in page


def test_a_registration_is_taken_away_and_given_back_from_the_card(
    logged_in: LogIn, registrar_user: User, family: Family
) -> None:
    person, _ = family.one_person_by_rule()
    browser, before, taken = logged_in(registrar_user), partition(), said_of(person)[1]

    answer = browser.post(f"{card(person)}take/", {"registration": taken}, follow=True)
    parted = partition()
    browser.post(f"{card(person)}give-back/", {"registration": taken})

    assert "Give it back" in answer.content.decode()
    assert len(parted) == 2
    assert partition() == before


def test_the_last_registration_stays_and_the_page_says_so(
    logged_in: LogIn, registrar_user: User, the_helper: PersonView
) -> None:
    answer = logged_in(registrar_user).post(f"{card(the_helper)}take/", {"registration": said_of(the_helper)[0]})

    assert answer.status_code == 409
    assert "Leave at least one registration" in answer.content.decode()


def test_somebody_withdraws_by_telephone_and_offers_again(
    logged_in: LogIn, registrar_user: User, the_helper: PersonView
) -> None:
    browser = logged_in(registrar_user)

    browser.post(f"{card(the_helper)}withdraw/")
    withdrawn = status_of(the_helper).status
    browser.post(f"{card(the_helper)}offer-again/")

    assert withdrawn is PersonStatus.WITHDRAWN
    assert status_of(the_helper).status is PersonStatus.STAND_BY


def test_a_new_slip_opens_the_page_and_the_old_one_no_longer(
    logged_in: LogIn, registrar_user: User, the_helper: PersonView, now: datetime
) -> None:
    browser = logged_in(registrar_user)

    old = _code_on(browser.post(f"{card(the_helper)}receipt/").content.decode())
    new = _code_on(browser.post(f"{card(the_helper)}receipt/").content.decode())

    assert holder_of_receipt(old, now=now) is None
    found = holder_of_receipt(new, now=now)
    assert found is not None
    assert found.person_ref == the_helper.ref


def test_the_same_slip_sent_for_twice_is_made_once(
    logged_in: LogIn, registrar_user: User, the_helper: PersonView
) -> None:
    browser = logged_in(registrar_user)

    first = browser.post(f"{card(the_helper)}receipt/", {"idempotency_key": "k1"})
    second = browser.post(f"{card(the_helper)}receipt/", {"idempotency_key": "k1"})

    assert first.status_code == 200
    assert second["Location"] == card(the_helper)
    assert PersonalCode.objects.filter(person_id=the_helper.id).count() == 1


def test_codes_taken_back_open_nothing(
    logged_in: LogIn, registrar_user: User, the_helper: PersonView, now: datetime
) -> None:
    browser = logged_in(registrar_user)
    code = _code_on(browser.post(f"{card(the_helper)}receipt/").content.decode())

    browser.post(f"{card(the_helper)}revoke/")

    assert holder_of_receipt(code, now=now) is None


def test_whoever_is_erased_can_be_read_nowhere(
    logged_in: LogIn, coordinator_user: User, the_helper: PersonView, operation: OperationView
) -> None:
    browser = logged_in(coordinator_user)
    registrations = said_of(the_helper)

    answer = browser.post(f"{card(the_helper)}erase/")

    assert answer.status_code == 200
    assert not SubjectKey.objects.filter(subject__in=[the_helper.ref, *registrations]).exists()
    assert not MatchKey.objects.exists()
    assert not SearchPrefix.objects.exists()
    assert browser.get(card(the_helper)).status_code == 404
    assert search(operation_id=operation.id, text="Testyan") == []
    assert Person.objects.get(id=the_helper.id).status == PersonStatus.WITHDRAWN
    assert JournalEntry.objects.filter(action="person.erase", subject=the_helper.ref).exists()
    assert verify_chain(operation=operation.ref).broken_at is None


def test_erasing_takes_along_whoever_was_found_to_be_the_same_person(
    logged_in: LogIn, coordinator_user: User, family: Family
) -> None:
    first, second, pair = family.two_people_in_doubt()
    browser = logged_in(coordinator_user)
    browser.post(f"{card(second)}correct/", {"name": "Anna Ownword"})
    browser.post(f"/desk/pairs/{pair.ref}/", {"verdict": "same"})

    browser.post(f"{card(first)}erase/")

    assert SubjectKey.objects.filter(subject__in=[first.ref, second.ref]).count() == 0
    assert browser.get(card(second)).status_code == 404


def test_a_card_costs_no_more_queries_with_many_registrations(
    logged_in: LogIn, registrar_user: User, family: Family
) -> None:
    person, _ = family.one_person_by_rule()
    browser = logged_in(registrar_user)
    browser.get(card(person))
    with CaptureQueriesContext(connection) as for_two:
        browser.get(card(person))
    for number in range(6):
        family.registers(given="Anna", email=f"anna{number}@example.org")

    with CaptureQueriesContext(connection) as for_eight:
        browser.get(card(person))

    assert len(said_of(person)) == 8
    assert len(for_eight) == len(for_two) <= 32


def test_no_name_reaches_the_session_or_the_journal(
    logged_in: LogIn, registrar_user: User, the_helper: PersonView
) -> None:
    browser = logged_in(registrar_user)
    browser.get(card(the_helper))
    browser.post(f"{card(the_helper)}correct/", {"name": "Anahit Newname", "phone": "", "email": ""})
    browser.post(f"{card(the_helper)}receipt/")

    written = [str(session.get_decoded()) for session in Session.objects.all()]
    written += [f"{entry.detail} {entry.subject} {entry.actor}" for entry in JournalEntry.objects.all()]

    assert not any(said in text for text in written for said in ("Anahit", "Testyan", "Newname", "+374"))


def _code_on(page: str) -> str:
    return page.split('<p class="code">')[1].split("</p>", maxsplit=1)[0]
