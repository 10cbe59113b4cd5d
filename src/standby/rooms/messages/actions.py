"""Queueing what is to be told, handing it over, and writing down what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never

from django.db import transaction
from django.db.models import Q

from standby.rooms.messages.letters import Letter, Outcome, Parcel, Receipt, Transport
from standby.rooms.messages.models import Channel, DeliveryEvent, Message, MessageState
from standby.rooms.messages.queries import place_of
from standby.rooms.vault.actions import make_keys, seal_payload
from standby.rooms.vault.queries import keys_of, open_payload
from standby.sealing import new_ref

_BATCH = 2000
# A sender that died left its letters in the middle: after so long they are taken up again.
_ABANDONED = timedelta(minutes=10)
_MOST_ATTEMPTS = 8
_FIRST_PAUSE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What a round of handing over came to."""

    accepted: int = 0
    bounced: int = 0
    deferred: int = 0


@transaction.atomic
def queue(*, letters: Sequence[Letter], operation_id: int, now: datetime) -> int:
    """Seals and stores letters; how many were new. Joins the caller's transaction: told and queued are one."""
    subjects = {letter.recipient for letter in letters}
    keys = keys_of(subjects)
    keys |= make_keys(subjects - keys.keys())
    before = Message.objects.filter(operation_id=operation_id).count()
    for start in range(0, len(letters), _BATCH):
        rows = []
        for letter in letters[start : start + _BATCH]:
            ref = new_ref()
            payload = {"address": letter.address, "subject": letter.subject, "body": letter.body}
            rows.append(
                Message(
                    ref=ref,
                    operation_id=operation_id,
                    recipient=letter.recipient,
                    occasion=letter.occasion,
                    kind=letter.kind,
                    language=letter.language,
                    channel=letter.channel,
                    sealed=seal_payload(payload, key=keys[letter.recipient], place=place_of(ref)),
                    next_attempt_at=now,
                    created_at=now,
                    changed_at=now,
                )
            )
        Message.objects.bulk_create(rows, ignore_conflicts=True)
    return Message.objects.filter(operation_id=operation_id).count() - before


def hand_over(*, operation_id: int, transport: Transport, now: datetime, limit: int = 500) -> Handed:
    """Gives the channel what is due and records its answers. Killed in between, nothing is lost: what was taken is
    offered again later under the same reference."""
    parcels = _take(operation_id=operation_id, now=now, limit=limit)
    accepted = bounced = deferred = 0
    for receipt in transport.deliver(parcels):
        record(receipt=receipt, now=now)
        accepted += receipt.outcome is Outcome.ACCEPTED
        bounced += receipt.outcome is Outcome.BOUNCED
        deferred += receipt.outcome is Outcome.DEFERRED
    return Handed(accepted=accepted, bounced=bounced, deferred=deferred)


@transaction.atomic
def record(*, receipt: Receipt, now: datetime) -> str | None:
    """Writes down what became of a letter; the recipient's reference, or None for a reference not known here.

    A bounce may come days after the letter was accepted; an acceptance never undoes a bounce.
    """
    row = Message.objects.select_for_update().filter(ref=receipt.ref).first()
    if row is None:
        return None
    if row.state == MessageState.BOUNCED:
        return row.recipient
    match receipt.outcome:
        case Outcome.ACCEPTED:
            row.state = MessageState.ACCEPTED
        case Outcome.BOUNCED:
            row.state = MessageState.BOUNCED
        case Outcome.DEFERRED:
            gave_up = row.attempts >= _MOST_ATTEMPTS
            row.state = MessageState.FAILED if gave_up else MessageState.QUEUED
            row.next_attempt_at = now + _FIRST_PAUSE * 2**row.attempts
        case _:
            assert_never(receipt.outcome)
    row.changed_at = now
    row.save(update_fields=["state", "next_attempt_at", "changed_at"])
    DeliveryEvent.objects.create(message=row, state=row.state, at=now, code=receipt.code[:64])
    return row.recipient


@transaction.atomic
def cancel_waiting(*, recipients: Iterable[str], now: datetime) -> int:
    """Stops what has not gone out yet: it was overtaken, or its person must not be written to any more."""
    rows = Message.objects.filter(recipient__in=list(recipients), state=MessageState.QUEUED)
    return rows.update(state=MessageState.CANCELLED, changed_at=now)


@transaction.atomic
def _take(*, operation_id: int, now: datetime, limit: int) -> list[Parcel]:
    due = Q(state=MessageState.QUEUED, next_attempt_at__lte=now)
    abandoned = Q(state=MessageState.SENDING, changed_at__lte=now - _ABANDONED)
    rows = list(
        Message.objects.select_for_update(skip_locked=True)
        .filter(due | abandoned, operation_id=operation_id, channel=Channel.EMAIL)
        .order_by("id")[:limit]
    )
    for row in rows:
        row.state, row.attempts, row.changed_at = MessageState.SENDING, row.attempts + 1, now
    Message.objects.bulk_update(rows, ["state", "attempts", "changed_at"])
    keys = keys_of({row.recipient for row in rows})
    return [
        _parcel(row, opened=open_payload(row.sealed, key=keys[row.recipient], place=place_of(row.ref)))
        for row in rows
        if row.recipient in keys
    ]


def _parcel(row: Message, *, opened: dict[str, object]) -> Parcel:
    return Parcel(ref=row.ref, address=str(opened["address"]), subject=str(opened["subject"]), body=str(opened["body"]))
