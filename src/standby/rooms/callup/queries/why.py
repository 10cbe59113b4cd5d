"""Why one person stands by, exactly: for the desk only (DESIGN.md, "No oracle")."""

from dataclasses import dataclass

from standby.rooms.callup.models import PlanRevision, PlanStandBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """As the newest computed plan has it. `change` is as the planner writes it, empty where no single one would do."""

    plan_ref: str
    plan_number: int
    reason: str
    change: str
    surplus: str


def why_standing_by(*, operation_id: int, person_id: int) -> Why | None:
    """None where no plan was computed, or the newest calls them or does not know them."""
    plans = PlanRevision.objects.filter(operation_id=operation_id, value__isnull=False).order_by("-number")
    newest = plans.only("id", "ref", "number").first()
    row = PlanStandBy.objects.filter(plan=newest, person_id=person_id).first() if newest else None
    if newest is None or row is None:
        return None
    change, _, surplus = row.would_be_called_if.rpartition("|")
    if not change and not surplus.startswith("surplus:"):
        change, surplus = surplus, ""
    return Why(plan_ref=newest.ref, plan_number=newest.number, reason=row.reason, change=change, surplus=surplus)
