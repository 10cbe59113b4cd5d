"""Whoever stands in the lighter of two needs that ask for the same takes a free place of the weightier one.

Such needs have their site, days, limits and conditions in common, so that the move uses nothing and breaks no rule: a
party keeps its rotation, and a seat its day. The search finds most of these moves; this makes sure of all of them.
"""

import numpy as np

from standby.planning.kernels.compiler import lean
from standby.planning.kernels.state import State, call, release
from standby.planning.model.build import Model
from standby.planning.model.instance import Instance, Ints
from standby.planning.tiers.costs import kept_by
from standby.planning.tiers.table import Table


def lift_alike(model: Model, instance: Instance, state: State, table: Table) -> int:
    """How many were moved; people who are suited for nothing in `instance` (they are not to be moved) stay."""
    return lift_all(instance, state, table, *_alike(model))


def _alike(model: Model) -> tuple[Ints, Ints]:
    """Needs of one rotation with the same conditions, the weightiest first: where each group begins, and the needs."""
    rotation, requirement = model.instance.needs["rotation"], model.skills.requirement
    order = np.lexsort((-model.instance.needs["weight"], requirement, rotation)).astype(np.int64)
    differs = (np.diff(rotation[order]) != 0) | (np.diff(requirement[order]) != 0)
    return np.concatenate([[0], np.flatnonzero(differs) + 1, [len(order)]]).astype(np.int64), order


@lean
def lift_all(instance: Instance, state: State, table: Table, begin: Ints, needs: Ints) -> int:
    """Go through the groups, which begin at these places of `needs`, each from its weightiest need on."""
    lifted = 0
    for group in range(begin.size - 1):
        for place in range(begin[group], begin[group + 1]):
            if state.left[needs[place]] > 0:
                for other in range(begin[group + 1] - 1, begin[group] - 1, -1):
                    lifted += lift_from(instance, state, table, needs[place], needs[other])
    return lifted


@lean
def lift_from(instance: Instance, state: State, table: Table, heavy: int, light: int) -> int:
    lifted = 0
    if instance.needs[light]["weight"] >= instance.needs[heavy]["weight"]:
        return lifted
    while state.left[heavy] > 0:
        node = _readiest(instance, state, table, heavy, light)
        if node < 0:
            break
        person = state.nodes[node]["person"]
        release(instance, state, node)
        call(instance, state, person, heavy)
        lifted += 1
    return lifted


@lean
def _readiest(instance: Instance, state: State, table: Table, heavy: int, light: int) -> int:
    """Of the lighter need's roster the call whose move changes least of what was announced; -1 where there is none."""
    best, best_gain, best_person = -1, 0, 0
    node = state.roster[light]
    while node >= 0:
        person = state.nodes[node]["person"]
        if instance.people[person]["skill"] >= 0:
            gain = kept_by(table, person, heavy) - kept_by(table, person, light)
            if best < 0 or gain > best_gain or (gain == best_gain and person < best_person):
                best, best_gain, best_person = node, gain, person
        node = state.nodes[node]["next_in_roster"]
    return best
