"""The scarcity core: a linear programme in which only scarce needs know who could take them.

A need with far more suited people than places is short of beds, of seats or of nothing, hardly ever of people.
Leaving out who could take it makes the programme hundreds of times smaller, and leaves a relaxation. What it says
is used for prices and as a target; nothing is published that it alone asserts.
"""

from dataclasses import dataclass

import numpy as np

from standby.planning.kernels.columns import class_columns, clique_entries, party_columns, party_seatings
from standby.planning.model.instance import Flags, Instance, Ints
from standby.planning.relaxation.classes import Classes, scarce_classes
from standby.planning.relaxation.drafting import Draft
from standby.planning.relaxation.limits import add_limits
from standby.planning.relaxation.program import Program, Reals, Solution, maximise


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassColumns:
    """Columns (class, need) from `start` on; `ptr` by class."""

    classes: Classes
    ptr: Ints
    need: Ints
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyColumns:
    """Columns (party, rotation) from `start` on: `ptr` by party, `need_ptr` by column."""

    unit: Ints
    ptr: Ints
    rotation: Ints
    need_ptr: Ints
    need: Ints
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """The programme; its first columns are the heads of the needs, its first rows say that somebody takes each.

    `limits` are the rows of limits that could bind; they stand from `first_limit` on.
    """

    is_core: Flags
    program: Program
    limits: Ints
    first_limit: int
    classes: ClassColumns
    parties: PartyColumns


def scarce_needs(instance: Instance, supply: Ints, *, times: float) -> Flags:
    """The needs that fewer than `times` as many people could take as are wanted."""
    return np.asarray((supply < times * instance.heads_left) & (instance.heads_left > 0))


def core_program(instance: Instance, is_core: Flags) -> Core:
    draft, needs = Draft(), instance.needs
    heads = np.minimum(instance.heads_left, len(instance.people)).astype(np.float64)
    draft.add_columns(gain=needs["weight"].astype(np.float64), upper=heads)
    draft.add_rows(limit=np.zeros(len(heads)))
    scarce = np.flatnonzero(is_core)
    draft.add_entries(row=scarce, column=scarce, entry=np.ones(len(scarce)))
    limits, first_limit = add_limits(draft, instance)
    classes = _add_classes(draft, instance, is_core)
    parties = _add_parties(draft, instance, is_core)
    return Core(
        is_core=is_core,
        program=draft.program(),
        limits=limits,
        first_limit=first_limit,
        classes=classes,
        parties=parties,
    )


def _add_classes(draft: Draft, instance: Instance, is_core: Flags) -> ClassColumns:
    classes = scarce_classes(instance, is_core)
    ptr, need = class_columns(instance, is_core, classes.first_member)
    group = np.repeat(np.arange(len(ptr) - 1), np.diff(ptr))
    most = classes.size.astype(np.float64)
    start = draft.add_columns(gain=np.zeros(len(need)), upper=most[group])
    draft.add_entries(row=need, column=start + np.arange(len(need)), entry=np.full(len(need), -1.0))
    person = classes.first_member[group]
    way = instance.ways[instance.people["home"][person], instance.needs["region"][need]]
    first, last = instance.needs["first"][need] - way, instance.needs["last"][need] + way
    _add_cliques(draft, instance, first=first, last=last, ptr=ptr, start=start, most=most)
    return ClassColumns(classes=classes, ptr=ptr, need=need, start=start)


def _add_parties(draft: Draft, instance: Instance, is_core: Flags) -> PartyColumns:
    """A party takes places in needs that are not scarce too: those must then be filled at least so far."""
    units, rotations = instance.units, instance.rotations
    may = instance.people["skill"][instance.lists[units["low"]]] >= 0
    unit = np.flatnonzero((units["high"] - units["low"] > 1) & may)
    ptr, rotation = party_columns(instance, is_core, unit)
    need_ptr, need = party_seatings(instance, unit, ptr, rotation, instance.needs["weight"].copy())
    column = np.repeat(np.arange(len(rotation)), np.diff(need_ptr))
    possible = (np.diff(need_ptr) > 0).astype(np.float64)
    start = draft.add_columns(gain=np.zeros(len(rotation)), upper=possible)
    joint = np.unique(need[~is_core[need]])
    row_of = np.arange(len(is_core))
    row_of[joint] = draft.add_rows(limit=np.zeros(len(joint))) + np.arange(len(joint))
    draft.add_entries(row=row_of[joint], column=joint, entry=np.full(len(joint), -1.0))
    draft.add_entries(row=row_of[need], column=start + column, entry=np.where(is_core[need], -1.0, 1.0))
    person = instance.lists[units["low"][unit[np.repeat(np.arange(len(unit)), np.diff(ptr))]]]
    way = instance.ways[instance.people["home"][person], rotations["region"][rotation]]
    first, last = rotations["first"][rotation] - way, rotations["last"][rotation] + way
    _add_cliques(draft, instance, first=first, last=last, ptr=ptr, start=start, most=np.ones(len(unit)))
    return PartyColumns(unit=unit, ptr=ptr, rotation=rotation, need_ptr=need_ptr, need=need, start=start)


def _add_cliques(
    draft: Draft, instance: Instance, *, first: Ints, last: Ints, ptr: Ints, start: int, most: Reals
) -> None:
    row, column, group = clique_entries(first, last, ptr, instance.rest_days)
    begin = draft.add_rows(limit=most[group])
    draft.add_entries(row=begin + row, column=start + column, entry=np.ones(len(row)))


def solve_core(instance: Instance, is_core: Flags) -> tuple[Core, Solution]:
    core = core_program(instance, is_core)
    return core, maximise(core.program)
