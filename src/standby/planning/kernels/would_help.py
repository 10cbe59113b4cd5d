"""Looks for the one thing that keeps somebody from a place in a finished plan: without it they fit in as it stands.

Because they fit in beside every call that was made, a plan with them is worth more: the answer is true by construction.
"""

from typing import NamedTuple

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.lists import members_of, needs_of_rotation
from standby.planning.kernels.party import rotations_within, seat_members, suits_party
from standby.planning.kernels.rules import is_clear, way_of
from standby.planning.kernels.state import State
from standby.planning.model.instance import Instance, Ints, Reals

NOTHING, LACK, WINDOW, STAY, TOTAL, PARTY, HOME, SEAT, BED, ARRIVAL, PLACE = 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
SEVERAL = -1
# What is asked first: a licence to be checked, a few days more, a divided party; then what the operation lacks itself.
_COST_OF_DAY, _COST_OF_PARTY, _COST_OF_LIMIT, _COST_OF_PLACE = 12, 22, 60, 90
_NONE_YET = 1 << 40


class Asked(NamedTuple):
    """`person`, `earliest` (the first day they are rested) and `homeless` by position; from `low` to `high` the
    requirements of their roles, `lack` the number of what they lack for each (0: nothing), `cost` by that number.
    `need_low`, `need_high` and `need`: the needs of each requirement.
    """

    person: Ints
    earliest: Ints
    homeless: Ints
    low: Ints
    high: Ints
    requirement: Ints
    lack: Ints
    cost: Ints
    need_low: Ints
    need_high: Ints
    need: Ints


class Found(NamedTuple):
    """By position: the kind of the one obstacle (NOTHING: none alone), the need, the number of the lack; and the full
    need, -1 for none, that comes closest to having room for them.
    """

    kind: Ints
    need: Ints
    lack: Ints
    full: Ints


class _Brief(NamedTuple):
    """What the asking has to know of each need before anything else, in the order in which they are looked at: its
    days; how many of reception, beds and places keep everybody away, and the least that an answer there then asks, by
    whether a bed is needed; and, of a full need, how many places it has for each who is suited.
    """

    first: Ints
    last: Ints
    barriers: Ints
    cheapest: Ints
    room: Reals


@compiled
def what_would_help(instance: Instance, state: State, supply: Ints, asked: Asked, found: Found) -> None:
    beds = _beds_left_of_needs(instance, state)
    brief = _in_brief(instance, state, supply, asked.need, beds)
    for position in range(asked.person.size):
        _look_for(instance, state, asked, beds, brief, position, found)


@lean
def _look_for(
    instance: Instance, state: State, asked: Asked, beds: Ints, brief: _Brief, position: int, found: Found
) -> None:
    least, rarest = _NONE_YET, 0.0
    lodged = instance.people[asked.person[position]]["lodged"]
    own, begins, ends = _own_obstacles(instance, asked, position)
    found.full[position] = -1
    for entry in range(asked.low[position], asked.high[position]):
        requirement, lack = asked.requirement[entry], asked.lack[entry]
        others = own + (lack > 0)
        if others > 1 or (lack > 0 and asked.cost[lack] >= least):
            continue
        for place in range(asked.need_low[requirement], asked.need_high[requirement]):
            is_rarer = lack == 0 and brief.room[place] > rarest
            if brief.cheapest[place, lodged] >= least and not is_rarer:
                continue
            is_outside = brief.first[place] < begins or brief.last[place] > ends
            if brief.barriers[place, lodged] + others + is_outside > 1:
                continue
            need = asked.need[place]
            kind, cost = _obstacle(instance, state, asked, beds, position, need, lack)
            if cost < least and kind > NOTHING:
                least = cost
                found.kind[position], found.need[position], found.lack[position] = kind, need, lack
            if kind == PLACE and brief.room[place] > rarest:
                rarest = brief.room[place]
                found.full[position] = need


