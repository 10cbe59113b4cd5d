"""Calls a party: all of its members to one rotation, each to a need of their own there."""

from typing import NamedTuple

import numpy as np

from standby.planning.kernels.chain import best_chain
from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.lists import needs_of_rotation, places_of_rotation, some_need_of
from standby.planning.kernels.order import order_of
from standby.planning.kernels.rules import is_clear, may_be_away
from standby.planning.kernels.skipping import next_open, nothing_skipped
from standby.planning.kernels.state import State, call
from standby.planning.model.instance import Instance, Ints


@lean
def rotations_within(instance: Instance, person: int) -> tuple[int, int]:
    """The rotations, from and to, that begin while a person is free at all."""
    someone = instance.people[person]
    begin, end = someone["window_low"], someone["window_high"]
    if someone["skill"] < 0 or begin == end:
        return 0, 0
    low = _first_from(instance, instance.windows[begin]["first"])
    high = _first_from(instance, instance.windows[end - 1]["last"] + 1)
    return low, high


@lean
def _first_from(instance: Instance, day: int) -> int:
    """How many rotations begin before a day."""
    low, high = 0, len(instance.rotations)
    while low < high:
        middle = (low + high) // 2
        if instance.rotations[middle]["first"] < day:
            low = middle + 1
        else:
            high = middle
    return int(low)


@lean
def suits_party(instance: Instance, members: Ints, rotation: int) -> bool:
    """Rule 2 for every member, and at least one need there for each."""
    people, rotations = instance.people, instance.rotations
    region = rotations[rotation]["region"]
    for member in members:
        way = instance.ways[people[member]["home"], region]
        if not may_be_away(instance, member, rotations[rotation]["first"] - way, rotations[rotation]["last"] + way):
            return False
        found = False
        low, high = places_of_rotation(instance, rotation)
        for place in range(low, high):
            need = instance.lists[place]
            if instance.meets[people[member]["skill"], instance.needs[need]["requirement"]]:
                found = True
        if not found:
            return False
    return True


@lean
def party_fits(instance: Instance, state: State, members: Ints, rotation: int) -> bool:
    """Reception, beds, seats at every home, and each member clear of other calls."""
    some_need = some_need_of(instance, rotation)
    return fits_but_for_seats(instance, state, members, rotation) and party_has_seats(
        instance, state, members, instance.needs[some_need]["departure"]
    )


@lean
def fits_but_for_seats(instance: Instance, state: State, members: Ints, rotation: int) -> bool:
    """Reception, beds, and each member clear of other calls."""
    people, needs, rotations = instance.people, instance.needs, instance.rotations
    some_need = some_need_of(instance, rotation)
    if state.left[needs[some_need]["reception"]] < members.size:
        return False
    lodged = 0
    for member in members:
        lodged += people[member]["lodged"]
    for row in range(needs[some_need]["bed_low"], needs[some_need]["bed_high"]):
        if state.left[row] < lodged:
            return False
    region = rotations[rotation]["region"]
    for member in members:
        way = instance.ways[people[member]["home"], region]
        first, last = rotations[rotation]["first"] - way, rotations[rotation]["last"] + way
        if not is_clear(instance, state, member, first, last):
            return False
    return True


@lean
def party_has_seats(instance: Instance, state: State, members: Ints, departure: int) -> bool:
    """Drivers of the party drive its passengers; only what is missing is asked of the home they leave from."""
    people = instance.people
    for member in members:
        seat = instance.seat_rows[people[member]["home"], departure]
        if seat >= 0:
            effect = 0
            for other in members:
                if instance.seat_rows[people[other]["home"], departure] == seat:
                    effect += people[other]["effect"]
            if effect < 0 and state.left[seat] + effect < 0:
                return False
    return True


class Passed(NamedTuple):
    """What parties pass over: `skip` leads past rotations that none can take any more; `twin` is by rotation the first
    one with the same absences from every home; `best`, by that one, is a place to note what it is worth to a party.
    """

    skip: Ints
    twin: Ints
    best: Ints


@compiled
def nothing_passed(instance: Instance) -> Passed:
    rotations = instance.rotations
    twin = np.arange(len(rotations))
    for rotation in range(len(rotations)):
        other = rotation - 1
        while other >= 0 and rotations[other]["first"] == rotations[rotation]["first"]:
            if _has_same_absences(instance, other, rotation):
                twin[rotation] = twin[other]
                break
            other -= 1
    return Passed(nothing_skipped(len(rotations)), twin, np.zeros(len(rotations), np.int64))


@lean
def _has_same_absences(instance: Instance, one: int, other: int) -> bool:
    """Of two rotations that begin on the same day."""
    if instance.rotations[one]["last"] != instance.rotations[other]["last"]:
        return False
    here, there = instance.rotations[one]["region"], instance.rotations[other]["region"]
    for home in range(instance.ways.shape[0]):  # noqa: SIM110  a kernel has no generators
        if instance.ways[home, here] != instance.ways[home, there]:
            return False
    return True


