"""Somebody stands at the desk: one form, the same steps as a list, and a slip at the end."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from tests.rooms.people.cast import partition

from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.models import User
from standby.rooms.people.models import Person, Registration
from standby.rooms.people.queries.persons import details_of

LogIn = Callable[[User], Client]
REGISTER = "/desk/register/"
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
    page = logged_in(registrar_user).post(REGISTER, {**SAID, "roles": [], "look": "1"}).content.decode()

    assert 'value="2221/"' in page
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


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("name", "", "required"),
        ("phone", "12", "This is no telephone number we can call."),
        ("is_of_age", "", "Only people of 18 years and over"),
        ("last_day", "2020-01-01", "The last day is before the first."),
        ("roles", [], "press “Look for it”"),
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
