"""Calls units in a given order, each to the best that is still possible: first come, first served, and much of the
plan.
"""

import numpy as np

from standby.planning.kernels.compiler import lean, unattended
from standby.planning.kernels.lists import members_of
from standby.planning.kernels.party import call_party, nothing_passed
from standby.planning.kernels.singles import call_single
from standby.planning.kernels.skipping import nothing_skipped
from standby.planning.kernels.state import State
from standby.planning.model.instance import Instance, Ints


@unattended
def call_in_turn(instance: Instance, state: State, order: Ints, worth: Ints) -> int:
    """Offer each unit of `order` its best schedule by `worth` of the needs; the worth of all that was called."""
    people = instance.people
    skip, passed = nothing_skipped(instance.lists.size), nothing_passed(instance)
    needs, lodged = np.empty(len(instance.needs), np.int64), everybody_lodged(instance)
    total = 0
    for unit in order:
        members = members_of(instance, unit)
        if people[members[0]]["skill"] < 0:
            continue
        if members.size == 1:
            total += call_single(instance, state, members[0], worth, skip, needs, lodged)
        else:
            total += call_party(instance, state, members, worth, passed, lodged)
    return total


@lean
def everybody_lodged(instance: Instance) -> int:
    """1 if nobody brings a bed of their own, so that a need without a bed is closed to all."""
    for person in range(len(instance.people)):
        if not instance.people[person]["lodged"]:
            return 0
    return 1
