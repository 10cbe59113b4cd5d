"""Calls units in a given order, each to the best that is still possible: first come, first served, and much of the
plan.
"""

from standby.planning.kernels.compiler import compiled
from standby.planning.kernels.lists import members_of
from standby.planning.kernels.party import call_party
from standby.planning.kernels.singles import call_single
from standby.planning.kernels.state import State
from standby.planning.model.instance import Instance, Ints


@compiled
def call_in_turn(instance: Instance, state: State, order: Ints, worth: Ints) -> int:
    """Offer each unit of `order` its best schedule by `worth` of the needs; the worth of all that was called."""
    people = instance.people
    total = 0
    for unit in order:
        members = members_of(instance, unit)
        if people[members[0]]["skill"] < 0:
            continue
        if members.size == 1:
            total += call_single(instance, state, members[0], worth)
        else:
            total += call_party(instance, state, members, worth)
    return total
