"""Calling the second wave for what the first left open, and telling the rest that they are not needed now.

Two people approved it with the plan: whom it may call, and by which rule. So it needs no further decision, and nobody
waits longer than they were told.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from standby.domain.statuses import PersonStatus, Reason
from standby.planning.turnout import second_wave
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import system
from standby.rooms.callup.actions.calling import open_calls
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.models import Call, CallState, NextInLine
from standby.rooms.callup.queries.counting import counts_by_need
from standby.rooms.callup.queries.foreseen import answering_of, turnout_announced
from standby.rooms.callup.queries.replacements import Fit, room_at
from standby.rooms.callup.turnout.foreseeing import NeedCount
from standby.rooms.needs.queries.planning import NeedView, needs_by_id
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.queries.planning import Plannable, people_in_status, standing_of
from standby.rooms.people.values import NewStatus
from standby.rooms.places.queries.limits import limits_of
from standby.sealing import new_ref

_HUNDRED = 100
_USUAL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How many of the second wave were called, and how many were told that they are not needed now."""

    called: int
    let_wait: int


@transaction.atomic
def settle_second_waves(*, operation: OperationView, public_url: str, now: datetime) -> Settled:
    """Of every need whose first wave has answered to the last. Done again it changes nothing."""
    rows = _due(operation)
    if not rows:
        return Settled(called=0, let_wait=0)
    lines: dict[int, list[NextInLine]] = defaultdict(list)
    for row in rows:
        lines[row.need_id].append(row)
    needs = needs_by_id(operation=operation, ids=lines, now=now)
    called = _call(operation, needs, lines, now=now) if operation.is_open else {}
    _settle(operation, rows, called, public_url=public_url, now=now)
    return Settled(called=len(called), let_wait=len(rows) - len(called))


def _due(operation: OperationView) -> list[NextInLine]:
    """Those who wait for needs in which no call waits for an answer any more."""
    waiting = NextInLine.objects.select_for_update().filter(operation_id=operation.id, settled_at__isnull=True)
    pending = Call.objects.filter(operation_id=operation.id, state__in=[CallState.CALLED, CallState.INTERESTED])
    return list(waiting.exclude(need_id__in=pending.values("need_id")).order_by("need_id", "place"))


def _call(
    operation: OperationView, needs: Mapping[int, NeedView], lines: Mapping[int, Sequence[NextInLine]], *, now: datetime
) -> dict[int, NeedView]:
    """Whom to call to which need: first everybody's own line, then what is left of the other lines of the site."""
    limits, counts = limits_of(operation_id=operation.id), counts_by_need(operation_id=operation.id, ids=lines)
    fit = Fit.now(operation=operation, limits=limits, today=operation.today(now))
    waiting = {row.person_id for line in lines.values() for row in line}
    standing = {
        person.id: person
        for person in people_in_status(operation_id=operation.id, status=PersonStatus.STAND_BY)
        if person.id in waiting
    }
    chosen: dict[int, NeedView] = {}
    urgent = sorted((need for need in needs.values() if need.is_open), key=lambda need: (need.priority, need.code))
    wanted = {need.id: _wanted(operation, need, counts.get(need.id, NeedCount())) for need in urgent}
    room = {need.id: room_at(operation=operation, need=need, limits=limits) for need in urgent}
    for borrowed in (False, True):
        for need in urgent:
            line = _line(need, lines, needs, borrowed=borrowed)
            left = min(wanted[need.id], room[need.id])
            takers = _takers(line, standing, need, fit, chosen)[:left]
            chosen |= dict.fromkeys(takers, need)
            wanted[need.id] -= len(takers)
            room[need.id] -= len(takers)
    open_calls(
        operation=operation,
        wanted=[(person_id, need) for person_id, need in sorted(chosen.items())],
        announcement_id=None,
        by=system("second wave"),
        now=now,
    )
    return chosen


def _wanted(operation: OperationView, need: NeedView, count: NeedCount) -> int:
    foreseen = turnout_announced(operation_id=operation.id, need_id=need.id)
    risk = foreseen.chosen_risk if foreseen and foreseen.chosen_risk else operation.policy.shortfall_risk or _USUAL
    return second_wave(
        confirmed=count.accepted,
        asked=count.answered,
        headcount=max(0, need.headcount - count.there),
        answering=answering_of(operation=operation, need=need),
        risk=risk / _HUNDRED,
    )


def _line(
    need: NeedView, lines: Mapping[int, Sequence[NextInLine]], needs: Mapping[int, NeedView], *, borrowed: bool
) -> list[int]:
    if not borrowed:
        return [row.person_id for row in lines[need.id]]
    return [
        row.person_id
        for other, line in sorted(lines.items())
        if other != need.id and other in needs and needs[other].site_id == need.site_id
        for row in line
    ]


def _takers(
    line: Sequence[int], standing: Mapping[int, Plannable], need: NeedView, fit: Fit, chosen: Mapping[int, NeedView]
) -> list[int]:
    return [
        person_id
        for person_id in line
        if person_id in standing and person_id not in chosen and fit.is_for(standing[person_id], need)
    ]


def _settle(
    operation: OperationView,
    rows: Sequence[NextInLine],
    called: Mapping[int, NeedView],
    *,
    public_url: str,
    now: datetime,
) -> None:
    """Everybody who was next hears: called, or standing by as before. Who left in the meantime has their own word."""
    for row in rows:
        row.settled_at, row.was_called = now, row.person_id in called
    NextInLine.objects.bulk_update(rows, ["settled_at", "was_called"], batch_size=5000)
    ids = sorted(row.person_id for row in rows)
    people = [
        person for person in standing_of(operation_id=operation.id, ids=ids) if person.status is PersonStatus.STAND_BY
    ]
    ref, by = new_ref(), system("second wave")
    statuses = [
        NewStatus(
            person_id=person.id,
            status=PersonStatus.CALLED if person.id in called else PersonStatus.STAND_BY,
            reason=Reason.NEEDED if person.id in called else Reason.NO_NEED_NOW,
            next_word_on=operation.next_word_on(now),
        )
        for person in people
    ]
    tell(operation_id=operation.id, statuses=statuses, occasion=ref, by=by, now=now)
    told = standing_of(operation_id=operation.id, ids=[person.id for person in people])
    write_to(operation=operation, people=told, occasion=ref, public_url=public_url, now=now)
    detail = {"called": len(called), "let_wait": len(rows) - len(called)}
    journal(operation=operation.ref, actor=by, action="call.second_wave", now=now, subject=ref, detail=detail)
