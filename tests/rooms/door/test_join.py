"""The sign-up at the door: kept page by page, answered at once, and honest to whoever cannot be called."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.people.signing import TODAY

from standby.domain.door import SwitchState
from standby.rooms.audit.actors import Actor
from standby.rooms.door.actions.drafting import drop_expired_drafts
from standby.rooms.door.models import Draft
from standby.rooms.look.once import KEY_FIELD
from standby.rooms.messages.models import Message
from standby.rooms.messages.queries import of_person
from standby.rooms.operations.installation import install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.operations.switches import SwitchChange, set_switch
from standby.rooms.people.models import Person, ReceivedSignUp, RefusedOffers
from standby.rooms.people.queries.persons import person_by_ref
from standby.rooms.vault.models import SubjectKey

pytestmark = pytest.mark.django_db
Answers = dict[str, str | Sequence[str]]

YOU: Answers = {"age": "yes", "affiliation": "no", "name": "Անահիտ Տեստյան", "email": "helper@example.org"}
WHAT: Answers = {"roles": ["8322/"], "level": "2", "languages": ["hy", "ru"]}
WHEN: Answers = {
    "first_day": [TODAY.isoformat()],
    "last_day": [(TODAY + timedelta(days=9)).isoformat()],
    "travel": "own",
    "lodging": "need",
    "party": "alone",
}
SEND: Answers = {"consent": "yes"}


def _at(operation: OperationView, step: str) -> str:
    return reverse("door:join_step", args=[operation.ref, step])


def _answer_all(client: Client, operation: OperationView, **changed: Answers) -> None:
    """Every page but the last."""
    for step, answers in {"you": YOU, "what": WHAT, "when": WHEN}.items():
        client.post(_at(operation, step), {**answers, **changed.get(step, {})})


def _send(client: Client, operation: OperationView, **answers: str | Sequence[str]) -> str:
    return client.post(_at(operation, "send"), {**SEND, **answers}).content.decode()


def test_one_operation_is_gone_straight_into(client: Client, operation: OperationView) -> None:
    assert client.get("/join/").headers["Location"] == _at(operation, "you")


def test_several_operations_are_chosen_from(
    client: Client, operation: OperationView, other_operation: OperationView
) -> None:
    page = client.get("/join/").content.decode()

    assert _at(operation, "you") in page
    assert _at(other_operation, "you") in page


def test_four_pages_end_in_an_answer_with_a_receipt_and_a_person(
    client: Client, operation: OperationView, now: datetime
) -> None:
    _answer_all(client, operation)

    page = _send(client, operation)

    person = Person.objects.get()
    assert "You are registered. You are standing by: please do not travel." in page
    assert (person.status, person.contact_confirmed_at, person.language) == ("stand_by", None, "en")
    assert person.next_word_on == operation.next_word_on(now)
    assert client.get(reverse("door:status")).status_code == 200
    assert person.code_word in client.get(reverse("door:status")).content.decode()


def test_answers_are_kept_sealed_page_by_page_and_lost_when_they_are_sent(
    client: Client, operation: OperationView
) -> None:
    client.post(_at(operation, "you"), YOU)
    draft = Draft.objects.get()
    assert "Տեստյան".encode() not in bytes(draft.sealed)
    assert "Անահիտ Տեստյան" in client.get(_at(operation, "you")).content.decode()

    _answer_all(client, operation)
    _send(client, operation)

    assert not Draft.objects.exists()
    assert not SubjectKey.objects.filter(subject=draft.ref).exists()


def test_answers_nobody_finished_are_lost_after_two_days(
    client: Client, operation: OperationView, now: datetime
) -> None:
    client.post(_at(operation, "you"), YOU)

    assert drop_expired_drafts(now=now + timedelta(hours=47)) == 0
    assert drop_expired_drafts(now=now + timedelta(hours=48)) == 1


def test_somebody_elses_browser_sees_nothing_of_a_draft(client: Client, operation: OperationView) -> None:
    client.post(_at(operation, "you"), YOU)

    assert "Տեստյան" not in Client().get(_at(operation, "you")).content.decode()


def test_the_last_page_sent_twice_gives_the_same_receipt(client: Client, operation: OperationView) -> None:
    _answer_all(client, operation)
    key = client.get(_at(operation, "send")).context["key"]
    first = client.post(_at(operation, "send"), {**SEND, KEY_FIELD: key}).context["receipt"]

    again = client.post(_at(operation, "send"), {**SEND, KEY_FIELD: key}).context["receipt"]

    assert (again.code, again.is_repeat) == (first.code, True)
    assert Person.objects.count() == 1


def test_what_is_wrong_is_said_on_its_page_with_what_to_do(client: Client, operation: OperationView) -> None:
    page = client.post(_at(operation, "you"), {**YOU, "name": "😀", "email": "nobody"}).content.decode()

    assert "Write the name with letters only" in page
    assert "It has one @ and a dot after it" in page


def test_impossible_days_are_explained(client: Client, operation: OperationView) -> None:
    wrong = {**WHEN, "first_day": ["2026-11-09"], "last_day": ["2026-11-01"]}

    page = client.post(_at(operation, "when"), wrong).content.decode()

    assert "The last day is before the first. Look at both again." in page


def test_whoever_left_a_page_out_is_led_back_to_it(client: Client, operation: OperationView) -> None:
    client.post(_at(operation, "what"), WHAT)

    response = client.post(_at(operation, "send"), SEND)

    assert response.headers["Location"] == f"{_at(operation, 'you')}?mend"
    assert "There is no name yet." in client.get(response.headers["Location"]).content.decode()


def test_own_words_find_roles_and_store_nothing(client: Client, operation: OperationView) -> None:
    page = client.post(_at(operation, "what"), {"words": "бухгалтер и водитель", "look": "1"}).content.decode()

    assert 'value="8322/"' in page or 'value="8331/"' in page
    assert not ReceivedSignUp.objects.exists()


@pytest.mark.parametrize(
    ("answers", "said"),
    [({"age": "no"}, "before you are 18"), ({"affiliation": "yes"}, "through your own organisation")],
)
def test_whoever_cannot_be_called_is_told_at_once_and_nothing_is_kept(
    client: Client, operation: OperationView, answers: Answers, said: str
) -> None:
    page = client.post(_at(operation, "you"), {**YOU, **answers}).content.decode()

    assert said in page
    assert not Draft.objects.exists()
    assert not Person.objects.exists()


def test_an_offer_to_fight_is_refused_whole_and_only_counted(client: Client, operation: OperationView) -> None:
    client.post(_at(operation, "you"), YOU)

    page = client.post(_at(operation, "what"), {"words": "снайпер", "look": "1"}).content.decode()

    assert "Nothing that you typed was kept." in page
    assert RefusedOffers.objects.get().number == 1
    assert not Draft.objects.exists()


def test_a_door_that_is_shut_says_so_before_anything_is_typed(
    client: Client, operation: OperationView, machine: Actor, now: datetime
) -> None:
    set_switch(operation=operation, change=SwitchChange(state=SwitchState.CLOSED), by=machine, now=now)

    page = client.get(_at(operation, "you")).content.decode()

    assert "We take no more offers." in page
    assert 'name="name"' not in page


def test_a_role_that_is_closed_is_said_first_and_refused_alone(
    client: Client, operation: OperationView, machine: Actor, now: datetime
) -> None:
    change = SwitchChange(state=SwitchState.CLOSED, role="8322")
    set_switch(operation=operation, change=change, by=machine, now=now)

    assert "no more are needed for now" in client.get(_at(operation, "you")).content.decode()
    page = client.post(_at(operation, "what"), WHAT).content.decode()
    assert "No more people are taken for this at the moment." in page


def test_in_a_queue_a_sign_up_is_stored_and_its_receipt_opens_the_page_all_the_same(
    client: Client, operation: OperationView, machine: Actor, now: datetime
) -> None:
    set_switch(operation=operation, change=SwitchChange(state=SwitchState.QUEUE), by=machine, now=now)
    _answer_all(client, operation)
    code = client.post(_at(operation, "send"), SEND).context["receipt"].code
    assert not Person.objects.exists()

    client.post(reverse("door:status"), {"code": code})

    assert Person.objects.count() == 1
    assert client.get(reverse("door:status")).context["person"].status == "stand_by"


def test_an_e_mail_is_confirmed_by_a_button_and_never_by_opening_the_link(
    client: Client, operation: OperationView, token_in_letter: str
) -> None:
    link = reverse("door:confirm", args=[token_in_letter])
    client.get(link)
    assert Person.objects.get().contact_confirmed_at is None

    response = client.post(link)

    row = Person.objects.get()
    person = person_by_ref(operation_id=operation.id, ref=row.ref)
    assert person is not None
    assert person.is_confirmed
    assert response.headers["Location"] == reverse("door:status")


def test_a_link_that_was_never_sent_says_only_that_it_has_ended(client: Client, operation: OperationView) -> None:
    page = client.post(reverse("door:confirm", args=["never-sent"])).content.decode()

    assert "This link has ended." in page


def test_a_letter_to_confirm_holds_no_name(client: Client, token_in_letter: str) -> None:
    assert Message.objects.get().kind == "confirm"
    assert token_in_letter


@pytest.fixture
def token_in_letter(client: Client, operation: OperationView) -> str:
    """Of the letter that a sign-up sends."""
    before = installation()
    install(replace(before, public_url="https://help.example.org"))
    _answer_all(client, operation)
    _send(client, operation)
    install(before)
    (letter,) = of_person(operation_id=operation.id, recipient=Person.objects.get().ref)
    found = re.search(r"https://help\.example\.org/join/confirm/([\w-]+)/", letter.body)
    assert found
    assert "Տեստյան" not in letter.body
    return found[1]
