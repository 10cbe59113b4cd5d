"""Keeping promises: whoever was told to hear by a day hears by that day, also that nothing has changed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.letters import Occasion
from standby.rooms.callup.models import PromiseRule, WordWish
from standby.rooms.callup.queries.promises import KeptWish, calls_ending, wishes_of
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.queries.planning import standing_of
from standby.rooms.people.queries.promises import Promised, hold_due
from standby.rooms.people.values import NewStatus

BATCH = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """What one batch came to; `last` is where the next begins, None when there is none."""

    told: int
    written: int
    last: int | None


@transaction.atomic
def renew_promises(
    *, operation: OperationView, until: date, occasion: str, after: int, public_url: str, by: Actor, now: datetime
) -> Renewed:
    """Tells the next batch of those whose promise ends on `until` or before where they stand, with a new day.

    Done twice it tells nobody twice: whoever was told has a later promise. Whoever has a call that waits for an answer
    until then hears when its time ends, and is left to that.
    """
    due = hold_due(operation_id=operation.id, until=until, after=after, limit=BATCH)
    wishes = wishes_of(person_ids=[one.id for one in due])
    days = _new_days(operation, due, wishes, now=now)
    told = [one for one in due if days[one.id] > until]
    changes = tell(
        operation_id=operation.id,
        statuses=[
            NewStatus(person_id=one.id, status=one.status, reason=one.reason, next_word_on=days[one.id]) for one in told
        ],
        occasion=occasion,
        by=by,
        now=now,
    )
    left_alone = spare(changes, wishes=wishes, today=operation.today(now))
    people = standing_of(operation_id=operation.id, ids=[one.id for one in told if one.id not in left_alone])
    written = write_to(
        operation=operation,
        people=people,
        occasion=occasion,
        public_url=public_url,
        cause=Occasion.RENEWED,
        now=now,
    )
    if told:
        detail = {"people": len(told), "written": written}
        journal(operation=operation.ref, actor=by, action="promise.renew", now=now, subject=occasion, detail=detail)
    return Renewed(told=len(told), written=written, last=due[-1].id if len(due) == BATCH else None)


def _new_days(
    operation: OperationView, due: Sequence[Promised], wishes: Mapping[int, KeptWish], *, now: datetime
) -> dict[int, date]:
    """By person the day of the next word; whoever is called hears on the day their time to answer ends."""
    ending = calls_ending(operation_id=operation.id, person_ids=[one.id for one in due])
    today, days = operation.today(now), operation.policy.next_word_days
    found: dict[int, date] = {}
    for one in due:
        wish = wishes.get(one.id)
        found[one.id] = wish.wish.promise(today=today, days=days) if wish else operation.next_word_on(now)
        if one.id in ending:
            found[one.id] = min(found[one.id], operation.today(ending[one.id]))
    return found


def spare(changes: Mapping[int, int], *, wishes: Mapping[int, KeptWish], today: date) -> Collection[int]:
    """Of people who were told the same again, those who wished not to be written to about it; both are noted.

    `changes` are the ids of the words by person.
    """
    spared = {person_id for person_id in changes.keys() & wishes.keys() if wishes[person_id].spares(today=today)}
    rows = {row.person_id: row for row in WordWish.objects.filter(person_id__in=changes.keys() & wishes.keys())}
    for person_id, row in rows.items():
        if person_id in spared:
            row.spared_change_id = changes[person_id]
        else:
            row.written_on = today
    WordWish.objects.bulk_update(rows.values(), ["spared_change", "written_on"], batch_size=BATCH)
    return spared


@transaction.atomic
def set_renewing(*, operation: OperationView, renews: bool, by: Actor, now: datetime) -> None:
    """Switches on or off that promises are renewed by themselves before they break."""
    PromiseRule.objects.update_or_create(
        operation_id=operation.id, defaults={"renews": renews, "changed_at": now, "changed_by": str(by)}
    )
    journal(
        operation=operation.ref, actor=by, action="promise.rule", now=now, subject=operation.ref, detail={"on": renews}
    )