@lean
def at_most(instance: Instance, heads_left: Ints, members: Ints, rotation: int, worth: Ints) -> int:
    """No less than what `seat_members` gives: every member's best need, as if each had a place for all; -1 if one has
    none.
    """
    total = 0
    low, high = places_of_rotation(instance, rotation)
    for member in members:
        skill, best = instance.people[member]["skill"], -1
        for place in range(low, high):
            need = instance.lists[place]
            is_better = heads_left[need] > 0 and worth[need] > best
            if is_better and instance.meets[skill, instance.needs[need]["requirement"]]:
                best = worth[need]
        if best < 0:
            return -1
        total += best
    return int(total)


@compiled
def seat_members(instance: Instance, heads_left: Ints, members: Ints, rotation: int, worth: Ints, seating: Ints) -> int:
    """Give every member a need of the rotation for the most worth in all; -1 if one stays without.

    Needs are filled from the worthiest on, each place by an augmenting path: places that can be filled together form a
    matroid, so this greedy order is exact.
    """
    needs = needs_of_rotation(instance, rotation)
    order = order_of(-worth[needs])
    seating[: members.size] = -1
    seated, total = 0, 0
    for position in order:
        need = needs[position]
        places = heads_left[need]
        while places > 0 and seated < members.size and _augment(instance, members, need, seating):
            seated += 1
            places -= 1
            total += worth[need]
    return int(total) if seated == members.size else -1


@compiled
def _augment(instance: Instance, members: Ints, need: int, seating: Ints) -> bool:
    """Fill one more place of a need with a member, moving others to needs they meet where that makes room."""
    people, needs = instance.people, instance.needs
    came_from = np.full(members.size, -2, np.int64)
    queue = np.empty(members.size + 1, np.int64)
    queue[0] = -1
    begin, end = 0, 1
    while begin < end:
        over = queue[begin]
        begin += 1
        place = need if over < 0 else seating[over]
        for member in range(members.size):
            if (
                came_from[member] != -2
                or not instance.meets[people[members[member]]["skill"], needs[place]["requirement"]]
            ):
                continue
            came_from[member] = over
            if seating[member] >= 0:
                queue[end] = member
                end += 1
                continue
            step = member
            while step >= 0:
                before = came_from[step]
                seating[step] = need if before < 0 else seating[before]
                step = before
            return True
    return False


@compiled
def call_party(instance: Instance, state: State, members: Ints, worth: Ints, passed: Passed, lodged: int) -> int:
    """Call a party to the rotations worth most together, under all the rules; the worth of what was called.

    Rotations that no party can take any more are skipped from now on. One that is worth less than another with the same
    absences is no choice.
    """
    skip, twin, best = passed
    rotation, high = rotations_within(instance, members[0])
    best[rotation:high] = 0
    found = np.empty(high - rotation, np.int64)
    seatings = np.empty((high - rotation, members.size), np.int64)
    value = np.empty(high - rotation, np.int64)
    count = 0
    rotation = next_open(skip, rotation)
    while rotation < high:
        if suits_party(instance, members, rotation):
            if not _takes_two(instance, state, rotation, lodged):
                skip[rotation] = rotation + 1
            elif at_most(instance, state.left, members, rotation, worth) >= max(1, best[twin[rotation]]) and party_fits(
                instance, state, members, rotation
            ):
                value[count] = seat_members(instance, state.left, members, rotation, worth, seatings[count])
                if value[count] > 0:
                    best[twin[rotation]] = max(best[twin[rotation]], value[count])
                    found[count] = rotation
                    count += 1
        rotation = next_open(skip, rotation + 1)
    if count == 0:
        return 0
    return _call_best(instance, state, members, found[:count], seatings[:count], value[:count])


@lean
def _takes_two(instance: Instance, state: State, rotation: int, lodged: int) -> bool:
    """Whether two people could still come, each with a bed if everybody is `lodged`."""
    places, some_need = 0, 0
    low, high = places_of_rotation(instance, rotation)
    for place in range(low, high):
        need = instance.lists[place]
        places += max(0, state.left[need])
        some_need = need
    record = instance.needs[some_need]
    if places < 2 or state.left[record["reception"]] < 2:
        return False
    for row in range(record["bed_low"], record["bed_high"]):  # noqa: SIM110  a kernel has no generators
        if state.left[row] < 2 * lodged:
            return False
    return True


@compiled
def _call_best(instance: Instance, state: State, members: Ints, found: Ints, seatings: Ints, value: Ints) -> int:
    people, rotations = instance.people, instance.rotations
    first = np.empty((found.size, members.size), np.int64)
    last = np.empty((found.size, members.size), np.int64)
    for choice in range(found.size):
        for member in range(members.size):
            way = instance.ways[people[members[member]]["home"], rotations[found[choice]]["region"]]
            first[choice, member] = rotations[found[choice]]["first"] - way
            last[choice, member] = rotations[found[choice]]["last"] + way
    order = order_of(first[:, 0])
    days_left = np.empty(members.size, np.int64)
    for position in range(members.size):
        member = members[position]
        days_left[position] = people[member]["max_total"] - state.away[member]["days"]
    taken = best_chain(first[order], last[order], value[order], days_left, instance.rest_days)
    total = 0
    for choice in range(found.size):
        if taken[choice]:
            total += value[order[choice]]
            for member in range(members.size):
                call(instance, state, members[member], seatings[order[choice], member])
    return total
