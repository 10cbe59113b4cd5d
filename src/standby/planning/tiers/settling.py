"""Settles the lower tiers of a plan: among plans that fill as much, the one that wastes, drives and changes least."""

import numpy as np

from standby.planning.kernels.state import State
from standby.planning.model.instance import Instance, Ints
from standby.planning.tiers.cycles import rotate
from standby.planning.tiers.edges import edges_of
from standby.planning.tiers.parties import replace_parties
from standby.planning.tiers.replacing import replace_called
from standby.planning.tiers.suited import Suited, suited_alone
from standby.planning.tiers.table import Table

# Work, not time, limits the search, so that the same operation always gives the same plan.
MOST_LOOKS, LEAST_LOOKS = 8_000_000, 200
# Above so many needs the graph of moves would not fit into memory; people are then replaced only.
MOST_NEEDS_TO_ROTATE = 2_500


def settle(instance: Instance, state: State, table: Table, *, supply: Ints) -> int:
    """Moves that keep every hard rule and never harm a tier for the sake of a lower one; how many were made.

    `supply` is how many are suited for each need.
    """
    if not len(instance.needs):
        return 0
    order = np.argsort(-table.rent, kind="stable").astype(np.int64)
    suited = suited_alone(instance, supply, max(LEAST_LOOKS, MOST_LOOKS // len(instance.needs)))
    made = replace_called(instance, state, table, suited, order)
    made += replace_parties(instance, state, table, _parties(instance))
    if len(instance.needs) <= MOST_NEEDS_TO_ROTATE:
        made += _rotate(instance, state, table, suited)
    return made + replace_called(instance, state, table, suited, order)


def _rotate(instance: Instance, state: State, table: Table, suited: Suited) -> int:
    weights, weight_class = np.unique(instance.needs["weight"], return_inverse=True)
    edges = edges_of(instance, state, table, suited, weight_class.reshape(-1).astype(np.int64))
    return rotate(instance, state, table, edges, len(instance.needs) + 1 + len(weights))


def _parties(instance: Instance) -> Ints:
    first = instance.lists[instance.units["low"]]
    together = instance.units["high"] - instance.units["low"] > 1
    return np.flatnonzero(together & (instance.people["skill"][first] >= 0)).astype(np.int64)
