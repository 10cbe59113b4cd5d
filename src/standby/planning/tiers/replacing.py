"""Moves that keep every place filled: whoever is called gives way to somebody who costs less in the lower tiers."""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.order import order_of
from standby.planning.kernels.rules import can_spare_seats, has_room, has_seat, is_clear_for
from standby.planning.kernels.state import State, call, release
from standby.planning.model.instance import Instance, Ints
from standby.planning.tiers.costs import UNIT, burden_of, is_less, is_only_call, kept_by
from standby.planning.tiers.suited import Suited
from standby.planning.tiers.table import Table


@compiled
def replace_called(instance: Instance, state: State, table: Table, suited: Suited, order: Ints) -> int:
    """Go through the needs of `order` and replace whom somebody free can better; how many were replaced."""
    replaced = 0
    for need in order:
        if state.roster[need] >= 0:
            replaced += _replace_at(instance, state, table, suited, need)
    return replaced


@compiled
def _replace_at(instance: Instance, state: State, table: Table, suited: Suited, need: int) -> int:
    called, called_burden, called_change = _called_alone(instance, state, table, need)
    waiting, burden, change = _free_people(instance, state, table, suited, need)
    if called.size == 0 or waiting.size == 0:
        return 0
    order = order_of(change)
    order = order[order_of(burden[order])]
    worst = order_of(-called_change)
    worst = worst[order_of(-called_burden[worst])]
    taken = np.zeros(waiting.size, np.bool_)
    replaced = 0
    for leaver in worst:
        for candidate in order:
            if not is_less(burden[candidate], change[candidate], called_burden[leaver], called_change[leaver]):
                break
            if not taken[candidate] and _replace(instance, state, need, called[leaver], waiting[candidate]):
                taken[candidate] = True
                replaced += 1
                break
    return replaced


@compiled
def _called_alone(instance: Instance, state: State, table: Table, need: int) -> tuple[Ints, Ints, Ints]:
    """Those who go alone to a need, and what taking them off it would spare."""
    size = instance.left[need] - state.left[need]
    person, burden, change = np.empty(size, np.int64), np.empty(size, np.int64), np.empty(size, np.int64)
    count, node = 0, state.roster[need]
    while node >= 0:
        someone = state.nodes[node]["person"]
        if instance.people[someone]["alone"]:
            person[count] = someone
            burden[count] = burden_of(instance, table, someone, need)
            change[count] = -kept_by(table, someone, need) * UNIT
            if is_only_call(state, someone):
                change[count] -= table.hours[someone]
            count += 1
        node = state.nodes[node]["next_in_roster"]
    return person[:count], burden[:count], change[:count]


@compiled
def _free_people(instance: Instance, state: State, table: Table, suited: Suited, need: int) -> tuple[Ints, Ints, Ints]:
    """Those who are suited for a need and clear of other calls, and what each would cost there."""
    size = suited.high[need] - suited.low[need]
    person, burden, change = np.empty(size, np.int64), np.empty(size, np.int64), np.empty(size, np.int64)
    count = _note_free(instance, state, table, suited, need, person, burden, change)
    return person[:count], burden[:count], change[:count]


@lean
def _note_free(
    instance: Instance, state: State, table: Table, suited: Suited, need: int, person: Ints, burden: Ints, change: Ints
) -> int:
    count = 0
    for position in range(suited.low[need], suited.high[need]):
        someone = suited.person[position]
        if is_clear_for(instance, state, someone, need):
            person[count] = someone
            burden[count] = burden_of(instance, table, someone, need)
            change[count] = -kept_by(table, someone, need) * UNIT
            if state.away[someone]["first_call"] < 0:
                change[count] -= table.hours[someone]
            count += 1
    return count


@lean
def _replace(instance: Instance, state: State, need: int, leaver: int, comer: int) -> bool:
    if not can_spare_seats(instance, state, leaver, need):
        return False
    node = state.away[leaver]["first_call"]
    while state.nodes[node]["need"] != need:
        node = state.nodes[node]["next_call"]
    release(instance, state, node)
    if has_room(instance, state, need, 1, instance.people[comer]["lodged"]) and has_seat(instance, state, comer, need):
        call(instance, state, comer, need)
        return True
    call(instance, state, leaver, need)
    return False
