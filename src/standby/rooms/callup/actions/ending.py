"""Calls that end without their person's word: no answer in time, a recall, "enough", did not arrive."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor, system
from standby.rooms.callup.actions.calling import note
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.letters import Occasion
from standby.rooms.callup.models import Call, CallState, Recall
from standby.rooms.callup.models.call import HOLDING_STATES
from standby.rooms.callup.queries.recalling import NOT_YET_THERE, in_scope
from standby.rooms.messages.actions import cancel_waiting
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.queries.planning import standing_of
from standby.rooms.people.values import NewStatus
from standby.sealing import new_ref


@transaction.atomic
def lapse_unanswered(*, operation: OperationView, public_url: str, now: datetime) -> int:
    """Whoever did not answer in time stands by again and is told so; how many."""
    rows = list(
        Call.objects.select_for_update(skip_locked=True)
        .filter(operation_id=operation.id, state__in=[CallState.CALLED, CallState.INTERESTED], answer_by__lt=now)
        .order_by("person_id", "id")
    )
    if not rows:
        return 0
    ref, by = new_ref(), system("lapse")
    people = end_calls(
        operation,
        rows,
        state=CallState.LAPSED,
        reason=Reason.LAPSED,
        occasion=ref,
        by=by,
        now=now,
    )
    _write(operation, people, occasion=ref, cause=Occasion.LAPSED, public_url=public_url, now=now)
    journal(operation=operation.ref, actor=by, action="call.lapse", now=now, subject=ref, detail={"calls": len(rows)})
    return len(rows)


@transaction.atomic
def recall(*, operation: OperationView, scope: str, subject: str, public_url: str, by: Actor, now: datetime) -> Recall:
    """ "Do not set out, turn back": told at once to everybody called to it who is not there yet."""
    rows = list(
        Call.objects.select_for_update(of=("self",))
        .filter(in_scope(scope, subject), operation_id=operation.id, state__in=NOT_YET_THERE)
        .order_by("person_id", "id")
    )
    ref = new_ref()
    people = end_calls(
        operation,
        rows,
        state=CallState.RECALLED,
        reason=Reason.NO_NEED_NOW,
        occasion=ref,
        by=by,
        now=now,
    )
    row = Recall.objects.create(
        ref=ref,
        operation_id=operation.id,
        scope=scope,
        subject=subject,
        at=now,
        by=str(by),
        recalled=len(people),
    )
    _write(operation, people, occasion=ref, cause=Occasion.RECALL, public_url=public_url, now=now)
    journal(
        operation=operation.ref,
        actor=by,
        action="recall",
        now=now,
        subject=ref,
        detail={"scope": scope, "of": subject, "people": len(people)},
    )
    return row


@transaction.atomic
def report_missing(*, operation: OperationView, call_ref: str, by: Actor, now: datetime) -> None:
    """The site says somebody did not arrive: their place is free, and somebody at the desk asks after them."""
    row = Call.objects.select_for_update().filter(operation_id=operation.id, ref=call_ref).first()
    if row is None or row.state not in {CallState.ACCEPTED, CallState.TRAVELLING}:
        raise Refused(gettext("Nobody is expected under this code."))
    if operation.today(now) < row.first_day:
        raise Refused(gettext("They are expected later. Report it on the day."))
    end_calls(
        operation,
        [row],
        state=CallState.DID_NOT_ARRIVE,
        reason=Reason.LAPSED,
        occasion=row.ref,
        by=by,
        now=now,
    )
    journal(operation=operation.ref, actor=by, action="call.did_not_arrive", now=now, subject=row.ref)


def end_calls(
    operation: OperationView,
    rows: Sequence[Call],
    *,
    state: CallState,
    reason: Reason,
    occasion: str,
    by: Actor,
    now: datetime,
) -> list[int]:
    """Ends these calls; whoever holds no other stands by and is told. The ids of those people."""
    for row in rows:
        row.state = state
    Call.objects.bulk_update(rows, ["state"], batch_size=2000)
    note(rows, by=by, now=now)
    ended = {row.person_id for row in rows}
    still = set(Call.objects.filter(person_id__in=ended, state__in=HOLDING_STATES).values_list("person_id", flat=True))
    people = sorted(ended - still)
    statuses = [
        NewStatus(
            person_id=person_id,
            status=PersonStatus.STAND_BY,
            reason=reason,
            next_word_on=operation.next_word_on(now),
        )
        for person_id in people
    ]
    tell(operation_id=operation.id, statuses=statuses, occasion=occasion, by=by, now=now)
    return people


def _write(
    operation: OperationView,
    person_ids: Sequence[int],
    *,
    occasion: str,
    cause: Occasion,
    public_url: str,
    now: datetime,
) -> None:
    people = standing_of(operation_id=operation.id, ids=person_ids)
    cancel_waiting(recipients=[person.ref for person in people], now=now)
    write_to(operation=operation, people=people, occasion=occasion, public_url=public_url, cause=cause, now=now)
