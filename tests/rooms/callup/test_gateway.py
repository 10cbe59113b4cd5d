"""What gateways tell us: delivery reports, answers by SMS and by Telegram, and who is not believed."""

import json
import logging
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.rooms.callup.conftest import Again
from tests.rooms.conftest import Register

from standby.domain.statuses import PersonStatus
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.models import Call, CallState
from standby.rooms.messages.actions.choosing import invite_to_telegram
from standby.rooms.messages.actions.spending import change_budget
from standby.rooms.messages.models import Channel, Message, MessageState, Reply
from standby.rooms.messages.money import PartPrice
from standby.rooms.messages.places import report_token
from standby.rooms.messages.queries.choices import choice_of
from standby.rooms.messages.queries.outbox import message_by_ref
from standby.rooms.messages.queries.replies import page_of_waiting
from standby.rooms.operations.installation import SmsGateway, TelegramBot, install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.planning import standing_of
from standby.rooms.people.values import PersonView

SECRET = "a secret of the tests"
NUMBER = "+37400000001"
Calls = Callable[[PersonView], PersonView]
Answers = Callable[..., int]


@pytest.fixture(autouse=True)
def gateways(stopped_clock: None) -> Iterator[None]:
    """Both are configured; neither is ever asked here."""
    before = installation()
    sms = SmsGateway(url="http://127.0.0.1:9/", reply_secret=SECRET)
    bot = TelegramBot(token="1:x", name="relief_bot", secret=SECRET, url="http://127.0.0.1:9")
    install(replace(before, sms=sms, telegram=bot, public_url="https://standby.example.org"))
    yield
    install(before)


@pytest.fixture(autouse=True)
def budget(operation: OperationView, machine: Actor, now: datetime) -> None:
    price = PartPrice(thousandths=45, currency="USD")
    change_budget(operation=operation, price=price, parts_an_hour=1000, by=machine, now=now)


@pytest.fixture
def called(registers: Register, calls: Calls, operation: OperationView, now: datetime) -> PersonView:
    """Somebody with a telephone alone, who was told by SMS that they are called."""
    person = calls(registers(phones=(NUMBER,), emails=()))
    people = standing_of(operation_id=operation.id, ids=[person.id])
    write_to(operation=operation, people=people, occasion="called", public_url="https://standby.example.org", now=now)
    return person


@pytest.fixture
def answers(client: Client) -> Answers:
    """Brings an answer as Kannel does; the status that it got."""

    def answer(text: str, *, sender: str = NUMBER, secret: str = SECRET, moment: str = "2026-10-05 12:00:00") -> int:
        basic = b64encode(f"gateway:{secret}".encode()).decode()
        response = client.post(
            "/gateway/sms/reply/",
            text.encode(),
            content_type="text/plain; charset=UTF-8",
            headers={"X-Kannel-From": sender, "X-Kannel-Time": moment, "Authorization": f"Basic {basic}"},
        )
        return response.status_code

    return answer


def acknowledged(kind: str) -> bool:
    return Message.objects.filter(kind=kind, channel=Channel.SMS, state=MessageState.QUEUED).exists()


def state_of_call(person: PersonView) -> CallState:
    return CallState(Call.objects.get(person_id=person.id).state)


@pytest.mark.parametrize(
    ("state", "expected"),
    [("1", "delivered"), ("2", "bounced"), ("16", "bounced"), ("4", "accepted"), ("8", "accepted"), ("x", "accepted")],
)
def test_a_delivery_report_marks_its_message(called: PersonView, client: Client, state: str, expected: str) -> None:
    Message.objects.update(state=MessageState.ACCEPTED)
    ref = Message.objects.get(recipient=called.ref).ref

    response = client.get(f"/gateway/sms/report/{ref}/{report_token(ref)}/?state={state}")

    assert response.status_code == 204
    assert Message.objects.get().state == expected


def test_a_report_that_does_not_know_the_secret_is_not_believed(called: PersonView, client: Client) -> None:
    ref = Message.objects.get(recipient=called.ref).ref

    assert client.get(f"/gateway/sms/report/{ref}/{'0' * 32}/?state=2").status_code == 404
    assert Message.objects.get().state == MessageState.QUEUED


def test_no_line_of_the_log_holds_a_number_a_text_or_a_secret(
    called: PersonView, client: Client, answers: Answers, caplog: pytest.LogCaptureFixture
) -> None:
    ref = Message.objects.get(recipient=called.ref).ref

    with caplog.at_level(logging.DEBUG):
        client.get(f"/gateway/sms/report/{ref}/{report_token(ref)}/?state=1")
        answers("decline")
        answers("what is this")

    assert "gateway:sms_report" in caplog.text
    assert not any(told in caplog.text for told in (NUMBER, "37400000001", report_token(ref), SECRET, "what is this"))


