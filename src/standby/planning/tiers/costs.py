"""What a call costs in the lower tiers, as two whole numbers that are compared one after the other.

The first holds waste and travel, the second change and waiting; in each the former counts 2**24 times the latter,
which no move of a few people can outweigh.
"""

from standby.planning.kernels.compiler import lean
from standby.planning.kernels.rules import is_suited, way_of
from standby.planning.kernels.singles import places_within
from standby.planning.kernels.state import State
from standby.planning.model.instance import Instance, Ints
from standby.planning.tiers.table import KM_A_DAY, Table

UNIT = 1 << 24


@lean
def waste_of(instance: Instance, table: Table, person: int, need: int) -> int:
    """What the best paid need that this call keeps the person from would pay, less what this one pays."""
    needs, rest = instance.needs, instance.rest_days
    way = way_of(instance, person, need)
    first, last = needs[need]["first"] - way, needs[need]["last"] + way
    own = table.rent[need]
    if table.best_rent[instance.people[person]["skill"]] <= own:
        return 0
    best = own
    low, high = places_within(instance, person)
    for place in range(low, high):
        other = instance.lists[place]
        if table.rent[other] > best:
            there = way_of(instance, person, other)
            begins, ends = needs[other]["first"] - there, needs[other]["last"] + there
            if first <= ends + rest and begins <= last + rest and is_suited(instance, person, other):
                best = table.rent[other]
    return int(best - own)


@lean
def km_of(instance: Instance, table: Table, person: int, need: int) -> int:
    """Kilometres one way."""
    known = table.km[instance.people[person]["home"], table.site[need]]
    return int(known) if known >= 0 else KM_A_DAY * way_of(instance, person, need)


@lean
def kept_by(table: Table, person: int, need: int) -> int:
    """What it is worth that this call was announced."""
    for position in range(table.told_low[person], table.told_low[person + 1]):
        if table.told_need[position] == need:
            return int(table.told_cost[position])
    return 0


@lean
def burden_of(instance: Instance, table: Table, person: int, need: int) -> int:
    return waste_of(instance, table, person, need) * UNIT + km_of(instance, table, person, need)


@lean
def is_less(burden: int, change: int, other_burden: int, other_change: int) -> bool:
    return burden < other_burden or (burden == other_burden and change < other_change)


@lean
def is_only_call(state: State, person: int) -> bool:
    first = state.away[person]["first_call"]
    return bool(first >= 0 and state.nodes[first]["next_call"] < 0)


@lean
def tier_sums(instance: Instance, state: State, table: Table, sums: Ints) -> None:
    """Adds up waste, kilometres, what is kept of what was announced, and hours waited, over all calls."""
    for node in range(len(state.nodes)):
        person, need = state.nodes[node]["person"], state.nodes[node]["need"]
        if person >= 0:
            sums[0] += waste_of(instance, table, person, need)
            sums[1] += km_of(instance, table, person, need)
            sums[2] += kept_by(table, person, need)
            if state.away[person]["first_call"] == node:
                sums[3] += table.hours[person]
