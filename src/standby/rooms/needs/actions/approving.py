"""A need is real before anyone moves: assessed, approved, renewed; paused, cancelled or closed when it is not."""

import hashlib
import json
from datetime import datetime

from django.db import transaction

from standby.domain.errors import Conflict, Refused, WrongOrder
from standby.rooms.accounts.actions import Settled, refuse_proposal, settle
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.models import NeedState, Request, Risk
from standby.rooms.operations.queries import OperationView

NEED_PROPOSAL = "need"
_ENDED = {NeedState.CANCELLED, NeedState.CLOSED}


@transaction.atomic
def assess_risk(
    *, operation: OperationView, request_ref: str, risk: Risk, priority: int, by: Actor, now: datetime
) -> None:
    """The approver's judgement: how dangerous, and how urgent by what happens if nobody comes.

    In a risk zone the risk is raised, whatever was judged. A need that is assessed anew has to be approved anew.
    """
    if not 1 <= priority <= 5:
        raise Refused("The priority runs from 1, the most urgent, to 5.")
    row = _lock(operation, request_ref)
    if row.state in _ENDED:
        raise WrongOrder("This need is over.")
    row.risk = Risk.RAISED if row.site.region.is_risk_zone else risk
    row.priority, row.state = priority, NeedState.RISK_ASSESSED
    row.save(update_fields=["risk", "priority", "state"])
    detail: dict[str, str | int | bool | None] = {"risk": str(row.risk), "priority": priority}
    journal(operation=operation.ref, actor=by, action="need.assess", now=now, subject=row.ref, detail=detail)


@transaction.atomic
def approve_need(*, operation: OperationView, request_ref: str, by: Staff, now: datetime) -> Settled:
    """One person approves what is of low risk; any other need two different people. Then people can be called."""
    row = _lock(operation, request_ref)
    if row.state != NeedState.RISK_ASSESSED:
        raise WrongOrder("Assess the risk and set the priority first.")
    if not row.has_supervisor:
        raise Refused("A need without a named supervisor cannot be approved. Ask the site for one.")
    settled = settle(
        operation=operation,
        kind=NEED_PROPOSAL,
        subject=row.ref,
        digest=_digest(row),
        needs_two=row.risk != Risk.LOW,
        by=by,
        now=now,
    )
    if settled is Settled.APPROVED:
        row.state, row.renewed_at = NeedState.OPEN, now
        row.save(update_fields=["state", "renewed_at"])
    return settled


@transaction.atomic
def refuse_need(*, operation: OperationView, request_ref: str, by: Staff, now: datetime) -> None:
    """The open proposal ends; the need stays assessed and can be changed and proposed again."""
    refuse_proposal(operation=operation, kind=NEED_PROPOSAL, subject=request_ref, by=by, now=now)


@transaction.atomic
def renew_need(*, operation: OperationView, request_ref: str, by: Actor, now: datetime) -> None:
    """The site says it is still true; without that a need goes stale and nobody new is called to it."""
    row = _lock(operation, request_ref)
    if row.state in _ENDED:
        raise WrongOrder("This need is over. Ask again with a new one.")
    row.renewed_at = now
    row.save(update_fields=["renewed_at"])
    journal(operation=operation.ref, actor=by, action="need.renew", now=now, subject=row.ref)


@transaction.atomic
def change_state(*, operation: OperationView, request_ref: str, state: NeedState, by: Actor, now: datetime) -> None:
    """ "Enough, stop" pauses a need: nobody new is called, nobody is sent home. Open again, cancelled or closed."""
    row = _lock(operation, request_ref)
    if state not in _MAY_BECOME.get(NeedState(row.state), set()):
        raise Conflict("The need was changed meanwhile. Look again.")
    row.state = state
    row.save(update_fields=["state"])
    journal(operation=operation.ref, actor=by, action=f"need.{state.value}", now=now, subject=row.ref)


_RUNNING = {NeedState.OPEN, NeedState.PART_FILLED, NeedState.FILLED}
_STOP = {NeedState.PAUSED, NeedState.CANCELLED, NeedState.CLOSED}
_MAY_BECOME = {
    NeedState.DRAFT: {NeedState.CANCELLED},
    NeedState.RISK_ASSESSED: {NeedState.CANCELLED},
    **{state: _STOP | (_RUNNING - {state}) for state in _RUNNING},
    NeedState.PAUSED: {NeedState.OPEN, NeedState.CANCELLED, NeedState.CLOSED},
}


def _lock(operation: OperationView, request_ref: str) -> Request:
    row = (
        Request.objects.select_for_update(of=("self",))
        .select_related("site__region")
        .filter(operation_id=operation.id, ref=request_ref)
        .first()
    )
    if row is None:
        raise Refused("There is no such need.")
    return row


def _digest(row: Request) -> str:
    """What an approval means: whoever changes the need, its risk or its urgency asks for a new one."""
    content = [
        row.ref,
        row.role,
        row.level,
        str(row.first_day),
        str(row.last_day),
        row.headcount,
        row.risk,
        row.priority,
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()
