"""The cap of an hour: nothing beyond it goes out, nothing beyond it is lost, whoever sends at the same time."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.db import connections
from tests.rooms.messages.conftest import Budgets, Queues

from standby.domain.errors import Refused
from standby.rooms.messages.actions import Handed, hand_over
from standby.rooms.messages.letters import Outcome, Parcel, Receipt
from standby.rooms.messages.models import Channel, Message, MessageState
from standby.rooms.messages.money import PartPrice
from standby.rooms.messages.queries.spending import Waiting, sms_waiting, spent
from standby.rooms.operations.queries import OperationView


class Answering:
    """Gives every parcel the same answer, and keeps what it was given."""

    def __init__(self, outcome: Outcome = Outcome.ACCEPTED, *, may_have_gone: bool = False) -> None:
        self.outcome, self.may_have_gone = outcome, may_have_gone
        self.given: list[str] = []

    def deliver(self, parcels: Iterable[Parcel]) -> Iterator[Receipt]:
        for parcel in parcels:
            self.given.append(parcel.ref)
            yield Receipt(ref=parcel.ref, outcome=self.outcome, may_have_gone=self.may_have_gone)


def sends(operation: OperationView, at: datetime, by: Answering | None = None) -> Handed:
    return hand_over(operation_id=operation.id, transport=by or Answering(), now=at, channel=Channel.SMS)


@pytest.fixture
def thirty(texts: Queues) -> list[Message]:
    """Thirty short messages of a part each."""
    return [texts(f"+374000000{n:02}", recipient=f"R{n}", body="rose 11: stand by") for n in range(30)]


@pytest.mark.usefixtures("thirty")
def test_before_anybody_decided_on_money_none_goes_out(operation: OperationView, now: datetime) -> None:
    assert sends(operation, now) == Handed()
    assert sms_waiting(operation_id=operation.id) == Waiting(messages=30, parts=30)


@pytest.mark.usefixtures("thirty")
def test_beyond_the_cap_the_rest_waits_for_the_next_hour(
    operation: OperationView, budgets: Budgets, now: datetime
) -> None:
    budgets(20)

    first = sends(operation, now)
    too_soon = sends(operation, now + timedelta(minutes=59))
    next_hour = sends(operation, now + timedelta(minutes=61))

    assert (first, too_soon, next_hour) == (Handed(accepted=20), Handed(), Handed(accepted=10))


def test_a_long_message_is_not_begun_when_it_does_not_fit(
    texts: Queues, operation: OperationView, budgets: Budgets, now: datetime
) -> None:
    budgets(20)
    for n in range(9):
        texts(recipient=f"R{n}", body="ի" * 150)  # three parts each

    assert sends(operation, now) == Handed(accepted=6)
    assert spent(operation_id=operation.id, now=now) == 18


def test_what_was_certainly_not_sent_is_given_back(
    thirty: list[Message], operation: OperationView, budgets: Budgets, now: datetime
) -> None:
    budgets(30)

    sends(operation, now, Answering(Outcome.DEFERRED))

    assert len(thirty) == 30
    assert spent(operation_id=operation.id, now=now) == 0


@pytest.mark.usefixtures("thirty")
def test_what_may_have_gone_all_the_same_is_not_given_back(
    operation: OperationView, budgets: Budgets, now: datetime
) -> None:
    budgets(30)

    sends(operation, now, Answering(Outcome.DEFERRED, may_have_gone=True))

    assert spent(operation_id=operation.id, now=now) == 30


def test_a_cap_that_would_hold_a_long_message_for_ever_is_refused(budgets: Budgets) -> None:
    with pytest.raises(Refused, match="at least 20 parts"):
        budgets(5)


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_do_not_overspend_together(
    texts: Queues, operation: OperationView, budgets: Budgets, now: datetime
) -> None:
    budgets(40)
    for n in range(120):
        texts(recipient=f"R{n}", body="rose 11: stand by")
    senders = [Answering() for _ in range(4)]

    def send(by: Answering) -> None:
        try:
            for _ in range(6):
                hand_over(operation_id=operation.id, transport=by, now=now, channel=Channel.SMS, limit=7)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=len(senders)) as pool:
        list(pool.map(send, senders))

    given = [ref for sender in senders for ref in sender.given]
    assert len(given) == len(set(given)) == 40
    assert spent(operation_id=operation.id, now=now) == 40
    assert Message.objects.filter(state=MessageState.QUEUED).count() == 80


def test_a_price_is_exact_to_the_thousandth() -> None:
    price = PartPrice(thousandths=45, currency="USD")

    assert (str(price), price.of(20_000)) == ("0.045 USD", "$900.00")
