"""First come, first served: the baseline that every plan shows beside itself."""

import numpy as np

from standby.planning.kernels.state import State, new_state
from standby.planning.kernels.turns import call_in_turn
from standby.planning.model.build import Model
from standby.planning.model.instance import Instance, Ints
from standby.planning.search.supply import counted_supply


def order_of_arrival(model: Model) -> Ints:
    """Units by the registration of their earliest member, then by their smallest id; those without a time come last."""
    times = [person.registered_at or "~" for person in model.people]
    arrival = [(min(times[member] for member in unit.members), unit.members[0]) for unit in model.units]
    return np.array(sorted(range(len(arrival)), key=arrival.__getitem__), np.int64)


def call_first_come(model: Model, *, supply: Ints | None = None) -> State:
    """Each unit in turn takes its best feasible schedule by weight, under all the hard rules. `supply` is how many are
    suited for each need, where that is known.
    """
    state = empty_state(model.instance, counted_supply(model.instance) if supply is None else supply)
    call_in_turn(model.instance, state, order_of_arrival(model), model.instance.needs["weight"].copy())
    return state


def empty_state(instance: Instance, supply: Ints) -> State:
    """Nobody called, and room for as many calls as could ever be made at once."""
    return new_state(instance, capacity=int(np.minimum(instance.heads_left, supply).sum()))


def value_called(instance: Instance, state: State) -> int:
    """Σ weight × heads called, those who are fixed left out."""
    heads = len(instance.needs)
    called = instance.left[:heads] - state.left[:heads]
    return int((instance.needs["weight"] * called).sum())
