"""Parties as units: one that is called gives way to one of the same size that costs less in the lower tiers."""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.lists import members_of
from standby.planning.kernels.party import party_fits, rotations_within, seat_members, suits_party
from standby.planning.kernels.rules import can_spare_seats
from standby.planning.kernels.state import State, call, release
from standby.planning.model.instance import Flags, Instance, Ints
from standby.planning.tiers.costs import UNIT, burden_of, is_less, kept_by
from standby.planning.tiers.table import Table

# So many called parties of a rotation are tried for every party that waits.
MOST_TRIES = 12
MOST_MEMBERS = 64


@compiled
def replace_parties(instance: Instance, state: State, table: Table, parties: Ints) -> int:
    """Offer every party that stands by the places of every called one of its size; how many were taken."""
    low, called = _called_parties(instance, state, parties)
    gone = np.zeros(len(instance.units), np.bool_)
    seating = np.empty(MOST_MEMBERS, np.int64)
    replaced = 0
    for unit in parties:
        members = members_of(instance, unit)
        if members.size > seating.size or state.away[members[0]]["first_call"] >= 0:
            continue
        begin, end = rotations_within(instance, members[0])
        for rotation in range(begin, end):
            if low[rotation] == low[rotation + 1] or not suits_party(instance, members, rotation):
                continue
            if _replace_one(instance, state, table, members, rotation, called, low, gone, seating):
                replaced += 1
                break
    return replaced


@compiled
def _called_parties(instance: Instance, state: State, parties: Ints) -> tuple[Ints, Ints]:
    """The parties called to each rotation, as one list and where each rotation's part begins."""
    low = np.zeros(len(instance.rotations) + 1, np.int64)
    for unit in parties:
        node = state.away[members_of(instance, unit)[0]]["first_call"]
        while node >= 0:
            low[instance.needs[state.nodes[node]["need"]]["rotation"] + 1] += 1
            node = state.nodes[node]["next_call"]
    for rotation in range(low.size - 1):
        low[rotation + 1] += low[rotation]
    called, place = np.empty(low[-1], np.int64), low.copy()
    for unit in parties:
        node = state.away[members_of(instance, unit)[0]]["first_call"]
        while node >= 0:
            rotation = instance.needs[state.nodes[node]["need"]]["rotation"]
            called[place[rotation]] = unit
            place[rotation] += 1
            node = state.nodes[node]["next_call"]
    return low, called


@compiled
def _replace_one(
    instance: Instance,
    state: State,
    table: Table,
    members: Ints,
    rotation: int,
    called: Ints,
    low: Ints,
    gone: Flags,
    seating: Ints,
) -> bool:
    tries = 0
    for position in range(low[rotation], low[rotation + 1]):
        other = members_of(instance, called[position])
        if gone[called[position]] or other.size != members.size or tries >= MOST_TRIES:
            continue
        tries += 1
        if _exchange(instance, state, table, members, other, rotation, seating):
            gone[called[position]] = True
            return True
    return False


@compiled
def _exchange(
    instance: Instance, state: State, table: Table, comers: Ints, leavers: Ints, rotation: int, seating: Ints
) -> bool:
    """Give the places of one party to another if the places filled are worth as much and the lower tiers gain."""
    held = np.empty(leavers.size, np.int64)
    burden, change, worth = 0, 0, 0
    for position in range(leavers.size):
        node = _node_in(instance, state, leavers[position], rotation)
        if node < 0 or not can_spare_seats(instance, state, leavers[position], state.nodes[node]["need"]):
            for back in range(position):
                call(instance, state, leavers[back], held[back])
            return False
        need = state.nodes[node]["need"]
        held[position] = need
        worth += instance.needs[need]["weight"]
        burden += burden_of(instance, table, leavers[position], need)
        change -= kept_by(table, leavers[position], need) * UNIT
        release(instance, state, node)
        if state.away[leavers[position]]["first_call"] < 0:
            change -= table.hours[leavers[position]]
    value = -1
    if party_fits(instance, state, comers, rotation):
        value = seat_members(instance, state.left, comers, rotation, instance.needs["weight"], seating)
    if value >= worth:
        more, other = 0, 0
        for position in range(comers.size):
            more += burden_of(instance, table, comers[position], seating[position])
            other -= kept_by(table, comers[position], seating[position]) * UNIT + table.hours[comers[position]]
        if value > worth or is_less(more, other, burden, change):
            for position in range(comers.size):
                call(instance, state, comers[position], seating[position])
            return True
    for position in range(leavers.size):
        call(instance, state, leavers[position], held[position])
    return False


@lean
def _node_in(instance: Instance, state: State, person: int, rotation: int) -> int:
    node = state.away[person]["first_call"]
    while node >= 0 and instance.needs[state.nodes[node]["need"]]["rotation"] != rotation:
        node = state.nodes[node]["next_call"]
    return int(node)
