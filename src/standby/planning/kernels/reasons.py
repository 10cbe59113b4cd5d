"""Looks at a finished plan for what kept a person from every need, or everybody from one."""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.crowd import suited_at, those_alone
from standby.planning.kernels.lists import places_of_skills
from standby.planning.kernels.party import rotations_within, suits_party
from standby.planning.kernels.rules import has_room, has_seat, is_clear_for, is_suited, may_be_away, may_join
from standby.planning.kernels.singles import places_within
from standby.planning.kernels.state import State, call, release
from standby.planning.model.instance import Flags, Instance, Ints

CALLED, DATES, TOO_FAR, NO_WAY_TOGETHER, ALL_FILLED, FULL, NO_SEAT, NOT_SPLIT = 0, 1, 2, 3, 4, 5, 6, 7


@compiled
def why_not_called(instance: Instance, state: State, people: Ints, why: Ints) -> None:
    """For each of these people, all of whom have the skill for some need that wants people, what was in the way."""
    room = _rooms(instance, state)
    for position in range(people.size):
        why[position] = _why_not(instance, state, room, people[position])


@compiled
def _rooms(instance: Instance, state: State) -> Flags:
    """By need, whether one more could come: somebody with lodging of their own, and somebody who needs a bed."""
    room = np.empty((len(instance.needs), 2), np.bool_)
    for need in range(len(instance.needs)):
        room[need, 0] = has_room(instance, state, need, 1, 0)
        room[need, 1] = has_room(instance, state, need, 1, 1)
    return room


@lean
def _why_not(instance: Instance, state: State, rooms: Flags, person: int) -> int:
    if state.away[person]["first_call"] >= 0:
        return CALLED
    someone = instance.people[person]
    suited, near, wanted, room = False, False, False, False
    low, high = places_within(instance, person)
    for place in range(low, high):
        need = instance.lists[place]
        is_news = not suited or (not wanted and state.left[need] > 0) or (not room and rooms[need, someone["lodged"]])
        if instance.left[need] <= 0 or not is_news:
            continue
        near = near or may_be_away(instance, person, instance.needs[need]["first"], instance.needs[need]["last"])
        if is_suited(instance, person, need):
            suited = True
            wanted = wanted or state.left[need] > 0
            room = room or rooms[need, someone["lodged"]]
    if not suited:
        return TOO_FAR if near else DATES
    if not someone["alone"] and not _can_go_together(instance, someone["unit"]):
        return NO_WAY_TOGETHER
    if not wanted:
        return ALL_FILLED
    if not room:
        return FULL
    return NO_SEAT if someone["alone"] else NOT_SPLIT


@lean
def _can_go_together(instance: Instance, unit: int) -> bool:
    members = instance.lists[instance.units[unit]["low"] : instance.units[unit]["high"]]
    low, high = rotations_within(instance, members[0])
    for rotation in range(low, high):  # noqa: SIM110  a kernel has no generators
        if suits_party(instance, members, rotation):
            return True
    return False


@lean
def could_still_come(instance: Instance, state: State, need: int, most: int) -> tuple[int, int]:
    """How many who go alone are free for a need, and how many of them have a way to get there; `most` are enough of
    them.
    """
    free, with_seat = 0, 0
    first_skill, last_skill = places_of_skills(instance, need)
    for at_skill in range(first_skill, last_skill):
        skill = instance.lists[at_skill]
        low, high = those_alone(instance, skill)
        for place in range(low, high):
            person = suited_at(instance, place, need)
            if person >= 0 and is_clear_for(instance, state, person, need):
                free += 1
                with_seat += has_seat(instance, state, person, need)
            if with_seat >= most:
                return int(free), int(with_seat)
    return int(free), int(with_seat)


@lean
def waiting_parties(instance: Instance, state: State, need: int) -> int:
    """How many parties without a call could take a need's rotation, one of them its place."""
    record = instance.needs[need]
    count = 0
    for unit in range(len(instance.units)):
        members = instance.lists[instance.units[unit]["low"] : instance.units[unit]["high"]]
        if members.size == 1 or state.away[members[0]]["first_call"] >= 0:
            continue
        able = False
        for member in members:
            skill = instance.people[member]["skill"]
            able = able or (skill >= 0 and instance.meets[skill, record["requirement"]])
        count += able and suits_party(instance, members, record["rotation"])
    return int(count)


@lean
def how_many_more(instance: Instance, state: State, need: int, lodged: int) -> int:
    """How many people who go alone could be called to a need at once; the plan is left as it was. `lodged` is 1 where
    everybody needs a bed.
    """
    count = 0
    first_skill, last_skill = places_of_skills(instance, need)
    for at_skill in range(first_skill, last_skill):
        skill = instance.lists[at_skill]
        low, high = those_alone(instance, skill)
        for place in range(low, high):
            if not has_room(instance, state, need, 1, lodged):
                break
            person = suited_at(instance, place, need)
            if person >= 0 and may_join(instance, state, person, need):
                call(instance, state, person, need)
                count += 1
    for _ in range(count):
        release(instance, state, state.roster[need])
    return int(count)
