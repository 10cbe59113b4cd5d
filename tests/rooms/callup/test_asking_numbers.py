"""Whoever signed up with a telephone alone is asked by SMS for their code word, and counts once they answer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.rooms.people.signing import Answer, sign_up

from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.asking_numbers import ask_numbers
from standby.rooms.callup.actions.replying import ReadAs, take_reply
from standby.rooms.messages.actions.replying import Incoming
from standby.rooms.messages.actions.spending import change_budget
from standby.rooms.messages.models import Channel, Message, MessageState
from standby.rooms.messages.money import PartPrice
from standby.rooms.messages.queries.outbox import message_by_ref
from standby.rooms.operations.installation import SmsGateway, install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.settling import settle_sign_ups
from standby.rooms.people.actions.signing_up import Sent, receive_sign_ups
from standby.rooms.people.models import Person

NUMBER = "+37400000002"
PRICE = PartPrice(thousandths=45, currency="USD")


@pytest.fixture(autouse=True)
def gateway(stopped_clock: None) -> Iterator[None]:
    """Configured, and never asked here."""
    before = installation()
    install(replace(before, sms=SmsGateway(url="http://127.0.0.1:9/"), public_url="https://standby.example.org"))
    yield
    install(before)


@pytest.fixture
def budget(operation: OperationView, machine: Actor, now: datetime) -> None:
    change_budget(operation=operation, price=PRICE, parts_an_hour=20, by=machine, now=now)


def signs_up(operation: OperationView, now: datetime, key: str = "form", **answers: Answer) -> Person:
    sent = Sent(key=key, sign_up=sign_up(**({"email": ""} | answers)))
    receive_sign_ups(operation=operation, sent=[sent], now=now)
    settle_sign_ups(operation=operation, public_url="https://standby.example.org", now=now)
    return Person.objects.latest("id")


@pytest.mark.usefixtures("budget")
def test_who_answers_the_question_with_their_code_word_counts(operation: OperationView, now: datetime) -> None:
    person = signs_up(operation, now)

    asked = [ask_numbers(operation=operation, now=now) for _ in range(2)]
    message = message_by_ref(operation_id=operation.id, ref=Message.objects.get(channel=Channel.SMS).ref)
    reply = Incoming(channel=Channel.SMS, sender=NUMBER, text=f"{person.code_word.upper()}.", moment="1")
    read = take_reply(incoming=reply, now=now)

    person.refresh_from_db()
    assert asked == [1, 0]
    assert message is not None
    assert person.code_word not in message.body
    assert read is ReadAs.CODE_WORD
    assert person.contact_confirmed_at == now


@pytest.mark.usefixtures("budget")
def test_who_gave_an_e_mail_is_asked_by_sms_only_once_that_came_back(operation: OperationView, now: datetime) -> None:
    signs_up(operation, now, email="driver@example.org")

    before = ask_numbers(operation=operation, now=now)
    Message.objects.filter(channel=Channel.EMAIL).update(state=MessageState.BOUNCED)

    assert (before, ask_numbers(operation=operation, now=now)) == (0, 1)


def test_nobody_is_asked_before_somebody_decided_what_it_may_cost(operation: OperationView, now: datetime) -> None:
    signs_up(operation, now)

    assert ask_numbers(operation=operation, now=now) == 0


@pytest.mark.usefixtures("budget")
def test_one_number_is_asked_three_times_a_day_whoever_gave_it(operation: OperationView, now: datetime) -> None:
    for number in range(5):
        signs_up(operation, now, key=f"form {number}")

    asked = [ask_numbers(operation=operation, now=now + timedelta(hours=2 * hour)) for hour in range(5)]

    assert asked == [1, 1, 1, 0, 0]


@pytest.mark.usefixtures("budget")
def test_half_of_the_hours_money_is_left_for_calls(operation: OperationView, now: datetime) -> None:
    for number in range(11):
        signs_up(operation, now, key=f"form {number}", phone=f"+37400000{number:03d}")

    asked = 0
    while more := ask_numbers(operation=operation, now=now):
        asked += more

    assert 0 < asked <= 10
    assert ask_numbers(operation=operation, now=now + timedelta(hours=1, seconds=1)) > 0
