"""Sign-ups that wait for a person's look, by where they came from."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Min

from standby.rooms.people.blinds import code_blind
from standby.rooms.people.models import ReceivedSignUp
from standby.rooms.people.values import Hold
from standby.sealing import InvalidCode, parse_receipt_code


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldView:
    """What one network sent for one reason. `network` is a keyed hash, of which nobody can make an address."""

    why: Hold
    network: bytes
    sign_ups: int
    first_at: datetime
    last_at: datetime
    last_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReceipt:
    """What the holder of a receipt may know while a look is awaited, and after it was dropped."""

    is_dropped: bool
    next_word_on: date | None


def held_groups(*, operation_id: int, limit: int = 200) -> list[HeldView]:
    """The largest first, in one query over what is held alone."""
    waiting = ReceivedSignUp.objects.filter(operation_id=operation_id, settled_at__isnull=True).exclude(held=Hold.NOT)
    groups = waiting.values("held", "network").annotate(
        sign_ups=Count("id"), first_at=Min("received_at"), last_at=Max("received_at"), last_id=Max("id")
    )
    return [
        HeldView(
            why=Hold(group["held"]),
            network=bytes(group["network"]),
            sign_ups=group["sign_ups"],
            first_at=group["first_at"],
            last_at=group["last_at"],
            last_id=group["last_id"],
        )
        for group in groups.order_by("-sign_ups", "held", "network")[:limit]
    ]


def count_held(*, operation_id: int) -> int:
    waiting = ReceivedSignUp.objects.filter(operation_id=operation_id, settled_at__isnull=True)
    return waiting.exclude(held=Hold.NOT).count()


def held_behind(text: str) -> HeldReceipt | None:
    """For a receipt whose sign-up waits for a look, or was dropped after one; None for any other code."""
    try:
        receipt = code_blind(parse_receipt_code(text))
    except InvalidCode:
        return None
    row = ReceivedSignUp.objects.filter(receipt=receipt).exclude(held=Hold.NOT).first()
    if row is None:
        return None
    is_dropped = row.held == Hold.DROPPED
    return HeldReceipt(is_dropped=is_dropped, next_word_on=None if is_dropped else row.next_word_on)
