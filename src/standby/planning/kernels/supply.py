"""How many could take each need, and who is alike in the scarce ones."""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.crowd import everybody, suited_at
from standby.planning.kernels.lists import places_of_skills
from standby.planning.kernels.rules import is_suited
from standby.planning.kernels.singles import places_within
from standby.planning.kernels.skipping import next_open
from standby.planning.model.instance import Instance, Ints

# Sums of salts are taken modulo this prime, so that they stay whole numbers of 64 bits.
MODULUS = (1 << 61) - 1


@compiled
def supply_of_needs(instance: Instance, alike: Ints) -> Ints:
    """How many people are suited for each need, alone or in a party.

    `alike` numbers the crowd by what dates decide (`model/crowd.py`): of those who are alike one is asked for all.
    """
    supply = np.zeros(len(instance.needs), np.int64)
    kinds = alike.max() + 1 if alike.size > 0 else 0
    count, some = np.zeros(kinds, np.int64), np.zeros(kinds, np.int64)
    found = np.empty(kinds, np.int64)
    for requirement in range(instance.meets.shape[1]):
        is_counted, kinds_met = False, 0
        for need in range(supply.size):
            if instance.needs[need]["requirement"] != requirement:
                continue
            if not is_counted:
                is_counted, kinds_met = True, _count_alike(instance, need, alike, count, some, found)
            for number in range(kinds_met):
                if suited_at(instance, some[found[number]], need) >= 0:
                    supply[need] += count[found[number]]
        for number in range(kinds_met):
            count[found[number]] = 0
    return supply


@lean
def _count_alike(instance: Instance, need: int, alike: Ints, count: Ints, some: Ints, found: Ints) -> int:
    """Of those whose skill meets what a need asks, how many are alike, and the place of one of them in the crowd; note
    in `found` which kinds there are, and say how many.
    """
    kinds = 0
    first_skill, last_skill = places_of_skills(instance, need)
    for at_skill in range(first_skill, last_skill):
        low, high = everybody(instance, instance.lists[at_skill])
        for place in range(low, high):
            kind = alike[place]
            if count[kind] == 0:
                found[kinds], some[kind] = kind, place
                kinds += 1
            count[kind] += 1
    return kinds


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