@pytest.mark.parametrize("word", ["DECLINE", "հրաժարվում եմ", "отказываюсь", "İmtina", "no, sorry"])
def test_decline_counts_at_once_in_any_language(called: PersonView, answers: Answers, again: Again, word: str) -> None:
    assert answers(word) == 204

    assert state_of_call(called) is CallState.DECLINED
    assert again(called).status is PersonStatus.DECLINED
    assert acknowledged("declined")
    assert not Reply.objects.filter(settled_at__isnull=True).exists()


def test_accept_is_noted_and_waits_until_somebody_reads_them_the_terms(
    called: PersonView, answers: Answers, again: Again, operation: OperationView
) -> None:
    answers("ԸՆԴՈՒՆԵԼ")

    (waiting,) = page_of_waiting(operation_id=operation.id, offset=0, limit=9)
    assert state_of_call(called) is CallState.INTERESTED
    assert again(called).status is PersonStatus.CALLED
    assert (waiting.recipient, waiting.read_as) == (called.ref, "accept")
    assert acknowledged("interested")


def test_withdraw_takes_the_offer_back(called: PersonView, answers: Answers, again: Again) -> None:
    answers("отзываю")

    assert again(called).status is PersonStatus.WITHDRAWN
    assert acknowledged("withdrawn")


def test_after_stop_no_more_short_messages_are_written(
    called: PersonView, answers: Answers, again: Again, operation: OperationView, now: datetime
) -> None:
    answers("STOP")
    people = standing_of(operation_id=operation.id, ids=[called.id])
    written = write_to(operation=operation, people=people, occasion="later", public_url="https://x.example", now=now)

    assert written == 0
    assert again(called).status is PersonStatus.CALLED
    assert choice_of(recipient=called.ref).stopped == {Channel.SMS}


def test_anything_else_waits_for_a_human_sealed(called: PersonView, answers: Answers, operation: OperationView) -> None:
    answers("Yes, but only from Thursday")

    (waiting,) = page_of_waiting(operation_id=operation.id, offset=0, limit=9)
    assert (waiting.recipient, waiting.read_as, waiting.text) == (called.ref, "other", "Yes, but only from Thursday")
    assert state_of_call(called) is CallState.CALLED
    assert b"Thursday" not in bytes(Reply.objects.get().sealed)
    assert acknowledged("read")


def test_the_same_message_brought_twice_is_taken_once(called: PersonView, answers: Answers) -> None:
    answers("who are you")
    answers("who are you")

    assert Reply.objects.count() == 1


def test_somebody_who_writes_without_end_does_not_bury_the_others(called: PersonView, answers: Answers) -> None:
    for n in range(40):
        answers("hello?", moment=str(n))

    assert Reply.objects.count() == 30
    assert Message.objects.filter(kind="read").count() == 1


def test_a_stranger_is_read_by_a_human_and_gets_no_answer(
    called: PersonView, answers: Answers, operation: OperationView
) -> None:
    answers("decline", sender="+37400000077")

    (waiting,) = page_of_waiting(operation_id=operation.id, offset=0, limit=9)
    assert (waiting.recipient, waiting.sender) == ("", "+37400000077")
    assert state_of_call(called) is CallState.CALLED
    assert Message.objects.count() == 1


@pytest.fixture
def family(
    called: PersonView, registers: Register, calls: Calls, operation: OperationView, now: datetime
) -> list[PersonView]:
    """Two people who share a telephone, both called."""
    other = calls(registers(given="Vahe", surname="Otheryan", phones=(NUMBER,), emails=(), birth_date="1980-02-03"))
    people = standing_of(operation_id=operation.id, ids=[other.id])
    write_to(operation=operation, people=people, occasion="called", public_url="https://x.example", now=now)
    return [called, other]


def test_of_two_who_share_a_telephone_the_code_word_says_who_it_is(family: list[PersonView], answers: Answers) -> None:
    first, second = family

    answers(f"{second.code_word}: decline")

    assert (state_of_call(first), state_of_call(second)) == (CallState.CALLED, CallState.DECLINED)


def test_of_two_who_share_a_telephone_a_bare_word_is_for_a_human(family: list[PersonView], answers: Answers) -> None:
    answers("decline")

    assert {state_of_call(person) for person in family} == {CallState.CALLED}
    assert Reply.objects.get().settled_at is None


def test_stop_from_a_shared_telephone_holds_for_all_who_share_it(family: list[PersonView], answers: Answers) -> None:
    answers("stop")

    assert [choice_of(recipient=person.ref).stopped for person in family] == [{Channel.SMS}] * 2


