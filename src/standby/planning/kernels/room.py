"""Moves that make room: people in lighter needs give up the bed, or the place at reception, that a heavier need
lacks.
"""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.crowd import suited_at, those_alone
from standby.planning.kernels.lists import places_of_skills
from standby.planning.kernels.rules import can_spare_seats, has_room, has_seat, is_clear_for, may_join
from standby.planning.kernels.state import State, call, release
from standby.planning.model.instance import Instance, Ints

# More people than this never give way to one.
MOST_GIVING_WAY = 3


@compiled
def fill_by_room(instance: Instance, state: State, target: int, worth: Ints, rivals: Ints) -> int:
    """Fill one place of `target` by taking back calls worth less in all; what the plan is worth more then, or 0.

    `rivals` are the needs that share a bed limit or a day of reception with it.
    """
    if state.left[target] < 1 or _lightest_in_the_way(instance, state, target, worth, rivals, worth[target]) < 0:
        return 0
    if not _somebody_waits(instance, state, target):
        return 0
    gone_person = np.empty(MOST_GIVING_WAY, np.int64)
    gone_need = np.empty(MOST_GIVING_WAY, np.int64)
    count, loss = 0, 0
    while count < MOST_GIVING_WAY and not has_room(instance, state, target, 1, 1):
        node = _lightest_in_the_way(instance, state, target, worth, rivals, worth[target] - loss)
        if node < 0:
            break
        gone_person[count], gone_need[count] = state.nodes[node]["person"], state.nodes[node]["need"]
        loss += worth[state.nodes[node]["need"]]
        count += 1
        release(instance, state, node)
    if count > 0 and loss < worth[target] and _call_anybody(instance, state, target):
        return int(worth[target] - loss)
    for position in range(count - 1, -1, -1):
        call(instance, state, gone_person[position], gone_need[position])
    return 0


@lean
def _lightest_in_the_way(instance: Instance, state: State, target: int, worth: Ints, rivals: Ints, most: int) -> int:
    """A call worth less than `most` that holds what the target lacks; -1 if there is none."""
    needs = instance.needs
    no_arrival = state.left[needs[target]["reception"]] < 1
    found, least = -1, most
    for need in rivals:
        if worth[need] >= least or state.roster[need] < 0:
            continue
        helps = no_arrival and needs[need]["reception"] == needs[target]["reception"]
        low, high = (
            max(needs[need]["bed_low"], needs[target]["bed_low"]),
            min(needs[need]["bed_high"], needs[target]["bed_high"]),
        )
        for row in range(low, high):
            helps = helps or state.left[row] < 1
        if not helps:
            continue
        node = state.roster[need]
        while node >= 0:
            person = state.nodes[node]["person"]
            if instance.people[person]["alone"] and can_spare_seats(instance, state, person, need):
                found, least = node, worth[need]
                break
            node = state.nodes[node]["next_in_roster"]
    return int(found)


@lean
def _somebody_waits(instance: Instance, state: State, need: int) -> bool:
    """Whether anybody who goes alone is free for a need and can get there, room or no room."""
    first_skill, last_skill = places_of_skills(instance, need)
    for at_skill in range(first_skill, last_skill):
        skill = instance.lists[at_skill]
        low, high = those_alone(instance, skill)
        for place in range(low, high):
            person = suited_at(instance, place, need)
            if person < 0 or not has_seat(instance, state, person, need):
                continue
            if is_clear_for(instance, state, person, need):
                return True
    return False


@lean
def _call_anybody(instance: Instance, state: State, need: int) -> bool:
    if not has_room(instance, state, need, 1, 0):
        return False
    first_skill, last_skill = places_of_skills(instance, need)
    for at_skill in range(first_skill, last_skill):
        skill = instance.lists[at_skill]
        low, high = those_alone(instance, skill)
        for place in range(low, high):
            person = suited_at(instance, place, need)
            if person >= 0 and may_join(instance, state, person, need):
                call(instance, state, person, need)
                return True
    return False


@compiled
def rivals_of(instance: Instance, target: int) -> Ints:
    """The needs that share a bed limit or a day of reception with a need."""
    needs = instance.needs
    found = np.empty(len(needs), np.int64)
    count = 0
    for need in range(len(needs)):
        shares_beds = (
            needs[need]["bed_low"] < needs[target]["bed_high"] and needs[target]["bed_low"] < needs[need]["bed_high"]
        )
        if need != target and (shares_beds or needs[need]["reception"] == needs[target]["reception"]):
            found[count] = need
            count += 1
    return found[:count]
