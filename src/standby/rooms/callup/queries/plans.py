"""Plans and announcements of an operation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import QuerySet

from standby.rooms.callup.models import Announcement, PlanConflict, PlanRevision, PlanState

UNDER_WAY = (PlanState.QUEUED, PlanState.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSummary:
    """A plan in one line. `gap` is the part of the bound that may still be missing, None before it is computed."""

    id: int
    ref: str
    number: int
    state: PlanState
    seed: int
    as_of: date
    asked_at: datetime
    stage: str
    fraction: float
    input_sha256: str
    people: int
    called: int
    value: int | None
    bound: int | None
    first_come: int | None
    gap: Decimal | None
    failure: str
    changes_notice: bool
    kept_free: Mapping[str, int]

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def is_computed(self) -> bool:
        return self.value is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictView:
    """Where people on the way or at work alone are more than a limit allows."""

    rule: str
    subject: str
    day: date | None
    over: int


def has_announced(*, operation_id: int) -> bool:
    return Announcement.objects.filter(operation_id=operation_id).exists()


def newest_plan(*, operation_id: int) -> PlanSummary | None:
    row = _rows(operation_id).first()
    return summary_of(row) if row else None


def newest_computed(*, operation_id: int) -> PlanSummary | None:
    """The newest that says something, whatever is being computed beside it."""
    row = _rows(operation_id).filter(value__isnull=False).first()
    return summary_of(row) if row else None


def plan_by_ref(*, operation_id: int, ref: str) -> PlanSummary | None:
    row = _rows(operation_id).filter(ref=ref).first()
    return summary_of(row) if row else None


def plans_of(*, operation_id: int, limit: int = 20) -> list[PlanSummary]:
    """The newest first."""
    return [summary_of(row) for row in _rows(operation_id)[:limit]]


def files_of(*, operation_id: int, ref: str) -> bytes:
    """What was planned and the plan, zipped; empty for a plan that has none, or is not of this operation."""
    rows = PlanRevision.objects.filter(operation_id=operation_id, ref=ref)
    files = rows.values_list("files", flat=True).first()
    return bytes(files) if files else b""


def conflicts_of(*, plan_id: int) -> list[ConflictView]:
    rows = PlanConflict.objects.filter(plan_id=plan_id).order_by("id")
    return [
        ConflictView(rule=rule, subject=subject, day=day, over=over)
        for rule, subject, day, over in rows.values_list("rule", "subject", "day", "over")
    ]


def summary_of(row: PlanRevision) -> PlanSummary:
    return PlanSummary(
        id=row.id,
        ref=row.ref,
        number=row.number,
        state=PlanState(row.state),
        seed=row.seed,
        as_of=row.as_of,
        asked_at=row.asked_at,
        stage=row.stage,
        fraction=row.fraction,
        input_sha256=row.input_sha256,
        people=row.people,
        called=row.called,
        value=row.value,
        bound=row.bound,
        first_come=row.first_come,
        gap=row.gap,
        failure=row.failure,
        changes_notice=row.changes_notice,
        kept_free=row.kept_free,
    )


def _rows(operation_id: int) -> QuerySet[PlanRevision]:
    """Without the files: a page has no use for megabytes."""
    rows = PlanRevision.objects.filter(operation_id=operation_id).defer("files", "proof", "digests")
    return rows.order_by("-number")
