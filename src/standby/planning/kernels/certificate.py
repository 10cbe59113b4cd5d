"""What the units could be worth at given prices: the part of the bound that needs a schedule for everybody.

Exact whole numbers throughout, as FORMATS.md defines the bound: a person's total of days is left out, and a party
rests as its member with the smallest id does. A need that takes nobody new stands in schedules here too, though in
no plan.
"""

from typing import NamedTuple

import numpy as np

from standby.planning.kernels.chain import best_from
from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.lists import members_of, places_of_rotation
from standby.planning.kernels.order import order_of
from standby.planning.kernels.party import rotations_within, suits_party
from standby.planning.kernels.rules import is_suited, way_of
from standby.planning.kernels.singles import places_within
from standby.planning.kernels.skipping import next_open
from standby.planning.model.instance import Instance, Ints


class Worth(NamedTuple):
    """By need: scale × weight less its price and that of reception, and the price of its bed nights; by row: a
    seat's. `skip` and `skip_rotation` lead past needs and rotations in which nobody gains.
    """

    before_beds: Ints
    bed_nights: Ints
    price: Ints
    skip: Ints
    skip_rotation: Ints


@lean
def worth_to(instance: Instance, worth: Worth, person: int, need: int) -> int:
    """What calling this person to this need is worth at the prices; may be negative."""
    people = instance.people
    value = worth.before_beds[need] - people[person]["lodged"] * worth.bed_nights[need]
    seat = instance.seat_rows[people[person]["home"], instance.needs[need]["departure"]]
    if seat >= 0:
        value += worth.price[seat] * people[person]["effect"]
    return int(value)


@compiled
def worth_of_single(instance: Instance, worth: Worth, person: int) -> int:
    place, high = places_within(instance, person)
    first = np.empty(high - place, np.int64)
    last = np.empty(high - place, np.int64)
    value = np.empty(high - place, np.int64)
    count = _gains(instance, worth, person, first, last, value)
    return _best(first[:count], last[:count], value[:count], instance.rest_days)


@lean
def _gains(instance: Instance, worth: Worth, person: int, first: Ints, last: Ints, value: Ints) -> int:
    """Note what gains of the needs that one person is suited for; how many."""
    place, high = places_within(instance, person)
    count = 0
    place = next_open(worth.skip, place)
    while place < high:
        need = instance.lists[place]
        gain = worth_to(instance, worth, person, need)
        if gain > 0 and is_suited(instance, person, need):
            way = way_of(instance, person, need)
            first[count] = instance.needs[need]["first"] - way
            last[count] = instance.needs[need]["last"] + way
            value[count] = gain
            count += 1
        place = next_open(worth.skip, place + 1)
    return count


@compiled
def worth_of_party(instance: Instance, worth: Worth, members: Ints) -> int:
    rotations = instance.rotations
    rotation, high = rotations_within(instance, members[0])
    first = np.empty(high - rotation, np.int64)
    last = np.empty(high - rotation, np.int64)
    value = np.empty(high - rotation, np.int64)
    count = 0
    rotation = next_open(worth.skip_rotation, rotation)
    while rotation < high:
        if suits_party(instance, members, rotation):
            gain = 0
            for member in members:
                gain += _best_place(instance, worth, member, rotation)
            if gain > 0:
                way = instance.ways[instance.people[members[0]]["home"], rotations[rotation]["region"]]
                first[count] = rotations[rotation]["first"] - way
                last[count] = rotations[rotation]["last"] + way
                value[count] = gain
                count += 1
        rotation = next_open(worth.skip_rotation, rotation + 1)
    return _best(first[:count], last[:count], value[:count], instance.rest_days)


@lean
def _best_place(instance: Instance, worth: Worth, member: int, rotation: int) -> int:
    """A member's best need of a rotation that suits the party, full or not."""
    skill = instance.people[member]["skill"]
    best, found = 0, False
    low, high = places_of_rotation(instance, rotation)
    for place in range(low, high):
        need = instance.lists[place]
        if instance.meets[skill, instance.needs[need]["requirement"]]:
            value = worth_to(instance, worth, member, need)
            if not found or value > best:
                best, found = value, True
    return best


@compiled
def _best(first: Ints, last: Ints, value: Ints, rest_days: int) -> int:
    if value.size == 0:
        return 0
    order = order_of(first)
    return int(best_from(first[order], last[order], value[order], rest_days)[0])


@compiled
def worth_of_units(instance: Instance, worth: Worth) -> int:
    """The sum over all units that may be called of the best schedule of each, or nothing."""
    people = instance.people
    total = 0
    for unit in range(len(instance.units)):
        members = members_of(instance, unit)
        if people[members[0]]["skill"] < 0:
            continue
        if members.size == 1:
            total += worth_of_single(instance, worth, members[0])
        else:
            total += worth_of_party(instance, worth, members)
    return total
