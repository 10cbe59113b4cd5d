"""Enters the calls of an earlier plan into a new one, as far as all the rules still allow them."""

from standby.planning.kernels.compiler import compiled
from standby.planning.kernels.lists import members_of
from standby.planning.kernels.party import party_fits, suits_party
from standby.planning.kernels.rules import may_call
from standby.planning.kernels.state import State, call
from standby.planning.model.instance import Instance, Ints


@compiled
def carry(instance: Instance, state: State, units: Ints, needs: Ints, high: Ints) -> None:
    """Unit by unit, one rotation each: its members' needs stand in `needs` up to `high`, in the members' order."""
    low = 0
    for position in range(units.size):
        members = members_of(instance, units[position])
        wanted = needs[low : high[position]]
        low = high[position]
        if instance.people[members[0]]["skill"] < 0 or wanted.size != members.size:
            continue
        if members.size == 1:
            if may_call(instance, state, members[0], wanted[0]):
                call(instance, state, members[0], wanted[0])
        elif _may_carry_party(instance, state, members, wanted):
            for member in range(members.size):
                call(instance, state, members[member], wanted[member])


@compiled
def _may_carry_party(instance: Instance, state: State, members: Ints, wanted: Ints) -> bool:
    rotation = instance.needs[wanted[0]]["rotation"]
    if not suits_party(instance, members, rotation) or not party_fits(instance, state, members, rotation):
        return False
    for member in range(members.size):
        record = instance.needs[wanted[member]]
        if record["rotation"] != rotation or not _meets(instance, members[member], record["requirement"]):
            return False
        places = 0
        for other in wanted:
            places += other == wanted[member]
        if state.left[wanted[member]] < places:
            return False
    return True


@compiled
def _meets(instance: Instance, person: int, requirement: int) -> bool:
    skill = instance.people[person]["skill"]
    return bool(skill >= 0 and instance.meets[skill, requirement])
