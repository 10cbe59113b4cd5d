"""Was it true? What was foretold of answers, of coming and of whole needs, against what happened."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from standby.planning.turnout import ASSUMED, Calibration, calibrate
from standby.rooms.callup.models import Call, CallState, PlanNeed, PlanState
from standby.rooms.callup.turnout.believing import Belief, belief_from
from standby.rooms.callup.turnout.foreseeing import Foreseen
from standby.rooms.callup.turnout.history import history_of
from standby.rooms.operations.queries import OperationView

_CAME = [CallState.ARRIVED, CallState.BRIEFED, CallState.ON_DUTY, CallState.RELIEVED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """Of needs whose first day is over: how many had too few people, how many were to be expected, and how many people
    came for whom there was no place."""

    needs: int
    short: int
    foretold: float
    in_vain: int
    foretold_in_vain: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """None where nothing has happened yet that could be held against what was foretold."""

    answers: Calibration | None
    arrivals: Calibration | None
    promises: Promises | None
    belief: Belief


def truth_of(*, operation: OperationView, today: date) -> Truth:
    history = history_of(operation=operation)
    return Truth(
        answers=calibrate(history.answers, assumed=ASSUMED.yes),
        arrivals=calibrate(history.arrivals, assumed=ASSUMED.comes),
        promises=_promises(operation.id, today=today),
        belief=belief_from(history),
    )


def _promises(operation_id: int, *, today: date) -> Promises | None:
    """Each need as the last plan that was announced before its first day foretold it."""
    rows = PlanNeed.objects.filter(
        operation_id=operation_id, plan__state=PlanState.ANNOUNCED, need__first_day__lt=today
    ).exclude(turnout={})
    foretold = dict(rows.order_by("plan__number").values_list("need_id", "turnout"))
    known = {need_id: one for need_id, stored in foretold.items() if (one := Foreseen.read(stored)) is not None}
    if not known:
        return None
    came = _came(operation_id, known)
    return Promises(
        needs=len(known),
        short=sum(came.get(need_id, 0) < one.headcount for need_id, one in known.items()),
        foretold=sum(one.risk for one in known.values()) / 100,
        in_vain=sum(max(0, came.get(need_id, 0) - one.headcount) for need_id, one in known.items()),
        foretold_in_vain=sum(one.in_vain for one in known.values()),
    )


def _came(operation_id: int, needs: Collection[int]) -> dict[int, int]:
    rows = Call.objects.filter(operation_id=operation_id, need_id__in=list(needs)).values("need_id").order_by()
    return {row["need_id"]: row["came"] for row in rows.annotate(came=Count("id", filter=Q(state__in=_CAME)))}
