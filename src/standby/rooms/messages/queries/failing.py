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
