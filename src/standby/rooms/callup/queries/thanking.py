"""Who waits for nothing any more: the whole operation at its end, or a role that no need asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from standby.domain.statuses import FIXED_STATUSES, PersonStatus
from standby.rooms.callup.models import Call
from standby.rooms.callup.models.call import HOLDING_STATES
from standby.rooms.needs.queries.planning import roles_needed
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.promises import count_idle, count_standing, offers_role

# They hold a place, or are there: nobody thanks them before they are home.
_HELD = FIXED_STATUSES | {PersonStatus.CALLED, PersonStatus.ACCEPTED, PersonStatus.RESTING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """A role that was asked for once and is not now, and how many stand by who offer nothing else that is."""

    role: str
    people: int


def waiting_by_status(*, operation_id: int) -> Mapping[PersonStatus, int]:
    return count_standing(operation_id=operation_id, only=Q())


def still_held(*, operation_id: int) -> int:
    """How many are called, on the way, at work or resting between two shifts."""
    by_status = waiting_by_status(operation_id=operation_id)
    held = sum(number for status, number in by_status.items() if status in _HELD)
    calls = Call.objects.filter(operation_id=operation_id, state__in=HOLDING_STATES).values("person_id").distinct()
    return max(held, calls.count())


def idle_roles(*, operation: OperationView, now: datetime) -> Sequence[Idle]:
    needed = roles_needed(operation=operation, now=now)
    found = count_idle(operation_id=operation.id, roles=needed.before, asked=needed.now)
    return [Idle(role=role, people=people) for role, people in found.items()]


def only_of_role(*, operation: OperationView, role: str, now: datetime) -> Q:
    """Whoever offers this role and none that a need asks for now, be it this one again."""
    others = [offers_role(code) for code in sorted(roles_needed(operation=operation, now=now).now)]
    return offers_role(role) & ~reduce(or_, others) if others else offers_role(role)
