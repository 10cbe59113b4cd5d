"""Writing down what became of messages: many at once, since a gateway answers hundreds of times a second."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never

from django.db import connection, transaction

from standby.rooms.messages.actions.spending import give_back
from standby.rooms.messages.letters import Outcome, Receipt
from standby.rooms.messages.models import DeliveryEvent, Message, MessageState
from standby.rooms.vault.copying import copy_rows

_MOST_ATTEMPTS = 8
_FIRST_PAUSE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What one receipt does to its message."""

    row: Message
    state: MessageState
    next_attempt_at: datetime
    receipt: Receipt


def record(*, receipt: Receipt, now: datetime) -> str | None:
    """Writes down what became of a letter; the recipient's reference, or None for a reference not known here."""
    return record_all(receipts=[receipt], now=now).get(receipt.ref)


@transaction.atomic
def record_all(*, receipts: Sequence[Receipt], now: datetime) -> dict[str, str]:
    """Writes down what became of letters; the recipients by the references that are known here.

    A bounce may come days after the letter was accepted, and a report before the answer that it is about: an
    acceptance never undoes what is known better, and nothing undoes a bounce.
    """
    told = {receipt.ref: receipt for receipt in receipts}
    rows = list(
        Message.objects.select_for_update()
        .filter(ref__in=told)
        .order_by("id")
        .only("id", "ref", "recipient", "operation_id", "state", "attempts", "parts", "next_attempt_at", "changed_at")
    )
    changes = [change for row in rows if (change := _change(row, told[row.ref], now=now))]
    _give_back_unsent(changes)
    _store(changes, now=now)
    return {row.ref: row.recipient for row in rows}


def _change(row: Message, receipt: Receipt, *, now: datetime) -> _Change | None:
    before = MessageState(row.state)
    state = _after(before, receipt.outcome, attempts=row.attempts)
    if state is None:
        return None
    again_at = now + _FIRST_PAUSE * 2**row.attempts if state is MessageState.QUEUED else row.next_attempt_at
    return _Change(row=row, state=state, next_attempt_at=again_at, receipt=receipt)


def _after(before: MessageState, outcome: Outcome, *, attempts: int) -> MessageState | None:
    """The state that follows; None where the news changes nothing."""
    if before is MessageState.BOUNCED:
        return None
    match outcome:
        case Outcome.ACCEPTED:
            return None if before is MessageState.DELIVERED else MessageState.ACCEPTED
        case Outcome.DELIVERED:
            return MessageState.DELIVERED
        case Outcome.BOUNCED:
            return MessageState.BOUNCED
        case Outcome.DEFERRED:
            if before in {MessageState.ACCEPTED, MessageState.DELIVERED}:
                return None
            return MessageState.FAILED if attempts >= _MOST_ATTEMPTS else MessageState.QUEUED
        case _:
            assert_never(outcome)


def _give_back_unsent(changes: Iterable[_Change]) -> None:
    """What certainly did not go out costs nothing: its parts are there again, in the hour that they were taken from."""
    unsent = [
        change
        for change in changes
        if change.row.parts and change.receipt.outcome is Outcome.DEFERRED and not change.receipt.may_have_gone
    ]
    for taken_at, operation_id in {(change.row.changed_at, change.row.operation_id) for change in unsent}:
        rows = [change.row for change in unsent if change.row.changed_at == taken_at]
        give_back(
            operation_id=operation_id,
            parts=sum(row.parts for row in rows if row.operation_id == operation_id),
            taken_at=taken_at,
        )


# One statement however many there are; Django's own bulk update would write a case for each.
_STORE = """
UPDATE standby_messages_message AS message
SET state = new.state, next_attempt_at = new.next_attempt_at, changed_at = %s
FROM unnest(%s::bigint[], %s::text[], %s::timestamptz[]) AS new(id, state, next_attempt_at)
WHERE message.id = new.id
"""


def _store(changes: Sequence[_Change], *, now: datetime) -> None:
    if not changes:
        return
    ids, states, moments = zip(
        *((change.row.id, change.state.value, change.next_attempt_at) for change in changes), strict=True
    )
    with connection.cursor() as cursor:
        cursor.execute(_STORE, [now, list(ids), list(states), list(moments)])
    events = (
        {"message_id": change.row.id, "state": change.state.value, "at": now, "code": change.receipt.code[:64]}
        for change in changes
    )
    copy_rows(DeliveryEvent, events)
