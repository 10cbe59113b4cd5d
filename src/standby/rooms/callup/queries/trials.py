"""Plans beside the plan: what was asked, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.db.models import QuerySet

from standby.rooms.callup.models import PlanState, PlanTrial, TrialKind


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRow:
    """One change, what it is worth, how many more places it fills, in how many needs: each was planned again."""

    change: str
    worth: int
    people: int
    needs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    code: str
    headcount_before: int
    headcount: int
    filled_before: int
    filled: int

    @property
    def gained(self) -> int:
        return self.filled - self.filled_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    value: int
    bound: int
    people: int
    filled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """People by reference: newly called, no longer called, called to another need. Before, and after the changes."""

    before: Sums
    after: Sums
    called: Sequence[str]
    not_called: Sequence[str]
    moved: Sequence[str]
    needs: Sequence[NeedRow]

    @property
    def value_gained(self) -> int:
        return self.after.value - self.before.value

    @property
    def places_gained(self) -> int:
        return self.after.filled - self.before.filled


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialView:
    """`helps` and `differences` are there once it is ready, by its kind."""

    ref: str
    plan_ref: str
    plan_number: int
    changes: Sequence[str]
    state: PlanState
    asked_at: datetime
    failure: str
    helps: Sequence[HelpRow]
    differences: Differences | None

    @property
    def is_under_way(self) -> bool:
        return self.state in {PlanState.QUEUED, PlanState.RUNNING}


def helps_of(*, operation_id: int, plan_ref: str) -> TrialView | None:
    row = _rows(operation_id).filter(kind=TrialKind.HELPS, plan__ref=plan_ref).first()
    return _view(row) if row else None


def trial_by_ref(*, operation_id: int, ref: str) -> TrialView | None:
    row = _rows(operation_id).filter(kind=TrialKind.WHAT_IF, ref=ref).first()
    return _view(row) if row else None


def trials_of(*, operation_id: int, limit: int = 10) -> list[TrialView]:
    """The newest first."""
    return [_view(row) for row in _rows(operation_id).filter(kind=TrialKind.WHAT_IF)[:limit]]


def _rows(operation_id: int) -> QuerySet[PlanTrial]:
    rows = PlanTrial.objects.filter(operation_id=operation_id).select_related("plan").order_by("-id")
    return rows.defer("plan__files", "plan__proof", "plan__digests")


def _view(row: PlanTrial) -> TrialView:
    result = cast("dict[str, list[dict[str, object]]]", row.result)
    is_ready = row.state == PlanState.READY
    return TrialView(
        ref=row.ref,
        plan_ref=row.plan.ref,
        plan_number=row.plan.number,
        changes=row.changes,
        state=PlanState(row.state),
        asked_at=row.asked_at,
        failure=row.failure,
        helps=[HelpRow(**one) for one in result.get("helps", [])],  # type: ignore[arg-type]  # as `standby helps` wrote
        differences=_differences(row.result) if is_ready and row.kind == TrialKind.WHAT_IF else None,
    )


def _differences(result: dict[str, list[str]]) -> Differences:
    rows = cast("list[dict[str, int | str]]", result["needs"])
    return Differences(
        before=_sums(result["before"]),
        after=_sums(result["after"]),
        called=result["called"],
        not_called=result["not_called"],
        moved=result["moved"],
        needs=[
            NeedRow(
                code=str(row["need_id"]),
                headcount_before=int(row["headcount_before"]),
                headcount=int(row["headcount"]),
                filled_before=int(row["filled_before"]),
                filled=int(row["filled"]),
            )
            for row in rows
        ],
    )


def _sums(given: object) -> Sums:
    sums = cast("dict[str, int]", given)
    return Sums(value=sums["value"], bound=sums["bound"], people=sums["people"], filled=sums["filled"])
