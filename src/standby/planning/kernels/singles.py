"""Calls people who go alone, one after the other, each to their best set of needs."""

import numpy as np

from standby.planning.kernels.chain import best_chain
from standby.planning.kernels.compiler import compiled
from standby.planning.kernels.lists import needs_of_skill
from standby.planning.kernels.order import order_of
from standby.planning.kernels.rules import may_call, way_of
from standby.planning.kernels.state import State, call
from standby.planning.model.instance import Instance, Ints


@compiled
def needs_within(instance: Instance, person: int) -> Ints:
    """The needs of a person's skill that begin while the person is free at all, in the order of their first days."""
    someone = instance.people[person]
    begin, end = someone["window_low"], someone["window_high"]
    if someone["skill"] < 0 or begin == end:
        return instance.lists[:0]
    needs = needs_of_skill(instance, someone["skill"])
    low = _first_from(instance, needs, instance.windows[begin]["first"])
    high = _first_from(instance, needs, instance.windows[end - 1]["last"] + 1)
    return needs[low:high]


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
def call_single(instance: Instance, state: State, person: int, worth: Ints) -> int:
    """Call one person to the needs worth most together, under all the rules; the worth of what was called."""
    found = needs_within(instance, person)
    needs = np.empty(found.size, np.int64)
    first = np.empty((found.size, 1), np.int64)
    last = np.empty((found.size, 1), np.int64)
    count = 0
    for need in found:
        if worth[need] > 0 and may_call(instance, state, person, need):
            way = way_of(instance, person, need)
            needs[count] = need
            first[count, 0] = instance.needs[need]["first"] - way
            last[count, 0] = instance.needs[need]["last"] + way
            count += 1
    if count == 0:
        return 0
    order = order_of(first[:count, 0])
    chosen_needs = needs[:count][order]
    days_left = np.array([instance.people[person]["max_total"] - state.away[person]["days"]], np.int64)
    taken = best_chain(first[order], last[order], worth[chosen_needs], days_left, instance.rest_days)
    total = 0
    for choice in range(count):
        if taken[choice]:
            call(instance, state, person, chosen_needs[choice])
            total += worth[chosen_needs[choice]]
    return total
