"""Reading the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, QuerySet

from standby.rooms.messages.models import Channel, Message, MessageState
from standby.rooms.messages.places import message_place
from standby.rooms.vault.queries import keys_of, open_payload
from standby.sealing import DataKey

TAKEN = (MessageState.ACCEPTED, MessageState.DELIVERED)
BY_MACHINE = (Channel.EMAIL, Channel.SMS, Channel.TELEGRAM)
_OPEN = (MessageState.QUEUED, MessageState.SENDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageView:
    """A message opened for reading; `subject` and `body` are empty once its person's key was erased."""

    ref: str
    recipient: str
    kind: str
    language: str
    channel: Channel
    state: MessageState
    created_at: datetime
    changed_at: datetime
    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageHead:
    """A message in a list; its address and text stay sealed."""

    ref: str
    recipient: str
    kind: str
    language: str
    channel: Channel
    state: MessageState
    attempts: int
    created_at: datetime
    changed_at: datetime


def of_person(*, operation_id: int, recipient: str, limit: int = 20) -> list[MessageView]:
    rows = Message.objects.filter(operation_id=operation_id, recipient=recipient).order_by("-id")[:limit]
    return opened_messages(list(rows))


def message_by_ref(*, operation_id: int, ref: str) -> MessageView | None:
    rows = Message.objects.filter(operation_id=operation_id, ref=ref)
    return next(iter(opened_messages(list(rows))), None)


def count_in(*, operation_id: int, state: MessageState | None) -> int:
    return _in_state(operation_id, state).count()


def page_of_messages(*, operation_id: int, state: MessageState | None, offset: int, limit: int) -> list[MessageHead]:
    """The newest first, unopened: a list needs no texts."""
    rows = _in_state(operation_id, state).order_by("-id")[offset : offset + limit]
    fields = rows.values_list(
        "ref", "recipient", "kind", "language", "channel", "state", "attempts", "created_at", "changed_at"
    )
    return [
        MessageHead(
            ref=ref,
            recipient=recipient,
            kind=kind,
            language=language,
            channel=Channel(channel),
            state=MessageState(now_in),
            attempts=attempts,
            created_at=created_at,
            changed_at=changed_at,
        )
        for ref, recipient, kind, language, channel, now_in, attempts, created_at, changed_at in fields
    ]


def taken(*, recipient: str, occasion: str) -> Exists:
    """For a query above this room: whether a channel took the message to the row's `recipient` about its `occasion`,
    and it has not come back. Both are names of fields of that row."""
    return Exists(Message.objects.filter(recipient=OuterRef(recipient), occasion=OuterRef(occasion), state__in=TAKEN))


def counts(*, operation_id: int) -> dict[str, int]:
    """How many messages are in each state."""
    rows = Message.objects.filter(operation_id=operation_id).values("state").annotate(number=Count("id"))
    return {row["state"]: row["number"] for row in rows.order_by()}


def lines_due(*, now: datetime) -> list[tuple[int, Channel]]:
    """Operations and channels in which something waits to be handed over by a machine."""
    waiting = Message.objects.filter(channel__in=BY_MACHINE, next_attempt_at__lte=now, state__in=_OPEN)
    lines = waiting.values_list("operation_id", "channel").distinct().order_by("operation_id", "channel")
    return [(operation_id, Channel(channel)) for operation_id, channel in lines]


def _in_state(operation_id: int, state: MessageState | None) -> QuerySet[Message]:
    rows = Message.objects.filter(operation_id=operation_id)
    return rows if state is None else rows.filter(state=state)


def opened_messages(rows: Sequence[Message]) -> list[MessageView]:
    keys = keys_of({row.recipient for row in rows})
    return [_view(row, keys.get(row.recipient)) for row in rows]


def _view(row: Message, key: DataKey | None) -> MessageView:
    opened = open_payload(row.sealed, key=key, place=message_place(row.ref)) if key else {}
    return MessageView(
        ref=row.ref,
        recipient=row.recipient,
        kind=row.kind,
        language=row.language,
        channel=Channel(row.channel),
        state=MessageState(row.state),
        created_at=row.created_at,
        changed_at=row.changed_at,
        subject=str(opened.get("subject", "")),
        body=str(opened.get("body", "")),
    )