@lean
def _obstacle(
    instance: Instance, state: State, asked: Asked, beds: Ints, position: int, need: int, lack: int
) -> tuple[int, int]:
    """The only thing between somebody and a need, and how much is asked of whom; SEVERAL where it is not one."""
    person = asked.person[position]
    someone, record = instance.people[person], instance.needs[need]
    way = way_of(instance, person, need)
    first, last = record["first"] - way, record["last"] + way
    beyond = _days_beyond(instance, person, first, last)
    count, kind, cost = 0, NOTHING, 0
    if lack > 0:
        count, kind, cost = count + 1, LACK, asked.cost[lack]
    if beyond > 0:
        count, kind, cost = count + 1, WINDOW, _COST_OF_DAY + beyond
    if last - first + 1 > someone["max_stay"]:
        count, kind, cost = count + 1, STAY, _COST_OF_DAY + last - first + 1 - someone["max_stay"]
    if last - first + 1 > someone["max_total"]:
        count, kind, cost = count + 1, TOTAL, _COST_OF_DAY + last - first + 1 - someone["max_total"]
    if not someone["alone"]:
        count, kind, cost = count + 1, PARTY, _COST_OF_PARTY
    if asked.homeless[position]:
        count, kind, cost = count + 1, HOME, _COST_OF_PARTY
    if count > 1 or first < asked.earliest[position]:
        return SEVERAL, 0
    seat = instance.seat_rows[someone["home"], record["departure"]]
    if seat >= 0 and someone["effect"] < 0 and state.left[seat] + someone["effect"] < 0:
        count, kind, cost = count + 1, SEAT, _COST_OF_LIMIT
    if state.left[record["reception"]] < 1:
        count, kind, cost = count + 1, ARRIVAL, _COST_OF_LIMIT
    if someone["lodged"] and beds[need] < 1:
        count, kind, cost = count + 1, BED, _COST_OF_LIMIT
    if state.left[need] < 1:
        count, kind, cost = count + 1, PLACE, _COST_OF_PLACE
    return (kind, cost) if count == 1 else (SEVERAL, 0)


@compiled
def _in_brief(instance: Instance, state: State, supply: Ints, order: Ints, beds: Ints) -> _Brief:
    brief = _Brief(
        np.empty(order.size, np.int64),
        np.empty(order.size, np.int64),
        np.zeros((order.size, 2), np.int64),
        np.zeros((order.size, 2), np.int64),
        np.zeros(order.size, np.float64),
    )
    for place in range(order.size):
        need = order[place]
        record = instance.needs[need]
        brief.first[place], brief.last[place] = record["first"], record["last"]
        is_full = state.left[need] < 1
        if is_full:
            brief.room[place] = instance.left[need] / max(1, supply[need])
        for lodged in range(2):
            limits = (state.left[record["reception"]] < 1) + (lodged * (beds[need] < 1))
            brief.barriers[place, lodged] = limits + is_full
            brief.cheapest[place, lodged] = _COST_OF_PLACE if is_full else _COST_OF_LIMIT if limits > 0 else 0
    return brief


@lean
def _own_obstacles(instance: Instance, asked: Asked, position: int) -> tuple[int, int, int]:
    """What stands between somebody and every need, and the days beyond which their dates do so too."""
    person = asked.person[position]
    someone = instance.people[person]
    begin, end = someone["window_low"], someone["window_high"]
    own = int(not someone["alone"]) + int(asked.homeless[position] > 0)
    if begin == end:
        return own, _NONE_YET, -_NONE_YET
    begins, ends = instance.windows[begin]["first"], instance.windows[begin]["last"]
    for window in range(begin + 1, end):
        begins, ends = min(begins, instance.windows[window]["first"]), max(ends, instance.windows[window]["last"])
    return own, begins, ends


@compiled
def _beds_left_of_needs(instance: Instance, state: State) -> Ints:
    beds = np.empty(len(instance.needs), np.int64)
    for need in range(beds.size):
        beds[need] = _beds_left(instance, state, need)
    return beds


@lean
def _days_beyond(instance: Instance, person: int, first: int, last: int) -> int:
    """How many days of an absence lie outside the window that holds most of it."""
    least = last - first + 1
    for window in range(instance.people[person]["window_low"], instance.people[person]["window_high"]):
        begins, ends = instance.windows[window]["first"], instance.windows[window]["last"]
        outside = min(max(0, begins - first) + max(0, last - ends), last - first + 1)
        least = min(least, outside)
    return int(least)


@lean
def _beds_left(instance: Instance, state: State, need: int) -> int:
    least = _NONE_YET
    for row in range(instance.needs[need]["bed_low"], instance.needs[need]["bed_high"]):
        least = min(least, state.left[row])
    return int(least)


@compiled
def what_would_help_parties(instance: Instance, state: State, units: Ints, worth: Ints, found: Ints) -> None:
    """For each party without a call: kind, a need of the rotation, how many more, and the row of seats."""
    left = _left_of_rotations(instance, state)
    for position in range(units.size):
        members = members_of(instance, units[position])
        low, high = rotations_within(instance, members[0])
        least = _NONE_YET
        for rotation in range(low, high):
            if _least_asked(instance, left, members, rotation) >= least:
                continue
            if not suits_party(instance, members, rotation) or not _has_days_left(instance, state, members, rotation):
                continue
            kind, need, more, row = _obstacle_of_party(instance, state, members, rotation, worth)
            cost = more + (_COST_OF_PLACE if kind == PLACE else _COST_OF_LIMIT)
            if kind > NOTHING and cost < least:
                least = cost
                found[position, 0], found[position, 1], found[position, 2], found[position, 3] = kind, need, more, row


