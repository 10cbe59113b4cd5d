"""Plans and announcements of an operation."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from standby.rooms.callup.models import Announcement, PlanRevision, PlanState


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSummary:
    """A plan in one line. `gap` is the part of the bound that may still be missing, None before it is computed."""

    ref: str
    number: int
    state: PlanState
    asked_at: datetime
    people: int
    called: int
    value: int | None
    bound: int | None
    first_come: int | None
    gap: Decimal | None
    failure: str


def has_announced(*, operation_id: int) -> bool:
    return Announcement.objects.filter(operation_id=operation_id).exists()


def newest_plan(*, operation_id: int) -> PlanSummary | None:
    row = PlanRevision.objects.filter(operation_id=operation_id).defer("files", "proof").order_by("-number").first()
    return summary_of(row) if row else None


def plans_of(*, operation_id: int, limit: int = 20) -> list[PlanSummary]:
    rows = PlanRevision.objects.filter(operation_id=operation_id).defer("files", "proof").order_by("-number")
    return [summary_of(row) for row in rows[:limit]]


def summary_of(row: PlanRevision) -> PlanSummary:
    return PlanSummary(
        ref=row.ref,
        number=row.number,
        state=PlanState(row.state),
        asked_at=row.asked_at,
        people=row.people,
        called=row.called,
        value=row.value,
        bound=row.bound,
        first_come=row.first_come,
        gap=row.gap,
        failure=row.failure,
    )
