"""What the units could be worth at given prices when every tier counts: the part of a lower tier's bound that needs a
schedule for everybody.
"""

from typing import NamedTuple

import numpy as np

from standby.planning.kernels.certificate import Worth, worth_to
from standby.planning.kernels.chain import best_from
from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.lists import members_of, needs_of_rotation, places_of_rotation
from standby.planning.kernels.order import order_of
from standby.planning.kernels.party import rotations_within, suits_party
from standby.planning.kernels.rules import is_suited, way_of
from standby.planning.kernels.singles import needs_within
from standby.planning.model.instance import Instance, Ints
from standby.planning.tiers.costs import kept_by, km_of, waste_of
from standby.planning.tiers.table import Table


class Rates(NamedTuple):
    """What one unit of each lower tier counts for: a thousandth of waste, a kilometre, a point kept, an hour waited."""

    waste: int
    travel: int
    change: int
    waiting: int


@lean
def worth_in_tiers(instance: Instance, worth: Worth, table: Table, rates: Rates, person: int, need: int) -> int:
    value = worth_to(instance, worth, person, need)
    if rates.waste > 0:
        value -= rates.waste * waste_of(instance, table, person, need)
    if rates.travel > 0:
        value -= rates.travel * km_of(instance, table, person, need)
    if rates.change > 0:
        value += rates.change * kept_by(table, person, need)
    return value


@compiled
def worth_of_all(instance: Instance, worth: Worth, table: Table, rates: Rates, units: Ints) -> int:
    """The sum over those of `units` that may be called of the best schedule of each, or nothing."""
    total = 0
    for unit in units:
        members = members_of(instance, unit)
        if instance.people[members[0]]["skill"] >= 0:
            total += _worth_of_unit(instance, worth, table, rates, members)
    return total


@compiled
def _worth_of_unit(instance: Instance, worth: Worth, table: Table, rates: Rates, members: Ints) -> int:
    """The best schedule, in which the hours the members have waited count once; a schedule of no call is worth 0."""
    if members.size == 1:
        first, last, value = _choices_alone(instance, worth, table, rates, members[0])
    else:
        first, last, value = _choices_together(instance, worth, table, rates, members)
    if value.size == 0:
        return 0
    waited = 0
    for member in members:
        waited += rates.waiting * table.hours[member]
    order = order_of(first)
    best = best_from(first[order], last[order], value[order], instance.rest_days)[0]
    if best <= 0:
        best = value.max()
    return max(0, int(best + waited))


@compiled
def _choices_alone(
    instance: Instance, worth: Worth, table: Table, rates: Rates, person: int
) -> tuple[Ints, Ints, Ints]:
    found = needs_within(instance, person)
    first, last, value = np.empty(found.size, np.int64), np.empty(found.size, np.int64), np.empty(found.size, np.int64)
    count = 0
    for need in found:
        if table.is_open[need] and is_suited(instance, person, need):
            way = way_of(instance, person, need)
            first[count] = instance.needs[need]["first"] - way
            last[count] = instance.needs[need]["last"] + way
            value[count] = worth_in_tiers(instance, worth, table, rates, person, need)
            count += 1
    return first[:count], last[:count], value[:count]


@compiled
def _choices_together(
    instance: Instance, worth: Worth, table: Table, rates: Rates, members: Ints
) -> tuple[Ints, Ints, Ints]:
    """The rotations that suit a party, each member taking the best need there, full or not."""
    rotations = instance.rotations
    low, high = rotations_within(instance, members[0])
    first, last, value = np.empty(high - low, np.int64), np.empty(high - low, np.int64), np.empty(high - low, np.int64)
    count = 0
    for rotation in range(low, high):
        if table.is_open[needs_of_rotation(instance, rotation)[0]] and suits_party(instance, members, rotation):
            way = instance.ways[instance.people[members[0]]["home"], rotations[rotation]["region"]]
            first[count] = rotations[rotation]["first"] - way
            last[count] = rotations[rotation]["last"] + way
            value[count] = 0
            for member in members:
                value[count] += _best_place(instance, worth, table, rates, member, rotation)
            count += 1
    return first[:count], last[:count], value[:count]


@lean
def _best_place(instance: Instance, worth: Worth, table: Table, rates: Rates, member: int, rotation: int) -> int:
    best, found = 0, False
    low, high = places_of_rotation(instance, rotation)
    for place in range(low, high):
        need = instance.lists[place]
        if instance.meets[instance.people[member]["skill"], instance.needs[need]["requirement"]]:
            value = worth_in_tiers(instance, worth, table, rates, member, need)
            if not found or value > best:
                best, found = value, True
    return best
