"""Joining whoever has shown that a contact is theirs with those who are known by it."""

from collections.abc import Iterable
from datetime import datetime

from standby.domain.statuses import PersonStatus
from standby.identity import Joins
from standby.rooms.audit.actors import Actor
from standby.rooms.messages.actions import cancel_waiting
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.joining import (
    DoubtRow,
    doubts_in,
    known_of,
    propose,
    remember_doubts,
    with_neighbours,
)
from standby.rooms.people.actions.judging import Verdict, judge_pair
from standby.rooms.people.actions.regrouping import owners_of, registrations_of
from standby.rooms.people.models import DoubtfulPair, Person, PersonalCode
from standby.rooms.people.queries.held_joins import HOLDS_A_CALL
from standby.rooms.people.queries.verdicts import verdicts_among

_REGION = ""
_WHY = "contact_confirmed"


def reunite(*, operation: OperationView, person_id: int, by: Actor, now: datetime) -> int:
    """The id of the person they are now: themself, or whoever they turned out to be.

    Whoever is plainly the same is joined by a judged pair, which the desk can undo like any other; whoever may be is
    left to a person. Nobody whose call would be lost is joined by a machine.
    """
    mine = frozenset(registrations_of(person_id))
    around = with_neighbours(operation_id=operation.id, new_ids=sorted(mine), continues={})
    details = known_of(around, {}).details
    decided = verdicts_among(operation_id=operation.id, registration_ids=around)
    joins = propose(details, decided=decided, default_region=_REGION)
    remember_doubts(operation_id=operation.id, doubts=_about(mine, doubts_in(joins)), now=now)
    for first, second in _certain(mine, joins):
        person_id = _join(operation, (first, second), person_id=person_id, by=by, now=now)
    return person_id


def _about(mine: frozenset[int], doubts: Iterable[DoubtRow]) -> list[DoubtRow]:
    return [doubt for doubt in doubts if (doubt[0] in mine) != (doubt[1] in mine)]


def _certain(mine: frozenset[int], joins: Joins) -> list[tuple[int, int]]:
    """Pairs of one of these registrations and one of somebody else's."""
    pairs = [sorted(int(record) for record in join.pair) for join in joins.certain]
    return [(first, second) for first, second in pairs if (first in mine) != (second in mine)]


def _join(operation: OperationView, pair: tuple[int, int], *, person_id: int, by: Actor, now: datetime) -> int:
    owners = set(owners_of(pair).values())
    if len(owners) < len(pair) or not _may_join(owners):
        return person_id
    first, second = pair
    row, _ = DoubtfulPair.objects.get_or_create(
        first_id=first,
        second_id=second,
        defaults={"operation_id": operation.id, "why": _WHY, "found_at": now},
    )
    judged = judge_pair(operation=operation, pair_ref=row.ref, verdict=Verdict.SAME, by=by, now=now)
    if judged.kept is None or judged.gone is None:
        return person_id
    _follow(judged.gone, to=judged.kept, now=now)
    return judged.kept


def _may_join(owners: Iterable[int]) -> bool:
    """Of two who both hold a call one would lose it; and no machine touches whom no message may reach."""
    statuses = [
        PersonStatus(status) for status in Person.objects.filter(id__in=owners).values_list("status", flat=True)
    ]
    return sum(status in HOLDS_A_CALL for status in statuses) <= 1 and PersonStatus.DUPLICATE not in statuses


def _follow(gone: int, *, to: int, now: datetime) -> None:
    """Their codes lead to the one page now, and nothing more is written to the other."""
    refs = Person.objects.filter(id=gone).values_list("ref", flat=True)
    cancel_waiting(recipients=list(refs), now=now)
    PersonalCode.objects.filter(person_id=gone).update(person_id=to)
