"""Who of those who go alone is suited for each need: what no call changes, so that it is found once."""

from typing import NamedTuple

import numpy as np

from standby.planning.kernels.compiler import compiled
from standby.planning.kernels.rules import is_clear, is_suited, way_of
from standby.planning.kernels.singles import needs_within
from standby.planning.kernels.state import State
from standby.planning.model.instance import Instance, Ints


class Suited(NamedTuple):
    """People from `low` up to `high` of each need, in the order of their ids."""

    low: Ints
    high: Ints
    person: Ints


@compiled
def suited_alone(instance: Instance, supply: Ints, most: int) -> Suited:
    """At most so many a need; `supply` is how many are suited for each, parties counted too."""
    low = np.zeros(supply.size + 1, np.int64)
    for need in range(supply.size):
        low[need + 1] = low[need] + min(most, supply[need])
    high, person = low[:-1].copy(), np.empty(low[-1], np.int64)
    for someone in range(len(instance.people)):
        if not instance.people[someone]["alone"]:
            continue
        for need in needs_within(instance, someone):
            if high[need] < low[need + 1] and is_suited(instance, someone, need):
                person[high[need]] = someone
                high[need] += 1
    return Suited(low[:-1], high, person)


@compiled
def is_free_at(instance: Instance, state: State, person: int, need: int) -> bool:
    """Whether somebody suited is clear of every other call."""
    way = way_of(instance, person, need)
    return is_clear(instance, state, person, instance.needs[need]["first"] - way, instance.needs[need]["last"] + way)
