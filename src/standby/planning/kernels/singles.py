"""Calls people who go alone, one after the other, each to their best set of needs."""

import numpy as np

from standby.planning.kernels.chain import best_chain
from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.order import order_of
from standby.planning.kernels.rules import has_room, has_seat, is_clear_for, is_suited, way_of
from standby.planning.kernels.skipping import next_open
from standby.planning.kernels.state import State, call
from standby.planning.model.instance import Instance, Ints


@lean
def places_within(instance: Instance, person: int) -> tuple[int, int]:
    """From and to which place of `lists` stand the needs of a person's skill that begin while the person is free at
    all, in the order of their first days.
    """
    someone = instance.people[person]
    begin, end = someone["window_low"], someone["window_high"]
    if someone["skill"] < 0 or begin == end:
        return 0, 0
    low, high = instance.skills[someone["skill"]]["need_low"], instance.skills[someone["skill"]]["need_high"]
    first = _first_from(instance, low, high, instance.windows[begin]["first"])
    return first, _first_from(instance, first, high, instance.windows[end - 1]["last"] + 1)


@compiled
def needs_within(instance: Instance, person: int) -> Ints:
    """The needs of a person's skill that begin while the person is free at all, in the order of their first days."""
    low, high = places_within(instance, person)
    return instance.lists[low:high]


@lean
def _first_from(instance: Instance, low: int, high: int, day: int) -> int:
    """The first of these places of `lists` whose need does not begin before a day."""
    while low < high:
        middle = (low + high) // 2
        if instance.needs[instance.lists[middle]]["first"] < day:
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
    count = _choices(instance, state, person, worth, skip, needs, lodged)
    return _call_best(instance, state, person, worth, needs[:count]) if count else 0


@lean
def _choices(instance: Instance, state: State, person: int, worth: Ints, skip: Ints, needs: Ints, lodged: int) -> int:
    """Note in `needs` what one person may be called to; how many."""
    place, high = places_within(instance, person)
    count = 0
    place = next_open(skip, place)
    while place < high:
        need = instance.lists[place]
        if is_suited(instance, person, need):
            if worth[need] <= 0 or not has_room(instance, state, need, 1, lodged):
                skip[place] = place + 1
            elif _may_come(instance, state, person, need, lodged):
                needs[count] = need
                count += 1
        place = next_open(skip, place + 1)
    return count


@lean
def _may_come(instance: Instance, state: State, person: int, need: int, lodged: int) -> bool:
    """What is left to ask of somebody who is suited, where there is room if they are `lodged`."""
    own = instance.people[person]["lodged"]
    if own > lodged and not has_room(instance, state, need, 1, own):
        return False
    return has_seat(instance, state, person, need) and is_clear_for(instance, state, person, need)


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
