"""Enters calls that were made elsewhere into a state, as far as the hard rules still allow them."""

from collections.abc import Iterable

import numpy as np

from standby.planning.kernels.compiler import compiled
from standby.planning.kernels.lists import members_of
from standby.planning.kernels.party import party_fits, suits_party
from standby.planning.kernels.rules import may_call
from standby.planning.kernels.state import State, call
from standby.planning.model.build import Model
from standby.planning.model.instance import Flags, Instance, Ints
from standby.planning.operation import NeedId, PersonId

Pair = tuple[PersonId, NeedId]


def enter(model: Model, state: State, pairs: Iterable[Pair]) -> list[Pair]:
    """Those that could be entered: single people alone, parties whole or not at all; what is worth most comes first,
    and those who bring seats before those who need one.
    """
    people = {person.person_id: number for number, person in enumerate(model.people)}
    needs = {need.need_id: number for number, need in enumerate(model.needs)}
    known = sorted({(people[p], needs[n]) for p, n in pairs if p in people and n in needs})
    if not known:
        return []
    person, need = np.array(known, np.int64).T
    order, begin = groups_of(model.instance, person, need)
    entered = np.zeros(len(order), np.bool_)
    enter_calls(model.instance, state, begin, person[order], need[order], entered)
    taken = [known[position] for position in order[entered].tolist()]
    return sorted((model.people[p].person_id, model.needs[n].need_id) for p, n in taken)


def groups_of(instance: Instance, person: Ints, need: Ints) -> tuple[Ints, Ints]:
    """The order in which calls are entered, and where each group of a unit in one rotation begins in it."""
    unit, rotation = instance.people["unit"][person], instance.needs["rotation"][need]
    key = unit * (len(instance.rotations) + 1) + rotation
    _, number = np.unique(key, return_inverse=True)
    number = number.reshape(-1)
    seats = np.bincount(number, weights=instance.people["effect"][person])[number]
    weight = np.bincount(number, weights=instance.needs["weight"][need])[number]
    order = np.lexsort((person, number, -weight, seats < 0)).astype(np.int64)
    changes = np.flatnonzero(np.diff(number[order])) + 1
    return order, np.concatenate([[0], changes, [len(order)]]).astype(np.int64)


@compiled
def enter_calls(instance: Instance, state: State, begin: Ints, person: Ints, need: Ints, entered: Flags) -> None:
    """Group by group, from `begin` on to the next; a group is entered whole or not at all."""
    for group in range(begin.size - 1):
        low, high = begin[group], begin[group + 1]
        if _may_enter(instance, state, person[low:high], need[low:high]):
            for position in range(low, high):
                call(instance, state, person[position], need[position])
                entered[position] = True


@compiled
def _may_enter(instance: Instance, state: State, person: Ints, need: Ints) -> bool:
    people, needs = instance.people, instance.needs
    members = members_of(instance, people[person[0]]["unit"])
    if members.size == 1:
        return person.size == 1 and may_call(instance, state, person[0], need[0])
    rotation = needs[need[0]]["rotation"]
    if person.size != members.size or people[members[0]]["skill"] < 0:
        return False
    for position in range(person.size):
        heads = 0
        for other in need:
            heads += other == need[position]
        skill = people[person[position]]["skill"]
        if state.left[need[position]] < heads or not instance.meets[skill, needs[need[position]]["requirement"]]:
            return False
        if person[position] != members[position]:
            return False
    return suits_party(instance, members, rotation) and party_fits(instance, state, members, rotation)
