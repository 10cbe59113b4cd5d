"""Moves that fill one more place by moving people who go alone: chains of replacements, found breadth first.

To fill a place in a need, take somebody suited who serves elsewhere, fill the place they leave in the same way, and
so on, until somebody is found who is free, or a place is left empty that is worth less.
"""

from typing import NamedTuple

import numpy as np

from standby.planning.kernels.compiler import lean
from standby.planning.kernels.crowd import suited_at, those_alone
from standby.planning.kernels.lists import places_of_skills
from standby.planning.kernels.rules import can_spare_seats, has_room, has_seat, is_free, is_suited, way_of
from standby.planning.kernels.state import State, call, release
from standby.planning.model.instance import Instance, Ints


class Trail(NamedTuple):
    """How a chain came to each need: the call to be moved from it, and the need before. `seen` holds the number of
    the search, `vain` that of the last one that went through a need and came to nothing. `mover`, `origin` and `made`
    are places to note who moves, from where, and the calls made: hardly any chain can be carried out, and memory for
    each one tried took most of the time.
    """

    seen: Ints
    via: Ints
    before: Ints
    queue: Ints
    vain: Ints
    mover: Ints
    origin: Ints
    made: Ints


def new_trail(needs: int) -> Trail:
    return Trail(
        seen=np.full(needs, -1, np.int64),
        via=np.full(needs, -1, np.int64),
        before=np.full(needs, -1, np.int64),
        queue=np.zeros(needs, np.int64),
        vain=np.full(needs, -1, np.int64),
        mover=np.zeros(needs + 1, np.int64),
        origin=np.zeros(needs + 1, np.int64),
        made=np.zeros(needs + 1, np.int64),
    )


@lean
def fill_by_chain(
    instance: Instance,
    state: State,
    trail: Trail,
    search: int,
    since: int,
    target: int,
    worth: Ints,
    most_looks: int,
    lodged: int,
) -> int:
    """Fill one place of `target` by a chain; what the plan is worth more then, 0 if none was found.

    Where everybody is `lodged` and the target has no bed left, no chain that calls somebody new can help.
    """
    if trail.vain[target] >= since or not has_room(instance, state, target, 1, 0):
        return 0
    lacks_bed = not has_room(instance, state, target, 1, 1)
    if lacks_bed and lodged:
        return _fill_by_bed(instance, state, trail, search, since, target, worth, most_looks)
    trail.seen[target], trail.via[target], trail.queue[0] = search, -1, target
    begin, end, looks = 0, 1, 0
    while begin < end and looks < most_looks:
        place = trail.queue[begin]
        begin += 1
        first_skill, last_skill = places_of_skills(instance, place)
        for at_skill in range(first_skill, last_skill):
            skill = instance.lists[at_skill]
            low, high = those_alone(instance, skill)
            for at in range(low, high):
                person = suited_at(instance, at, place)
                if person < 0 or not has_seat(instance, state, person, place):
                    continue
                looks += 1
                clash = only_clash(instance, state, person, place)
                if lacks_bed and place == target and not _finds_bed(instance, state, clash, person, target):
                    continue
                if clash == FREE and _move(instance, state, trail, place, person):
                    return int(worth[target])
                if clash >= 0 and _may_leave(instance, state, trail, search, since, clash):
                    end = _note(state, trail, search, clash, place, end)
    gain = _leave_lightest(instance, state, trail, end, worth, lodged)
    if gain == 0:
        for position in range(begin):
            trail.vain[trail.queue[position]] = search
    return gain


@lean
def _note(state: State, trail: Trail, search: int, clash: int, place: int, end: int) -> int:
    """Put the place that somebody would leave for another behind the queue; where the queue then ends."""
    left = state.nodes[clash]["need"]
    trail.seen[left], trail.via[left], trail.before[left] = search, clash, place
    trail.queue[end] = left
    return end + 1


@lean
def _fill_by_bed(
    instance: Instance, state: State, trail: Trail, search: int, since: int, target: int, worth: Ints, most_looks: int
) -> int:
    """Fill one place of a target whose beds are full, where everybody needs one: a chain can only end in a place that
    stays empty, and its bed must be one of those that the target lacks.
    """
    least = _lightest_with_its_bed(instance, state, target, worth)
    if least >= worth[target]:
        return 0
    trail.seen[target], trail.via[target], trail.queue[0] = search, -1, target
    end = _begin_at_the_site(instance, state, trail, search, since, target)
    begin, looks, found = 1, 0, 1
    while looks < most_looks:
        while found < end:
            left = trail.queue[found]
            if worth[left] == least and has_its_bed(instance, state, target, left):
                looks = most_looks
            found += 1
        if begin == end or looks >= most_looks:
            break
        end, more = _lead_on(instance, state, trail, search, since, trail.queue[begin], end)
        begin, looks = begin + 1, looks + more
    return _leave_lightest(instance, state, trail, end, worth, 1)


@lean
def _lightest_with_its_bed(instance: Instance, state: State, target: int, worth: Ints) -> int:
    """The least that a need is worth in which somebody holds the bed that the target lacks."""
    least, record = worth[target], instance.needs[target]
    for need in range(len(instance.needs)):
        other = instance.needs[need]
        is_there = other["bed_low"] < record["bed_high"] and record["bed_low"] < other["bed_high"]
        if is_there and worth[need] < least and state.roster[need] >= 0 and has_its_bed(instance, state, target, need):
            least = worth[need]
    return int(least)


