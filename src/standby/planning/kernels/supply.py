"""How many could take each need, and who is alike in the scarce ones."""

import numpy as np

from standby.planning.kernels.compiler import compiled
from standby.planning.kernels.rules import is_suited
from standby.planning.kernels.singles import needs_within
from standby.planning.model.instance import Flags, Instance, Ints

# Sums of salts are taken modulo this prime, so that they stay whole numbers of 64 bits.
MODULUS = (1 << 61) - 1


@compiled
def supply_of_needs(instance: Instance) -> Ints:
    """How many people are suited for each need, alone or in a party."""
    supply = np.zeros(len(instance.needs), np.int64)
    for person in range(len(instance.people)):
        for need in needs_within(instance, person):
            if is_suited(instance, person, need):
                supply[need] += 1
    return supply


@compiled
def signatures(instance: Instance, is_core: Flags, salts: Ints) -> Ints:
    """For each person two sums over the scarce needs they suit, and how many there are.

    Two people with equal sums suit the same scarce needs, but for a chance of about 2**-120.
    """
    sums = np.zeros((len(instance.people), 3), np.int64)
    for person in range(len(instance.people)):
        for need in needs_within(instance, person):
            if is_core[need] and is_suited(instance, person, need):
                sums[person, 0] = (sums[person, 0] + salts[0, need]) % MODULUS
                sums[person, 1] = (sums[person, 1] + salts[1, need]) % MODULUS
                sums[person, 2] += 1
    return sums


@compiled
def suited_core_needs(instance: Instance, is_core: Flags, person: int) -> Ints:
    found = needs_within(instance, person)
    suited = np.empty(found.size, np.int64)
    count = 0
    for need in found:
        if is_core[need] and is_suited(instance, person, need):
            suited[count] = need
            count += 1
    return suited[:count]
