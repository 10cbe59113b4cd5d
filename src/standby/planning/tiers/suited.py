"""Who of those who go alone is suited for each need: what no call changes, so that it is found once."""

from typing import NamedTuple

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.rules import is_suited
from standby.planning.kernels.singles import places_within
from standby.planning.kernels.skipping import next_open, nothing_skipped
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
    skip = nothing_skipped(instance.lists.size)
    for someone in range(len(instance.people)):
        if not instance.people[someone]["alone"]:
            continue
        _enter(instance, someone, low, high, person, skip)
    return Suited(low[:-1], high, person)


@lean
def _enter(instance: Instance, someone: int, low: Ints, high: Ints, person: Ints, skip: Ints) -> None:
    """Needs for which enough are known are skipped from now on."""
    place, end = places_within(instance, someone)
    place = next_open(skip, place)
    while place < end:
        need = instance.lists[place]
        if high[need] == low[need + 1]:
            skip[place] = place + 1
        elif is_suited(instance, someone, need):
            person[high[need]] = someone
            high[need] += 1
        place = next_open(skip, place + 1)
