"""Somebody stands at the desk: one form, the same steps as a list, and a slip at the end."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from tests.rooms.people.cast import partition

from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.models import JournalEntry
from standby.rooms.enquiry.actions.papers import print_forms
from standby.rooms.enquiry.actions.queues import open_queue
from standby.rooms.enquiry.actions.tickets import give_ticket
from standby.rooms.enquiry.codes import shown_form_number
from standby.rooms.enquiry.models import PaperForm, Ticket
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import Person, Registration
from standby.rooms.people.queries.persons import details_of

LogIn = Callable[[User], Client]
REGISTER = "/desk/register/"
PAPER = "/desk/register/paper/"
_TOMORROW = date.today() + timedelta(days=1)  # noqa: DTZ011  # the site's own clock runs in this test
SAID = {
    "name": "Անահիտ Փորձյան",
    "phone": "+374 00 000091",
    "email": "",
    "language": "hy",
    "words": "nurse",
    "roles": ["2221/"],
    "level": "2",
    "languages": ["hy"],
    "first_day": _TOMORROW.isoformat(),
    "last_day": (_TOMORROW + timedelta(days=9)).isoformat(),
    "is_of_age": "on",
}


def test_words_find_roles_and_nothing_is_stored_by_looking(logged_in: LogIn, registrar_user: User) -> None:
    page = logged_in(registrar_user).post(REGISTER, {**SAID, "roles": []}).content.decode()

    assert re.search(r'value="2221/"[^>]*autofocus[^>]*checked|value="2221/"[^>]*checked[^>]*autofocus', page)
    assert "Անահիտ Փորձյան" in page
    assert not Registration.objects.exists()


def test_whoever_is_registered_stands_by_and_takes_a_slip_home_in_their_language(
    logged_in: LogIn, registrar_user: User
) -> None:
    page = logged_in(registrar_user).post(REGISTER, SAID).content.decode()

    person = Person.objects.get()
    assert person.status == PersonStatus.STAND_BY
    assert person.code_word in page
    assert '<p class="code">' in page
    assert 'lang="hy"' in page.partition('class="slip')[2]
    assert details_of([person.id])[person.id].full_name == "Անահիտ Փորձյան"
    assert details_of([person.id])[person.id].phones == ("+37400000091",)


def test_the_same_form_sent_twice_registers_once(logged_in: LogIn, registrar_user: User) -> None:
    browser = logged_in(registrar_user)
    for _ in range(2):
        browser.post(REGISTER, {**SAID, "idempotency_key": "one"})

    assert Registration.objects.count() == 1


def test_somebody_who_was_registered_before_is_found_and_not_added(logged_in: LogIn, registrar_user: User) -> None:
    browser = logged_in(registrar_user)
    browser.post(REGISTER, SAID)
    again = browser.post(REGISTER, SAID).content.decode()
    browser.post(REGISTER, {**SAID, "email": "anahit@example.org"})

    assert "nobody was added" in again
    assert [len(group) for group in partition().values()] == [2]


def test_an_offer_to_fight_is_refused_and_nothing_of_it_is_kept(logged_in: LogIn, registrar_user: User) -> None:
    page = logged_in(registrar_user).post(REGISTER, {**SAID, "words": "sniper"}).content.decode()

    assert "civilian help only" in page
    assert not Registration.objects.exists()


def test_words_that_mean_nothing_are_asked_for_again(logged_in: LogIn, registrar_user: User) -> None:
    page = logged_in(registrar_user).post(REGISTER, {**SAID, "words": "qqqqxxxx", "roles": []}).content.decode()

    assert "Nothing was found for these words." in page
    assert not Registration.objects.exists()


def test_words_that_were_changed_are_looked_up_again(logged_in: LogIn, registrar_user: User) -> None:
    page = logged_in(registrar_user).post(REGISTER, {**SAID, "looked": "driver"}).content.decode()

    assert 'name="looked" value="nurse"' in page
    assert not Registration.objects.exists()


def test_what_was_looked_up_is_stored(logged_in: LogIn, registrar_user: User) -> None:
    logged_in(registrar_user).post(REGISTER, {**SAID, "looked": "nurse"})

    assert Registration.objects.count() == 1


def test_who_may_be_the_same_person_is_shown_before_anything_is_stored(logged_in: LogIn, registrar_user: User) -> None:
    browser = logged_in(registrar_user)
    browser.post(REGISTER, SAID)
    same = browser.post(REGISTER, {**SAID, "name": "Anahit Pordzyan", "roles": []}).content.decode()
    named = browser.post(REGISTER, {**SAID, "phone": "", "roles": []}).content.decode()
    other = browser.post(REGISTER, {**SAID, "name": "Gagik Nor", "roles": []}).content.decode()

    assert "what you store is added to what is known of them" in same
    assert "Անահիտ Փորձյան" in same.partition("Registered already?")[2]
    assert "The same name." in named
    assert "Registered already?" not in other
    assert Registration.objects.count() == 1


def test_that_names_were_opened_for_it_is_journalled_without_them(logged_in: LogIn, registrar_user: User) -> None:
    browser = logged_in(registrar_user)
    browser.post(REGISTER, SAID)
    browser.post(REGISTER, {**SAID, "roles": []})

    entry = JournalEntry.objects.filter(action="people.search").get()
    assert entry.detail == '{"people": 1}'


@pytest.fixture
def form_number(operation: OperationView, machine: Actor, now: datetime) -> str:
    print_forms(operation=operation, language="hy", copies=1, by=machine, now=now - timedelta(days=2))
    return shown_form_number(PaperForm.objects.get().number)


def on_paper(number: str) -> dict[str, object]:
    return {**SAID, "number": number, "written_on": "4.10", "written_hour": "9.15"}


def test_a_form_of_paper_counts_from_the_hour_written_on_it(
    logged_in: LogIn, registrar_user: User, form_number: str, now: datetime
) -> None:
    page = logged_in(registrar_user).post(PAPER, on_paper(form_number)).content.decode()

    registration, person = Registration.objects.get(), Person.objects.get()
    written_at = datetime(2026, 10, 4, 5, 15, tzinfo=UTC)
    assert (registration.registered_at, registration.recorded_at) == (written_at, now)
    assert person.registered_at == written_at
    assert PaperForm.objects.get().person == person.ref
    assert PAPER in page


def test_a_form_of_paper_is_typed_in_once(logged_in: LogIn, registrar_user: User, form_number: str) -> None:
    browser = logged_in(registrar_user)
    browser.post(PAPER, on_paper(form_number))
    again = browser.post(PAPER, {**on_paper(form_number), "name": "Somebody Else"}).content.decode()

    assert "typed in already" in again
    assert Registration.objects.count() == 1


def test_whoever_is_known_and_asked_on_paper_before_keeps_that_place(
    logged_in: LogIn, registrar_user: User, form_number: str
) -> None:
    browser = logged_in(registrar_user)
    browser.post(REGISTER, SAID)
    browser.post(PAPER, {**on_paper(form_number), "email": "anahit@example.org"})

    assert Person.objects.get().registered_at == datetime(2026, 10, 4, 5, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("number", "000 001 X", "no number of a form"),
        ("written_hour", "25", "Type the hour"),
        ("written_on", "1.1", "cannot have been filled in before"),
        ("written_on", "5.10", ""),
    ],
)
def test_the_hour_on_a_form_is_looked_at(
    field: str, value: str, says: str, logged_in: LogIn, registrar_user: User, form_number: str
) -> None:
    page = logged_in(registrar_user).post(PAPER, {**on_paper(form_number), field: value}).content.decode()

    assert says in page
    assert Registration.objects.exists() is (not says)


def test_from_a_counter_the_slip_leads_to_the_next_number(
    logged_in: LogIn, registrar_user: User, operation: OperationView, machine: Actor, now: datetime
) -> None:
    browser = logged_in(registrar_user)
    queue = open_queue(operation=operation, place="Entrance", by=machine, now=now)
    for _ in range(2):
        give_ticket(operation=operation, queue_ref=queue.ref, language="hy", by=machine, now=now)
    at_counter = f"?queue={queue.ref}&counter=3"
    form = browser.post("/desk/register/next/", {"queue": queue.ref, "counter": "3"}, follow=True).content.decode()
    slip = browser.post(f"{REGISTER}{at_counter}", SAID).content.decode()
    browser.post("/desk/register/next/", {"queue": queue.ref, "counter": "3"})
    nobody = browser.post("/desk/register/next/", {"queue": queue.ref, "counter": "3"})

    assert "Number 1: who is here?" in form
    assert "Call the next number" in slip
    assert list(Ticket.objects.order_by("number").values_list("state", flat=True)) == ["served", "called"]
    assert nobody.status_code == 409


@pytest.mark.parametrize("counter", ["", "0x1", "999", "²"])
def test_a_counter_that_is_none_is_no_broken_page(counter: str, logged_in: LogIn, registrar_user: User) -> None:
    browser = logged_in(registrar_user)

    assert browser.get(REGISTER, {"queue": "0" * 16, "counter": counter}).status_code == 200
    assert browser.post("/desk/register/next/", {"queue": "x", "counter": counter}).status_code == 409


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("name", "", "required"),
        ("phone", "12", "This is no telephone number we can call."),
        ("is_of_age", "", "Only people of 18 years and over"),
        ("last_day", "2020-01-01", "The last day is before the first."),
        ("last_day", "2999-01-01", "more than a year"),
        ("words", "", "one word is enough"),
        ("languages", "klingon", "“klingon” is no language we know"),
        ("first_day", "31.2", "Type the day and the month"),
    ],
)
def test_what_is_missing_is_asked_for_again(
    field: str, value: object, says: str, logged_in: LogIn, registrar_user: User
) -> None:
    page = logged_in(registrar_user).post(REGISTER, {**SAID, field: value}).content.decode()

    assert says in page
    assert not Registration.objects.exists()


@pytest.mark.parametrize("login", ["verifier_user", "auditor_user", "site_contact_user"])
def test_others_do_not_register_anybody(login: str, request: pytest.FixtureRequest, logged_in: LogIn) -> None:
    browser = logged_in(request.getfixturevalue(login))

    assert (browser.get(REGISTER).status_code, browser.post(REGISTER, SAID).status_code) == (404, 404)
