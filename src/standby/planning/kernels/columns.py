"""Columns of the scarcity core: what each class of people, and each party with scarce members, could do."""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.lists import members_of, places_of_rotation
from standby.planning.kernels.order import order_of
from standby.planning.kernels.party import rotations_within, suits_party
from standby.planning.kernels.rules import way_of
from standby.planning.kernels.skipping import next_open
from standby.planning.kernels.supply import suited_core_needs
from standby.planning.model.instance import Flags, Instance, Ints


@compiled
def class_columns(instance: Instance, skip: Ints, season: Ints, which: Ints, person: Ints) -> tuple[Ints, Ints]:
    """For one person of each class, the scarce needs they suit in the season of the class, in the order of departure:
    (class, need) and ptr by class.
    """
    total = 0
    for number in range(person.size):
        total += suited_core_needs(instance, skip, season, which[number], person[number]).size
    need_of = np.empty(total, np.int64)
    ptr = np.zeros(person.size + 1, np.int64)
    for number in range(person.size):
        found = suited_core_needs(instance, skip, season, which[number], person[number])
        leaves = np.empty(found.size, np.int64)
        for position in range(found.size):
            leaves[position] = instance.needs[found[position]]["first"] - way_of(
                instance, person[number], found[position]
            )
        ptr[number + 1] = ptr[number] + found.size
        need_of[ptr[number] : ptr[number + 1]] = found[order_of(leaves)]
    return ptr, need_of


@compiled
def party_columns(instance: Instance, is_core: Flags, skip: Ints, unit: Ints) -> tuple[Ints, Ints]:
    """Rotations that each party could take with a member in a scarce need: ptr by unit, and the rotations.

    `skip` leads past rotations without a scarce need.
    """
    ptr = np.zeros(unit.size + 1, np.int64)
    found = np.empty(0, np.int64)
    for turn in range(2):
        total = 0
        for number in range(unit.size):
            members = members_of(instance, unit[number])
            rotation, high = rotations_within(instance, members[0])
            rotation = next_open(skip, rotation)
            while rotation < high:
                if _has_scarce_member(instance, is_core, members, rotation) and suits_party(
                    instance, members, rotation
                ):
                    if turn == 1:
                        found[total] = rotation
                    total += 1
                rotation = next_open(skip, rotation + 1)
            ptr[number + 1] = total
        if turn == 0:
            found = np.empty(total, np.int64)
    return ptr, found


@lean
def _has_scarce_member(instance: Instance, is_core: Flags, members: Ints, rotation: int) -> bool:
    low, high = places_of_rotation(instance, rotation)
    for place in range(low, high):
        need = instance.lists[place]
        if is_core[need]:
            for member in members:
                if instance.meets[instance.people[member]["skill"], instance.needs[need]["requirement"]]:
                    return True
    return False


@compiled
def clique_entries(first: Ints, last: Ints, ptr: Ints, rest_days: int) -> tuple[Ints, Ints, Ints]:
    """Sets of columns of which one person takes at most one: (row, column) entries, and the group of each row.

    Columns of a group are in the order of their first days. Absences are intervals, so the sets that share a first
    day are all that is needed, and one that lies within the next is left out.
    """
    size = 0
    for turn in range(2):
        entries, rows = 0, 0
        if turn == 1:
            row_of, column_of = np.empty(size, np.int64), np.empty(size, np.int64)
            group_of = np.empty(first.size, np.int64)
        else:
            row_of, column_of = np.empty(0, np.int64), np.empty(0, np.int64)
            group_of = np.empty(0, np.int64)
        for group in range(ptr.size - 1):
            for column in range(ptr[group], ptr[group + 1]):
                following = column + 1
                if following < ptr[group + 1] and first[following] == first[column]:
                    continue
                if following < ptr[group + 1] and _all_last(
                    last, ptr[group], column, first[column], first[following], rest_days
                ):
                    continue
                for other in range(ptr[group], column + 1):
                    if last[other] + rest_days >= first[column]:
                        if turn == 1:
                            row_of[entries], column_of[entries] = rows, other
                        entries += 1
                if turn == 1:
                    group_of[rows] = group
                rows += 1
        size = entries
    return row_of, column_of, group_of[:rows]


@lean
def _all_last(last: Ints, begin: int, end: int, day: int, next_day: int, rest_days: int) -> bool:
    """Whether everything that rules out `day` rules out `next_day` too."""
    for other in range(begin, end + 1):  # noqa: SIM110  a kernel has no generators
        if day <= last[other] + rest_days < next_day:
            return False
    return True
