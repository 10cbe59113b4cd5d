"""Keeping a need true: renewed by its site, paused by "enough, stop", opened again, cancelled or closed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict, NotAllowed, WrongOrder
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.queries import recent
from standby.rooms.needs.actions.finding import lock_request
from standby.rooms.needs.models import NeedState
from standby.rooms.operations.queries import OperationView

PAUSED = "need.paused"
_OVER = (NeedState.CANCELLED, NeedState.CLOSED)
_RUNNING = {NeedState.OPEN, NeedState.PART_FILLED, NeedState.FILLED}
_STOP = {NeedState.PAUSED, NeedState.CANCELLED, NeedState.CLOSED}
_MAY_BECOME = {
    NeedState.DRAFT: {NeedState.CANCELLED},
    NeedState.RISK_ASSESSED: {NeedState.CANCELLED},
    **{state: _STOP | (_RUNNING - {state}) for state in _RUNNING},
    NeedState.PAUSED: {NeedState.OPEN, NeedState.CANCELLED, NeedState.CLOSED},
}


@transaction.atomic
def renew_need(*, operation: OperationView, request_ref: str, by: Actor, now: datetime) -> None:
    """The site says it is still true; without that a need goes stale and nobody new is called to it."""
    row = lock_request(operation, request_ref)
    if row.state in _OVER or row.last_day < operation.today(now):
        raise WrongOrder(gettext("This need is over. If people are needed again, ask with a new one."))
    row.renewed_at = now
    row.save(update_fields=["renewed_at"])
    journal(operation=operation.ref, actor=by, action="need.renew", now=now, subject=row.ref)


@transaction.atomic
def change_state(*, operation: OperationView, request_ref: str, state: NeedState, by: Actor, now: datetime) -> None:
    """ "Enough, stop" pauses a need: nobody new is called, nobody is sent home. Open again, cancelled or closed."""
    _move(operation, request_ref, state=state, action=f"need.{state.value}", by=by, now=now)


@transaction.atomic
def open_again(*, operation: OperationView, request_ref: str, by: Staff, now: datetime) -> None:
    """Undoes a pause. A site takes back its own "enough"; what a coordinator stopped, a coordinator opens."""
    if not may_open_again(operation=operation, request_ref=request_ref, by=by):
        raise NotAllowed(gettext("The desk paused this need. Ask a coordinator to open it again."))
    _move(operation, request_ref, state=NeedState.OPEN, action="need.open_again", by=by.actor, now=now)


def may_open_again(*, operation: OperationView, request_ref: str, by: Staff) -> bool:
    if by.holds(Duty.COORDINATOR):
        return True
    entries = recent(operation=operation.ref, subject=request_ref)
    paused = next((entry for entry in entries if entry.action == PAUSED), None)
    return paused is not None and paused.actor == str(by.actor)


def _move(
    operation: OperationView, request_ref: str, *, state: NeedState, action: str, by: Actor, now: datetime
) -> None:
    row = lock_request(operation, request_ref)
    if state not in _MAY_BECOME.get(NeedState(row.state), set()):
        raise Conflict(gettext("The need was changed meanwhile. Look again."))
    row.state = state
    row.save(update_fields=["state"])
    journal(operation=operation.ref, actor=by, action=action, now=now, subject=row.ref)
