"""A real conversation with a gateway: what it takes, refuses, puts off, and does not answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.fakes.gateways import BUSY, NOT_AUTHORISED, NOT_ROUTABLE, FakeSmsGateway, Told, sms_gateway
from tests.rooms.messages.conftest import Budgets, Queues

from standby.domain.errors import Refused
from standby.rooms.messages.actions import Handed, hand_over
from standby.rooms.messages.models import Channel, Message, MessageState
from standby.rooms.messages.places import report_token
from standby.rooms.messages.sms import SmsTransport
from standby.rooms.messages.transports import report_url
from standby.rooms.operations.installation import SmsGateway, SmsStyle
from standby.rooms.operations.queries import OperationView

PUBLIC_URL = "https://standby.example.org"
Sends = Callable[..., Handed]


@pytest.fixture
def sends(operation: OperationView, budgets: Budgets, now: datetime) -> Sends:
    budgets(1000)

    def send(gateway: FakeSmsGateway, *, at: datetime = now, style: SmsStyle = SmsStyle.KANNEL) -> Handed:
        told = SmsGateway(url=gateway.url, sender="Relief", user="u", password="p", style=style, connections=1)
        transport = SmsTransport(
            replace(told, timeout=2), report_url=lambda ref: report_url(ref, public_url=PUBLIC_URL)
        )
        return hand_over(operation_id=operation.id, transport=transport, now=at, channel=Channel.SMS)

    return send


@pytest.mark.parametrize("style", SmsStyle)
def test_a_short_message_goes_out_with_all_that_the_gateway_needs(texts: Queues, sends: Sends, style: SmsStyle) -> None:
    message = texts("+37400000001", body="խնձոր 10: Սպասեք մեր կանչին")

    with sms_gateway() as gateway:
        handed = sends(gateway, style=style)

    (taken,) = gateway.taken
    assert handed == Handed(accepted=1)
    assert (taken.sender, taken.to, taken.text, taken.coding) == (
        "Relief",
        "+37400000001",
        "խնձոր 10: Սպասեք մեր կանչին",
        "2",
    )
    assert (taken.user, taken.password, taken.ref, taken.dlr_mask) == ("u", "p", message.ref, "19")
    assert taken.dlr_url == f"{PUBLIC_URL}/gateway/sms/report/{message.ref}/{report_token(message.ref)}/?state=%d"


def test_neither_the_number_nor_the_text_nor_the_password_stands_in_an_address(texts: Queues, sends: Sends) -> None:
    texts("+37400000001", body="rose 11: You are standing by")

    with sms_gateway() as gateway:
        sends(gateway)

    assert gateway.addresses == ["/cgi-bin/sendsms"]
    assert "37400000001" not in gateway.taken[0].dlr_url


def test_a_text_in_latin_letters_is_sent_in_the_cheap_alphabet(texts: Queues, sends: Sends) -> None:
    texts(body="rose 11: You are standing by")

    with sms_gateway() as gateway:
        sends(gateway)

    assert gateway.taken[0].coding == "0"


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (NOT_ROUTABLE, MessageState.BOUNCED),
        (Told(status=400), MessageState.BOUNCED),
        (NOT_AUTHORISED, MessageState.QUEUED),
        (BUSY, MessageState.QUEUED),
        (Told(status=429), MessageState.QUEUED),
        (Told(status=500), MessageState.QUEUED),
    ],
)
def test_what_the_gateway_refuses_is_tried_again_unless_that_is_hopeless(
    texts: Queues, sends: Sends, answer: Told, state: MessageState
) -> None:
    message = texts("+37400000009")

    with sms_gateway(answers={"+37400000009": answer}) as gateway:
        sends(gateway)

    message.refresh_from_db()
    assert message.state == state


def test_a_number_that_is_none_is_never_asked_for(texts: Queues, sends: Sends) -> None:
    message = texts("ask my brother")

    with sms_gateway() as gateway:
        sends(gateway)

    message.refresh_from_db()
    assert (message.state, gateway.addresses) == (MessageState.BOUNCED, [])


def test_a_gateway_that_hangs_up_gets_the_message_again_and_knows_it(
    texts: Queues, sends: Sends, now: datetime
) -> None:
    messages = [texts(f"+3740000000{n}", recipient=f"R{n}") for n in range(3)]

    with sms_gateway(hangs_up_after=1) as gateway:
        sends(gateway)
        sends(gateway, at=now + timedelta(minutes=5))

    assert [taken.ref for taken in gateway.taken] == [message.ref for message in messages]
    assert gateway.repeats == 1
    assert set(Message.objects.values_list("state", flat=True)) == {MessageState.ACCEPTED}


def test_a_gateway_that_is_away_loses_nothing(texts: Queues, sends: Sends, now: datetime) -> None:
    for n in range(5):
        texts(f"+3740000000{n}", recipient=f"R{n}")
    with sms_gateway() as gateway:
        pass

    away = sends(gateway)
    with sms_gateway() as back:
        later = sends(back, at=now + timedelta(minutes=5))

    assert (away, later) == (Handed(deferred=5), Handed(accepted=5))


@pytest.mark.parametrize("body", ["open relief.example.org", "rose 11: https://x.example", "write to @relief"])
def test_a_short_message_with_a_link_is_refused_before_it_is_queued(texts: Queues, body: str) -> None:
    with pytest.raises(Refused, match="may hold no link"):
        texts(body=body)

    assert not Message.objects.exists()


def test_the_urgent_go_first(texts: Queues, sends: Sends) -> None:
    texts("+37400000001", recipient="R1")
    texts("+37400000002", recipient="R2", is_urgent=True)

    with sms_gateway() as gateway:
        sends(gateway)

    assert [taken.to for taken in gateway.taken] == ["+37400000002", "+37400000001"]
