"""Asking what if, and what would help most; both are computed in the background, and nobody is told anything."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused, StandbyError
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.models import PlanRevision, PlanState, PlanTrial, TrialKind
from standby.rooms.callup.trier import Trier
from standby.rooms.operations.actions import require_open
from standby.rooms.operations.queries import OperationView

_UNDER_WAY = [PlanState.QUEUED, PlanState.RUNNING]
_LONGEST = timedelta(minutes=20)
MOST_CHANGES = 20


@transaction.atomic
def ask_what_if(
    *, operation: OperationView, plan_ref: str, changes: Sequence[str], by: Actor, now: datetime
) -> PlanTrial:
    """One at a time: while one is being worked out another waits for its turn and is refused."""
    require_open(operation)
    if not 1 <= len(changes) <= MOST_CHANGES:
        raise Refused(gettext("Say first what would be otherwise."))
    plan = _planned(operation, plan_ref)
    rows = PlanTrial.objects.select_for_update().filter(operation_id=operation.id, kind=TrialKind.WHAT_IF)
    if rows.filter(state__in=_UNDER_WAY, asked_at__gt=now - _LONGEST).exists():
        raise Conflict(gettext("Another question is being worked out. Wait for it."))
    row = PlanTrial.objects.create(
        operation_id=operation.id,
        plan=plan,
        kind=TrialKind.WHAT_IF,
        changes=list(changes),
        asked_by=str(by),
        asked_at=now,
    )
    journal(
        operation=operation.ref,
        actor=by,
        action="plan.what_if",
        now=now,
        subject=row.ref,
        detail={"plan": plan.number, "changes": " ".join(changes)},
    )
    return row


@transaction.atomic
def ask_what_helps(*, operation: OperationView, plan_ref: str, by: Actor, now: datetime) -> PlanTrial:
    """Asked once a plan; asked again after it failed it begins anew."""
    plan = _planned(operation, plan_ref)
    row, is_new = PlanTrial.objects.select_for_update().get_or_create(
        operation_id=operation.id,
        plan=plan,
        kind=TrialKind.HELPS,
        defaults={"asked_by": str(by), "asked_at": now},
    )
    is_stuck = row.state in _UNDER_WAY and row.asked_at < now - _LONGEST
    if not is_new and (row.state == PlanState.FAILED or is_stuck):
        row.state, row.failure, row.asked_by, row.asked_at = PlanState.QUEUED, "", str(by), now
        row.save(update_fields=["state", "failure", "asked_by", "asked_at"])
    journal(operation=operation.ref, actor=by, action="plan.helps", now=now, subject=plan.ref)
    return row


def compute_trial(*, operation: OperationView, ref: str, trier: Trier, clock: Callable[[], datetime]) -> PlanTrial:
    """Done again after its worker was killed it begins anew; done again after it had ended it changes nothing."""
    row = PlanTrial.objects.select_related("plan").get(operation_id=operation.id, ref=ref)
    if row.state not in _UNDER_WAY:
        return row
    row.state = PlanState.RUNNING
    row.save(update_fields=["state"])
    files = bytes(row.plan.files)
    try:
        row.result = trier.helps(files) if row.kind == TrialKind.HELPS else trier.what_if(files, changes=row.changes)
        row.state = PlanState.READY
    except StandbyError as error:
        row.state, row.failure = PlanState.FAILED, str(error)
    row.finished_at = clock()
    row.save(update_fields=["state", "failure", "result", "finished_at"])
    return row


def _planned(operation: OperationView, plan_ref: str) -> PlanRevision:
    plan = PlanRevision.objects.filter(operation_id=operation.id, ref=plan_ref, value__isnull=False).first()
    if plan is None:
        raise Refused(gettext("Compute a plan first; then ask what would be otherwise."))
    return plan
