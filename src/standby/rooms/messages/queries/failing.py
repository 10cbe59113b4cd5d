"""Addresses that do not work: whose message came back, or was given up, and by which channel."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from standby.rooms.messages.models import Channel, DeliveryEvent, Message, MessageState
from standby.rooms.messages.queries.outbox import TAKEN

_FAILED = (MessageState.BOUNCED, MessageState.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """The newest message to somebody by one channel, which did not reach them. `code` is what the server said."""

    ref: str
    recipient: str
    channel: Channel
    state: MessageState
    code: str
    at: datetime


def count_failing(*, operation_id: int) -> int:
    return _failing(operation_id).count()


def page_of_failing(*, operation_id: int, offset: int, limit: int) -> list[Failing]:
    """The newest first."""
    rows = list(_failing(operation_id).order_by("-changed_at", "-id")[offset : offset + limit])
    codes = dict(
        DeliveryEvent.objects.filter(message_id__in=[row.id for row in rows])
        .order_by("id")
        .values_list("message_id", "code")
    )
    return [
        Failing(
            ref=row.ref,
            recipient=row.recipient,
            channel=Channel(row.channel),
            state=MessageState(row.state),
            code=codes.get(row.id, ""),
            at=row.changed_at,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undelivered:
    """What somebody was to be told on one occasion, which no channel that was tried has brought to them."""

    recipient: str
    occasion: str
    kind: str
    tried: frozenset[Channel]


def undelivered(*, operation_id: int, since: datetime) -> list[Undelivered]:
    """What failed since then and neither waits nor went through by any other channel."""
    same = Message.objects.filter(
        operation_id=OuterRef("operation_id"), recipient=OuterRef("recipient"), occasion=OuterRef("occasion")
    )
    rows = Message.objects.filter(operation_id=operation_id, state__in=_FAILED, changed_at__gte=since)
    alone = rows.filter(~Exists(same.exclude(state__in=_FAILED))).order_by("id")
    found: dict[tuple[str, str], Undelivered] = {}
    for recipient, occasion, kind, channel in alone.values_list("recipient", "occasion", "kind", "channel"):
        before = found.get((recipient, occasion))
        tried = (before.tried if before else frozenset()) | {Channel(channel)}
        found[recipient, occasion] = Undelivered(recipient=recipient, occasion=occasion, kind=kind, tried=tried)
    return list(found.values())


def whose_came_back(*, operation_id: int, kind: str, channel: Channel) -> list[str]:
    """References of those whose message of this kind did not reach them by this channel."""
    rows = Message.objects.filter(operation_id=operation_id, channel=channel, kind=kind, state__in=_FAILED)
    return list(rows.values_list("recipient", flat=True))


def _failing(operation_id: int) -> QuerySet[Message]:
    """One that was followed by another which went through works again."""
    later = Message.objects.filter(
        operation_id=OuterRef("operation_id"),
        recipient=OuterRef("recipient"),
        channel=OuterRef("channel"),
        id__gt=OuterRef("id"),
    )
    rows = Message.objects.filter(operation_id=operation_id, state__in=_FAILED)
    return rows.filter(~Exists(later.filter(state__in=[*TAKEN, *_FAILED])))
