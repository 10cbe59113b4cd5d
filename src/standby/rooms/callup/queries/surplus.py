"""Where more people said yes than are enough, before they set out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from standby.planning.turnout import enough_yeses
from standby.rooms.callup.models import Call, CallState
from standby.rooms.callup.queries.counting import counts_by_need
from standby.rooms.callup.queries.foreseen import turnout_announced
from standby.rooms.callup.turnout.foreseeing import Foreseen, NeedCount
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView

_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Surplus:
    """So many said yes beyond what is `enough` for the headcount."""

    need: NeedView
    accepted: int
    enough: int
    people: int


def surpluses(*, operation: OperationView, needs: Mapping[int, NeedView], now: datetime) -> Sequence[Surplus]:
    """Of those of `needs` that were announced in two waves; the most people first."""
    today, counts = operation.today(now), counts_by_need(operation_id=operation.id, ids=needs)
    found = []
    for need_id, count in counts.items():
        need = needs[need_id]
        # A need is looked at closely only where more said yes than it has places.
        if not count.accepted or count.there + count.accepted <= need.headcount:
            continue
        if people := surplus_of(operation=operation, need=need, today=today):
            enough = count.there + count.accepted - people
            found.append(Surplus(need=need, accepted=count.there + count.accepted, enough=enough, people=people))
    return sorted(found, key=lambda one: (-one.people, one.need.code))


def surplus_of(*, operation: OperationView, need: NeedView, today: date) -> int:
    foreseen = turnout_announced(operation_id=operation.id, need_id=need.id)
    if foreseen is None or not foreseen.is_two_waves:
        return 0
    count = counts_by_need(operation_id=operation.id, ids=[need.id]).get(need.id, NeedCount())
    beyond = count.accepted - _enough(foreseen, left=max(0, need.headcount - count.there))
    return max(0, min(beyond, may_be_let_go(operation_id=operation.id, need_id=need.id, today=today).count()))


def may_be_let_go(*, operation_id: int, need_id: int, today: date) -> "QuerySet[Call]":
    """Said yes, and their way does not begin before tomorrow."""
    return Call.objects.filter(
        operation_id=operation_id, need_id=need_id, state=CallState.ACCEPTED, absence__startswith__gt=today
    )


def _enough(foreseen: Foreseen, *, left: int) -> int:
    if not left:
        return 0
    return enough_yeses(
        headcount=left, comes=foreseen.answering.comes, risk=foreseen.chosen_risk / _HUNDRED or 1 / _HUNDRED
    )
