"""Calls people who go alone, one after the other, each to their best set of needs."""

import numpy as np

from standby.planning.kernels.chain import best_chain
from standby.planning.kernels.compiler import compiled
from standby.planning.kernels.lists import needs_of_skill
from standby.planning.kernels.order import order_of
from standby.planning.kernels.rules import has_room, is_suited, may_call, way_of
from standby.planning.kernels.skipping import next_open
from standby.planning.kernels.state import State, call
from standby.planning.model.instance import Instance, Ints


@compiled
def places_within(instance: Instance, person: int) -> tuple[int, int]:
    """From and to which place of `lists` stand the needs of a person's skill that begin while the person is free at
    all, in the order of their first days.
    """
    someone = instance.people[person]
    begin, end = someone["window_low"], someone["window_high"]
    if someone["skill"] < 0 or begin == end:
        return 0, 0
    needs = needs_of_skill(instance, someone["skill"])
    low = _first_from(instance, needs, instance.windows[begin]["first"])
    high = _first_from(instance, needs, instance.windows[end - 1]["last"] + 1)
    start = instance.skills[someone["skill"]]["need_low"]
    return start + low, start + high


@compiled
def needs_within(instance: Instance, person: int) -> Ints:
    """The needs of a person's skill that begin while the person is free at all, in the order of their first days."""
    low, high = places_within(instance, person)
    return instance.lists[low:high]


@compiled
def _first_from(instance: Instance, needs: Ints, day: int) -> int:
    """How many of these needs begin before a day."""
    low, high = 0, needs.size
    while low < high:
        middle = (low + high) // 2
        if instance.needs[needs[middle]]["first"] < day:
            low = middle + 1
        else:
            high = middle
    return int(low)


@compiled
def call_single(
    instance: Instance, state: State, person: int, worth: Ints, skip: Ints, needs: Ints, lodged: int
) -> int:
    """Call one person to the needs worth most together, under all the rules; the worth of what was called.

    Needs without room, for whom `lodged` tells whether a bed must be left, are skipped from now on. `needs` is a
    place to note as many needs as there are.
    """
    place, high = places_within(instance, person)
    count = 0
    place = next_open(skip, place)
    while place < high:
        need = instance.lists[place]
        if is_suited(instance, person, need):
            if worth[need] <= 0 or not has_room(instance, state, need, 1, lodged):
                skip[place] = place + 1
            elif may_call(instance, state, person, need):
                needs[count] = need
                count += 1
        place = next_open(skip, place + 1)
    return _call_best(instance, state, person, worth, needs[:count]) if count else 0


@compiled
def _call_best(instance: Instance, state: State, person: int, worth: Ints, needs: Ints) -> int:
    """Call one person to some of these needs, each of which they may be called to."""
    count = needs.size
    first, last = np.empty((count, 1), np.int64), np.empty((count, 1), np.int64)
    for choice in range(count):
        way = way_of(instance, person, needs[choice])
        first[choice, 0] = instance.needs[needs[choice]]["first"] - way
        last[choice, 0] = instance.needs[needs[choice]]["last"] + way
    order = order_of(first[:, 0])
    chosen_needs = needs[order]
    days_left = np.array([instance.people[person]["max_total"] - state.away[person]["days"]], np.int64)
    taken = best_chain(first[order], last[order], worth[chosen_needs], days_left, instance.rest_days)
    total = 0
    for choice in range(count):
        if taken[choice]:
            call(instance, state, person, chosen_needs[choice])
            total += worth[chosen_needs[choice]]
    return total
