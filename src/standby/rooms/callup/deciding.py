"""What an announcement makes of a plan: who is newly called, who keeps a call, who loses one, who stands by.

It only decides. The page that shows what will happen and the action that does it ask here, so that they agree.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from standby.domain.statuses import FIXED_STATUSES, PersonStatus, Reason, may_follow
from standby.rooms.callup.models import CallState
from standby.rooms.callup.queries.holding import Holding
from standby.rooms.people.queries.planning import Standing

# A person and a need.
Place = tuple[int, int]
# On the way, at work or resting between two shifts: their word comes from the site, not from a plan.
_THERE = FIXED_STATUSES | {PersonStatus.RESTING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What a plan says of one person."""

    need_ids: frozenset[int]
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Where one person is to stand, and why."""

    status: PersonStatus
    reason: Reason

    @classmethod
    def of(cls, person: Standing) -> "Word":
        """Where they stand now."""
        return cls(status=person.status, reason=person.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`words` has one for each of the people that were given."""

    fresh: tuple[Place, ...]
    kept: tuple[Holding, ...]
    released: tuple[Holding, ...]
    words: Mapping[int, Word]


def decide(
    *,
    people: Sequence[Standing],
    planned: Mapping[int, Planned],
    held: Sequence[Holding],
    ended: Collection[Place] = (),
) -> Decision:
    """`ended` are calls that came to their end while the plan lay there: whoever said no is not asked again by it."""
    wanted = {person.id: _wanted(person, planned.get(person.id), ended) for person in people}
    kept = [holding for holding in held if _is_kept(holding, wanted.get(holding.person_id, frozenset()))]
    by_person: dict[int, list[Holding]] = {}
    for holding in kept:
        by_person.setdefault(holding.person_id, []).append(holding)
    have = {(holding.person_id, holding.need_id) for holding in kept}
    staying = {holding.call_id for holding in kept}
    return Decision(
        fresh=tuple(
            (person_id, need_id)
            for person_id, needs in sorted(wanted.items())
            for need_id in sorted(needs)
            if (person_id, need_id) not in have
        ),
        kept=tuple(kept),
        released=tuple(holding for holding in held if holding.call_id not in staying),
        words={
            person.id: _word(person, planned.get(person.id), wanted[person.id], by_person.get(person.id, []))
            for person in people
        },
    )


def _wanted(person: Standing, planned: Planned | None, ended: Collection[Place]) -> frozenset[int]:
    if planned is None or person.status is PersonStatus.DECLINED or planned.reason is Reason.FIXED:
        return frozenset()
    return frozenset(need_id for need_id in planned.need_ids if (person.id, need_id) not in ended)


def _is_kept(holding: Holding, wanted: frozenset[int]) -> bool:
    return holding.is_fixed or holding.need_id in wanted


def _word(person: Standing, planned: Planned | None, wanted: frozenset[int], held: Sequence[Holding]) -> Word:
    if person.status in _THERE or any(holding.is_fixed for holding in held):
        return Word(status=person.status, reason=Reason.FIXED)
    if person.status is PersonStatus.DECLINED:
        return Word(status=PersonStatus.DECLINED, reason=person.reason)
    if wanted:
        accepted = {holding.need_id for holding in held if holding.state is CallState.ACCEPTED}
        has_said_yes = wanted <= accepted and _may_become(person.status, PersonStatus.ACCEPTED)
        status = PersonStatus.ACCEPTED if has_said_yes else PersonStatus.CALLED
        return Word(status=status, reason=Reason.NEEDED)
    return _waiting(person, planned)


def _may_become(before: PersonStatus, after: PersonStatus) -> bool:
    return before is after or may_follow(before=before, after=after)


def _waiting(person: Standing, planned: Planned | None) -> Word:
    """Whoever came after the plan was made waits for the next one, as does whoever declined what it called them to."""
    if person.status is PersonStatus.OFFERED and (planned is None or planned.reason is Reason.INCOMPLETE):
        return Word(status=PersonStatus.OFFERED, reason=Reason.INCOMPLETE)
    if planned is None and person.status is PersonStatus.STAND_BY:
        return Word(status=PersonStatus.STAND_BY, reason=person.reason)
    is_told_why = planned is not None and planned.reason not in {Reason.NEEDED, Reason.FIXED}
    reason = planned.reason if planned is not None and is_told_why else Reason.NO_NEED_NOW
    return Word(status=PersonStatus.STAND_BY, reason=reason)
