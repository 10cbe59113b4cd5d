"""What a person decides about two registrations, and taking any join apart again."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused
from standby.domain.statuses import SILENT_STATUSES, PersonStatus, Reason
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor, ActorKind
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.held_joins import (
    End,
    VouchReason,
    end_hold,
    has_to_wait,
    hold,
    vouch,
    waiting_between,
    waiting_join,
)
from standby.rooms.people.actions.looking_twice import is_sampled
from standby.rooms.people.actions.parting import part_again, part_by_rule
from standby.rooms.people.actions.persons import OWN_WORDS
from standby.rooms.people.actions.regrouping import bring_up_to_date, move, owners_of, registrations_of
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.models import DoubtfulPair, HeldJoin, OfferVersion, PairJudgement, Person, PersonalCode
from standby.rooms.people.queries.held_joins import HOLDS_A_CALL
from standby.rooms.people.values import NewStatus


class Verdict(Enum):
    SAME = "same"
    NOT_SAME = "not_same"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What became of two people, by their ids: who went into another, and who is somebody of their own again.

    `held`: the join waits to be confirmed; `asked` is then who is asked from where they were reached before.
    """

    kept: int | None = None
    gone: int | None = None
    parted: int | None = None
    held: str = ""
    asked: int | None = None


@transaction.atomic
def judge_pair(
    *,
    operation: OperationView,
    pair_ref: str,
    verdict: Verdict,
    keep_ref: str = "",
    restores: bool = False,
    by: Actor,
    now: datetime,
) -> Judged:
    """Remembers a verdict for ever and acts on it: the same makes two people one, undone takes them apart again.

    `keep_ref` names the one who stays; it has to be said when both hold a call. Without it whoever holds a call stays,
    then whoever wrote their own offer, then whoever registered first. The other one's status becomes duplicate.

    Two who share no contact that was shown to be theirs are planned as one, and otherwise stay apart until the older
    one confirms it or two at the desk vouch (`held_joins`). `restores`: they were one before somebody parted them, and
    nothing crosses that had not crossed then.
    """
    pair = DoubtfulPair.objects.select_for_update().filter(operation_id=operation.id, ref=pair_ref).first()
    if pair is None:
        raise Refused(gettext("There is no such pair."))
    remember_verdict(pair, verdict, by=by, now=now)
    match verdict:
        case Verdict.SAME:
            judged = _make_one(operation, pair, keep_ref=keep_ref, restores=restores, by=by, now=now)
        case Verdict.NOT_SAME | Verdict.UNDONE:
            judged = _make_two(operation, pair, verdict, by=by, now=now)
    journal(operation=operation.ref, actor=by, action=f"pair.{verdict.value}", now=now, subject=pair.ref)
    return judged


def remember_verdict(pair: DoubtfulPair, verdict: Verdict, *, by: Actor, now: datetime) -> None:
    PairJudgement.objects.create(operation_id=pair.operation_id, pair=pair, verdict=verdict.value, at=now, by=str(by))
    pair.verdict = "" if verdict is Verdict.UNDONE else verdict.value
    pair.second_look = "due" if pair.verdict and by.kind is ActorKind.STAFF and is_sampled(pair.ref) else ""
    pair.save(update_fields=["verdict", "second_look"])


def _make_one(
    operation: OperationView, pair: DoubtfulPair, *, keep_ref: str, restores: bool = False, by: Actor, now: datetime
) -> Judged:
    owners = owners_of([pair.first_id, pair.second_id])
    people = {owners[pair.first_id], owners[pair.second_id]}
    if len(people) == 1:
        return Judged()
    rows = list(Person.objects.select_for_update().filter(id__in=people).order_by("registered_at", "id"))
    keep = _who_stays(rows, keep_ref=keep_ref)
    if not restores and has_to_wait(rows):
        join = hold(pair, rows, by=by, now=now)
        return Judged(held=join.ref, asked=None if join.needs_two else join.older_id)
    return _join(operation, pair, rows, keep=keep, by=by, now=now)


def _join(
    operation: OperationView, pair: DoubtfulPair, rows: list[Person], *, keep: Person, by: Actor, now: datetime
) -> Judged:
    gone = next(row for row in rows if row.id != keep.id)
    move(
        operation_id=operation.id,
        registration_ids=registrations_of(gone.id),
        to=keep.id,
        why="judged",
        pair_ref=pair.ref,
        by=by,
        now=now,
    )
    duplicate = NewStatus(person_id=gone.id, status=PersonStatus.DUPLICATE, reason=Reason.FIXED, next_word_on=None)
    tell(operation_id=operation.id, statuses=[duplicate], occasion=f"joined:{keep.ref}", by=by, now=now)
    _stand_for_both(keep, gone)
    bring_up_to_date(operation=operation, person_ids=[keep.id], why="join", by=by, now=now)
    return Judged(kept=keep.id, gone=gone.id)


