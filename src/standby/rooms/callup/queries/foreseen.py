"""What was foretold of needs: the risk that fewer come than are needed, and the journeys in vain."""

from collections.abc import Collection, Mapping
from datetime import date

from standby.planning.turnout import Answering
from standby.rooms.callup.models import PlanNeed, PlanState
from standby.rooms.callup.queries.counting import counts_by_need
from standby.rooms.callup.queries.risks import risks_by_request
from standby.rooms.callup.turnout.believing import belief_of
from standby.rooms.callup.turnout.choosing import chosen_for
from standby.rooms.callup.turnout.foreseeing import Foreseen, NeedCount, foresee
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView


def turnout_of_plan(*, plan_id: int, need_ids: Collection[int] | None = None) -> Mapping[int, Foreseen]:
    """By the need's id: how many a plan calls, how many are expected, the risk of a shortfall and the journeys in vain.

    Plans that were made before anything was foretold have none.
    """
    rows = PlanNeed.objects.filter(plan_id=plan_id).exclude(turnout={})
    if need_ids is not None:
        rows = rows.filter(need_id__in=list(need_ids))
    found = {need_id: Foreseen.read(stored) for need_id, stored in rows.values_list("need_id", "turnout")}
    return {need_id: foreseen for need_id, foreseen in found.items() if foreseen is not None}


def turnout_announced(*, operation_id: int, need_id: int) -> Foreseen | None:
    """As the newest announced plan that knew this need foretold it."""
    rows = PlanNeed.objects.filter(operation_id=operation_id, need_id=need_id, plan__state=PlanState.ANNOUNCED)
    stored = rows.order_by("-plan__number").values_list("turnout", flat=True).first()
    return Foreseen.read(stored or {})


def answering_of(*, operation: OperationView, need: NeedView) -> Answering:
    """By what law people answer this need and come: as foretold when it was announced, else the operation's mean."""
    before = turnout_announced(operation_id=operation.id, need_id=need.id)
    return before.answering if before else belief_of(operation=operation).of_mix({})


def to_call_now(*, operation: OperationView, need: NeedView, today: date) -> int:
    """How many people a need should have called as its answers stand now."""
    counts = counts_by_need(operation_id=operation.id, ids=[need.id])
    return foresee(
        headcount=need.headcount,
        count=counts.get(need.id, NeedCount()),
        chosen=chosen_for(
            need, policy=operation.policy, risks=risks_by_request(operation_id=operation.id), today=today
        ),
        answering=answering_of(operation=operation, need=need),
    ).call
