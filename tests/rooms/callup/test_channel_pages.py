"""The pages about channels: money, replies, addresses that fail, and letters on paper."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from django.test import Client
from tests.rooms.callup.conftest import Announces
from tests.rooms.conftest import Register

from standby.rooms.accounts.models import User
from standby.rooms.audit.models import JournalEntry
from standby.rooms.callup.actions.replying import take_reply
from standby.rooms.callup.queries.reach import to_ring
from standby.rooms.messages.actions import hand_over, record
from standby.rooms.messages.actions.replying import Incoming
from standby.rooms.messages.exercise import ExerciseTransport
from standby.rooms.messages.letters import Outcome, Receipt
from standby.rooms.messages.models import Channel, Message, MessageState, Reply
from standby.rooms.messages.queries.failing import count_failing
from standby.rooms.messages.queries.spending import budget_of
from standby.rooms.operations.installation import SmsGateway, install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.access import holder_of_receipt
from standby.rooms.people.values import PersonView

LogIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def gateways(public_address: None) -> Iterator[None]:
    before = installation()
    install(replace(before, sms=SmsGateway(url="http://127.0.0.1:9/")))
    yield
    install(before)


@pytest.fixture
def at_desk(logged_in: LogIn, coordinator_user: User) -> Client:
    return logged_in(coordinator_user)


@pytest.fixture
def decided(at_desk: Client) -> None:
    at_desk.post("/desk/messages/money/", {"price": "0.045", "currency": "usd", "parts_an_hour": "1000"})


@pytest.fixture
def on_paper(registers: Register) -> PersonView:
    """Has neither an e-mail nor a telephone."""
    return registers(given="Paruyr", surname="Paperyan", phones=(), emails=(), language="hy")


def test_the_coordinator_decides_what_short_messages_may_cost(
    decided: None, at_desk: Client, operation: OperationView
) -> None:
    budget = budget_of(operation_id=operation.id)

    assert budget is not None
    assert (budget.price.thousandths, budget.price.currency, budget.parts_an_hour) == (45, "USD", 1000)
    assert "0 parts of 1,000 went out in the last hour" in at_desk.get("/desk/messages/money/").content.decode()
    assert JournalEntry.objects.filter(action="sms.budget").exists()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("currency", "Dram", "Write the currency as three letters"),
        ("parts_an_hour", "5", "Allow at least 20 parts"),
        ("price", "-1", "greater than or equal to 0"),
    ],
)
def test_what_cannot_be_is_said_on_the_page(at_desk: Client, field: str, value: str, sentence: str) -> None:
    told = {"price": "0.045", "currency": "USD", "parts_an_hour": "100", field: value}

    assert sentence in at_desk.post("/desk/messages/money/", told).content.decode()


def test_a_reply_is_read_and_answered(
    decided: None, announces: Announces, registers: Register, at_desk: Client, now: datetime
) -> None:
    person = registers(phones=("+37400000001",), emails=())
    announces()
    take_reply(incoming=Incoming(channel=Channel.SMS, sender="+37400000001", text="Can I bring <b>tents</b>?"), now=now)

    page = at_desk.get("/desk/messages/replies/").content.decode()
    answered = at_desk.post(f"/desk/messages/replies/{Reply.objects.get().ref}/done/")

    assert "Can I bring &lt;b&gt;tents&lt;/b&gt;?" in page
    assert person.code_word in page
    assert answered.status_code == 302
    assert "Nobody waits for an answer" in at_desk.get("/desk/messages/replies/").content.decode()
    assert JournalEntry.objects.filter(action="reply.read", subject=person.ref).exists()


def test_a_failed_address_is_shown_with_what_to_do_until_one_works(
    decided: None,
    announces: Announces,
    registers: Register,
    operation: OperationView,
    logged_in: LogIn,
    registrar_user: User,
    now: datetime,
) -> None:
    person = registers(phones=("+37400000001",), emails=("gone@example.org",))
    announces()
    first = Message.objects.get(channel=Channel.EMAIL)
    record(receipt=Receipt(ref=first.ref, outcome=Outcome.BOUNCED, code="550"), now=now)

    page = logged_in(registrar_user).get("/desk/messages/failing/").content.decode()
    announces(at=now.replace(day=6))
    hand_over(operation_id=operation.id, transport=ExerciseTransport(), now=now.replace(day=6))

    assert person.code_word in page
    assert "Ring them and ask for the right e-mail." in page
    assert "gone@example.org" not in page
    assert count_failing(operation_id=operation.id) == 0


def test_letters_are_printed_with_a_code_that_opens_the_page_and_handed_over(
    on_paper: PersonView, announces: Announces, operation: OperationView, at_desk: Client, now: datetime
) -> None:
    announces()
    before = to_ring(operation_id=operation.id)

    sheet = at_desk.post("/desk/messages/paper/print/").content.decode()
    code = re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{5}-[0-9A-Z]{5}", sheet)
    ref = Message.objects.get().ref
    at_desk.post("/desk/messages/paper/handed/", {"letter": [ref]})

    holder = holder_of_receipt(code[0], now=now)
    assert "Paruyr Paperyan" in sheet
    assert holder is not None
    assert holder.person_ref == on_paper.ref
    assert (before, to_ring(operation_id=operation.id)) == (1, 0)
    assert Message.objects.get().state == MessageState.ACCEPTED


def test_a_print_that_is_loaded_again_takes_no_further_letters(
    registers: Register, announces: Announces, at_desk: Client
) -> None:
    for n in range(3):
        registers(given=("Ani", "Babken", "Gayane")[n], surname="Paperyan", phones=(), emails=())
    announces()
    key = {"idempotency_key": "the same form"}

    first = at_desk.post("/desk/messages/paper/print/", key).content.decode()
    again = at_desk.post("/desk/messages/paper/print/", key).content.decode()

    assert first.count('class="code"') == again.count('class="code"') == 3
    assert "lie printed" in at_desk.get("/desk/messages/paper/").content.decode()
    assert set(Message.objects.values_list("attempts", flat=True)) == {1}


def test_empty_pages_teach(at_desk: Client, operation: OperationView) -> None:
    for path, sentence in (
        ("replies", "Nobody waits for an answer"),
        ("failing", "Every address works"),
        ("paper", "No letter waits to be printed"),
        ("money", "No short message goes out before"),
    ):
        assert sentence in at_desk.get(f"/desk/messages/{path}/").content.decode()