@compiled
def _left_of_rotations(instance: Instance, state: State) -> Ints:
    """By rotation, how many more could arrive, sleep and serve there."""
    left = np.zeros((len(instance.rotations), 3), np.int64)
    for rotation in range(len(instance.rotations)):
        some_need = needs_of_rotation(instance, rotation)[0]
        left[rotation, 0] = state.left[instance.needs[some_need]["reception"]]
        left[rotation, 1] = _beds_left(instance, state, some_need)
        for need in needs_of_rotation(instance, rotation):
            left[rotation, 2] += max(0, state.left[need])
    return left


@lean
def _least_asked(instance: Instance, left: Ints, members: Ints, rotation: int) -> int:
    """What an answer for a party at a rotation asks at least, however it is seated; more than anything if it needs
    more of two limits.
    """
    lodged = 0
    for member in members:
        lodged += instance.people[member]["lodged"]
    count, cost = 0, _COST_OF_LIMIT + 1
    if left[rotation, 0] < members.size:
        count, cost = count + 1, _COST_OF_LIMIT + members.size - left[rotation, 0]
    if left[rotation, 1] < lodged:
        count, cost = count + 1, _COST_OF_LIMIT + lodged - left[rotation, 1]
    if left[rotation, 2] < members.size:
        count, cost = count + 1, _COST_OF_PLACE + 1
    return cost if count < 2 else _NONE_YET


@lean
def _has_days_left(instance: Instance, state: State, members: Ints, rotation: int) -> bool:
    record = instance.rotations[rotation]
    for member in members:
        way = instance.ways[instance.people[member]["home"], record["region"]]
        if not is_clear(instance, state, member, record["first"] - way, record["last"] + way):
            return False
    return True


@compiled
def _obstacle_of_party(
    instance: Instance, state: State, members: Ints, rotation: int, worth: Ints
) -> tuple[int, int, int, int]:
    some_need = needs_of_rotation(instance, rotation)[0]
    lodged = 0
    for member in members:
        lodged += instance.people[member]["lodged"]
    count, kind, need, more, row = 0, NOTHING, some_need, 0, -1
    arrivals = members.size - state.left[instance.needs[some_need]["reception"]]
    if arrivals > 0:
        count, kind, more = count + 1, ARRIVAL, arrivals
    beds = lodged - _beds_left(instance, state, some_need)
    if beds > 0:
        count, kind, more = count + 1, BED, beds
    rows, seats, seat_row = _seats_lacking(instance, state, members, instance.needs[some_need]["departure"])
    if rows > 0:
        count, kind, more, row = count + rows, SEAT, seats, seat_row
    full, places = _places_lacking(instance, state, members, rotation, worth)
    if places != 0:
        count, kind, need, more = count + (1 if places > 0 else 2), PLACE, full, places
    return (kind, need, more, row) if count == 1 else (SEVERAL, need, 0, -1)


@lean
def _seats_lacking(instance: Instance, state: State, members: Ints, departure: int) -> tuple[int, int, int]:
    """How many rows of seats are short for a party, by how much the last of them is, and which it is."""
    people = instance.people
    rows, lacking, short_row = 0, 0, -1
    for position in range(members.size):
        row = instance.seat_rows[people[members[position]]["home"], departure]
        effect, is_first = 0, True
        for other in range(members.size):
            if instance.seat_rows[people[members[other]]["home"], departure] == row:
                effect += people[members[other]]["effect"]
                is_first = is_first and other >= position
        if row >= 0 and is_first and effect < 0 and state.left[row] + effect < 0:
            rows, lacking, short_row = rows + 1, -(state.left[row] + effect), row
    return rows, int(lacking), int(short_row)


@compiled
def _places_lacking(instance: Instance, state: State, members: Ints, rotation: int, worth: Ints) -> tuple[int, int]:
    """The one need that would take the party with the fewest places more, and how many; 0 if all sit, -1 if none."""
    seating = np.empty(members.size, np.int64)
    if seat_members(instance, state.left, members, rotation, worth, seating) > 0:
        return -1, 0
    for more in range(1, members.size + 1):
        for need in needs_of_rotation(instance, rotation):
            left = state.left[need]
            state.left[need] = max(0, left) + more
            value = seat_members(instance, state.left, members, rotation, worth, seating)
            state.left[need] = left
            if value > 0 and instance.left[need] > 0:
                return int(need), more
    return -1, -1
