"""The end of waiting: whoever was not taken is thanked, with the reason why, and hears it from us."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from standby.domain.errors import WrongOrder
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.accounts.actions import Settled, settle
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.promising import BATCH, Renewed
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.letters import Occasion
from standby.rooms.callup.queries.thanking import only_of_role, still_held
from standby.rooms.messages.actions import cancel_waiting
from standby.rooms.operations.actions import close_operation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.queries.planning import standing_of
from standby.rooms.people.queries.promises import Promised, hold_standing
from standby.rooms.people.values import NewStatus

ENDING = "ending"
_S = PersonStatus
# Whoever worked is thanked for that; whoever waited, for waiting, with the reason they were not called.
_AT_THE_END: Mapping[PersonStatus, PersonStatus] = {
    _S.STAND_BY: _S.THANKED,
    _S.DECLINED: _S.THANKED,
    _S.RELIEVED: _S.THANKED,
    _S.OFFERED: _S.NOT_ACCEPTED,
}


@transaction.atomic
def end_operation(*, operation: OperationView, by: Staff, now: datetime) -> Settled:
    """Two coordinators end it: nobody is called any more, and everybody who waits is to be thanked.

    Whoever is called, on the way or at work comes first: they are recalled, or come home.
    """
    if still_held(operation_id=operation.id):
        raise WrongOrder(
            gettext("People are still called, on the way or at work. Recall them, or wait until they are relieved.")
        )
    settled = settle(
        operation=operation,
        kind=ENDING,
        subject=operation.ref,
        digest=hashlib.sha256(f"end {operation.ref}".encode()).hexdigest(),
        needs_two=True,
        by=by,
        now=now,
    )
    if settled is Settled.APPROVED and operation.is_open:
        close_operation(operation=operation, by=by.actor, now=now)
    return settled


@transaction.atomic
def thank_waiting(
    *,
    operation: OperationView,
    role: str,
    occasion: str,
    after: int,
    public_url: str,
    by: Actor,
    now: datetime,
) -> Renewed:
    """Thanks the next batch: everybody who waits, or with `role` those who only offer what no need asks for now.

    Done twice it thanks nobody twice: whoever was thanked waits no more.
    """
    only = only_of_role(operation=operation, role=role, now=now) if role else Q()
    statuses = [PersonStatus.STAND_BY] if role else list(_AT_THE_END)
    waiting = hold_standing(operation_id=operation.id, statuses=statuses, only=only, after=after, limit=BATCH)
    words = [_word(one, is_for_role=bool(role)) for one in waiting]
    tell(operation_id=operation.id, statuses=words, occasion=occasion, by=by, now=now)
    written = _write(operation, waiting, occasion=occasion, public_url=public_url, now=now)
    if waiting:
        detail: dict[str, str | int | bool | None] = {"people": len(waiting), "written": written, "role": role}
        journal(operation=operation.ref, actor=by, action="people.thank", now=now, subject=occasion, detail=detail)
    return Renewed(told=len(waiting), written=written, last=waiting[-1].id if len(waiting) == BATCH else None)


def _word(one: Promised, *, is_for_role: bool) -> NewStatus:
    reason = Reason.SKILL_NOT_NEEDED if is_for_role else one.reason
    if one.status is PersonStatus.RELIEVED:
        reason = Reason.NEEDED
    return NewStatus(person_id=one.id, status=_AT_THE_END[one.status], reason=reason, next_word_on=None)


def _write(
    operation: OperationView, people: Sequence[Promised], *, occasion: str, public_url: str, now: datetime
) -> int:
    """What still waits in the outbox is overtaken by the thanks."""
    cancel_waiting(recipients=[one.ref for one in people], now=now)
    standing = standing_of(operation_id=operation.id, ids=[one.id for one in people])
    return write_to(
        operation=operation,
        people=standing,
        occasion=occasion,
        public_url=public_url,
        cause=Occasion.THANKED,
        now=now,
    )
