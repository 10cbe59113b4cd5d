"""What short messages may cost and have cost, and what waits for the next hour."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Sum

from standby.rooms.messages.models import Channel, Message, MessageState, PartsSpent, SmsBudget
from standby.rooms.messages.money import PartPrice

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    price: PartPrice
    parts_an_hour: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Short messages that have not gone out yet."""

    messages: int
    parts: int


def budget_of(*, operation_id: int) -> Budget | None:
    """None while nobody has decided: then no short message is written."""
    row = SmsBudget.objects.filter(operation_id=operation_id).first()
    if row is None:
        return None
    price = PartPrice(thousandths=row.thousandths_a_part, currency=row.currency)
    return Budget(price=price, parts_an_hour=row.parts_an_hour)


def spent(*, operation_id: int, now: datetime) -> int:
    """Parts handed over, or being handed over, in the last hour."""
    rows = PartsSpent.objects.filter(operation_id=operation_id, at__gt=now - HOUR)
    return rows.aggregate(parts=Sum("parts"))["parts"] or 0


def sms_waiting(*, operation_id: int) -> Waiting:
    rows = Message.objects.filter(operation_id=operation_id, channel=Channel.SMS, state=MessageState.QUEUED)
    counted = rows.aggregate(messages=Count("id"), parts=Sum("parts"))
    return Waiting(messages=counted["messages"], parts=counted["parts"] or 0)


def parts_asked_for(*, operation_id: int, kind: str, now: datetime) -> int:
    """Parts of short messages of this kind that were queued in the last hour, gone out or not."""
    rows = Message.objects.filter(operation_id=operation_id, channel=Channel.SMS, kind=kind, created_at__gt=now - HOUR)
    return rows.aggregate(parts=Sum("parts"))["parts"] or 0
