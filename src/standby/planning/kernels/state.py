"""A plan while it is being made: who is called where, and what is left of every limit.

Each call is a node that stands in two lists: the calls of its person, and the roster of its need. Free nodes form a
third, so that moves cost no memory. Lists end in -1.
"""

from typing import NamedTuple

import numpy as np

from standby.planning.kernels.compiler import lean
from standby.planning.model.instance import Instance, Ints, Records

_NODE_FIELDS = "person", "need", "next_call", "next_in_roster", "previous_in_roster"
_NODE = np.dtype([(name, np.int64) for name in _NODE_FIELDS], align=True)
_AWAY = np.dtype([("days", np.int64), ("first_call", np.int64)], align=True)


class State(NamedTuple):
    """`left` by row of limits; `away` by person: days, first_call; `roster` by need: its first node; `nodes`:
    person, need,
    next_call, next_in_roster, previous_in_roster; `free`: one number, the first node of no call."""

    left: Ints
    away: Records
    roster: Ints
    nodes: Records
    free: Ints


def new_state(instance: Instance, *, capacity: int) -> State:
    """Nobody called yet; room for so many calls at once."""
    nodes, away = np.zeros(capacity, _NODE), np.zeros(len(instance.people), _AWAY)
    nodes["person"] = -1
    nodes["next_call"] = np.append(np.arange(1, capacity), -1)[:capacity]
    away["first_call"] = -1
    return State(
        left=instance.left.copy(),
        away=away,
        roster=np.full(len(instance.needs), -1, np.int64),
        nodes=nodes,
        free=np.array([0 if capacity else -1], np.int64),
    )


@lean
def call(instance: Instance, state: State, person: int, need: int) -> int:
    """Enter a call, and take what it uses of every limit; the rules were asked before."""
    nodes, away = state.nodes, state.away
    node = state.free[0]
    state.free[0] = nodes[node]["next_call"]
    nodes[node]["person"] = person
    nodes[node]["need"] = need
    nodes[node]["next_call"] = away[person]["first_call"]
    away[person]["first_call"] = node
    follower = state.roster[need]
    nodes[node]["next_in_roster"] = follower
    nodes[node]["previous_in_roster"] = -1
    if follower >= 0:
        nodes[follower]["previous_in_roster"] = node
    state.roster[need] = node
    _use(instance, state, person, need, 1)
    return int(node)


@lean
def release(instance: Instance, state: State, node: int) -> None:
    """Take a call back, and give back what it used."""
    nodes, away = state.nodes, state.away
    person, need = nodes[node]["person"], nodes[node]["need"]
    following = nodes[node]["next_call"]
    if away[person]["first_call"] == node:
        away[person]["first_call"] = following
    else:
        before = away[person]["first_call"]
        while nodes[before]["next_call"] != node:
            before = nodes[before]["next_call"]
        nodes[before]["next_call"] = following
    above, below = nodes[node]["previous_in_roster"], nodes[node]["next_in_roster"]
    if above >= 0:
        nodes[above]["next_in_roster"] = below
    else:
        state.roster[need] = below
    if below >= 0:
        nodes[below]["previous_in_roster"] = above
    nodes[node]["person"] = -1
    nodes[node]["next_call"] = state.free[0]
    state.free[0] = node
    _use(instance, state, person, need, -1)


@lean
def _use(instance: Instance, state: State, person: int, need: int, sign: int) -> None:
    someone, place = instance.people[person], instance.needs[need]
    state.left[need] -= sign
    state.left[place["reception"]] -= sign
    if someone["lodged"]:
        for row in range(place["bed_low"], place["bed_high"]):
            state.left[row] -= sign
    seat = instance.seat_rows[someone["home"], place["departure"]]
    if seat >= 0:
        state.left[seat] += sign * someone["effect"]
    way = instance.ways[someone["home"], place["region"]]
    state.away[person]["days"] += sign * (place["last"] - place["first"] + 1 + 2 * way)
