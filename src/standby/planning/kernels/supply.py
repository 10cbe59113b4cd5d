"""How many could take each need, and who is alike in the scarce ones."""

import numpy as np

from standby.planning.kernels.compiler import compiled
from standby.planning.kernels.rules import is_suited
from standby.planning.kernels.singles import places_within
from standby.planning.kernels.skipping import next_open, nothing_skipped
from standby.planning.model.instance import Instance, Ints

# Sums of salts are taken modulo this prime, so that they stay whole numbers of 64 bits.
MODULUS = (1 << 61) - 1


@compiled
def supply_of_needs(instance: Instance, most: Ints) -> Ints:
    """How many people are suited for each need, alone or in a party; counted up to `most` by need."""
    supply, skip = np.zeros(len(instance.needs), np.int64), nothing_skipped(instance.lists.size)
    for person in range(len(instance.people)):
        place, high = places_within(instance, person)
        place = next_open(skip, place)
        while place < high:
            need = instance.lists[place]
            if supply[need] >= most[need]:
                skip[place] = place + 1
            elif is_suited(instance, person, need):
                supply[need] += 1
            place = next_open(skip, place + 1)
    return supply


@compiled
def signatures(instance: Instance, skip: Ints, season: Ints, salts: Ints) -> tuple[Ints, Ints]:
    """Each person once for every season in which they suit a scarce need; beside it two sums over those needs, and the
    season. `skip` leads past needs that are not scarce. Needs of two seasons never keep a person from each other.

    Two people with equal sums suit the same scarce needs, but for a chance of about 2**-120.
    """
    size = 0
    for turn in range(2):
        person_of, sums = np.zeros(size, np.int64), np.zeros((size, 3), np.int64)
        count = 0
        for person in range(len(instance.people)):
            place, high = places_within(instance, person)
            place, current = next_open(skip, place), -1
            while place < high:
                need = instance.lists[place]
                if is_suited(instance, person, need):
                    if season[need] != current:
                        current = season[need]
                        count += 1
                    if turn == 1:
                        person_of[count - 1], sums[count - 1, 2] = person, current
                        sums[count - 1, 0] = (sums[count - 1, 0] + salts[0, need]) % MODULUS
                        sums[count - 1, 1] = (sums[count - 1, 1] + salts[1, need]) % MODULUS
                place = next_open(skip, place + 1)
        size = count
    return person_of, sums


@compiled
def suited_core_needs(instance: Instance, skip: Ints, season: Ints, which: int, person: int) -> Ints:
    """The scarce needs of one season that a person suits; `skip` leads past those that are not scarce."""
    place, high = places_within(instance, person)
    suited = np.empty(high - place, np.int64)
    count = 0
    place = next_open(skip, place)
    while place < high:
        need = instance.lists[place]
        if season[need] == which and is_suited(instance, person, need):
            suited[count] = need
            count += 1
        place = next_open(skip, place + 1)
    return suited[:count]
