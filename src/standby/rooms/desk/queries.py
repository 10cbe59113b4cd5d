"""What needs a decision now: everything the desk asks the rooms below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.queries import open_proposals
from standby.rooms.callup.queries.filling import Filling, filling_of
from standby.rooms.callup.queries.plans import PlanSummary, newest_plan
from standby.rooms.callup.queries.promises import promises_due
from standby.rooms.callup.queries.reach import Reach, last_announcement, reach_lately
from standby.rooms.callup.queries.unanswered import Unanswered, unanswered
from standby.rooms.messages.queries.failing import count_failing
from standby.rooms.messages.queries.replies import count_waiting
from standby.rooms.needs.queries.planning import needs_to_plan
from standby.rooms.needs.queries.stale import stale_requests, waiting_requests
from standby.rooms.operations.door_words import SaidDoor, say_door
from standby.rooms.operations.queries import OperationView
from standby.rooms.operations.switches import door_state
from standby.rooms.people.queries import counting
from standby.rooms.people.queries.crowd import crowd_of
from standby.rooms.people.queries.held_lately import count_held_lately
from standby.rooms.people.queries.promises import Due
from standby.rooms.situation.queries import notices_in_force
from standby.rooms.welfare.queries.hours import Tiredness, count_tired

# A need is at risk when it begins within these days and people are missing.
_SOON = timedelta(days=4)
_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    door: SaidDoor
    notices: int
    people: int
    called: int
    accepted: int
    proposals: int
    plan: PlanSummary | None
    reach: Reach | None
    unanswered: Unanswered
    at_risk: Sequence[Filling]
    at_risk_in_all: int
    waiting_needs: int
    stale_needs: int
    pairs: int
    licences: int
    incomplete: int
    promises: Due
    failing: int
    replies: int
    held: int
    to_confirm: int
    tired: Tiredness
    surge: Sequence[counting.HourCount]


def today(*, operation: OperationView, now: datetime) -> Today:
    """Everything on the first page, in a fixed number of queries."""
    crowd = crowd_of(operation_id=operation.id, now=now)
    announcement = last_announcement(operation_id=operation.id)
    at_risk = _at_risk(operation, now)
    door = door_state(operation_id=operation.id, now=now)
    return Today(
        door=say_door(door, operation=operation),
        notices=len(notices_in_force(operation_id=operation.id, now=now)),
        people=crowd.people,
        called=crowd.statuses.get(PersonStatus.CALLED, 0),
        accepted=crowd.statuses.get(PersonStatus.ACCEPTED, 0),
        proposals=len(open_proposals(operation_id=operation.id)),
        plan=newest_plan(operation_id=operation.id),
        reach=reach_lately(operation_id=operation.id, occasion=announcement.ref, now=now) if announcement else None,
        unanswered=unanswered(operation_id=operation.id),
        at_risk=at_risk[:_SHOWN],
        at_risk_in_all=len(at_risk),
        waiting_needs=waiting_requests(operation_id=operation.id),
        stale_needs=stale_requests(operation=operation, now=now),
        pairs=crowd.pairs,
        licences=crowd.licences,
        incomplete=crowd.statuses.get(PersonStatus.OFFERED, 0),
        promises=promises_due(operation=operation, now=now),
        failing=count_failing(operation_id=operation.id),
        replies=count_waiting(operation_id=operation.id),
        held=count_held_lately(operation_id=operation.id, now=now),
        to_confirm=crowd.to_confirm,
        tired=count_tired(operation=operation, now=now),
        surge=crowd.surge,
    )


def _at_risk(operation: OperationView, now: datetime) -> list[Filling]:
    """The most urgent first: by priority, then by how many are missing."""
    until = operation.today(now) + _SOON
    needs = {need.id: need for need in needs_to_plan(operation=operation, now=now) if need.days.first <= until}
    missing = [filling for filling in filling_of(needs) if filling.missing]
    return sorted(missing, key=lambda filling: (filling.need.priority, -filling.missing, filling.need.code))
