"""A join that waits: two are planned as one, and nothing else of them comes together before it is confirmed.

Whoever registers under somebody's name and date of birth could be taken for them by a tired registrar. They would gain
a doctor's checked licence, or be written to about a call that is not theirs. So contacts and licences stay with the
registrations that earned them until the older one says from where they were reached before that it was them (ADR 27).
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.people.actions.regrouping import registrations_of
from standby.rooms.people.models import DoubtfulPair, HeldJoin, JoinVouch, Person
from standby.rooms.people.queries.held_joins import HOLDS_A_CALL, has_contact, is_guarded, share_a_shown_contact

HELD = "held"
_VOUCHES = 2


class VouchReason(StrEnum):
    """How somebody at the desk knows that two registrations are one person's."""

    PAPERS = "papers"
    SPOKE = "spoke"
    KNOWN = "known"


class End(StrEnum):
    CONFIRMED = "confirmed"
    VOUCHED = "vouched"
    DENIED = "denied"
    UNDONE = "undone"


def has_to_wait(rows: Sequence[Person]) -> bool:
    """Whether one of these two could gain by being taken for the other; `rows` are two people."""
    one, other = ((row, registrations_of(row.id)) for row in rows)
    if share_a_shown_contact(one[1], other[1]):
        return False
    return _could_gain(one, other) or _could_gain(other, one)


def _could_gain(one: tuple[Person, list[int]], other: tuple[Person, list[int]]) -> bool:
    """The first is reached somewhere, and the second has something to lose: how they are reached, a licence, a call."""
    is_reached = has_contact(one[1]) or one[0].has_email or one[0].has_phone
    has_something = has_contact(other[1]) or other[0].has_email or other[0].has_phone or is_guarded(other[0])
    return is_reached and has_something


def hold(pair: DoubtfulPair, rows: Sequence[Person], *, by: Actor, now: datetime) -> HeldJoin:
    """`rows` come in the order in which they registered."""
    pair.verdict = HELD
    pair.save(update_fields=["verdict"])
    older, newer = sorted(rows, key=lambda row: (not is_guarded(row), row.contact_confirmed_at is None))
    both = HeldJoin.objects.filter(state="waiting", older_id__in=[older.id, newer.id])
    known = both.filter(newer_id__in=[older.id, newer.id]).first()
    if known is not None:
        return known
    join = HeldJoin.objects.create(
        operation_id=pair.operation_id,
        pair=pair,
        older=older,
        newer=newer,
        needs_two=is_guarded(older) and is_guarded(newer),
        made_at=now,
        made_by=str(by),
    )
    _plan_as_one(older, newer)
    return join


def end_hold(join: HeldJoin, end: End, *, by: Actor, now: datetime) -> None:
    """Both are planned as themselves again, or are one from now on."""
    join.state, join.ended_at, join.ended_by = end.value, now, str(by)
    join.save(update_fields=["state", "ended_at", "ended_by"])
    for person in (join.older, join.newer):
        if person.planned_as_id in {join.older_id, join.newer_id}:
            person.planned_as = None
            person.save(update_fields=["planned_as"])


def waiting_between(people: Sequence[int]) -> HeldJoin | None:
    rows = HeldJoin.objects.select_for_update().filter(state="waiting", older_id__in=people, newer_id__in=people)
    return rows.order_by("id").first()


def vouch(join: HeldJoin, *, operation_ref: str, reason: VouchReason, by: Actor, now: datetime) -> bool:
    """Whether two different people have vouched by now."""
    if join.vouches.filter(by=str(by)).exists():
        raise Refused(gettext("You have vouched for this already. Somebody else has to vouch as well."))
    JoinVouch.objects.create(operation_id=join.operation_id, join=join, reason=reason.value, at=now, by=str(by))
    journal(
        operation=operation_ref,
        actor=by,
        action="join.vouch",
        now=now,
        subject=join.ref,
        detail={"reason": reason.value},
    )
    return join.vouches.count() >= _VOUCHES


def waiting_join(*, operation_id: int, ref: str) -> HeldJoin:
    row = HeldJoin.objects.select_for_update(of=("self",)).select_related("older", "newer", "pair")
    found = row.filter(operation_id=operation_id, ref=ref, state="waiting").first()
    if found is None:
        raise Conflict(gettext("Somebody did this already. Look again."))
    return found


def _plan_as_one(older: Person, newer: Person) -> None:
    """The older one is planned. Whoever holds a call stays in the plan; and nobody is planned as themself in a ring."""
    left_out, planned = (newer, older) if newer.status not in HOLDS_A_CALL else (older, newer)
    if left_out.status in HOLDS_A_CALL or _root(planned) == left_out.id:
        return
    left_out.planned_as = planned
    left_out.save(update_fields=["planned_as"])


def _root(person: Person) -> int:
    while person.planned_as is not None:
        person = person.planned_as
    return person.id
