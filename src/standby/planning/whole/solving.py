"""Small operations as a whole: the best plan of the integer programme, entered under all the hard rules.

A seat or a party more or less is a large part of a small whole, and prices round it away. Here branch and bound finds
what they miss, most often at its root; a large operation would keep it busy for minutes.
"""

import numpy as np

from standby.planning.first_come import empty_state
from standby.planning.horizon.entering import enter_calls, groups_of
from standby.planning.kernels.rules import way_of
from standby.planning.kernels.state import State
from standby.planning.model.instance import Instance, Ints
from standby.planning.relaxation.program import Program, branched
from standby.planning.whole.compact import Compact, compact_of

# By size, not by clock, so that the same operation is planned alike everywhere.
_MOST_PEOPLE = 6_000
_MOST_COLUMNS = 10_000


def plan_whole(instance: Instance, supply: Ints) -> State | None:
    """None where the operation is too large, or no plan was found by the work allowed.

    The programme knows nothing of limits on somebody's days in all; what breaks one is left out on entering.
    """
    if not 0 < len(instance.people) <= _MOST_PEOPLE:
        return None
    compact = compact_of(instance)
    if not 0 < len(compact.gain) <= _MOST_COLUMNS:
        return None
    taken = branched(_as_program(compact))
    if taken is None:
        return None
    person, need = _calls(instance, compact, taken)
    state = empty_state(instance, supply)
    if len(person):
        order, begin = groups_of(instance, person, need)
        enter_calls(instance, state, begin, person[order], need[order], np.zeros(len(order), np.bool_))
    return state


def _as_program(compact: Compact) -> Program:
    arrays = compact.arrays()
    return Program(
        gain=arrays["gain"].astype(np.float64),
        upper=arrays["upper"].astype(np.float64),
        limit=arrays["limit"].astype(np.float64),
        is_equal=arrays["low"] == arrays["limit"],
        row=arrays["row"],
        column=arrays["column"],
        entry=arrays["entry"].astype(np.float64),
    )


def _calls(instance: Instance, compact: Compact, taken: Ints) -> tuple[Ints, Ints]:
    """Who of each group goes where: whoever is back and rested, the first of them."""
    by_group: dict[int, list[tuple[int, int, int]]] = {}
    for column in np.flatnonzero(taken).tolist():
        group, need = compact.group[column], compact.need[column]
        if group >= 0:
            way = way_of(instance, compact.groups[group][0], need)
            by_group.setdefault(group, []).append((int(instance.needs["first"][need]) - way, column, need))
    calls: list[tuple[int, int]] = []
    for group, columns in by_group.items():
        members = compact.groups[group]
        free_from = dict.fromkeys(members, -1)
        for leaves, column, need in sorted(columns):
            back = 2 * way_of(instance, members[0], need) + int(
                instance.needs["last"][need] - instance.needs["first"][need]
            )
            rested = [member for member in members if free_from[member] <= leaves]
            for member in rested[: int(taken[column])]:
                calls.append((member, need))
                free_from[member] = leaves + back + instance.rest_days + 1
    found = np.array(calls, np.int64).reshape(-1, 2)
    return found[:, 0].copy(), found[:, 1].copy()
