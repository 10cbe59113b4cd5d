"""What waits for a look, as it is or, where it is very much, as it was a moment ago."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from standby.rooms.people.models import HeldCounts
from standby.rooms.people.queries.crowd import FRESH
from standby.rooms.people.queries.held import HeldView, count_held, held_groups
from standby.rooms.people.values import Hold


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLane:
    """How many sign-ups wait for a look, and the largest groups of them."""

    in_all: int
    groups: Sequence[HeldView]


def held_lane(*, operation_id: int) -> HeldLane:
    return HeldLane(in_all=count_held(operation_id=operation_id), groups=held_groups(operation_id=operation_id))


def held_lately(*, operation_id: int, now: datetime) -> HeldLane:
    """The same as `held_lane`, at most some minutes old where there are very many, without what was judged since."""
    row = _kept(operation_id, now)
    if row is None or not row.groups:
        return held_lane(operation_id=operation_id)
    return HeldLane(in_all=row.in_all, groups=[_read(group) for group in row.groups])


def count_held_lately(*, operation_id: int, now: datetime) -> int:
    """The same as `count_held`, at most some minutes old where there are very many."""
    row = _kept(operation_id, now)
    return row.in_all if row else count_held(operation_id=operation_id)


def write_group(view: HeldView) -> dict[str, str | int]:
    """As `HeldCounts.groups` has it."""
    return {
        "why": view.why.value,
        "network": view.network.hex(),
        "sign_ups": view.sign_ups,
        "first_at": view.first_at.isoformat(),
        "last_at": view.last_at.isoformat(),
        "last_id": view.last_id,
    }


def _read(group: dict[str, str]) -> HeldView:
    return HeldView(
        why=Hold(group["why"]),
        network=bytes.fromhex(group["network"]),
        sign_ups=int(group["sign_ups"]),
        first_at=datetime.fromisoformat(group["first_at"]),
        last_at=datetime.fromisoformat(group["last_at"]),
        last_id=int(group["last_id"]),
    )


def _kept(operation_id: int, now: datetime) -> HeldCounts | None:
    return HeldCounts.objects.filter(operation_id=operation_id, counted_at__gt=now - FRESH).first()
