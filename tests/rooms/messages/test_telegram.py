"""The bot: a conversation that follows Telegram's documented interface, with a server of our own."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from tests.fakes.gateways import BLOCKED, TOO_MANY, FakeBotApi, bot_api
from tests.rooms.messages.conftest import Queues

from standby.rooms.audit.actors import Actor
from standby.rooms.messages.actions import Handed, hand_over
from standby.rooms.messages.actions.choosing import close_chat, forget, invite_to_telegram, open_chat, stop_channel
from standby.rooms.messages.models import Channel, Message, MessageState, TelegramChat, TelegramInvitation
from standby.rooms.messages.queries.choices import chats_of, choice_of
from standby.rooms.messages.telegram import TelegramTransport
from standby.rooms.operations.installation import TelegramBot
from standby.rooms.operations.queries import OperationView

CHAT = "700000001"
Sends = Callable[..., Handed]


@pytest.fixture
def sends(operation: OperationView, now: datetime) -> Sends:
    def send(api: FakeBotApi, *, token: str = api_token(), at: datetime = now) -> Handed:
        transport = TelegramTransport(TelegramBot(url=api.url, token=token, timeout=2))
        return hand_over(operation_id=operation.id, transport=transport, now=at, channel=Channel.TELEGRAM)

    return send


def api_token() -> str:
    return FakeBotApi().token


@pytest.fixture
def chats(queues: Queues) -> Queues:
    """Queues one message to a chat."""

    def write(**said: object) -> Message:
        return queues(CHAT, channel=Channel.TELEGRAM, body="rose 11: You have a message from us.", **said)

    return write


def test_a_message_goes_to_the_chat_and_shows_no_preview(chats: Queues, sends: Sends) -> None:
    chats()

    with bot_api() as api:
        handed = sends(api)

    (taken,) = api.taken
    assert handed == Handed(accepted=1)
    assert (taken["chat_id"], taken["text"]) == (700000001, "rose 11: You have a message from us.")
    assert taken["link_preview_options"] == {"is_disabled": True}


def test_whoever_blocked_the_bot_is_not_tried_again(chats: Queues, sends: Sends, now: datetime) -> None:
    message = chats()

    with bot_api(answers={700000001: BLOCKED}) as api:
        first, again = sends(api), sends(api, at=now + timedelta(days=1))

    message.refresh_from_db()
    assert (first, again, message.state) == (Handed(bounced=1), Handed(), MessageState.BOUNCED)


def test_too_many_at_once_and_a_wrong_token_put_messages_off(chats: Queues, sends: Sends) -> None:
    chats(recipient="R1")

    with bot_api(answers={700000001: TOO_MANY}) as api:
        busy = sends(api)
    chats(recipient="R2")
    with bot_api() as api:
        wrong = sends(api, token="2:other")

    assert (busy, wrong) == (Handed(deferred=1), Handed(deferred=1))


def test_a_code_opens_a_chat_once_and_the_chat_is_sealed(operation: OperationView, now: datetime) -> None:
    token = invite_to_telegram(operation=operation, recipient="R1", now=now)

    opened, again = open_chat(token=token, chat=CHAT, now=now), open_chat(token=token, chat="700000002", now=now)

    assert opened is not None
    assert (opened.recipient, again) == ("R1", None)
    assert chats_of(recipients=["R1"]) == {"R1": CHAT}
    assert choice_of(recipient="R1").first is Channel.TELEGRAM
    stored = json.dumps(
        list(TelegramChat.objects.values()),
        default=lambda value: bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value),
    )
    assert CHAT not in stored
    assert token not in stored


def test_a_code_that_is_an_hour_old_opens_nothing(operation: OperationView, now: datetime) -> None:
    token = invite_to_telegram(operation=operation, recipient="R1", now=now)

    assert open_chat(token=token, chat=CHAT, now=now + timedelta(hours=2)) is None


def test_a_new_code_makes_the_old_one_void(operation: OperationView, now: datetime) -> None:
    old = invite_to_telegram(operation=operation, recipient="R1", now=now)
    invite_to_telegram(operation=operation, recipient="R1", now=now)

    assert open_chat(token=old, chat=CHAT, now=now) is None


def test_leaving_deletes_what_tied_the_person_to_the_chat(
    operation: OperationView, chats: Queues, machine: Actor, now: datetime
) -> None:
    open_chat(token=invite_to_telegram(operation=operation, recipient="R1", now=now), chat=CHAT, now=now)
    message = chats(recipient="R1")

    close_chat(operation=operation, recipient="R1", by=machine, now=now)

    message.refresh_from_db()
    assert message.state == MessageState.CANCELLED
    assert not TelegramChat.objects.exists()
    assert Channel.TELEGRAM in choice_of(recipient="R1").stopped


def test_of_an_erased_person_no_choice_and_no_hash_is_left(
    operation: OperationView, chats: Queues, machine: Actor, now: datetime
) -> None:
    open_chat(token=invite_to_telegram(operation=operation, recipient="R1", now=now), chat=CHAT, now=now)
    invite_to_telegram(operation=operation, recipient="R1", now=now)
    stop_channel(operation=operation, recipient="R1", channel=Channel.SMS, by=machine, now=now)
    message = chats(recipient="R1")

    forget(recipients=["R1"], now=now)

    message.refresh_from_db()
    assert (message.state, bytes(message.blind)) == (MessageState.CANCELLED, b"")
    assert not TelegramChat.objects.exists()
    assert not TelegramInvitation.objects.exists()
