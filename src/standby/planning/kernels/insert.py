"""Moves that bring a party in: people who go alone give their places to its members, for the sake of one who is
scarce.
"""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.lists import members_of, needs_of_rotation, places_of_rotation
from standby.planning.kernels.party import party_fits, rotations_within, seat_members, suits_party
from standby.planning.kernels.rules import can_spare_seats, has_room
from standby.planning.kernels.state import State, call, release
from standby.planning.kernels.turns import everybody_lodged
from standby.planning.model.instance import Flags, Instance, Ints


@compiled
def bring_in_parties(instance: Instance, state: State, units: Ints, worth: Ints, changed: Flags) -> int:
    """Bring in each party of `units` wherever that is a gain; what the plan is worth more then.

    `changed` tells by row of limits what is another since they were tried last: only there anything new is possible,
    and only where a place is empty.
    """
    gain = 0
    is_new = _changed_rotations(instance, state, changed)
    for unit in units:
        members = members_of(instance, unit)
        rotation, high = rotations_within(instance, members[0])
        rotation = _next_to_gain_in(instance, state, members, rotation, high, is_new, worth)
        while rotation < high:
            gain += bring_in(instance, state, members, rotation, worth)
            rotation = _next_to_gain_in(instance, state, members, rotation + 1, high, is_new, worth)
    return gain


@lean
def _next_to_gain_in(
    instance: Instance, state: State, members: Ints, rotation: int, high: int, is_new: Flags, worth: Ints
) -> int:
    """The first rotation from `rotation` on, up to `high`, that suits a party and has an empty place for one of it.

    Only places that were empty are a gain: in every other one somebody gave way who was worth as much.
    """
    while rotation < high:
        if (
            is_new[rotation]
            and _has_place_for_one(instance, state, members, rotation, worth)
            and suits_party(instance, members, rotation)
        ):
            return rotation
        rotation += 1
    return high


@lean
def _has_place_for_one(instance: Instance, state: State, members: Ints, rotation: int, worth: Ints) -> bool:
    low, high = places_of_rotation(instance, rotation)
    for place in range(low, high):
        need = instance.lists[place]
        if state.left[need] > 0 and worth[need] > 0:
            for member in members:
                if instance.meets[instance.people[member]["skill"], instance.needs[need]["requirement"]]:
                    return True
    return False


@compiled
def _changed_rotations(instance: Instance, state: State, changed: Flags) -> Flags:
    """Where a limit has changed and one more has room: a party takes one arrival more than those who give way leave,
    and one bed more where everybody needs one.
    """
    found, lodged = np.zeros(len(instance.rotations), np.bool_), everybody_lodged(instance)
    for rotation in range(found.size):
        is_short = False
        for need in needs_of_rotation(instance, rotation):
            is_short = is_short or has_room(instance, state, need, 1, lodged)
        if not is_short:
            continue
        for need in needs_of_rotation(instance, rotation):
            found[rotation] |= changed[need] or changed[instance.needs[need]["reception"]]
            for row in range(instance.needs[need]["bed_low"], instance.needs[need]["bed_high"]):
                found[rotation] |= changed[row]
    return found


@compiled
def bring_in(instance: Instance, state: State, members: Ints, rotation: int, worth: Ints) -> int:
    """Bring a party into one rotation if that is worth more than the calls it displaces; the gain, or 0."""
    needs = needs_of_rotation(instance, rotation)
    seating = np.empty(members.size, np.int64)
    could_give_way = np.empty(needs.size, np.int64)
    for position in range(needs.size):
        could_give_way[position] = _how_many_alone(instance, state, needs[position], members.size)
        state.left[needs[position]] += could_give_way[position]
    value = seat_members(instance, state.left, members, rotation, worth, seating)
    for position in range(needs.size):
        state.left[needs[position]] -= could_give_way[position]
    if value <= 0:
        return 0
    gone_person = np.empty(members.size, np.int64)
    gone_need = np.empty(members.size, np.int64)
    count, loss = 0, 0
    for need in needs:
        missing = -state.left[need]
        for place in seating:
            missing += place == need
        while missing > 0:
            node = _somebody_alone(instance, state, need, instance.people[members[0]]["home"])
            if node < 0:
                break
            gone_person[count], gone_need[count] = state.nodes[node]["person"], need
            loss += worth[need]
            count += 1
            missing -= 1
            release(instance, state, node)
    if value > loss and _call_all(instance, state, members, rotation, seating):
        return int(value - loss)
    for position in range(count - 1, -1, -1):
        call(instance, state, gone_person[position], gone_need[position])
    return 0


@lean
def _call_all(instance: Instance, state: State, members: Ints, rotation: int, seating: Ints) -> bool:
    if not party_fits(instance, state, members, rotation):
        return False
    for need in seating:
        wanted = 0
        for other in seating:
            wanted += other == need
        if state.left[need] < wanted:
            return False
    for position in range(seating.size):
        call(instance, state, members[position], seating[position])
    return True


@lean
def _how_many_alone(instance: Instance, state: State, need: int, most: int) -> int:
    count, node = 0, state.roster[need]
    while node >= 0 and count < most:
        count += instance.people[state.nodes[node]["person"]]["alone"]
        node = state.nodes[node]["next_in_roster"]
    return int(count)


@lean
def _somebody_alone(instance: Instance, state: State, need: int, home: int) -> int:
    """A call of somebody who goes alone; rather one who frees a seat from the party's home."""
    found, node = -1, state.roster[need]
    while node >= 0:
        person = state.nodes[node]["person"]
        if instance.people[person]["alone"] and can_spare_seats(instance, state, person, need):
            found = node
            if instance.people[person]["home"] == home and instance.people[person]["effect"] < 0:
                break
        node = state.nodes[node]["next_in_roster"]
    return int(found)
