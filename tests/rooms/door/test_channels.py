"""How shall we write to you: chosen on one's own page, Telegram after its notice alone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from django.test import Client
from tests.rooms.conftest import Register

from standby.rooms.audit.actors import Actor
from standby.rooms.messages.actions.choosing import open_chat, stop_channel
from standby.rooms.messages.actions.spending import change_budget
from standby.rooms.messages.models import Channel, TelegramChat
from standby.rooms.messages.money import PartPrice
from standby.rooms.messages.queries.choices import choice_of
from standby.rooms.operations.installation import SmsGateway, TelegramBot, install, installation
from standby.rooms.operations.models import Operation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.values import PersonView

OpenPage = Callable[[PersonView], Client]


@pytest.fixture(autouse=True)
def gateways(stopped_clock: None) -> Iterator[None]:
    before = installation()
    bot = TelegramBot(token="1:x", name="relief_bot", secret="a secret of tests", url="http://127.0.0.1:9")
    install(replace(before, sms=SmsGateway(url="http://127.0.0.1:9/"), telegram=bot))
    yield
    install(before)


@pytest.fixture
def both(registers: Register, operation: OperationView, machine: Actor, now: datetime) -> PersonView:
    """Has an e-mail and a telephone, in an operation that sends short messages."""
    price = PartPrice(thousandths=45, currency="USD")
    change_budget(operation=operation, price=price, parts_an_hour=1000, by=machine, now=now)
    return registers(phones=("+37400000001",), emails=("both@example.org",))


@pytest.fixture
def open_page(client: Client, operation: OperationView, now: datetime) -> OpenPage:
    def by_link(person: PersonView) -> Client:
        token = make_links(operation_id=operation.id, person_ids=[person.id], now=now)[person.id]
        client.get(f"/status/l/{token}/")
        return client

    return by_link


def test_somebody_chooses_sms_and_later_paper(both: PersonView, open_page: OpenPage) -> None:
    page = open_page(both)

    page.post("/status/channels/", {"channel": "sms"})
    first = choice_of(recipient=both.ref).first
    page.post("/status/channels/", {"channel": "paper"})

    assert (first, choice_of(recipient=both.ref).first) == (Channel.SMS, Channel.PAPER)


def test_the_usual_channel_is_ticked_before_anybody_chose(both: PersonView, open_page: OpenPage) -> None:
    page = open_page(both).get("/status/channels/").content.decode()

    assert re.search(r'value="email"[^>]*checked', page)


def test_a_channel_without_an_address_cannot_be_chosen(both: PersonView, open_page: OpenPage) -> None:
    open_page(both).post("/status/channels/", {"channel": "telegram"})

    assert choice_of(recipient=both.ref).first is None


def test_choosing_sms_again_undoes_stop(
    both: PersonView, open_page: OpenPage, operation: OperationView, machine: Actor, now: datetime
) -> None:
    stop_channel(operation=operation, recipient=both.ref, channel=Channel.SMS, by=machine, now=now)

    page = open_page(both)
    told = page.get("/status/channels/").content.decode()
    page.post("/status/channels/", {"channel": "sms"})

    assert "You asked for no more short messages" in told
    assert choice_of(recipient=both.ref).stopped == frozenset()


def test_the_notice_stands_before_the_chat_and_the_code_opens_it(
    both: PersonView, open_page: OpenPage, now: datetime
) -> None:
    page = open_page(both)

    notice = page.get("/status/channels/").content.decode()
    shown = page.post("/status/channels/telegram/").content.decode()
    code = re.search(r"/start (\S+)<", shown)
    assert code is not None
    opened = open_chat(token=code[1], chat="700000001", now=now)
    page.post("/status/channels/telegram/leave/")

    assert "Telegram then knows that your account talks to this bot" in notice
    assert f"https://t.me/relief_bot?start={code[1]}" in shown
    assert opened is not None
    assert opened.recipient == both.ref
    assert not TelegramChat.objects.exists()


def test_in_an_exercise_no_chat_is_ever_offered(
    both: PersonView, open_page: OpenPage, operation: OperationView
) -> None:
    Operation.objects.filter(id=operation.id).update(is_exercise=True)
    page = open_page(both)

    assert "Telegram" not in page.get("/status/channels/").content.decode()
    assert page.post("/status/channels/telegram/").status_code == 302


@pytest.mark.parametrize("path", ["", "telegram/", "telegram/leave/"])
def test_whoever_was_not_let_in_is_asked_for_their_code(operation: OperationView, client: Client, path: str) -> None:
    assert client.post(f"/status/channels/{path}")["Location"] == "/status/"


@pytest.mark.parametrize("path", ["telegram/", "telegram/leave/"])
def test_a_link_does_nothing(both: PersonView, open_page: OpenPage, path: str) -> None:
    assert open_page(both).get(f"/status/channels/{path}").status_code == 405
