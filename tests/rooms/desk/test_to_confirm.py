"""Whoever signed up with a telephone and was reached by nothing else stands on a list to be rung."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.rooms.people.signing import Answer, sign_up

from standby.rooms.accounts.models import User
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.settling import settle_sign_ups
from standby.rooms.people.actions.signing_up import Sent, receive_sign_ups
from standby.rooms.people.models import ContactClaim, Person
from standby.rooms.people.queries.to_confirm import count_to_confirm

Logs = Callable[[User], Client]


def signs_up(operation: OperationView, now: datetime, **answers: Answer) -> Person:
    sent = Sent(key=repr(answers), sign_up=sign_up(**answers))
    receive_sign_ups(operation=operation, sent=[sent], now=now)
    settle_sign_ups(operation=operation, public_url="https://standby.example.org", now=now)
    return Person.objects.latest("id")


@pytest.fixture
def the_driver_by_telephone(operation: OperationView, now: datetime) -> Person:
    return signs_up(operation, now, email="")


def test_who_gave_a_telephone_alone_is_named_on_the_first_page_and_counts_once_rung(
    the_driver_by_telephone: Person, logged_in: Logs, registrar_user: User
) -> None:
    browser = logged_in(registrar_user)

    assert "has to be rung before a plan counts on them" in browser.get("/desk/").content.decode()
    page = browser.get("/desk/to-confirm/").content.decode()
    browser.post(f"/desk/to-confirm/{the_driver_by_telephone.ref}/")

    the_driver_by_telephone.refresh_from_db()
    assert 'href="tel:+37400000002"' in page
    assert the_driver_by_telephone.contact_confirmed_at is not None
    assert "Nobody has to be rung" in browser.get("/desk/to-confirm/").content.decode()


def test_whoever_does_not_answer_is_tried_again_later(
    the_driver_by_telephone: Person, logged_in: Logs, registrar_user: User, operation: OperationView, now: datetime
) -> None:
    browser = logged_in(registrar_user)

    browser.post(f"/desk/to-confirm/{the_driver_by_telephone.ref}/no-answer/")

    assert the_driver_by_telephone.code_word not in browser.get("/desk/to-confirm/").content.decode()
    assert count_to_confirm(operation_id=operation.id, now=now) == 1


def test_a_letter_or_a_short_message_has_a_day_to_be_answered(operation: OperationView, now: datetime) -> None:
    signs_up(operation, now, email="driver@example.org")
    signs_up(operation, now, email="", phone="+37400000055")
    ContactClaim.objects.filter(registration__contact_claims__kind="phone").exclude(
        registration__contact_claims__kind="email"
    ).update(asked_at=now)

    assert count_to_confirm(operation_id=operation.id, now=now) == 0
    assert count_to_confirm(operation_id=operation.id, now=now + timedelta(hours=25)) == 2
