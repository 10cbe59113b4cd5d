"""What would help most: which beds, arrivals, seats, checks and people are worth most, each planned again to be sure.

What might help is read off the plan: what its short needs lack, and what its people are asked for. What is said of it
is the difference that planning again made, nothing estimated.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from standby.domain.days import Days
from standby.planning.first_come import value_called
from standby.planning.model.build import build
from standby.planning.operation import Need, NeedId, Operation, PlaceId
from standby.planning.plan import Binding, Call, NeedFill, Plan
from standby.planning.what_if.applying import applied
from standby.planning.what_if.grammar import operation_change
from standby.planning.what_if.operation_changes import LicencesChecked, OperationChange, PartiesDivided, PeopleArrive
from standby.planning.what_if.replanning import carried_on

Key = TypeVar("Key")
OnHelp = Callable[[int, int], None]
# How many of each kind are planned again: those that promise most.
_RELIEFS, _ROLES, _LICENCES = 6, 4, 3
_OF_PEOPLE = frozenset({Binding.NO_SUCH_SKILL, Binding.WINDOW, Binding.PARTY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """One change, how much more the plan is worth with it, how many more places it fills, and in which needs."""

    change: OperationChange
    worth: int
    people: int
    gaining: tuple[NeedId, ...]

    @property
    def needs(self) -> int:
        return len(self.gaining)


def what_would_help(
    operation: Operation, plan: Plan, *, on_help: OnHelp = lambda _done, _all: None
) -> tuple[Help, ...]:
    """The worthiest first; what turned out to be worth nothing is left out."""
    candidates = [*_reliefs(plan), *_roles(operation, plan), *_licences(plan), *_parties(plan)]
    value, filled = _outcome(operation, plan.calls)
    found = []
    for done, change in enumerate(candidates):
        on_help(done, len(candidates))
        better, fuller = _outcome(applied(operation, [change]), plan.calls)
        more = {need_id: fuller[need_id] - places for need_id, places in filled.items()}
        gaining = tuple(sorted(need_id for need_id, gained in more.items() if gained > 0))
        found.append(Help(change=change, worth=better - value, people=sum(more.values()), gaining=gaining))
    return tuple(sorted((one for one in found if one.worth > 0), key=lambda one: (-one.worth, str(one.change))))


def _outcome(operation: Operation, calls: Sequence[Call]) -> tuple[int, dict[NeedId, int]]:
    """The plan's value, and the places newly filled in each need."""
    model = build(operation)
    state = carried_on(model, previous=calls)
    filled = (model.instance.heads_left - state.left[: len(model.needs)]).tolist()
    value = value_called(model.instance, state)
    return value, dict(zip((need.need_id for need in model.needs), filled, strict=True))


def _reliefs(plan: Plan) -> list[OperationChange]:
    """What the needs' own reliefs ask for, the same beds, arrivals or seats once."""
    worth: dict[str, int] = {}
    for need in plan.needs:
        if need.relief:
            change, _, value = need.relief.rpartition("=")
            worth[change] = worth.get(change, 0) + int(value)
    return [operation_change(text) for text in _best(worth, _RELIEFS)]


def _roles(operation: Operation, plan: Plan) -> Iterator[OperationChange]:
    """For needs that lack people, as many as they lack, on the days from the first of these needs to the last."""
    lacking: dict[tuple[str, int, bool], list[tuple[Need, int]]] = {}
    for need, short in _short(operation, plan.needs, because=_OF_PEOPLE):
        lacking.setdefault((need.role, int(need.level), need.must_be_verified), []).append((need, short))
    worth = {key: sum(operation.weight_of(need) * short for need, short in needs) for key, needs in lacking.items()}
    for key in _best(worth, _ROLES):
        needs = [need for need, _ in lacking[key]]
        yield PeopleArrive(
            number=sum(short for _, short in lacking[key]),
            role=needs[0].role,
            level=needs[0].level,
            is_verified=needs[0].must_be_verified,
            home=PlaceId(""),
            days=_from_first_to_last(need.days for need in needs),
        )


def _short(
    operation: Operation, fills: Iterable[NeedFill], *, because: frozenset[Binding]
) -> Iterator[tuple[Need, int]]:
    needs = {need.need_id: need for need in operation.needs}
    for fill in fills:
        if fill.short and fill.reason in because and needs[fill.need_id].days.first >= operation.as_of:
            yield needs[fill.need_id], fill.short


def _from_first_to_last(spans: Iterable[Days]) -> Days:
    days: list[tuple[date, date]] = [(span.first, span.last) for span in spans]
    return Days(first=min(first for first, _ in days), last=max(last for _, last in days))


def _licences(plan: Plan) -> list[OperationChange]:
    """Roles for which somebody would be called once their licence was checked."""
    would: dict[str, int] = {}
    for one in plan.stand_by:
        change = one.would_be_called_if.partition("|")[0]
        if change.startswith("verified:"):
            role = change.removeprefix("verified:")
            would[role] = would.get(role, 0) + 1
    return [LicencesChecked(role=role) for role in _best(would, _LICENCES)]


def _parties(plan: Plan) -> list[OperationChange]:
    would = any(one.would_be_called_if.startswith("party:") for one in plan.stand_by)
    return [PartiesDivided()] if would else []


def _best(worth: dict[Key, int], most: int) -> list[Key]:
    return sorted(worth, key=lambda key: (-worth[key], str(key)))[:most]
