"""Gives the places that the core assigns to classes, and to parties, to people."""

from standby.planning.kernels.compiler import compiled
from standby.planning.kernels.party import party_fits
from standby.planning.kernels.rules import has_room, may_call
from standby.planning.kernels.state import State, call
from standby.planning.model.instance import Instance, Ints


@compiled
def call_classes(
    instance: Instance,
    state: State,
    columns: Ints,
    need: Ints,
    group: Ints,
    places: Ints,
    member_ptr: Ints,
    member: Ints,
    least_effect: int,
) -> int:
    """Fill the places of each column, taken in this order, with people of its class; how many places stay empty.

    Columns come in the order of departure: then giving each to the first who has rested is enough, because
    intervals that fit a number of people can be coloured in that order. Only those with at least `least_effect` on
    the seats are called.
    """
    missed = 0
    for column in columns:
        for position in range(member_ptr[group[column]], member_ptr[group[column] + 1]):
            if places[column] <= 0:
                break
            person = member[position]
            if instance.people[person]["effect"] < least_effect:
                continue
            if may_call(instance, state, person, need[column]):
                call(instance, state, person, need[column])
                places[column] -= 1
        missed += places[column]
    return missed


@compiled
def call_seated_party(instance: Instance, state: State, members: Ints, rotation: int, seating: Ints) -> bool:
    """Call a party to a rotation as it is seated there, if all the rules still allow it."""
    if not party_fits(instance, state, members, rotation):
        return False
    for position in range(seating.size):
        wanted = 0
        for other in range(seating.size):
            wanted += seating[other] == seating[position]
        if not has_room(instance, state, seating[position], wanted, 0):
            return False
    for position in range(seating.size):
        call(instance, state, members[position], seating[position])
    return True
