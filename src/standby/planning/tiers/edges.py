"""Who could go from one need to another, or from standing by and back: the cheapest mover for every pair of places.

Places are the needs, then the pool of those who stand by, then one for every weight that needs have: an edge into
that one stands for an empty place that is taken, an edge out of it for a place of the same weight that is given up.
"""

from typing import NamedTuple

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.lists import places_of_rotation
from standby.planning.kernels.rules import can_spare_seats, has_room, has_seat, is_clear_for, is_suited, way_of
from standby.planning.kernels.singles import places_within
from standby.planning.kernels.state import State
from standby.planning.model.instance import Instance, Ints
from standby.planning.tiers.costs import UNIT, burden_of, is_less, is_only_call, kept_by, km_of
from standby.planning.tiers.suited import Suited
from standby.planning.tiers.table import Table

NOBODY = -1


class Edges(NamedTuple):
    """By edge: from where, to where, who moves (-1: nobody has to), and what it costs more."""

    origin: Ints
    goal: Ints
    mover: Ints
    burden: Ints
    change: Ints


class Best(NamedTuple):
    """By goal, the cheapest edge found so far from the place at hand."""

    mover: Ints
    burden: Ints
    change: Ints


@compiled
def edges_of(instance: Instance, state: State, table: Table, suited: Suited, weight_class: Ints) -> Edges:
    needs = len(instance.needs)
    places = needs + 1 + (weight_class.max() + 1 if needs else 0)
    best = Best(np.empty(places, np.int64), np.empty(places, np.int64), np.empty(places, np.int64))
    room = 16 * (needs + 1)
    edges = Edges(
        np.empty(room, np.int64),
        np.empty(room, np.int64),
        np.empty(room, np.int64),
        np.empty(room, np.int64),
        np.empty(room, np.int64),
    )
    count = 0
    for origin in range(needs + 1):
        best.mover[:] = NOBODY
        if origin < needs:
            _from_need(instance, state, table, origin, best)
        else:
            _from_standing_by(instance, state, table, suited, best)
        for goal in range(needs + 1):
            if best.mover[goal] != NOBODY:
                edges, count = _put(edges, count, origin, goal, best.mover[goal], best.burden[goal], best.change[goal])
    for need in range(needs):
        free = needs + 1 + weight_class[need]
        if has_room(instance, state, need, 1, 1):
            edges, count = _put(edges, count, need, free, NOBODY, 0, 0)
        if state.roster[need] >= 0:
            edges, count = _put(edges, count, free, need, NOBODY, 0, 0)
    return Edges(
        edges.origin[:count], edges.goal[:count], edges.mover[:count], edges.burden[:count], edges.change[:count]
    )


@compiled
def _put(edges: Edges, count: int, origin: int, goal: int, mover: int, burden: int, change: int) -> tuple[Edges, int]:
    if count == edges.origin.size:
        edges = Edges(
            np.append(edges.origin, edges.origin),
            np.append(edges.goal, edges.goal),
            np.append(edges.mover, edges.mover),
            np.append(edges.burden, edges.burden),
            np.append(edges.change, edges.change),
        )
    edges.origin[count], edges.goal[count], edges.mover[count] = origin, goal, mover
    edges.burden[count], edges.change[count] = burden, change
    return edges, count + 1


@lean
def _from_need(instance: Instance, state: State, table: Table, need: int, best: Best) -> None:
    """Everybody called to a need may go where they are suited and clear; members of a party, within its rotation."""
    needs, people = instance.needs, instance.people
    node = state.roster[need]
    while node >= 0:
        person = state.nodes[node]["person"]
        burden, change = burden_of(instance, table, person, need), -kept_by(table, person, need) * UNIT
        if people[person]["skill"] < 0:
            node = state.nodes[node]["next_in_roster"]
            continue
        if not people[person]["alone"]:
            low, high = places_of_rotation(instance, needs[need]["rotation"])
            for place in range(low, high):
                goal = instance.lists[place]
                if goal != need and instance.meets[people[person]["skill"], needs[goal]["requirement"]]:
                    _offer(instance, table, best, person, goal, burden, change)
        elif can_spare_seats(instance, state, person, need):
            leave = -change + table.hours[person] * is_only_call(state, person)
            if best.mover[len(needs)] == NOBODY or is_less(
                -burden, leave, best.burden[len(needs)], best.change[len(needs)]
            ):
                best.mover[len(needs)], best.burden[len(needs)], best.change[len(needs)] = person, -burden, leave
            low, high = places_within(instance, person)
            for place in range(low, high):
                goal = instance.lists[place]
                if goal == need or not _could_be_cheaper(instance, table, best, person, goal, burden, change):
                    continue
                if _may_move(instance, state, person, node, goal):
                    _offer(instance, table, best, person, goal, burden, change)
        node = state.nodes[node]["next_in_roster"]


@lean
def _may_move(instance: Instance, state: State, person: int, node: int, goal: int) -> bool:
    """Suited, clear of every call but this one, and with a seat: one that is left, or the one the person has."""
    needs, people = instance.needs, instance.people
    if not is_suited(instance, person, goal):
        return False
    row = instance.seat_rows[people[person]["home"], needs[goal]["departure"]]
    own = instance.seat_rows[people[person]["home"], needs[state.nodes[node]["need"]]["departure"]]
    if row != own and not has_seat(instance, state, person, goal):
        return False
    way = way_of(instance, person, goal)
    first, last = needs[goal]["first"] - way, needs[goal]["last"] + way
    days = state.away[person]["days"] + last - first + 1
    other = state.away[person]["first_call"]
    while other >= 0:
        place = state.nodes[other]["need"]
        way = way_of(instance, person, place)
        begins, ends = needs[place]["first"] - way, needs[place]["last"] + way
        if other == node:
            days -= ends - begins + 1
        elif first <= ends + instance.rest_days and begins <= last + instance.rest_days:
            return False
        other = state.nodes[other]["next_call"]
    return bool(days <= people[person]["max_total"])


@lean
def _from_standing_by(instance: Instance, state: State, table: Table, suited: Suited, best: Best) -> None:
    for goal in range(len(instance.needs)):
        for position in range(suited.low[goal], suited.high[goal]):
            person = suited.person[position]
            waited = table.hours[person] * (state.away[person]["first_call"] < 0)
            if not _could_be_cheaper(instance, table, best, person, goal, 0, waited):
                continue
            if has_seat(instance, state, person, goal) and is_clear_for(instance, state, person, goal):
                _offer(instance, table, best, person, goal, 0, waited)


@lean
def _could_be_cheaper(
    instance: Instance, table: Table, best: Best, person: int, goal: int, burden: int, change: int
) -> bool:
    """Whether a mover would be the cheapest known if nothing were wasted: what is wasted takes long to find out."""
    if best.mover[goal] == NOBODY:
        return True
    least = km_of(instance, table, person, goal) - burden
    other = -kept_by(table, person, goal) * UNIT - change
    return is_less(least, other, best.burden[goal], best.change[goal])


@lean
def _offer(instance: Instance, table: Table, best: Best, person: int, goal: int, burden: int, change: int) -> None:
    """Enter a mover where nobody cheaper is known; what is given up by leaving is taken off."""
    more = burden_of(instance, table, person, goal) - burden
    other = -kept_by(table, person, goal) * UNIT - change
    if best.mover[goal] == NOBODY or is_less(more, other, best.burden[goal], best.change[goal]):
        best.mover[goal], best.burden[goal], best.change[goal] = person, more, other
