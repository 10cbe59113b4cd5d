"""Storing a computed plan: whole or not at all."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import cast

from django.db import transaction

from standby.rooms.callup.models import PlanCall, PlanConflict, PlanNeed, PlanRevision, PlanStandBy, PlanState
from standby.rooms.callup.results import PlanResult
from standby.rooms.callup.turnout.foreseeing import Foreseen
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.people.queries.planning import ids_by_ref

_BATCH = 5000
_OVERTAKEN = [PlanState.READY, PlanState.PROPOSED, PlanState.APPROVED]


@transaction.atomic
def store_plan(
    *,
    row: PlanRevision,
    result: PlanResult,
    needs: Mapping[str, NeedView],
    foreseen: Mapping[str, Foreseen],
    now: datetime,
) -> None:
    """With its people, needs, conflicts and proof; older plans that wait for a decision are overtaken by it."""
    _store_people(row, result, needs)
    _store_needs(row, result, needs, foreseen)
    _store_conflicts(row, result)
    _finish(row, result, now=now)
    older = PlanRevision.objects.filter(operation_id=row.operation_id, number__lt=row.number)
    older.filter(state__in=_OVERTAKEN).update(state=PlanState.OVERTAKEN)


def _store_people(row: PlanRevision, result: PlanResult, needs: Mapping[str, NeedView]) -> None:
    people = ids_by_ref(operation_id=row.operation_id)
    calls = (
        PlanCall(
            operation_id=row.operation_id,
            plan=row,
            person_id=people[called.person_ref],
            need_id=needs[called.need_code].id,
            first_day=called.days.first,
            last_day=called.days.last,
            reason=called.reason,
        )
        for called in result.calls
    )
    PlanCall.objects.bulk_create(calls, batch_size=_BATCH)
    stand_bys = (
        PlanStandBy(
            operation_id=row.operation_id,
            plan=row,
            person_id=people[standing.person_ref],
            reason=standing.reason,
            would_be_called_if=standing.would_be_called_if[:200],
        )
        for standing in result.stand_bys
    )
    PlanStandBy.objects.bulk_create(stand_bys, batch_size=_BATCH)


def _store_needs(
    row: PlanRevision, result: PlanResult, needs: Mapping[str, NeedView], foreseen: Mapping[str, Foreseen]
) -> None:
    rows = (
        PlanNeed(
            operation_id=row.operation_id,
            plan=row,
            need_id=needs[need.need_code].id,
            headcount=needs[need.need_code].headcount,
            to_call=need.to_call,
            filled=need.filled,
            reason=need.reason,
            relief=need.relief[:200],
            turnout=foreseen[need.need_code].stored(),
        )
        for need in result.needs
    )
    PlanNeed.objects.bulk_create(rows, batch_size=_BATCH)


def _store_conflicts(row: PlanRevision, result: PlanResult) -> None:
    rows = (
        PlanConflict(
            operation_id=row.operation_id,
            plan=row,
            rule=conflict.rule,
            subject=conflict.subject[:96],
            day=conflict.day,
            over=conflict.over,
        )
        for conflict in result.conflicts
    )
    PlanConflict.objects.bulk_create(rows, batch_size=_BATCH)


def _finish(row: PlanRevision, result: PlanResult, *, now: datetime) -> None:
    objective = result.objective
    row.value, row.bound = cast(int, objective["value"]), cast(int, objective["bound"])
    row.first_come = cast(int, objective["first_come"])
    row.gap = Decimal(str(objective["gap"]))
    row.input_sha256 = str(result.proof["input_sha256"])
    row.proof, row.kept_free = result.proof, dict(result.kept_free)
    row.called = len({called.person_ref for called in result.calls})
    row.people = len(result.stand_bys) + row.called
    row.state, row.stage, row.fraction, row.finished_at = PlanState.READY, "", 1, now
    row.save()
