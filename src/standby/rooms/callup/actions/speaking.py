"""What a caller from the call sheet reports: who was spoken to, and what they said."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.answering import accept, decline
from standby.rooms.callup.models import Call, CallState, SpokenOutcome, SpokenTo
from standby.rooms.callup.queries.spoken import newest_change
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_receipt
from standby.rooms.people.actions.reaching import note_reached
from standby.rooms.people.values import PersonView

# These came to the person themself; the others leave them on the sheet.
_REACHED = {
    SpokenOutcome.SPOKE,
    SpokenOutcome.ACCEPTED,
    SpokenOutcome.DECLINED,
    SpokenOutcome.HANDED_SLIP,
}
_UNANSWERED = [CallState.CALLED, CallState.INTERESTED]


@transaction.atomic
def report(
    *,
    operation: OperationView,
    person: PersonView,
    change_id: int,
    outcome: SpokenOutcome,
    by: Actor,
    now: datetime,
) -> None:
    """`change_id` is the word that the caller read out: whoever was told something newer meanwhile is rung again.

    Answers to calls have verbs of their own, `accept_by_voice` and `decline_by_voice`.
    """
    if newest_change(person_id=person.id) != change_id:
        raise Conflict(gettext("This person was told something newer while you spoke. Read them what stands here now."))
    _note(operation=operation, person=person, change_id=change_id, outcome=outcome, by=by, now=now)


@transaction.atomic
def accept_by_voice(
    *, operation: OperationView, person: PersonView, change_id: int, terms_version: int, by: Actor, now: datetime
) -> None:
    """Every call that waits for an answer is accepted, after the caller read the terms aloud and was told yes."""
    report(
        operation=operation,
        person=person,
        change_id=change_id,
        outcome=SpokenOutcome.ACCEPTED,
        by=by,
        now=now,
    )
    for ref in _waiting(person):
        accept(
            operation=operation,
            person=person,
            call_ref=ref,
            terms_version=terms_version,
            by=by,
            now=now,
        )
    note_reached(person_id=person.id, how="spoken", by=by, now=now)


@transaction.atomic
def decline_by_voice(*, operation: OperationView, person: PersonView, change_id: int, by: Actor, now: datetime) -> None:
    report(
        operation=operation,
        person=person,
        change_id=change_id,
        outcome=SpokenOutcome.DECLINED,
        by=by,
        now=now,
    )
    for ref in _waiting(person):
        decline(operation=operation, person=person, call_ref=ref, by=by, now=now)
    note_reached(person_id=person.id, how="spoken", by=by, now=now)


@transaction.atomic
def hand_slip(*, operation: OperationView, person: PersonView, by: Actor, now: datetime) -> str:
    """A new receipt code on a slip that is handed over: they can read where they stand from any telephone."""
    change_id = newest_change(person_id=person.id)
    if change_id is None:
        raise Refused(gettext("This person was not told anything yet."))
    _note(operation=operation, person=person, change_id=change_id, outcome=SpokenOutcome.HANDED_SLIP, by=by, now=now)
    return make_receipt(operation=operation, person_id=person.id, person_ref=person.ref, by=by, now=now)


def _waiting(person: PersonView) -> list[str]:
    rows = Call.objects.filter(person_id=person.id, state__in=_UNANSWERED).order_by("first_day")
    refs = list(rows.values_list("ref", flat=True))
    if not refs:
        raise Conflict(gettext("No call of this person waits for an answer any more. Please tell them not to travel."))
    return refs


def _note(
    *,
    operation: OperationView,
    person: PersonView,
    change_id: int,
    outcome: SpokenOutcome,
    by: Actor,
    now: datetime,
) -> None:
    SpokenTo.objects.create(
        operation_id=operation.id,
        person_id=person.id,
        status_change_id=change_id,
        outcome=outcome,
        at=now,
        by=str(by),
    )
    if outcome in _REACHED:
        note_reached(person_id=person.id, how="spoken", by=by, now=now)
    journal(
        operation=operation.ref,
        actor=by,
        action="person.spoken",
        now=now,
        subject=person.ref,
        detail={"outcome": outcome.value},
    )
