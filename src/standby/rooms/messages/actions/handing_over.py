"""Handing over what is due to a channel."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from standby.rooms.messages.actions.recording import record_all
from standby.rooms.messages.actions.spending import hold_budget, spend
from standby.rooms.messages.letters import Outcome, Parcel, Receipt, Transport
from standby.rooms.messages.models import Channel, Message, MessageState
from standby.rooms.messages.places import message_place
from standby.rooms.vault.queries import keys_of, open_payload
from standby.sealing import DataKey

# A sender that died left its letters in the middle: after so long they are taken up again.
ABANDONED = timedelta(minutes=10)
# So many answers are written down together: a sender that is killed repeats no more than these.
_TOGETHER = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What a round of handing over came to."""

    accepted: int = 0
    bounced: int = 0
    deferred: int = 0

    def __add__(self, other: "Handed") -> "Handed":
        return Handed(
            accepted=self.accepted + other.accepted,
            bounced=self.bounced + other.bounced,
            deferred=self.deferred + other.deferred,
        )


def hand_over(
    *,
    operation_id: int,
    transport: Transport,
    now: datetime,
    channel: Channel = Channel.EMAIL,
    limit: int = 500,
) -> Handed:
    """Gives the channel what is due and records its answers. Killed in between, nothing is lost: what was taken is
    offered again later under the same reference."""
    _take_up_abandoned(operation_id=operation_id, channel=channel, now=now)
    parcels = _take(operation_id=operation_id, channel=channel, now=now, limit=limit)
    outcomes: Counter[Outcome] = Counter()
    for receipts in _together(transport.deliver(parcels) if parcels else iter(())):
        record_all(receipts=receipts, now=now)
        outcomes.update(receipt.outcome for receipt in receipts)
    return Handed(
        accepted=outcomes[Outcome.ACCEPTED] + outcomes[Outcome.DELIVERED],
        bounced=outcomes[Outcome.BOUNCED],
        deferred=outcomes[Outcome.DEFERRED],
    )


def _together(receipts: Iterator[Receipt]) -> Iterator[list[Receipt]]:
    batch: list[Receipt] = []
    for receipt in receipts:
        batch.append(receipt)
        if len(batch) == _TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch


def _take_up_abandoned(*, operation_id: int, channel: Channel, now: datetime) -> None:
    left = Message.objects.filter(
        operation_id=operation_id, channel=channel, state=MessageState.SENDING, changed_at__lte=now - ABANDONED
    )
    left.update(state=MessageState.QUEUED)


@transaction.atomic
def _take(*, operation_id: int, channel: Channel, now: datetime, limit: int) -> list[Parcel]:
    """The urgent first, then the oldest; of short messages no more than the hour's cap still lets through."""
    line = Message.objects.filter(
        operation_id=operation_id, channel=channel, state=MessageState.QUEUED, next_attempt_at__lte=now
    )
    affordable = hold_budget(operation_id=operation_id, now=now) if channel is Channel.SMS else None
    rows = list(line.select_for_update(skip_locked=True).order_by("-is_urgent", "id")[:limit])
    keys = keys_of({row.recipient for row in rows})
    _cancel([row for row in rows if row.recipient not in keys], now=now)
    rows = [row for row in rows if row.recipient in keys]
    if affordable is not None:
        rows = _within(rows, affordable)
        spend(operation_id=operation_id, parts=sum(row.parts for row in rows), now=now)
    taken = Message.objects.filter(id__in=[row.id for row in rows])
    taken.update(state=MessageState.SENDING, attempts=F("attempts") + 1, changed_at=now)
    return [_parcel(row, key=keys[row.recipient]) for row in rows]


def _cancel(rows: list[Message], *, now: datetime) -> None:
    """Whose person was erased meanwhile can be read by nobody any more."""
    if rows:
        ids = [row.id for row in rows]
        Message.objects.filter(id__in=ids).update(state=MessageState.CANCELLED, changed_at=now)


def _within(rows: list[Message], affordable: int) -> list[Message]:
    """As many as fit, in their order: nothing short overtakes what has waited longer."""
    for number, row in enumerate(rows):
        affordable -= row.parts
        if affordable < 0:
            return rows[:number]
    return rows


def _parcel(row: Message, *, key: DataKey) -> Parcel:
    opened = open_payload(row.sealed, key=key, place=message_place(row.ref))
    return Parcel(ref=row.ref, address=str(opened["address"]), subject=str(opened["subject"]), body=str(opened["body"]))
