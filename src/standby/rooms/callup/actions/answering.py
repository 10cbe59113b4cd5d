"""What a called person answers. Each answer is one transaction: the status, the call, and the place that it frees."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused, WrongOrder
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.calling import note
from standby.rooms.callup.models import Call, CallState
from standby.rooms.callup.models.call import HOLDING_STATES
from standby.rooms.messages.actions import cancel_waiting
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.values import NewStatus, PersonView

_UNANSWERED = (CallState.CALLED, CallState.INTERESTED)


@transaction.atomic
def accept(
    *, operation: OperationView, person: PersonView, call_ref: str, terms_version: int, by: Actor, now: datetime
) -> None:
    """Accepts one call, after its terms were read or heard.

    `terms_version` is the text that was shown: when it changed since, the person has to see the new one first.
    """
    call = _lock(operation, person, call_ref)
    if terms_version != operation.terms_version:
        raise Conflict(gettext("The terms changed while you were reading. Please read them again."))
    _refuse_unless_open(call, now=now)
    call.state, call.answered_at, call.terms_version = CallState.ACCEPTED, now, terms_version
    call.save(update_fields=["state", "answered_at", "terms_version"])
    note([call], by=by, now=now)
    waiting = Call.objects.filter(person_id=person.id, state__in=_UNANSWERED).exists()
    if not waiting:
        _tell(operation, person, PersonStatus.ACCEPTED, Reason.NEEDED, occasion=call.ref, by=by, now=now)
    _journal(operation, person, call, "call.accept", by=by, now=now)


@transaction.atomic
def say_interested(*, operation: OperationView, person: PersonView, by: Actor, now: datetime) -> int:
    """A yes by message to every call that waits: it counts once they have read or heard the terms. How many calls."""
    calls = list(
        Call.objects.select_for_update()
        .filter(operation_id=operation.id, person_id=person.id, state__in=_UNANSWERED, answer_by__gte=now)
        .order_by("id")
    )
    fresh = [call for call in calls if call.state == CallState.CALLED]
    Call.objects.filter(id__in=[call.id for call in fresh]).update(state=CallState.INTERESTED)
    for call in fresh:
        call.state = CallState.INTERESTED
    note(fresh, by=by, now=now)
    for call in fresh:
        _journal(operation, person, call, "call.interested", by=by, now=now)
    return len(calls)


@transaction.atomic
def decline(*, operation: OperationView, person: PersonView, call_ref: str, by: Actor, now: datetime) -> None:
    """Says no to one call; no reason is asked. Who says no after yes is thanked for saying so."""
    call = _lock(operation, person, call_ref)
    if call.state not in {*_UNANSWERED, CallState.ACCEPTED}:
        raise WrongOrder(gettext("This call does not wait for an answer any more."))
    call.state, call.answered_at = CallState.DECLINED, now
    call.save(update_fields=["state", "answered_at"])
    note([call], by=by, now=now)
    left = list(Call.objects.filter(person_id=person.id, state__in=HOLDING_STATES).values_list("state", flat=True))
    _tell(
        operation,
        person,
        _status_after(left),
        Reason.NEEDED if left else Reason.NO_NEED_NOW,
        occasion=call.ref,
        by=by,
        now=now,
    )
    _journal(operation, person, call, "call.decline", by=by, now=now)


@transaction.atomic
def decline_all(*, operation: OperationView, person: PersonView, by: Actor, now: datetime) -> int:
    """No to every call that waits for an answer or was said yes to; how many. Whoever is on the way is rung instead."""
    states = [*_UNANSWERED, CallState.ACCEPTED]
    rows = Call.objects.filter(operation_id=operation.id, person_id=person.id, state__in=states)
    refs = list(rows.order_by("id").values_list("ref", flat=True))
    for ref in refs:
        decline(operation=operation, person=person, call_ref=ref, by=by, now=now)
    return len(refs)


@transaction.atomic
def withdraw(*, operation: OperationView, person: PersonView, by: Actor, now: datetime) -> int:
    """Takes the whole offer back; how many calls that freed. A party goes on without the one who left."""
    calls = list(Call.objects.select_for_update().filter(person_id=person.id, state__in=HOLDING_STATES).order_by("id"))
    for call in calls:
        call.state, call.answered_at = CallState.WITHDRAWN, now
    Call.objects.bulk_update(calls, ["state", "answered_at"])
    note(calls, by=by, now=now)
    gone = NewStatus(person_id=person.id, status=PersonStatus.WITHDRAWN, reason=Reason.NO_NEED_NOW, next_word_on=None)
    tell(operation_id=operation.id, statuses=[gone], occasion="withdrawn", by=by, now=now)
    cancel_waiting(recipients=[person.ref], now=now)
    journal(
        operation=operation.ref,
        actor=by,
        action="person.withdraw",
        now=now,
        subject=person.ref,
        detail={"freed": len(calls), "party": bool(person.party)},
    )
    return len(calls)


@transaction.atomic
def offer_again(*, operation: OperationView, person: PersonView, by: Actor, now: datetime) -> None:
    """Somebody who declined or withdrew is there again: they stand by."""
    status = PersonStatus.STAND_BY if person.is_complete else PersonStatus.OFFERED
    reason = Reason.NO_NEED_NOW if person.is_complete else Reason.INCOMPLETE
    _tell(operation, person, status, reason, occasion="offered_again", by=by, now=now)
    journal(operation=operation.ref, actor=by, action="person.offer_again", now=now, subject=person.ref)


def _lock(operation: OperationView, person: PersonView, call_ref: str) -> Call:
    row = Call.objects.select_for_update().filter(operation_id=operation.id, person_id=person.id, ref=call_ref).first()
    if row is None:
        raise Refused(gettext("There is no such call."))
    return row


def _refuse_unless_open(call: Call, *, now: datetime) -> None:
    if call.state == CallState.ACCEPTED:
        raise WrongOrder(gettext("You accepted this call already."))
    if call.state not in _UNANSWERED:
        raise WrongOrder(gettext("This call does not hold any more. Please do not travel."))
    if call.answer_by < now:
        raise WrongOrder(gettext("The time to answer this call is over. Please do not travel; we write again."))


def _status_after(left: Sequence[str]) -> PersonStatus:
    if any(state in _UNANSWERED for state in left):
        return PersonStatus.CALLED
    return PersonStatus.ACCEPTED if left else PersonStatus.DECLINED


def _tell(
    operation: OperationView,
    person: PersonView,
    status: PersonStatus,
    reason: Reason,
    *,
    occasion: str,
    by: Actor,
    now: datetime,
) -> None:
    new = NewStatus(person_id=person.id, status=status, reason=reason, next_word_on=operation.next_word_on(now))
    tell(operation_id=operation.id, statuses=[new], occasion=occasion, by=by, now=now)


def _journal(
    operation: OperationView, person: PersonView, call: Call, action: str, *, by: Actor, now: datetime
) -> None:
    journal(operation=operation.ref, actor=by, action=action, now=now, subject=person.ref, detail={"call": call.ref})
