"""Gives the places that the core assigns to classes, and to parties, to people.

Seats are left out here and may be owed: the core knows of no seats, and `credit` settles what is owed afterwards.
"""

from standby.planning.kernels.compiler import lean
from standby.planning.kernels.party import fits_but_for_seats
from standby.planning.kernels.rules import has_room, has_seat, is_free
from standby.planning.kernels.state import State, call
from standby.planning.model.instance import Instance, Ints

_BRINGS_SEATS, _FINDS_A_SEAT, _ANYBODY = 0, 1, 2


@lean
def call_classes(
    instance: Instance,
    state: State,
    columns: Ints,
    need: Ints,
    group: Ints,
    places: Ints,
    member_ptr: Ints,
    member: Ints,
) -> int:
    """Fill the places of each column, taken in this order, with people of its class; how many places stay empty.

    Columns come in the order of departure: then giving each to anybody who has rested is enough, because intervals
    that fit a number of people can be coloured in that order. Those who bring seats come first, then those who find
    one, then the others.
    """
    missed = 0
    for column in columns:
        for turn in range(_ANYBODY + 1):
            for position in range(member_ptr[group[column]], member_ptr[group[column] + 1]):
                if places[column] <= 0:
                    break
                person = member[position]
                if _is_of_turn(instance, state, person, need[column], turn) and may_call_on_credit(
                    instance, state, person, need[column]
                ):
                    call(instance, state, person, need[column])
                    places[column] -= 1
        missed += places[column]
    return missed


@lean
def _is_of_turn(instance: Instance, state: State, person: int, need: int, turn: int) -> bool:
    if turn == _BRINGS_SEATS:
        return bool(instance.people[person]["effect"] > 0)
    return turn == _ANYBODY or has_seat(instance, state, person, need)


@lean
def may_call_on_credit(instance: Instance, state: State, person: int, need: int) -> bool:
    """All the rules for somebody who goes alone, but for the seat."""
    lodged = instance.people[person]["lodged"]
    return has_room(instance, state, need, 1, lodged) and is_free(instance, state, person, need)


@lean
def call_seated_party(instance: Instance, state: State, members: Ints, rotation: int, seating: Ints) -> bool:
    """Call a party to a rotation as it is seated there, if all the rules but that of seats still allow it."""
    if not fits_but_for_seats(instance, state, members, rotation):
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
