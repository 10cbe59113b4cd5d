"""Sign-ups that a flood came along with: looked at by a person, then let through or dropped, many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from standby.domain.errors import Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import HeldCounts, ReceivedSignUp
from standby.rooms.people.values import Hold


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldGroup:
    """What is judged together: what came from one network for one reason, up to the last that was on the page."""

    why: Hold
    network: bytes
    last_id: int


@transaction.atomic
def release_held(*, operation: OperationView, groups: Sequence[HeldGroup], by: Actor, now: datetime) -> int:
    """They go the way of every sign-up from now on; how many."""
    number = sum(_rows(operation, group).update(held=Hold.NOT) for group in groups)
    _strike(operation, groups, number)
    _journal(operation, "sign_up.release", number, by=by, now=now)
    return number


@transaction.atomic
def drop_held(*, operation: OperationView, groups: Sequence[HeldGroup], by: Actor, now: datetime) -> int:
    """What they said is gone at once; how many. Their receipts go a week later, as those of all forms do."""
    number = sum(
        _rows(operation, group).update(held=Hold.DROPPED, sealed=b"", network=b"", settled_at=now) for group in groups
    )
    _strike(operation, groups, number)
    _journal(operation, "sign_up.drop", number, by=by, now=now)
    return number


def _rows(operation: OperationView, group: HeldGroup) -> "QuerySet[ReceivedSignUp]":
    if group.why not in {Hold.NETWORK, Hold.CONTACT}:
        raise Refused("Only what waits for a look can be judged.")
    waiting = ReceivedSignUp.objects.filter(operation_id=operation.id, settled_at__isnull=True)
    return waiting.filter(held=group.why, network=group.network, id__lte=group.last_id)


def _strike(operation: OperationView, groups: Sequence[HeldGroup], number: int) -> None:
    """From what was counted a moment ago: whoever judged a group does not see it again."""
    judged = {(group.why.value, group.network.hex()) for group in groups}
    for row in HeldCounts.objects.select_for_update().filter(operation_id=operation.id):
        row.groups = [one for one in row.groups if (one["why"], one["network"]) not in judged]
        row.in_all = max(0, row.in_all - number)
        row.save(update_fields=["groups", "in_all"])


def _journal(operation: OperationView, action: str, number: int, *, by: Actor, now: datetime) -> None:
    if number:
        journal(operation=operation.ref, actor=by, action=action, now=now, detail={"sign_ups": number})
