"""What parties could do at given prices: the columns that the scarcity core still lacks."""

import numpy as np

from standby.planning.kernels.certificate import Worth, worth_to
from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.lists import members_of, places_of_rotation
from standby.planning.model.instance import Instance, Ints


@compiled
def party_offers(
    instance: Instance, worth: Worth, unit: Ints, ptr: Ints, rotation: Ints, seat_ptr: Ints, seating: Ints
) -> Ints:
    """The worth of each choice (party, rotation) when every member takes the best need there, full or not.

    `ptr` lists the choices by party; `seating` is filled with those needs, from `seat_ptr` on by choice.
    """
    value = np.zeros(rotation.size, np.int64)
    for number in range(unit.size):
        members = members_of(instance, unit[number])
        for choice in range(ptr[number], ptr[number + 1]):
            for position in range(members.size):
                need = _best_need(instance, worth, members[position], rotation[choice])
                seating[seat_ptr[choice] + position] = need
                value[choice] += worth_to(instance, worth, members[position], need)
    return value


@lean
def _best_need(instance: Instance, worth: Worth, member: int, rotation: int) -> int:
    """Of a rotation that suits the party, so that there is one; of equals the first."""
    skill = instance.people[member]["skill"]
    best, value = -1, 0
    low, high = places_of_rotation(instance, rotation)
    for place in range(low, high):
        need = instance.lists[place]
        if instance.meets[skill, instance.needs[need]["requirement"]]:
            found = worth_to(instance, worth, member, need)
            if best < 0 or found > value:
                best, value = need, found
    return int(best)


@compiled
def paid_by_choice(first: Ints, last: Ints, ptr: Ints, days: Ints, dual: Ints, day_ptr: Ints, rest_days: int) -> Ints:
    """What the rows of each group, each at a day with its price, already charge for each choice of the group."""
    paid = np.zeros(first.size, np.int64)
    for group in range(ptr.size - 1):
        for choice in range(ptr[group], ptr[group + 1]):
            for row in range(day_ptr[group], day_ptr[group + 1]):
                if first[choice] <= days[row] <= last[choice] + rest_days:
                    paid[choice] += dual[row]
    return paid
