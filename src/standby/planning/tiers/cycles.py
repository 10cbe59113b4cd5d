"""Rotations of people among needs, found as cycles that cost less than nothing in the graph of moves."""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.rules import has_room, has_seat, is_free
from standby.planning.kernels.state import State, call, release
from standby.planning.model.instance import Flags, Instance, Ints
from standby.planning.tiers.costs import UNIT, burden_of, is_less, kept_by
from standby.planning.tiers.edges import NOBODY, Edges
from standby.planning.tiers.table import Table

# A cycle is never longer; whatever is better is nearly always found in a few steps.
MOST_STEPS = 8


@compiled
def rotate(instance: Instance, state: State, table: Table, edges: Edges, places: int) -> int:
    """Carry out cycles that improve the lower tiers, as long as any is found among these edges; how many."""
    stale, done = np.zeros(edges.origin.size, np.bool_), 0
    for _ in range(MOST_STEPS * 4):
        parent = _relaxed(edges, stale, places)
        improved, found = _carry_out_all(instance, state, table, edges, stale, parent)
        done += improved
        if not found:
            break
    return done


@compiled
def _relaxed(edges: Edges, stale: Flags, places: int) -> Ints:
    """The last edge of the cheapest walk to each place; any cycle among these edges costs less than nothing."""
    burden, change = np.zeros(places, np.int64), np.zeros(places, np.int64)
    parent = np.full(places, -1, np.int64)
    for _ in range(MOST_STEPS):
        moved = False
        for edge in range(edges.origin.size):
            origin, goal = edges.origin[edge], edges.goal[edge]
            if stale[edge]:
                continue
            new_burden, new_change = burden[origin] + edges.burden[edge], change[origin] + edges.change[edge]
            if is_less(new_burden, new_change, burden[goal], change[goal]):
                burden[goal], change[goal], parent[goal] = new_burden, new_change, edge
                moved = True
        if not moved:
            break
    return parent


@compiled
def _carry_out_all(
    instance: Instance, state: State, table: Table, edges: Edges, stale: Flags, parent: Ints
) -> tuple[int, bool]:
    """Every cycle among the parents once; edges at places that changed are stale, and so is one of a vain cycle."""
    seen, changed = np.full(parent.size, -1, np.int64), np.zeros(parent.size, np.bool_)
    improved, found = 0, False
    for start in range(parent.size):
        place = start
        while seen[place] < 0 and parent[place] >= 0:
            seen[place] = start
            place = edges.origin[parent[place]]
        if seen[place] != start or parent[place] < 0:
            continue
        cycle = _cycle_at(edges, parent, place)
        found = True
        if cycle.size <= MOST_STEPS and _carry_out(instance, state, table, edges, cycle):
            improved += 1
            changed[edges.origin[cycle]] = True
            changed[len(instance.needs) :] = False
        for edge in cycle:
            stale[edge] |= edges.mover[edge] != NOBODY
    if improved > 0:
        for edge in range(stale.size):
            if edges.mover[edge] != NOBODY and (changed[edges.origin[edge]] or changed[edges.goal[edge]]):
                stale[edge] = True
    return improved, found


@compiled
def _cycle_at(edges: Edges, parent: Ints, place: int) -> Ints:
    cycle = np.empty(parent.size, np.int64)
    count, at = 0, place
    while True:
        cycle[count] = parent[at]
        count += 1
        at = edges.origin[parent[at]]
        if at == place:
            return cycle[:count]


@compiled
def _carry_out(instance: Instance, state: State, table: Table, edges: Edges, cycle: Ints) -> bool:
    """Move everybody along a cycle, all of it or nothing: kept if every rule allows it and the lower tiers gain."""
    needs = len(instance.needs)
    person, origin, goal = (
        np.empty(cycle.size, np.int64),
        np.empty(cycle.size, np.int64),
        np.empty(cycle.size, np.int64),
    )
    count = 0
    for edge in cycle:
        if edges.mover[edge] != NOBODY:
            person[count], origin[count], goal[count] = edges.mover[edge], edges.origin[edge], edges.goal[edge]
            count += 1
    person, origin, goal = person[:count], origin[:count], goal[:count]
    before = _cost_of(instance, state, table, person, origin)
    if not _release_all(instance, state, person, origin):
        return False
    made = _call_all(instance, state, person, goal)
    after = _cost_of(instance, state, table, person, goal)
    gains = is_less(after[0], after[1], before[0], before[1])
    if made and gains and _seats_suffice(instance, state, person, origin):
        return True
    for step in range(count):
        if goal[step] < needs:
            node = _node_of(state, person[step], goal[step])
            if node >= 0:
                release(instance, state, node)
    _call_back(instance, state, person, origin, count)
    return False


@lean
def _release_all(instance: Instance, state: State, person: Ints, origin: Ints) -> bool:
    """Take everybody off the place they leave; nobody, if one of them has gone meanwhile."""
    for step in range(person.size):
        if origin[step] < len(instance.needs):
            node = _node_of(state, person[step], origin[step])
            if node < 0:
                _call_back(instance, state, person, origin, step)
                return False
            release(instance, state, node)
    return True


@lean
def _call_back(instance: Instance, state: State, person: Ints, origin: Ints, count: int) -> None:
    for step in range(count):
        if origin[step] < len(instance.needs):
            call(instance, state, person[step], origin[step])


@lean
def _node_of(state: State, person: int, need: int) -> int:
    node = state.away[person]["first_call"]
    while node >= 0 and state.nodes[node]["need"] != need:
        node = state.nodes[node]["next_call"]
    return int(node)


@lean
def _call_all(instance: Instance, state: State, person: Ints, goal: Ints) -> bool:
    """Members of a party first, because they keep their rotation; then drivers; then passengers."""
    needs, people = len(instance.needs), instance.people
    for turn in range(3):
        for step in range(person.size):
            someone, need = person[step], goal[step]
            mine = 0 if not people[someone]["alone"] else 1 if people[someone]["effect"] >= 0 else 2
            if need >= needs or mine != turn:
                continue
            if not has_room(instance, state, need, 1, people[someone]["lodged"]):
                return False
            if turn > 0 and not (has_seat(instance, state, someone, need) and is_free(instance, state, someone, need)):
                return False
            call(instance, state, someone, need)
    return True


@lean
def _seats_suffice(instance: Instance, state: State, person: Ints, origin: Ints) -> bool:
    """Whether those who stay behind at the places left still have seats: a driver may have gone."""
    for step in range(person.size):
        if origin[step] < len(instance.needs):
            departure = instance.needs[origin[step]]["departure"]
            row = instance.seat_rows[instance.people[person[step]]["home"], departure]
            if row >= 0 and state.left[row] < 0:
                return False
    return True


@lean
def _cost_of(instance: Instance, state: State, table: Table, person: Ints, place: Ints) -> tuple[int, int]:
    """What the movers cost at these places; hours count once for whoever has any call now."""
    burden, change = 0, 0
    for step in range(person.size):
        if place[step] < len(instance.needs):
            burden += burden_of(instance, table, person[step], place[step])
            change -= kept_by(table, person[step], place[step]) * UNIT
        if state.away[person[step]]["first_call"] >= 0 and _is_first(person, step):
            change -= table.hours[person[step]]
    return burden, change


@lean
def _is_first(person: Ints, step: int) -> bool:
    for before in range(step):  # noqa: SIM110  a kernel has no generators
        if person[before] == person[step]:
            return False
    return True
