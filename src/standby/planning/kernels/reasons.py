"""Looks at a finished plan for what kept a person from every need, or everybody from one."""

import numpy as np

from standby.planning.kernels.compiler import compiled
from standby.planning.kernels.lists import members_of, people_of_skill, skills_for
from standby.planning.kernels.party import rotations_within, suits_party
from standby.planning.kernels.rules import has_room, has_seat, is_free, is_suited, may_be_away, may_call
from standby.planning.kernels.singles import needs_within
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


@compiled
def _why_not(instance: Instance, state: State, rooms: Flags, person: int) -> int:
    if state.away[person]["first_call"] >= 0:
        return CALLED
    someone = instance.people[person]
    suited, near, wanted, room = False, False, False, False
    for need in needs_within(instance, person):
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


@compiled
def _can_go_together(instance: Instance, unit: int) -> bool:
    members = members_of(instance, unit)
    low, high = rotations_within(instance, members[0])
    for rotation in range(low, high):  # noqa: SIM110  a kernel has no generators
        if suits_party(instance, members, rotation):
            return True
    return False


@compiled
def could_still_come(instance: Instance, state: State, need: int, most: int) -> tuple[int, int]:
    """How many who go alone are free for a need, and how many of them have a way to get there; `most` are enough of
    them.
    """
    free, with_seat = 0, 0
    for skill in skills_for(instance, need):
        for person in people_of_skill(instance, skill):
            if is_free(instance, state, person, need):
                free += 1
                with_seat += has_seat(instance, state, person, need)
            if with_seat >= most:
                return int(free), int(with_seat)
    return int(free), int(with_seat)


@compiled
def waiting_parties(instance: Instance, state: State, need: int) -> int:
    """How many parties without a call could take a need's rotation, one of them its place."""
    record = instance.needs[need]
    count = 0
    for unit in range(len(instance.units)):
        members = members_of(instance, unit)
        if members.size == 1 or state.away[members[0]]["first_call"] >= 0:
            continue
        able = False
        for member in members:
            skill = instance.people[member]["skill"]
            able = able or (skill >= 0 and instance.meets[skill, record["requirement"]])
        count += able and suits_party(instance, members, record["rotation"])
    return int(count)


@compiled
def how_many_more(instance: Instance, state: State, need: int) -> int:
    """How many people who go alone could be called to a need at once; the plan is left as it was."""
    count = 0
    for skill in skills_for(instance, need):
        for person in people_of_skill(instance, skill):
            if state.left[need] <= 0:
                break
            if may_call(instance, state, person, need):
                call(instance, state, person, need)
                count += 1
    for _ in range(count):
        release(instance, state, state.roster[need])
    return int(count)
