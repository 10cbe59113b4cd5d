"""What people wrote back: who may have written it, and what waits for a human."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from standby.rooms.messages.models import Channel, Message, Reply, TelegramChat
from standby.rooms.messages.places import address_blind, reply_place, reply_subject
from standby.rooms.vault.queries import keys_of, open_payload

# So many messages back: a number that several people share is seen to be shared.
_LOOKED_BACK = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTo:
    """Whom we wrote to at an address, in the operation that wrote there last."""

    operation_id: int
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    """A reply opened for reading; `text` and `sender` are empty once its person's key was erased."""

    ref: str
    recipient: str
    channel: Channel
    read_as: str
    at: datetime
    settled_at: datetime | None
    settled_by: str
    text: str
    sender: str


def written_to(*, address: str, channel: Channel) -> WrittenTo | None:
    """None where nobody was ever written to at this address."""
    rows = _chats_of(address) if channel is Channel.TELEGRAM else _messages_to(address, channel)
    if not rows:
        return None
    newest = rows[0][0]
    recipients = dict.fromkeys(recipient for operation_id, recipient in rows if operation_id == newest)
    return WrittenTo(operation_id=newest, recipients=tuple(recipients))


def _chats_of(address: str) -> list[tuple[int, str]]:
    rows = TelegramChat.objects.filter(blind=address_blind(address, channel=Channel.TELEGRAM)).order_by("-id")
    return list(rows.values_list("operation_id", "recipient")[:_LOOKED_BACK])


def _messages_to(address: str, channel: Channel) -> list[tuple[int, str]]:
    rows = Message.objects.filter(blind=address_blind(address, channel=channel), channel=channel).order_by("-id")
    return list(rows.values_list("operation_id", "recipient")[:_LOOKED_BACK])


def count_from(*, address: str, channel: Channel, since: datetime) -> int:
    return Reply.objects.filter(blind=address_blind(address, channel=channel), at__gte=since).count()


def count_waiting(*, operation_id: int) -> int:
    return _waiting(operation_id).count()


def page_of_waiting(*, operation_id: int, offset: int, limit: int) -> list[ReplyView]:
    """Who waited longest first."""
    return _opened(list(_waiting(operation_id).order_by("id")[offset : offset + limit]))


def is_reply(*, operation_id: int, ref: str) -> bool:
    return Reply.objects.filter(operation_id=operation_id, ref=ref).exists()


def _waiting(operation_id: int) -> QuerySet[Reply]:
    return Reply.objects.filter(operation_id=operation_id, settled_at__isnull=True)


def _opened(rows: Sequence[Reply]) -> list[ReplyView]:
    keys = keys_of({_subject(row) for row in rows})
    return [
        _view(row, open_payload(row.sealed, key=key, place=reply_place(row.ref)) if key else {})
        for row in rows
        for key in (keys.get(_subject(row)),)
    ]


def _subject(row: Reply) -> str:
    return row.recipient or reply_subject(row.ref)


def _view(row: Reply, opened: dict[str, object]) -> ReplyView:
    return ReplyView(
        ref=row.ref,
        recipient=row.recipient,
        channel=Channel(row.channel),
        read_as=row.read_as,
        at=row.at,
        settled_at=row.settled_at,
        settled_by=row.settled_by,
        text=str(opened.get("text", "")),
        sender=str(opened.get("sender", "")),
    )
