"""Which licences to check first: those that would unlock the needs that are shortest of people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from standby.domain.days import Days
from standby.domain.eligibility import Profile, Requirement, meets
from standby.domain.roles import Level, needs_licence
from standby.rooms.callup.queries.filling import Filling, filling_of
from standby.rooms.needs.queries.planning import needs_to_plan
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.licences import (
    Claim,
    LicenceView,
    claims_for,
    licences_opened,
    oldest_claims,
    open_claims,
)

_SHOWN = 12
_READ_FOR_A_ROLE = 200
_MOST_SHORTAGES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """Places that only people with a checked licence may take, and that are missing."""

    role: str
    level: Level
    tags: tuple[str, ...]
    languages: tuple[str, ...]
    priority: int
    missing: int
    spans: tuple[Days, ...]

    @property
    def first_day(self) -> date:
        return min(span.first for span in self.spans)

    @property
    def tag(self) -> str:
        """The one that names the role more exactly, if any does."""
        return self.tags[0] if self.tags else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A claim in its turn; `unlocks` is None where no open need waits for it."""

    licence: LicenceView
    unlocks: Shortage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """`in_all` claims wait; those of them shown are the first to be looked at."""

    in_all: int
    shortages: Sequence[Shortage]
    waiting: Sequence[Waiting]


def queue_of(*, operation: OperationView, now: datetime) -> Queue:
    """The next claims in the order in which they would unlock the shortest needs, then the oldest."""
    shortages = _shortages(operation, now)
    turns = _in_turn(operation, shortages)
    opened = licences_opened(operation_id=operation.id, refs=[claim.ref for claim, _ in turns])
    return Queue(
        in_all=open_claims(operation_id=operation.id),
        shortages=shortages,
        waiting=[Waiting(licence=opened[claim.ref], unlocks=shortage) for claim, shortage in turns],
    )


def _shortages(operation: OperationView, now: datetime) -> list[Shortage]:
    """The most urgent first: by priority, then by how many are missing."""
    needs = {need.id: need for need in needs_to_plan(operation=operation, now=now)}
    alike: dict[tuple[object, ...], list[Filling]] = {}
    for filling in filling_of(needs):
        need = filling.need
        if filling.missing and (need.needs_verified or needs_licence(need.role)):
            alike.setdefault((need.role, need.level, need.tags, need.languages), []).append(filling)
    found = [_shortage(fillings) for fillings in alike.values()]
    return sorted(found, key=lambda short: (short.priority, -short.missing, short.role, short.tags))


def _shortage(fillings: Sequence[Filling]) -> Shortage:
    need = fillings[0].need
    return Shortage(
        role=need.role,
        level=need.level,
        tags=need.tags,
        languages=need.languages,
        priority=min(filling.need.priority for filling in fillings),
        missing=sum(filling.missing for filling in fillings),
        spans=tuple(filling.need.days for filling in fillings),
    )


def _in_turn(operation: OperationView, shortages: Sequence[Shortage]) -> list[tuple[Claim, Shortage | None]]:
    turns: dict[int, tuple[Claim, Shortage | None]] = {}
    by_role: dict[str, list[Claim]] = {}
    for shortage in shortages[:_MOST_SHORTAGES]:
        if len(turns) >= _SHOWN:
            break
        if shortage.role not in by_role:
            by_role[shortage.role] = claims_for(operation_id=operation.id, role=shortage.role, limit=_READ_FOR_A_ROLE)
        fitting = [claim for claim in by_role[shortage.role] if claim.id not in turns and _unlocks(claim, shortage)]
        turns |= {claim.id: (claim, shortage) for claim in fitting[: _SHOWN - len(turns)]}
    if len(turns) < _SHOWN:
        rest = oldest_claims(operation_id=operation.id, limit=_SHOWN - len(turns), besides=turns)
        turns |= {claim.id: (claim, None) for claim in rest}
    return list(turns.values())


def _unlocks(claim: Claim, shortage: Shortage) -> bool:
    """Whether this person could take one of these places on its days, were the licence checked."""
    requirement = Requirement(
        role=shortage.role,
        level=shortage.level,
        requires=shortage.tags,
        must_be_verified=False,
        languages=tuple(tuple(condition.split("|")) for condition in shortage.languages),
    )
    is_free = any(window.contains(span) for window in claim.offer.windows for span in shortage.spans)
    return is_free and meets(Profile.of(claim.offer), requirement)
