"""Deeds at the desk that touch a person and their calls at once."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from standby.domain.statuses import ENDED_STATUSES
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.answering import withdraw
from standby.rooms.callup.actions.joining import follow_join
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.erasing import erase_person
from standby.rooms.people.actions.held_joins import VouchReason
from standby.rooms.people.actions.judging import Judged, Verdict, judge_pair, vouch_for_join
from standby.rooms.people.actions.matching import apply_run, undo_run
from standby.rooms.people.actions.splitting import give_back, split_off
from standby.rooms.people.queries.persons import people_by_id, person_by_ref
from standby.rooms.people.values import PersonView


@transaction.atomic
def decide_pair(
    *,
    operation: OperationView,
    pair_ref: str,
    verdict: Verdict,
    keep_ref: str = "",
    public_url: str,
    by: Actor,
    now: datetime,
) -> Judged:
    """Judges a pair: the calls of whoever went into another are free again, whoever was parted is written to, and
    whoever has to confirm the join is asked where they were reached before."""
    judged = judge_pair(operation=operation, pair_ref=pair_ref, verdict=verdict, keep_ref=keep_ref, by=by, now=now)
    follow_join(operation=operation, judged=judged, public_url=public_url, by=by, now=now)
    return judged


@transaction.atomic
def vouch_for_pair(
    *, operation: OperationView, ref: str, reason: VouchReason, public_url: str, by: Actor, now: datetime
) -> bool:
    """Whether two people have vouched by now, and the two are one."""
    judged = vouch_for_join(operation=operation, ref=ref, reason=reason, by=by, now=now)
    if judged is not None:
        follow_join(operation=operation, judged=judged, public_url=public_url, by=by, now=now)
    return judged is not None


@transaction.atomic
def apply_model(*, operation: OperationView, ref: str, public_url: str, by: Actor, now: datetime) -> None:
    """Joins whom the model is sure of; calls, letters and questions follow as if a person had judged each pair."""
    for judged in apply_run(operation=operation, ref=ref, by=by, now=now):
        follow_join(operation=operation, judged=judged, public_url=public_url, by=by, now=now)


@transaction.atomic
def undo_model(*, operation: OperationView, ref: str, public_url: str, by: Actor, now: datetime) -> None:
    for judged in undo_run(operation=operation, ref=ref, by=by, now=now):
        follow_join(operation=operation, judged=judged, public_url=public_url, by=by, now=now)


@transaction.atomic
def take_away(
    *, operation: OperationView, registration_refs: Sequence[str], public_url: str, by: Actor, now: datetime
) -> PersonView:
    """Parts registrations from their person, whose calls and answers stay; whoever they belong to is told."""
    other = split_off(operation=operation, registration_refs=registration_refs, by=by, now=now)
    follow_join(operation=operation, judged=Judged(parted=other), public_url=public_url, by=by, now=now)
    return people_by_id(operation_id=operation.id, ids=[other])[other]


@transaction.atomic
def put_back(
    *, operation: OperationView, registration_ref: str, to_ref: str, public_url: str, by: Actor, now: datetime
) -> None:
    judged = give_back(operation=operation, registration_ref=registration_ref, to_ref=to_ref, by=by, now=now)
    follow_join(operation=operation, judged=judged, public_url=public_url, by=by, now=now)


@transaction.atomic
def erase(*, operation: OperationView, person: PersonView, by: Actor, now: datetime) -> None:
    """Withdraws whatever offer still stands, then makes the person unreadable for ever."""
    if person.status not in ENDED_STATUSES:
        withdraw(operation=operation, person=person, by=by, now=now)
    withdrawn = person_by_ref(operation_id=operation.id, ref=person.ref)
    erase_person(operation=operation, person=withdrawn or person, by=by, now=now)
