"""What announcing a plan would do now."""

from collections.abc import Mapping
from datetime import datetime

from standby.domain.statuses import Reason
from standby.rooms.callup.deciding import Decision, Place, Planned, decide
from standby.rooms.callup.models import Call, CallState, PlanCall, PlanStandBy
from standby.rooms.callup.queries.holding import holding_calls
from standby.rooms.people.queries.planning import everyone_to_tell, standing_to_tell

_ENDED = [
    CallState.DECLINED,
    CallState.LAPSED,
    CallState.WITHDRAWN,
    CallState.RECALLED,
    CallState.DID_NOT_ARRIVE,
]


def decision_for_everyone(*, operation_id: int, plan_id: int, asked_at: datetime) -> Decision:
    """The word for everybody who has to be told."""
    planned = {**_standing_by(plan_id), **_called(plan_id)}
    return decide(
        people=everyone_to_tell(operation_id=operation_id),
        planned=planned,
        held=holding_calls(operation_id=operation_id),
        ended=_ended_since(operation_id, asked_at),
    )


def decision_for_called(*, operation_id: int, plan_id: int, asked_at: datetime) -> Decision:
    """The same for those alone who are called by the plan or hold a call: a page need not read everybody."""
    planned, held = _called(plan_id), holding_calls(operation_id=operation_id)
    ids = planned.keys() | {holding.person_id for holding in held}
    return decide(
        people=standing_to_tell(operation_id=operation_id, ids=ids),
        planned=planned,
        held=held,
        ended=_ended_since(operation_id, asked_at),
    )


def _called(plan_id: int) -> Mapping[int, Planned]:
    calls: dict[int, set[int]] = {}
    fixed = set()
    for person_id, need_id, reason in PlanCall.objects.filter(plan_id=plan_id).values_list(
        "person_id", "need_id", "reason"
    ):
        calls.setdefault(person_id, set())
        if reason == Reason.FIXED:
            fixed.add(person_id)
        else:
            calls[person_id].add(need_id)
    return {
        person_id: Planned(
            need_ids=frozenset(needs), reason=Reason.FIXED if person_id in fixed and not needs else Reason.NEEDED
        )
        for person_id, needs in calls.items()
    }


def _standing_by(plan_id: int) -> Mapping[int, Planned]:
    rows = PlanStandBy.objects.filter(plan_id=plan_id).values_list("person_id", "reason")
    return {person_id: Planned(need_ids=frozenset(), reason=Reason(reason)) for person_id, reason in rows}


def _ended_since(operation_id: int, moment: datetime) -> frozenset[Place]:
    rows = Call.objects.filter(
        operation_id=operation_id, state__in=_ENDED, events__at__gte=moment, events__state__in=_ENDED
    )
    return frozenset(rows.values_list("person_id", "need_id"))
