"""Makes a plan from what the core says: scarce people first, then everybody else up to the core's target."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from standby.planning.kernels.credit import provide_seats, settle_by_drivers, settle_by_giving_up
from standby.planning.kernels.disaggregate import call_classes, call_seated_party
from standby.planning.kernels.reasons import could_still_come
from standby.planning.kernels.state import State
from standby.planning.kernels.turns import call_in_turn
from standby.planning.model.instance import Flags, Instance, Ints
from standby.planning.model.lists import grouped
from standby.planning.relaxation.core import Core
from standby.planning.relaxation.pricing import Priced


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


def construct(instance: Instance, state: State, priced: Priced, whole: Ints) -> Ints:
    """Call people as a whole solution of the core says; afterwards no need has more than its target. By row of limits,
    the seats that stayed owed until others gave way.

    The core knows of no seats: those of scarce people and parties are owed at first, and paid by drivers whom the
    plain needs want anyway.
    """
    turns, target = Turns.of(instance), whole[: len(instance.needs)]
    _call_scarce_parties(instance, state, priced, whole)
    _call_scarce_singles(instance, state, priced.core, whole)
    with held_back(instance, state, target):
        drivers = _drivers_by_home(instance, priced.core, turns)
        settle_by_drivers(instance, state, *drivers)
        owed = np.maximum(0, -state.left)
        settle_by_giving_up(instance, state)
        people = np.bincount(instance.people["home"], minlength=len(instance.seat_rows))
        provide_seats(instance, state, _departures_alike(instance), *drivers, people, len(instance.people))
    worth = instance.needs["weight"].copy()
    call_up_to(instance, state, target, (turns.drivers, turns.passengers, turns.parties), worth)
    return owed


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


def _call_scarce_parties(instance: Instance, state: State, priced: Priced, whole: Ints) -> None:
    core, choices, units = priced.core, priced.choices, instance.units
    parties = core.parties
    unit, taken = choices.unit[choices.party], whole[core.first_party : core.first_party + len(parties.choice)]
    for column in np.flatnonzero(taken > 0).tolist():
        choice = parties.choice[column]
        members = instance.lists[units["low"][unit[choice]] : units["high"][unit[choice]]]
        call_seated_party(instance, state, members, choices.rotation[choice], parties.seating(column))


def _call_scarce_singles(instance: Instance, state: State, core: Core, whole: Ints) -> None:
    columns = core.classes
    places = whole[core.first_class : core.first_class + len(columns.need)].copy()
    taken = np.flatnonzero(places > 0)
    order = taken[np.argsort(columns.first[taken], kind="stable")]
    classes = columns.classes
    call_classes(instance, state, order, columns.need, columns.group, places, classes.member_ptr, classes.member)


def _drivers_by_home(instance: Instance, core: Core, turns: Turns) -> tuple[Ints, Ints]:
    """Drivers who go alone, by home: those without a scarce skill first, and of these the larger cars."""
    people, person = instance.people, instance.lists[instance.units["low"][turns.drivers]]
    is_scarce = np.zeros(len(people), np.bool_)
    is_scarce[core.classes.classes.member] = True
    order = np.lexsort((-people["effect"][person], is_scarce[person]))
    ptr, position = grouped(people["home"][person[order]], count=len(instance.seat_rows))
    return ptr, person[order][position]


def starved_needs(instance: Instance, state: State, target: Ints) -> Flags:
    """The needs that lack people for their target, beds and seats or not: they are scarce after all."""
    short = np.maximum(0, target - (instance.heads_left - state.left[: len(target)]))
    starved = np.zeros(len(target), np.bool_)
    for need in np.flatnonzero(short).tolist():
        free, _ = could_still_come(instance, state, need, short[need])
        starved[need] = free < short[need]
    return starved


def _departures_alike(instance: Instance) -> Ints:
    """By departure, the first that draws on the same seats from every home."""
    _, first, number = np.unique(instance.seat_rows.T, axis=0, return_index=True, return_inverse=True)
    return np.asarray(first[number.reshape(-1)], np.int64)
