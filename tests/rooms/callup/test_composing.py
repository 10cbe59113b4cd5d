"""What an announcement will send and cost, said before it is sent: exactly what is then queued."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from django.db.models import Sum
from django.test import Client
from tests.rooms.callup.conftest import Announces, Plans
from tests.rooms.conftest import Register

from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.models import PlanRevision
from standby.rooms.callup.queries.composing import Composition, composition_of
from standby.rooms.callup.queries.plans import plan_by_ref
from standby.rooms.callup.queries.reach import reach_of
from standby.rooms.messages.actions.choosing import choose_channel, invite_to_telegram, open_chat
from standby.rooms.messages.actions.spending import change_budget
from standby.rooms.messages.models import Channel, Message
from standby.rooms.messages.money import PartPrice
from standby.rooms.operations.installation import SmsGateway, TelegramBot, install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

LogIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def gateways(public_address: None) -> Iterator[None]:
    before = installation()
    sms, bot = SmsGateway(url="http://127.0.0.1:9/"), TelegramBot(token="1:x", url="http://127.0.0.1:9")
    install(replace(before, sms=sms, telegram=bot))
    yield
    install(before)


@pytest.fixture
def priced(operation: OperationView, machine: Actor, now: datetime) -> None:
    price = PartPrice(thousandths=45, currency="USD")
    change_budget(operation=operation, price=price, parts_an_hour=20, by=machine, now=now)


@pytest.fixture
def crowd(registers: Register, operation: OperationView, machine: Actor, now: datetime) -> list[PersonView]:
    """People of four languages, with an e-mail, a telephone, both or neither, and two with a wish of their own."""
    people = [
        registers(
            given=given,
            surname="Crowdyan",
            language=language,
            phones=(f"+3740000{n:04}",) if n % 4 in {0, 1} else (),
            emails=(f"p{n}@example.org",) if n % 4 in {1, 2} else (),
        )
        for n, (given, language) in enumerate(
            zip(
                ("Ani", "Babken", "Gayane", "Davit", "Eva", "Zaven", "Eliza", "Tatev"),
                ("hy", "ru", "en", "az", "hy", "ru", "en", "az"),
                strict=True,
            )
        )
    ]
    choose_channel(operation=operation, recipient=people[1].ref, first=Channel.SMS, by=machine, now=now)
    token = invite_to_telegram(operation=operation, recipient=people[5].ref, now=now)
    open_chat(token=token, chat="700000001", now=now)
    return people


def composed(operation: OperationView, plan: PlanRevision, now: datetime) -> Composition:
    found = plan_by_ref(operation_id=operation.id, ref=plan.ref)
    assert found is not None
    return composition_of(operation=operation, plan=found, where=installation(), now=now)


def test_what_is_said_before_is_what_is_queued_after(
    priced: None,
    crowd: list[PersonView],
    operation: OperationView,
    plans: Plans,
    announces: Announces,
    now: datetime,
) -> None:
    said = composed(operation, plans(crowd[0], crowd[2]), now)

    announces(crowd[0], crowd[2])

    queued = Counter(Message.objects.values_list("channel", flat=True))
    assert {channel.value: number for channel, number in said.numbers.items()} == queued
    assert said.parts == Message.objects.aggregate(parts=Sum("parts"))["parts"]
    assert said.cost == PartPrice(thousandths=45, currency="USD").of(said.parts)
    assert said.unreached == 0


def test_beyond_the_cap_it_says_how_long_the_last_waits(
    priced: None, crowd: list[PersonView], operation: OperationView, plans: Plans, now: datetime
) -> None:
    said = replace(composed(operation, plans(crowd[0]), now), parts=41)

    assert said.hours_waiting == 2
    assert replace(said, parts=40).hours_waiting == 1
    assert replace(said, parts=20).hours_waiting == 0


def test_who_is_called_and_has_two_channels_gets_two(
    priced: None, registers: Register, operation: OperationView, announces: Announces
) -> None:
    person = registers(phones=("+37400000001",), emails=("both@example.org",))

    announces(person)

    assert set(Message.objects.values_list("channel", flat=True)) == {Channel.EMAIL, Channel.SMS}


def test_before_anybody_decided_on_money_no_short_message_is_written(
    crowd: list[PersonView], operation: OperationView, plans: Plans, announces: Announces, now: datetime
) -> None:
    said = composed(operation, plans(), now)

    announcement = announces()

    assert (said.sms, said.parts, said.cost) == (0, 0, "")
    assert not Message.objects.filter(channel=Channel.SMS).exists()
    assert reach_of(operation_id=operation.id, occasion=announcement.ref).not_reached == len(crowd)


def test_who_has_neither_telephone_nor_mail_gets_a_letter_on_paper(
    crowd: list[PersonView], announces: Announces
) -> None:
    announces()

    on_paper = set(Message.objects.filter(channel=Channel.PAPER).values_list("recipient", flat=True))
    assert on_paper == {crowd[3].ref, crowd[7].ref}


def test_the_page_says_it_in_money(
    priced: None,
    crowd: list[PersonView],
    plans: Plans,
    approved: Callable[..., None],
    logged_in: LogIn,
    coordinator_user: User,
) -> None:
    plan = plans(crowd[0])
    approved(plan)

    page = logged_in(coordinator_user).get(f"/desk/callup/plan/{plan.ref}/announce/").content.decode()

    assert "parts, about $" in page
    assert "Get a printed letter" in page


def test_the_page_asks_the_database_as_often_for_many_as_for_few(
    priced: None,
    crowd: list[PersonView],
    operation: OperationView,
    plans: Plans,
    now: datetime,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    plan = plans(crowd[0], crowd[2])

    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]  # a context manager of pytest-django
        composed(operation, plan, now)