@pytest.mark.parametrize("secret", ["", "another secret of tests"])
def test_whoever_cannot_prove_to_be_the_gateway_gets_no_such_page(
    called: PersonView, answers: Answers, secret: str
) -> None:
    assert answers("decline", secret=secret) == 404
    assert state_of_call(called) is CallState.CALLED


def test_without_a_secret_of_ours_nobody_is_believed(called: PersonView, answers: Answers) -> None:
    install(replace(installation(), sms=replace(installation().sms, reply_secret="")))

    assert answers("decline", secret="") == 404
    assert state_of_call(called) is CallState.CALLED


def test_a_link_brings_no_answer(client: Client) -> None:
    assert client.get("/gateway/sms/reply/?from=%2B37400000001&text=decline").status_code == 405


def test_a_gateway_that_sends_a_form_is_understood(called: PersonView, client: Client) -> None:
    basic = b64encode(f"x:{SECRET}".encode()).decode()
    client.generic(
        "POST",
        "/gateway/sms/reply/",
        "from=0037400000001&text=Decline",
        content_type="application/x-www-form-urlencoded",
        headers={"Authorization": f"Basic {basic}"},
    )

    assert state_of_call(called) is CallState.DECLINED


def test_kannels_way_of_bringing_cyrillic_is_understood(called: PersonView, client: Client) -> None:
    basic = b64encode(f"x:{SECRET}".encode()).decode()
    client.generic(
        "POST",
        "/gateway/sms/reply/",
        "Отказываюсь".encode("utf-16-be"),
        content_type="text/plain; charset=UTF-16BE",
        headers={"X-Kannel-From": NUMBER, "Authorization": f"Basic {basic}"},
    )

    assert state_of_call(called) is CallState.DECLINED


def update(text: str, *, chat: int = 700000001, kind: str = "private", number: int = 1) -> str:
    """As the documented interface shows a message."""
    person = {"id": chat, "is_bot": False, "first_name": "x"}
    message = {"message_id": 1, "date": 0, "from": person, "chat": {"id": chat, "type": kind}, "text": text}
    return json.dumps({"update_id": number, "message": message})


def tells(client: Client, body: str, *, secret: str = SECRET) -> tuple[int, dict[str, object]]:
    response = client.post(
        "/gateway/telegram/",
        body,
        content_type="application/json",
        headers={"X-Telegram-Bot-Api-Secret-Token": secret},
    )
    is_answer = response.headers.get("Content-Type") == "application/json"
    return response.status_code, json.loads(response.content) if is_answer else {}


def test_a_chat_is_opened_by_a_code_answered_and_left_again(
    called: PersonView, client: Client, operation: OperationView, now: datetime
) -> None:
    token = invite_to_telegram(operation=operation, recipient=called.ref, now=now)

    status, answer = tells(client, update(f"/start {token}"))
    people = standing_of(operation_id=operation.id, ids=[called.id])
    write_to(operation=operation, people=people, occasion="later", public_url="https://x.example", now=now)
    message = Message.objects.get(occasion="later", channel=Channel.TELEGRAM)
    opened = message_by_ref(operation_id=operation.id, ref=message.ref)
    tells(client, update("/stop", number=2))

    assert (status, answer["method"], answer["chat_id"]) == (200, "sendMessage", 700000001)
    assert opened is not None
    assert opened.body.startswith(f"{called.code_word}: You have a message from us.")
    assert "called" not in opened.body
    message.refresh_from_db()
    assert message.state == MessageState.CANCELLED
    assert Channel.TELEGRAM in choice_of(recipient=called.ref).stopped


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{}",
        '{"message": 3}',
        '{"message": {"chat": {"id": "x", "type": "private"}}}',
        update("x", kind="group"),
    ],
)
def test_what_is_no_message_of_a_person_is_ignored(operation: OperationView, client: Client, body: str) -> None:
    assert tells(client, body)[0] == 204
    assert not Reply.objects.exists()


def test_the_bot_is_not_believed_without_its_secret(operation: OperationView, client: Client) -> None:
    assert tells(client, update("hello"), secret="")[0] == 404
    assert tells(client, update("hello"), secret="wrong wrong wrong wrong")[0] == 404


def test_a_code_that_is_old_or_wrong_opens_nothing_and_is_answered(
    called: PersonView, client: Client, operation: OperationView, now: datetime
) -> None:
    token = invite_to_telegram(operation=operation, recipient=called.ref, now=now - timedelta(hours=3))

    assert "opens no chat" in str(tells(client, update(f"/start {token}"))[1]["text"])
    assert "opens no chat" in str(tells(client, update("/start nonsense"))[1]["text"])
