"""Asking for a plan, and computing it in the background."""

import hashlib
import tempfile
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import cast

from django.db import transaction
from django.db.models import Max

from standby.domain.errors import Conflict, StandbyError
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.files import PlanInput, write_input
from standby.rooms.callup.models import PlanCall, PlanConflict, PlanNeed, PlanRevision, PlanStandBy, PlanState
from standby.rooms.callup.planner import Planner
from standby.rooms.callup.queries.holding import holding_calls
from standby.rooms.callup.results import PlanResult, read_result, zipped
from standby.rooms.needs.queries.planning import NeedView, needs_to_plan
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.planning import ids_by_ref, people_to_plan
from standby.rooms.places.queries.limits import limits_of

_BATCH = 5000
_LONGEST = timedelta(minutes=15)
Clock = Callable[[], datetime]


@transaction.atomic
def ask_for_plan(*, operation: OperationView, seed: int, by: Actor, now: datetime) -> PlanRevision:
    """A new revision, queued. While one is being computed another is refused: they would read the same people."""
    revisions = PlanRevision.objects.select_for_update().filter(operation_id=operation.id)
    busy = revisions.filter(state__in=[PlanState.QUEUED, PlanState.RUNNING]).first()
    if busy is not None:
        raise Conflict(f"Plan {busy.number} is being computed. Wait for it.")
    number = (revisions.aggregate(last=Max("number"))["last"] or 0) + 1
    row = PlanRevision.objects.create(
        operation_id=operation.id,
        number=number,
        seed=seed,
        as_of=operation.today(now),
        asked_by=str(by),
        asked_at=now,
    )
    journal(operation=operation.ref, actor=by, action="plan.ask", now=now, subject=row.ref, detail={"number": number})
    return row


def compute_plan(*, operation: OperationView, plan_ref: str, planner: Planner, clock: Clock) -> PlanRevision:
    """Reads the operation, plans it, has the plan checked, and stores it whole; a failure is stored in plain words."""
    row = PlanRevision.objects.get(operation_id=operation.id, ref=plan_ref)
    _tell(row, "reading", 0.02, state=PlanState.RUNNING)
    with tempfile.TemporaryDirectory(prefix="plan-") as scratch:
        given, out = Path(scratch) / "operation", Path(scratch) / "plan"
        given.mkdir()
        plan_input = read_input(operation=operation, plan=row, now=clock())
        write_input(given, plan_input)
        try:
            planner.plan(given, out=out, seed=row.seed, tell=lambda stage, fraction: _tell(row, stage, fraction))
            result = read_result(out)
        except StandbyError as error:
            return _fail(row, str(error), now=clock())
        _store(row, result, needs={need.code: need for need in plan_input.needs}, now=clock())
        row.files, row.digests = zipped(given=given, out=out), _digests(given)
        row.save(update_fields=["files", "digests"])
    return row


@transaction.atomic
def fail_abandoned(*, operation: OperationView, now: datetime) -> int:
    """Plans whose computing was cut off (the machine stopped) are said to have failed, so that another can be asked."""
    rows = PlanRevision.objects.select_for_update(skip_locked=True).filter(operation_id=operation.id)
    abandoned = rows.filter(state__in=[PlanState.QUEUED, PlanState.RUNNING], asked_at__lt=now - _LONGEST)
    return abandoned.update(state=PlanState.FAILED, failure="Computing was cut off. Ask for the plan again.")


def read_input(*, operation: OperationView, plan: PlanRevision, now: datetime) -> PlanInput:
    """The operation as it stands, read in one transaction."""
    with transaction.atomic():
        holding = holding_calls(operation_id=operation.id)
        people = list(people_to_plan(operation_id=operation.id))
        known = {person.id for person in people}
        return PlanInput(
            operation=operation,
            as_of=plan.as_of,
            seed=plan.seed,
            people=people,
            needs=needs_to_plan(operation=operation, now=now, kept={held.need_id for held in holding}),
            limits=limits_of(operation_id=operation.id),
            holding=[held for held in holding if held.person_id in known],
        )


def digest_of_input(*, operation: OperationView, plan: PlanRevision, now: datetime) -> Mapping[str, str]:
    """SHA-256 of each file as it would be written now: which of them changed since a plan was made."""
    with tempfile.TemporaryDirectory(prefix="plan-") as scratch:
        folder = Path(scratch)
        write_input(folder, read_input(operation=operation, plan=plan, now=now))
        return _digests(folder)


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@transaction.atomic
def _store(row: PlanRevision, result: PlanResult, *, needs: Mapping[str, NeedView], now: datetime) -> None:
    people = ids_by_ref(operation_id=row.operation_id)
    PlanCall.objects.bulk_create(
        [
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
        ],
        batch_size=_BATCH,
    )
    PlanStandBy.objects.bulk_create(
        [
            PlanStandBy(
                operation_id=row.operation_id,
                plan=row,
                person_id=people[standing.person_ref],
                reason=standing.reason,
                would_be_called_if=standing.would_be_called_if[:200],
            )
            for standing in result.stand_bys
        ],
        batch_size=_BATCH,
    )
    PlanNeed.objects.bulk_create(
        [
            PlanNeed(
                operation_id=row.operation_id,
                plan=row,
                need_id=needs[need.need_code].id,
                headcount=needs[need.need_code].headcount,
                to_call=need.to_call,
                filled=need.filled,
                reason=need.reason,
                relief=need.relief[:200],
            )
            for need in result.needs
        ],
        batch_size=_BATCH,
    )
    PlanConflict.objects.bulk_create(
        [
            PlanConflict(
                operation_id=row.operation_id,
                plan=row,
                rule=conflict.rule,
                subject=conflict.subject[:96],
                day=conflict.day,
                over=conflict.over,
            )
            for conflict in result.conflicts
        ]
    )
    _finish(row, result, now=now)


def _finish(row: PlanRevision, result: PlanResult, *, now: datetime) -> None:
    objective = result.objective
    row.value, row.bound = cast(int, objective["value"]), cast(int, objective["bound"])
    row.first_come = cast(int, objective["first_come"])
    row.gap = Decimal(str(objective["gap"]))
    row.input_sha256 = str(result.proof["input_sha256"])
    row.proof = result.proof
    row.people = len(result.stand_bys) + len({called.person_ref for called in result.calls})
    row.called = len({called.person_ref for called in result.calls})
    row.state, row.stage, row.fraction, row.finished_at = PlanState.READY, "", 1, now
    row.save()
    older = PlanRevision.objects.filter(operation_id=row.operation_id, number__lt=row.number)
    older.filter(state__in=[PlanState.READY, PlanState.PROPOSED, PlanState.APPROVED]).update(state=PlanState.OVERTAKEN)


def _fail(row: PlanRevision, why: str, *, now: datetime) -> PlanRevision:
    row.state, row.failure, row.finished_at = PlanState.FAILED, why, now
    row.save(update_fields=["state", "failure", "finished_at"])
    return row


def _tell(row: PlanRevision, stage: str, fraction: float, *, state: PlanState = PlanState.RUNNING) -> None:
    row.state, row.stage, row.fraction = state, stage[:40], min(1.0, fraction)
    row.save(update_fields=["state", "stage", "fraction"])
