"""Choosing the second wave when a plan is announced: who is next, told so, and asked not to travel."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from standby.domain.statuses import PersonStatus
from standby.rooms.callup.deciding import Decision
from standby.rooms.callup.models import Announcement, NextInLine
from standby.rooms.callup.queries.foreseen import turnout_of_plan
from standby.rooms.callup.queries.replacements import Fit
from standby.rooms.needs.queries.planning import NeedView, needs_by_id
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.planning import Plannable, people_to_plan
from standby.rooms.places.queries.limits import limits_of

_BATCH = 5000


def hold_second_wave(
    *, operation: OperationView, announcement: Announcement, decision: Decision, now: datetime
) -> frozenset[int]:
    """The ids of those who are next, the most urgent needs served first; who was next before is settled.

    Only people who stand by and whom no plan has to seat: members of a party, and whoever takes a bus, are left to the
    next plan.
    """
    NextInLine.objects.filter(operation_id=operation.id, settled_at__isnull=True).update(settled_at=now)
    foreseen = turnout_of_plan(plan_id=announcement.plan_id)
    held = {need_id: one.held for need_id, one in foreseen.items() if one.is_two_waves and one.held}
    if not held:
        return frozenset()
    needs = needs_by_id(operation=operation, ids=held, now=now).values()
    urgent = sorted((need for need in needs if need.is_open), key=lambda need: (need.priority, need.code))
    fit = Fit.now(operation=operation, limits=limits_of(operation_id=operation.id), today=operation.today(now))
    rows = [
        NextInLine(
            operation_id=operation.id,
            announcement=announcement,
            need_id=need.id,
            person_id=person.id,
            place=place,
        )
        for need, place, person in _chosen(urgent, held, _standing_by(operation, decision), fit)
    ]
    NextInLine.objects.bulk_create(rows, batch_size=_BATCH)
    return frozenset(row.person_id for row in rows)


def _standing_by(operation: OperationView, decision: Decision) -> Mapping[str, Sequence[Plannable]]:
    """By the role they offer, who waited longest first."""
    by_role: dict[str, list[Plannable]] = defaultdict(list)
    people = sorted(people_to_plan(operation_id=operation.id), key=lambda one: (one.registered_at, one.id))
    for person in people:
        word = decision.words.get(person.id)
        if word is not None and word.status is PersonStatus.STAND_BY:
            for role in {offered.code for offered in person.offer.roles}:
                by_role[role].append(person)
    return by_role


def _chosen(
    needs: Sequence[NeedView], held: Mapping[int, int], people: Mapping[str, Sequence[Plannable]], fit: Fit
) -> Iterator[tuple[NeedView, int, Plannable]]:
    taken: set[int] = set()
    for need in needs:
        place = 0
        for person in people.get(need.role, ()):
            if place == held[need.id]:
                break
            if person.id not in taken and fit.is_for(person, need):
                place += 1
                taken.add(person.id)
                yield need, place, person
