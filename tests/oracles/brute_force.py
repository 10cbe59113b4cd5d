"""The optimum of a tiny operation, found by trying every set of calls; and the bound, by trying every schedule.

Exhaustive on purpose: up to about eight people and six needs. The planner's value may not pass `optimum`, and no sound
bound may fall below it.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, product

from tests.oracles.hard_rules import (
    are_rested,
    is_eligible,
    is_incomplete,
    is_open,
    left,
    limits_hold,
    may_be_away,
    taken,
    total_is_kept,
)
from tests.oracles.tiny_operation import ONE_DAY, Deployment, TinyOperation

Schedule = tuple[Deployment, ...]
Prices = Mapping[tuple[str, ...], int]
SCALE = 1000


def optimum(operation: TinyOperation, *, recalls: bool = True) -> int:
    """The most Σ weight × filled under all the hard rules; without `recalls`, no unit with a fixed member is called."""
    return operation.value([*operation.fixed, *best_calls(operation, recalls=recalls)])


def best_calls(operation: TinyOperation, *, recalls: bool = True) -> list[Deployment]:
    """The first best set of new calls, units taken by smallest id."""
    choices = [
        list(schedules(operation, unit)) for unit in operation.units if recalls or not _has_fixed(operation, unit)
    ]
    most_after = [0]
    for options in reversed(choices):
        most_after.append(most_after[-1] + max(operation.value(list(option)) for option in options))
    return _search(operation, choices, most_after[::-1], [], [])[1]


def _search(
    operation: TinyOperation,
    choices: list[list[Schedule]],
    most_after: list[int],
    chosen: list[Deployment],
    best: list[Deployment],
) -> tuple[int, list[Deployment]]:
    """Every choice for the first unit with every one for the others; left early only where nothing is to be gained."""
    best_value = operation.value(best)
    if operation.value(chosen) + most_after[0] <= best_value:
        return best_value, best
    if not choices:
        return (operation.value(chosen), chosen) if limits_hold(operation, chosen) else (best_value, best)
    for option in choices[0]:
        best_value, best = _search(operation, choices[1:], most_after[1:], [*chosen, *option], best)
    return best_value, best


def schedules(operation: TinyOperation, unit: list[str]) -> Iterator[Schedule]:
    """Every set of calls that one person, or one party together, could be given; the empty one too."""

    def is_allowed(chosen: list[Schedule]) -> bool:
        calls = tuple(chain.from_iterable(chosen))
        return all(_is_allowed(operation, member, calls) for member in unit)

    for chosen in _subsets(list(_rotations(operation, unit)), [], is_allowed):
        yield tuple(chain.from_iterable(chosen))


def _subsets(
    rotations: list[Schedule], chosen: list[Schedule], is_allowed: Callable[[list[Schedule]], bool]
) -> Iterator[list[Schedule]]:
    """All allowed subsets: what a set may not hold, no larger one may."""
    yield chosen
    for index, rotation in enumerate(rotations):
        if is_allowed([*chosen, rotation]):
            yield from _subsets(rotations[index + 1 :], [*chosen, rotation], is_allowed)


def _rotations(operation: TinyOperation, unit: list[str]) -> Iterator[Schedule]:
    """Rule 4: one need for every member, all on one site and the same days."""
    for needs in product(operation.needs, repeat=len(unit)):
        calls = tuple(operation.deployment(member, need) for member, need in zip(unit, needs, strict=True))
        if len({(operation.site(call), call.first, call.last) for call in calls}) != 1:
            continue
        if all(_may_call(operation, call) for call in calls) and _is_after_fixed(operation, unit, calls):
            yield calls


def _may_call(operation: TinyOperation, call: Deployment) -> bool:
    return (
        not is_incomplete(operation, call.person)
        and is_open(operation, call.need)
        and is_eligible(operation, call.person, call.need)
        and may_be_away(operation, call.person, operation.absence(call))
    )


def _is_after_fixed(operation: TinyOperation, unit: list[str], calls: Schedule) -> bool:
    """Rule 7: a party is not called again before its fixed members are back and have rested."""
    back = [operation.absence(row)[1] for row in operation.fixed if row.person in unit]
    if len(unit) == 1 or not back:
        return True
    return all(operation.absence(call)[0] >= max(back) + (operation.rest_days + 1) * ONE_DAY for call in calls)


def _is_allowed(operation: TinyOperation, member: str, calls: Schedule) -> bool:
    """Rules 2 and 3 over all of one person's absences; fixed rows are kept clear of, not judged among themselves."""
    new = [operation.absence(call) for call in calls if call.person == member]
    fixed = [operation.absence(row) for row in operation.fixed if row.person == member]
    return not new or (
        total_is_kept(operation, member, [*new, *fixed])
        and are_rested(operation, new)
        and all(are_rested(operation, [away, row]) for away in new for row in fixed)
    )


def is_allowed_plan(operation: TinyOperation, calls: list[Deployment]) -> bool:
    """Whether new calls break no hard rule: each unit's are a schedule of its own, together they keep all limits."""
    return limits_hold(operation, calls) and all(
        any(set(schedule) == {call for call in calls if call.person in unit} for schedule in schedules(operation, unit))
        for unit in operation.units
    )


def _has_fixed(operation: TinyOperation, unit: list[str]) -> bool:
    return any(row.person in unit for row in operation.fixed)


def bound(operation: TinyOperation, prices: Prices) -> int:
    """The bound as FORMATS.md defines it, at prices keyed as the limits of `hard_rules` are."""
    total = SCALE * operation.value(operation.fixed)
    total += sum(price * (left(operation, limit) or 0) for limit, price in prices.items())
    for unit in operation.units:
        if not _has_fixed(operation, unit):
            total += _best_relaxed(operation, unit, prices)
    return total // SCALE


def _best_relaxed(operation: TinyOperation, unit: list[str], prices: Prices) -> int:
    return max(_worth(operation, calls, prices) for calls in relaxed_schedules(operation, unit))


def relaxed_schedules(operation: TinyOperation, unit: list[str]) -> Iterator[list[Deployment]]:
    """Rotations of a unit in every number, rested as its smallest id is, whatever the total of days away."""

    def is_allowed(chosen: list[Schedule]) -> bool:
        return are_rested(operation, [operation.absence(calls[0]) for calls in chosen])

    for chosen in _subsets(list(_rotations(operation, unit)), [], is_allowed):
        yield list(chain.from_iterable(chosen))


def _worth(operation: TinyOperation, calls: list[Deployment], prices: Prices) -> int:
    paid = sum(prices.get(limit, 0) * amount for limit, amount in taken(operation, calls).items())
    return SCALE * operation.value(calls) - paid