@lean
def _lead_on(
    instance: Instance, state: State, trail: Trail, search: int, since: int, place: int, end: int
) -> tuple[int, int]:
    """Queue the places that people could leave for this one; where the queue ends, and how many were looked at."""
    looks = 0
    first_skill, last_skill = places_of_skills(instance, place)
    for at_skill in range(first_skill, last_skill):
        low, high = those_alone(instance, instance.lists[at_skill])
        for at in range(low, high):
            person = suited_at(instance, at, place)
            if person < 0 or not has_seat(instance, state, person, place):
                continue
            looks += 1
            clash = only_clash(instance, state, person, place)
            if clash >= 0 and _may_leave(instance, state, trail, search, since, clash):
                end = _note(state, trail, search, clash, place, end)
    return end, looks


@lean
def _begin_at_the_site(instance: Instance, state: State, trail: Trail, search: int, since: int, target: int) -> int:
    """Begin chains with those who leave the bed that the target lacks; the end of the queue."""
    end, record = 1, instance.needs[target]
    for need in range(len(instance.needs)):
        other = instance.needs[need]
        is_there = other["bed_low"] < record["bed_high"] and record["bed_low"] < other["bed_high"]
        if need == target or not is_there or not has_its_bed(instance, state, target, need):
            continue
        node = state.roster[need]
        while node >= 0 and trail.seen[need] != search:
            person = state.nodes[node]["person"]
            if (
                instance.people[person]["alone"]
                and is_suited(instance, person, target)
                and has_seat(instance, state, person, target)
                and only_clash(instance, state, person, target) == node
                and _may_leave(instance, state, trail, search, since, node)
            ):
                end = _note(state, trail, search, node, target, end)
            node = state.nodes[node]["next_in_roster"]
    return end


@lean
def _may_leave(instance: Instance, state: State, trail: Trail, search: int, since: int, clash: int) -> bool:
    """Whether a chain may go on by way of the call that somebody would leave."""
    left = state.nodes[clash]["need"]
    if trail.seen[left] == search or trail.vain[left] >= since:
        return False
    return can_spare_seats(instance, state, state.nodes[clash]["person"], left)


@lean
def _finds_bed(instance: Instance, state: State, clash: int, person: int, target: int) -> bool:
    """Whether somebody needs no bed at a target that has none left, or leaves one free there on every such day."""
    if not instance.people[person]["lodged"]:
        return True
    if clash < 0:
        return False
    return has_its_bed(instance, state, target, state.nodes[clash]["need"])


@lean
def has_its_bed(instance: Instance, state: State, target: int, need: int) -> bool:
    """Whether whoever leaves a need frees the bed of every day on which the target has none."""
    left = instance.needs[need]
    for row in range(instance.needs[target]["bed_low"], instance.needs[target]["bed_high"]):
        if state.left[row] < 1 and not left["bed_low"] <= row < left["bed_high"]:
            return False
    return True


FREE, BUSY = -1, -2


@lean
def only_clash(instance: Instance, state: State, person: int, need: int) -> int:
    """The one call that keeps a person from a need; FREE if none does, BUSY if several do or days run out."""
    way = way_of(instance, person, need)
    first, last = instance.needs[need]["first"] - way, instance.needs[need]["last"] + way
    clash = FREE
    days = state.away[person]["days"] + last - first + 1
    node = state.away[person]["first_call"]
    while node >= 0:
        other = state.nodes[node]["need"]
        way = way_of(instance, person, other)
        begins, ends = instance.needs[other]["first"] - way, instance.needs[other]["last"] + way
        if first <= ends + instance.rest_days and begins <= last + instance.rest_days:
            if clash != FREE:
                return BUSY
            clash = node
            days -= ends - begins + 1
        node = state.nodes[node]["next_call"]
    return int(clash) if days <= instance.people[person]["max_total"] else BUSY


@lean
def _leave_lightest(instance: Instance, state: State, trail: Trail, end: int, worth: Ints, lodged: int) -> int:
    """End a chain at the place worth least, which then stays empty, where that is a gain. If everybody is `lodged` its
    bed must be what the target lacks.
    """
    target = trail.queue[0]
    lightest = target
    for position in range(1, end):
        left = trail.queue[position]
        if worth[left] < worth[lightest] and (not lodged or has_its_bed(instance, state, target, left)):
            lightest = left
    if lightest == target or not _move(instance, state, trail, lightest, -1):
        return 0
    return int(worth[target] - worth[lightest])


@lean
def _move(instance: Instance, state: State, trail: Trail, place: int, person: int) -> bool:
    """Move everybody along the chain that ends at `place`, and call `person` there if it is one; all of it or
    nothing.
    """
    movers, origin, made, goal = trail.mover, trail.origin, trail.made, place
    count = 0
    if person >= 0:
        movers[0], origin[0] = person, -1
        count = 1
    while trail.via[goal] >= 0:
        movers[count], origin[count] = state.nodes[trail.via[goal]]["person"], goal
        count += 1
        goal = trail.before[goal]
    for step in range(count):
        if origin[step] >= 0:
            release(instance, state, trail.via[origin[step]])
    goal = place if person >= 0 else trail.before[place]
    for step in range(count):
        if not _may_follow(instance, state, movers[step], goal):
            for back in range(step):
                release(instance, state, made[back])
            for back in range(count):
                if origin[back] >= 0:
                    trail.via[origin[back]] = call(instance, state, movers[back], origin[back])
            return False
        made[step] = call(instance, state, movers[step], goal)
        goal = trail.before[goal]
    return True


@lean
def _may_follow(instance: Instance, state: State, person: int, need: int) -> bool:
    return (
        has_room(instance, state, need, 1, instance.people[person]["lodged"])
        and has_seat(instance, state, person, need)
        and is_free(instance, state, person, need)
    )
