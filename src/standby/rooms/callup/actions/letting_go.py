"""More said yes than are enough: the last of them are let go before they set out, so that nobody travels in vain."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict
from standby.domain.statuses import Reason
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.ending import end_calls
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.models import Call, CallState
from standby.rooms.callup.queries.surplus import may_be_let_go, surplus_of
from standby.rooms.messages.actions import cancel_waiting
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.planning import standing_of
from standby.sealing import new_ref


@transaction.atomic
def let_go(*, operation: OperationView, need: NeedView, public_url: str, by: Actor, now: datetime) -> int:
    """Takes back the newest yeses beyond what is enough; how many. Nobody who may be on the way is among them."""
    number = surplus_of(operation=operation, need=need, today=operation.today(now))
    rows = list(
        may_be_let_go(operation_id=operation.id, need_id=need.id, today=operation.today(now))
        .select_for_update(of=("self",))
        .order_by("-answered_at", "-id")[:number]
    )
    if not rows:
        raise Conflict(gettext("Nobody more than enough has said yes to this need. Look again."))
    return _release(operation, need, rows, public_url=public_url, by=by, now=now)


def _release(
    operation: OperationView, need: NeedView, rows: Sequence[Call], *, public_url: str, by: Actor, now: datetime
) -> int:
    ref = new_ref()
    people = end_calls(
        operation, rows, state=CallState.RELEASED, reason=Reason.NO_NEED_NOW, occasion=ref, by=by, now=now
    )
    standing = standing_of(operation_id=operation.id, ids=people)
    cancel_waiting(recipients=[person.ref for person in standing], now=now)
    write_to(
        operation=operation,
        people=standing,
        occasion=ref,
        public_url=public_url,
        released=frozenset(people),
        now=now,
    )
    detail = {"people": len(rows)}
    journal(operation=operation.ref, actor=by, action="call.let_go", now=now, subject=need.ref, detail=detail)
    return len(rows)
