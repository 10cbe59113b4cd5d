"""A place became free: the next people who could take it, and calling them in one click."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext, ngettext

from standby.domain.errors import Conflict, Refused
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.calling import open_calls
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.queries.replacements import next_in_line, places_free
from standby.rooms.needs.queries.planning import need_by_ref
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.queries.planning import standing_of
from standby.rooms.people.values import NewStatus
from standby.sealing import new_ref


@transaction.atomic
def call_next(
    *, operation: OperationView, need_ref: str, person_refs: Sequence[str], public_url: str, by: Actor, now: datetime
) -> int:
    """Calls these people to a need's free places and tells them; how many. All of them or none."""
    need = need_by_ref(operation=operation, ref=need_ref, now=now)
    if need is None or not need.is_open:
        raise Refused(gettext("Nobody is called to this need now: it is paused, over, or its site has not renewed it."))
    line = {candidate.ref: candidate for candidate in next_in_line(operation=operation, need=need, now=now)}
    if not set(person_refs) <= line.keys():
        raise Conflict(gettext("Somebody you chose cannot take this place any more. Look again."))
    free = places_free(operation=operation, need=need, today=operation.today(now))
    if len(person_refs) > free:
        raise Conflict(_too_few(free))
    ids = [line[ref].id for ref in person_refs]
    ref = new_ref()
    open_calls(
        operation=operation,
        wanted=[(person_id, need) for person_id in ids],
        announcement_id=None,
        by=by,
        now=now,
    )
    statuses = [
        NewStatus(
            person_id=person_id,
            status=PersonStatus.CALLED,
            reason=Reason.NEEDED,
            next_word_on=operation.next_word_on(now),
        )
        for person_id in ids
    ]
    tell(operation_id=operation.id, statuses=statuses, occasion=ref, by=by, now=now)
    people = standing_of(operation_id=operation.id, ids=ids)
    write_to(operation=operation, people=people, occasion=ref, public_url=public_url, now=now)
    journal(
        operation=operation.ref,
        actor=by,
        action="call.next",
        now=now,
        subject=need.ref,
        detail={"people": len(ids)},
    )
    return len(ids)


def _too_few(free: int) -> str:
    return ngettext(
        "Only %(free)s place of this need is free. Choose fewer people.",
        "Only %(free)s places of this need are free. Choose fewer people.",
        free,
    ) % {"free": free}
