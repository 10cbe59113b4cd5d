"""Makes a plan from what the core says: scarce people first, then everybody else up to the core's target."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from standby.planning.kernels.disaggregate import call_classes, call_seated_party
from standby.planning.kernels.state import State
from standby.planning.kernels.turns import call_in_turn
from standby.planning.model.instance import Instance, Ints
from standby.planning.relaxation.core import Core
from standby.planning.relaxation.program import Solution

_ROUNDING = 1e-6
_ANYBODY, _BRINGS_SEATS = -1, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """Units in the order in which they are offered places: those who bring seats, those who need one, parties."""

    drivers: Ints
    passengers: Ints
    parties: Ints

    @classmethod
    def of(cls, instance: Instance) -> "Turns":
        size, first = instance.units["high"] - instance.units["low"], instance.lists[instance.units["low"]]
        brings_seats = instance.people["effect"][first] > 0
        return cls(
            drivers=np.flatnonzero((size == 1) & brings_seats),
            passengers=np.flatnonzero((size == 1) & ~brings_seats),
            parties=np.flatnonzero(size > 1),
        )


def construct(instance: Instance, state: State, core: Core, solution: Solution) -> None:
    """Call people as the core says; afterwards no need has more than the core's target."""
    turns, target = (
        Turns.of(instance),
        np.floor(solution.value[: len(instance.needs)] + _ROUNDING).astype(np.int64),
    )
    worth = instance.needs["weight"].copy()
    _call_scarce_parties(instance, state, core, solution)
    scarce = np.zeros(len(instance.people), bool)
    scarce[core.classes.classes.member] = True
    plain_drivers = turns.drivers[~scarce[instance.lists[instance.units["low"][turns.drivers]]]]
    call_up_to(instance, state, np.where(core.is_core, 0, target), (plain_drivers,), worth)
    _call_scarce_singles(instance, state, core, solution)
    for _ in range(2):
        call_up_to(instance, state, target, (turns.drivers, turns.passengers, turns.parties), worth)


def call_up_to(instance: Instance, state: State, target: Ints, orders: tuple[Ints, ...], worth: Ints) -> int:
    """Call units in turn, no need beyond its target; what was gained."""
    with held_back(instance, state, target):
        return sum(call_in_turn(instance, state, order, worth) for order in orders)


@contextmanager
def held_back(instance: Instance, state: State, target: Ints) -> Iterator[None]:
    """Meanwhile no need takes more people than its target."""
    heads = state.left[: len(instance.needs)]
    filled = instance.heads_left - heads
    kept = np.maximum(0, heads - np.maximum(0, target - filled))
    heads -= kept
    yield
    heads += kept


def _call_scarce_parties(instance: Instance, state: State, core: Core, solution: Solution) -> None:
    parties, units = core.parties, instance.units
    share = solution.value[parties.start : parties.start + len(parties.rotation)]
    unit = np.repeat(parties.unit, np.diff(parties.ptr))
    for column in np.flatnonzero(share > 1 - _ROUNDING):
        members = instance.lists[units["low"][unit[column]] : units["high"][unit[column]]]
        seating = parties.need[parties.need_ptr[column] : parties.need_ptr[column + 1]]
        call_seated_party(instance, state, members, parties.rotation[column], seating)


def _call_scarce_singles(instance: Instance, state: State, core: Core, solution: Solution) -> None:
    """Those who bring seats first, so that the others find one."""
    columns, classes = core.classes, core.classes.classes
    share = solution.value[columns.start : columns.start + len(columns.need)]
    places = np.floor(share + _ROUNDING).astype(np.int64)
    group = np.repeat(np.arange(len(columns.ptr) - 1), np.diff(columns.ptr))
    way = instance.ways[instance.people["home"][classes.first_member[group]], instance.needs["region"][columns.need]]
    taken = np.flatnonzero(places > 0)
    order = taken[np.argsort((instance.needs["first"][columns.need] - way)[taken], kind="stable")]
    for least_effect in (_BRINGS_SEATS, _ANYBODY):
        call_classes(
            instance, state, order, columns.need, group, places, classes.member_ptr, classes.member, least_effect
        )
