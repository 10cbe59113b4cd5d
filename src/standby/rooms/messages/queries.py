"""Reading the outbox."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef

from standby.rooms.messages.models import Channel, Message, MessageState
from standby.rooms.vault.queries import keys_of, open_payload
from standby.sealing import DataKey


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


def place_of(ref: str) -> str:
    """Where a message's sealed content stands."""
    return f"standby_messages_message|sealed|{ref}"


def of_person(*, operation_id: int, recipient: str, limit: int = 20) -> list[MessageView]:
    rows = Message.objects.filter(operation_id=operation_id, recipient=recipient).order_by("-id")[:limit]
    return _opened(list(rows))


def recent(*, operation_id: int, before: int | None = None, limit: int = 50) -> list[MessageView]:
    rows = Message.objects.filter(operation_id=operation_id)
    if before is not None:
        rows = rows.filter(id__lt=before)
    return _opened(list(rows.order_by("-id")[:limit]))


def recipients_by_state(*, operation_id: int, occasion: str) -> dict[str, set[str]]:
    """For one occasion: the recipients whose message is in each state."""
    rows = Message.objects.filter(operation_id=operation_id, occasion=occasion).exclude(channel=Channel.PAPER)
    result: dict[str, set[str]] = {}
    for recipient, state in rows.values_list("recipient", "state"):
        result.setdefault(state, set()).add(recipient)
    return result


def reached_by_channel(*, operation_id: int, occasion: str, recipients: Collection[str] | None = None) -> set[str]:
    """Those of whose message a channel said it was taken, and which has not come back."""
    rows = Message.objects.filter(operation_id=operation_id, occasion=occasion, state=MessageState.ACCEPTED)
    if recipients is not None:
        rows = rows.filter(recipient__in=list(recipients))
    return set(rows.values_list("recipient", flat=True))


def taken(*, recipient: str, occasion: str) -> Exists:
    """For a query above this room: whether a channel took the message to the row's `recipient` about its `occasion`,
    and it has not come back. Both are names of fields of that row."""
    return Exists(
        Message.objects.filter(recipient=OuterRef(recipient), occasion=OuterRef(occasion), state=MessageState.ACCEPTED)
    )


def counts(*, operation_id: int) -> dict[str, int]:
    """How many messages are in each state."""
    rows = Message.objects.filter(operation_id=operation_id).values("state").annotate(number=Count("id"))
    return {row["state"]: row["number"] for row in rows.order_by()}


def operations_with_mail_due(*, now: datetime) -> list[int]:
    waiting = Message.objects.filter(channel=Channel.EMAIL, next_attempt_at__lte=now)
    open_states = [MessageState.QUEUED, MessageState.SENDING]
    return list(waiting.filter(state__in=open_states).values_list("operation_id", flat=True).distinct().order_by())


def _opened(rows: list[Message]) -> list[MessageView]:
    keys = keys_of({row.recipient for row in rows})
    return [_view(row, keys.get(row.recipient)) for row in rows]


def _view(row: Message, key: DataKey | None) -> MessageView:
    opened = open_payload(row.sealed, key=key, place=place_of(row.ref)) if key else {}
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
