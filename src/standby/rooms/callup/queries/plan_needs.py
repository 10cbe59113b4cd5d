"""How far a plan fills each need, and what binds it where it does not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from standby.rooms.callup.models import PlanNeed
from standby.rooms.callup.queries.filling import filling_of
from standby.rooms.callup.relief import Relief, read_relief
from standby.rooms.callup.turnout.foreseeing import Foreseen
from standby.rooms.needs.queries.planning import NeedView, needs_by_id
from standby.rooms.operations.queries import OperationView


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedNeed:
    """`headcount` people are asked for; `planned` are called or kept by the plan, `sure` of them have said yes.

    `relief_people`: how many more come in if the relief is given.
    """

    need: NeedView
    headcount: int
    to_call: int
    planned: int
    sure: int
    reason: str
    relief: Relief | None
    relief_people: int
    foreseen: Foreseen | None

    @property
    def missing(self) -> int:
        return max(0, self.headcount - self.planned)

    @property
    def expected(self) -> int:
        return max(0, self.planned - self.sure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Several needs taken together: those of a site, or of a role."""

    key: str
    headcount: int
    planned: int
    sure: int
    missing: int

    @property
    def expected(self) -> int:
        return max(0, self.planned - self.sure)


def needs_of_plan(*, operation: OperationView, plan_id: int, now: datetime) -> list[PlannedNeed]:
    """The most urgent gaps first: by priority, then by how many are missing."""
    rows = list(PlanNeed.objects.filter(plan_id=plan_id))
    needs = needs_by_id(operation=operation, ids={row.need_id for row in rows}, now=now)
    sure = {filling.need.id: filling.sure for filling in filling_of(needs)}
    found = [_planned(row, needs[row.need_id], sure, operation) for row in rows if row.need_id in needs]
    return sorted(found, key=lambda one: (one.need.priority, -one.missing, one.need.code))


def missing_of(needs: Iterable[PlannedNeed]) -> list[PlannedNeed]:
    return [need for need in needs if need.missing]


def total_by(needs: Sequence[PlannedNeed], key: Callable[[PlannedNeed], str]) -> list[Total]:
    """The greatest gap first."""
    groups: dict[str, list[PlannedNeed]] = {}
    for need in needs:
        groups.setdefault(key(need), []).append(need)
    totals = [_total(name, group) for name, group in groups.items()]
    return sorted(totals, key=lambda total: (-total.missing, -total.headcount, total.key))


def _planned(row: PlanNeed, need: NeedView, sure: dict[int, int], operation: OperationView) -> PlannedNeed:
    relief = read_relief(row.relief)
    return PlannedNeed(
        need=need,
        headcount=row.headcount,
        to_call=row.to_call,
        planned=row.filled,
        sure=min(row.filled, sure.get(need.id, 0)),
        reason=row.reason,
        relief=relief,
        foreseen=Foreseen.read(row.turnout),
        relief_people=relief.people(operation.policy.weights[need.priority - 1]) if relief else 0,
    )


def _total(key: str, group: Sequence[PlannedNeed]) -> Total:
    return Total(
        key=key,
        headcount=sum(one.headcount for one in group),
        planned=sum(one.planned for one in group),
        sure=sum(one.sure for one in group),
        missing=sum(one.missing for one in group),
    )
