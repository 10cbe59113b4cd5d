"""Moves that free a seat: a passenger gives way to somebody who drives, or who leaves from elsewhere."""

from standby.planning.kernels.compiler import lean
from standby.planning.kernels.crowd import suited_at, those_alone
from standby.planning.kernels.lists import places_of_skills
from standby.planning.kernels.replace import FREE, only_clash
from standby.planning.kernels.rules import has_room, may_join
from standby.planning.kernels.state import State, call, release
from standby.planning.model.instance import Flags, Instance, Ints


@lean
def fill_by_seat(instance: Instance, state: State, target: int, tried: Ints, search: int) -> bool:
    """Fill one place of a need with somebody who is free but has no seat, by freeing one.

    `tried` holds by seat limit the last search that looked there in vain.
    """
    if not has_room(instance, state, target, 1, 0):
        return False
    people = instance.people
    first_skill, last_skill = places_of_skills(instance, target)
    for at_skill in range(first_skill, last_skill):
        skill = instance.lists[at_skill]
        low, high = those_alone(instance, skill)
        for place in range(low, high):
            person = suited_at(instance, place, target)
            if person < 0:
                continue
            seat = instance.seat_rows[people[person]["home"], instance.needs[target]["departure"]]
            if seat < 0 or tried[seat] == search:
                continue
            if only_clash(instance, state, person, target) != FREE:
                continue
            if free_a_seat(instance, state, people[person]["home"], seat) and may_join(instance, state, person, target):
                call(instance, state, person, target)
                return True
            tried[seat] = search
    return False


@lean
def free_a_seat(instance: Instance, state: State, home: int, seat: int) -> bool:
    """Let one passenger of this home's seat limit give way to somebody else, the need keeping as many people."""
    people, needs = instance.people, instance.needs
    for need in range(len(needs)):
        if instance.seat_rows[home, needs[need]["departure"]] != seat:
            continue
        node = state.roster[need]
        while node >= 0:
            following = state.nodes[node]["next_in_roster"]
            person = state.nodes[node]["person"]
            row = instance.seat_rows[people[person]["home"], needs[need]["departure"]]
            if row == seat and people[person]["effect"] < 0 and people[person]["alone"]:
                if _replace(instance, state, node, seat):
                    return True
                break
            node = following
    return False


@lean
def _replace(instance: Instance, state: State, node: int, seat: int) -> bool:
    """Replace a passenger by somebody free who needs no seat of this limit."""
    passenger, need = state.nodes[node]["person"], state.nodes[node]["need"]
    release(instance, state, node)
    first_skill, last_skill = places_of_skills(instance, need)
    for at_skill in range(first_skill, last_skill):
        skill = instance.lists[at_skill]
        low, high = those_alone(instance, skill)
        for place in range(low, high):
            person = suited_at(instance, place, need)
            if person < 0:
                continue
            row = instance.seat_rows[instance.people[person]["home"], instance.needs[need]["departure"]]
            if row == seat and instance.people[person]["effect"] < 0:
                continue
            if may_join(instance, state, person, need):
                call(instance, state, person, need)
                return True
    call(instance, state, passenger, need)
    return False


@lean
def loosen_seats(instance: Instance, state: State, spare: int, changed: Flags) -> int:
    """Free seats wherever fewer than `spare` are left, so that the moves that follow find one; how many were freed.

    `changed` tells by row of limits what is another since it was tried last: where nothing is, no seat would come
    free now either.
    """
    freed = 0
    for departure in range(instance.seat_rows.shape[1]):
        if not _is_wanted(instance, state, departure) or not _has_changed(instance, departure, changed):
            continue
        for home in range(instance.seat_rows.shape[0]):
            seat = instance.seat_rows[home, departure]
            while seat >= 0 and state.left[seat] < spare and free_a_seat(instance, state, home, seat):
                freed += 1
    return freed


@lean
def _is_wanted(instance: Instance, state: State, departure: int) -> bool:
    """Whether a need of that departure has places and room for one more."""
    for need in range(len(instance.needs)):
        if instance.needs[need]["departure"] == departure and has_room(instance, state, need, 1, 0):
            return True
    return False


@lean
def _has_changed(instance: Instance, departure: int, changed: Flags) -> bool:
    for home in range(instance.seat_rows.shape[0]):
        seat = instance.seat_rows[home, departure]
        if seat >= 0 and changed[seat]:
            return True
    for need in range(len(instance.needs)):  # noqa: SIM110  a kernel has no generators
        if instance.needs[need]["departure"] == departure and changed[need]:
            return True
    return False