def _stand_for_both(keep: Person, gone: Person) -> None:
    """Whoever counted for one of the two counts for both; time on site that one of them offers is offered."""
    keep.contact_confirmed_at = keep.contact_confirmed_at or gone.contact_confirmed_at
    keep.gives_only = keep.gives_only and gone.gives_only
    keep.save(update_fields=["contact_confirmed_at", "gives_only"])


def _who_stays(rows: list[Person], *, keep_ref: str) -> Person:
    """`rows` come in the order in which they registered."""
    silent = [row for row in rows if row.status in SILENT_STATUSES]
    if len(silent) == len(rows):
        raise Refused(gettext("A welfare officer has to look at these two first."))
    holding = [row for row in rows if row.status in HOLDS_A_CALL]
    chosen = next((row for row in rows if row.ref == keep_ref), None)
    if chosen is None and len(holding) == len(rows):
        raise Conflict(gettext("Both hold a call. Say which of them answered: their call is kept."))
    if chosen is None or silent:
        return min(rows, key=_rank)
    return chosen


def _rank(row: Person) -> tuple[bool, bool, bool]:
    """The least stays; of equals the one who registered first."""
    wrote_themself = OfferVersion.objects.filter(person_id=row.id, why=OWN_WORDS).exists()
    return row.status not in SILENT_STATUSES, row.status not in HOLDS_A_CALL, not wrote_themself


def _make_two(operation: OperationView, pair: DoubtfulPair, verdict: Verdict, *, by: Actor, now: datetime) -> Judged:
    owners = owners_of([pair.first_id, pair.second_id])
    if owners[pair.first_id] != owners[pair.second_id]:
        waiting = waiting_between(list(owners.values()))
        if waiting is not None:
            end_hold(waiting, End.UNDONE, by=by, now=now)
        return Judged()
    owner = owners[pair.first_id]
    parted = part_again(operation=operation, pair=pair, owner=owner, by=by, now=now)
    if parted is None and verdict is Verdict.NOT_SAME:
        parted = part_by_rule(operation=operation, pair=pair, owner=owner, by=by, now=now)
    return Judged(kept=owner if parted else None, parted=parted)


@transaction.atomic
def confirm_join(*, operation: OperationView, ref: str, person_id: int, by: Actor, now: datetime) -> Judged:
    """The older one says from where they were reached before that it was them: now everything comes together."""
    join = waiting_join(operation_id=operation.id, ref=ref)
    if join.older_id != person_id or join.needs_two:
        raise Refused(gettext("There is no such pair."))
    return _finish(operation, join, End.CONFIRMED, by=by, now=now)


@transaction.atomic
def deny_join(*, operation: OperationView, ref: str, person_id: int, by: Actor, now: datetime) -> None:
    """It was somebody else. That is remembered for ever like any verdict; the desk sees that they said so."""
    join = waiting_join(operation_id=operation.id, ref=ref)
    if join.older_id != person_id or join.needs_two:
        raise Refused(gettext("There is no such pair."))
    end_hold(join, End.DENIED, by=by, now=now)
    remember_verdict(join.pair, Verdict.NOT_SAME, by=by, now=now)
    journal(operation=operation.ref, actor=by, action="join.denied", now=now, subject=join.ref)


@transaction.atomic
def vouch_for_join(
    *, operation: OperationView, ref: str, reason: VouchReason, by: Actor, now: datetime
) -> Judged | None:
    """None while a second person has to vouch as well."""
    join = waiting_join(operation_id=operation.id, ref=ref)
    if not vouch(join, operation_ref=operation.ref, reason=reason, by=by, now=now):
        return None
    return _finish(operation, join, End.VOUCHED, by=by, now=now)


def _finish(operation: OperationView, join: HeldJoin, end: End, *, by: Actor, now: datetime) -> Judged:
    end_hold(join, end, by=by, now=now)
    pair = DoubtfulPair.objects.select_for_update().get(id=join.pair_id)
    pair.verdict = Verdict.SAME.value
    pair.save(update_fields=["verdict"])
    people = {join.older_id, join.newer_id}
    journal(operation=operation.ref, actor=by, action=f"join.{end.value}", now=now, subject=join.ref)
    if set(owners_of([pair.first_id, pair.second_id]).values()) != people:
        # One of them was joined with somebody else or taken apart meanwhile: what that changed is asked anew.
        return _make_one(operation, pair, keep_ref="", by=by, now=now)
    rows = list(Person.objects.select_for_update().filter(id__in=people).order_by("registered_at", "id"))
    newer_holds = any(row.id == join.newer_id and row.status in HOLDS_A_CALL for row in rows)
    older_holds = any(row.id == join.older_id and row.status in HOLDS_A_CALL for row in rows)
    keep = _who_stays(rows, keep_ref="" if newer_holds and not older_holds else join.older.ref)
    judged = _join(operation, pair, rows, keep=keep, by=by, now=now)
    # It is shown that they are one: every code of theirs leads to the one page.
    PersonalCode.objects.filter(person_id__in=[judged.gone]).update(person_id=judged.kept)
    return judged
