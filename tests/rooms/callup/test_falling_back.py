"""What came back by one channel goes out by the next, once, and only while it is still the word that counts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.rooms.callup.conftest import PUBLIC_URL, Announces
from tests.rooms.conftest import Register

from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.falling_back import fall_back
from standby.rooms.messages.actions import record
from standby.rooms.messages.actions.choosing import stop_channel
from standby.rooms.messages.actions.spending import change_budget
from standby.rooms.messages.letters import Outcome, Receipt
from standby.rooms.messages.models import Channel, Message
from standby.rooms.messages.money import PartPrice
from standby.rooms.operations.installation import SmsGateway, install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

Falls = Callable[..., int]


@pytest.fixture(autouse=True)
def gateway(public_address: None, operation: OperationView, machine: Actor, now: datetime) -> Iterator[None]:
    before = installation()
    install(replace(before, sms=SmsGateway(url="http://127.0.0.1:9/")))
    price = PartPrice(thousandths=45, currency="USD")
    change_budget(operation=operation, price=price, parts_an_hour=1000, by=machine, now=now)
    yield
    install(before)


@pytest.fixture
def both(registers: Register) -> PersonView:
    """Stands by: written to by e-mail alone, and has a telephone."""
    return registers(phones=("+37400000001",), emails=("gone@example.org",))


@pytest.fixture
def falls(operation: OperationView, now: datetime) -> Falls:
    def fall(*, at: datetime = now) -> int:
        return fall_back(operation=operation, public_url=PUBLIC_URL, now=at)

    return fall


def comes_back(message: Message, now: datetime) -> None:
    record(receipt=Receipt(ref=message.ref, outcome=Outcome.BOUNCED, code="550"), now=now)


def test_an_e_mail_that_came_back_goes_out_as_a_short_message_once(
    both: PersonView, announces: Announces, falls: Falls, now: datetime
) -> None:
    announces()
    comes_back(Message.objects.get(), now)

    assert (falls(), falls()) == (1, 0)
    assert set(Message.objects.values_list("channel", flat=True)) == {Channel.EMAIL, Channel.SMS}
    assert set(Message.objects.values_list("kind", flat=True)) == {"stand_by"}


def test_when_the_last_channel_came_back_too_nothing_is_left_but_the_call_sheet(
    both: PersonView, announces: Announces, falls: Falls, now: datetime
) -> None:
    announces()
    comes_back(Message.objects.get(), now)
    falls()
    comes_back(Message.objects.get(channel=Channel.SMS), now)

    assert falls() == 0


def test_while_another_channel_waits_or_went_through_nothing_is_written_again(
    both: PersonView, announces: Announces, falls: Falls, now: datetime
) -> None:
    announces(both)  # called: by both channels
    comes_back(Message.objects.get(channel=Channel.EMAIL), now)

    assert falls() == 0


def test_whoever_was_told_something_newer_is_left_alone(
    both: PersonView, announces: Announces, falls: Falls, now: datetime
) -> None:
    announces()
    first = Message.objects.get()
    announces(at=now + timedelta(hours=1))
    comes_back(first, now)

    assert falls(at=now + timedelta(hours=1)) == 0


def test_a_channel_that_was_stopped_is_not_fallen_back_to(
    both: PersonView, announces: Announces, falls: Falls, operation: OperationView, machine: Actor, now: datetime
) -> None:
    announces()
    stop_channel(operation=operation, recipient=both.ref, channel=Channel.SMS, by=machine, now=now)
    comes_back(Message.objects.get(), now)

    assert falls() == 0
