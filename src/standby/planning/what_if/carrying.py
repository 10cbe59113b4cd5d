"""A plan that begins where another ended: every call that the rules still allow is kept to begin with."""

from collections.abc import Sequence

import numpy as np

from standby.planning.kernels.carry import carry
from standby.planning.kernels.state import State
from standby.planning.model.build import Model
from standby.planning.plan import Call, CallReason

# Once more for those who found no seat before everybody who brings some had been carried.
_PASSES = 2


def carry_calls(model: Model, state: State, calls: Sequence[Call]) -> None:
    """Those who bring seats first, so that the others find one; the calls of a party together."""
    person = {one.person_id: number for number, one in enumerate(model.people)}
    need = {one.need_id: number for number, one in enumerate(model.needs)}
    entries: dict[tuple[int, int], dict[int, int]] = {}
    for call in calls:
        if call.reason is CallReason.NEEDED and call.person_id in person and call.need_id in need:
            member, place = person[call.person_id], need[call.need_id]
            unit = int(model.instance.people[member]["unit"])
            rotation = int(model.instance.needs[place]["rotation"])
            entries.setdefault((unit, rotation), {})[member] = place
    order = sorted(entries, key=lambda key: (-_seats_brought(model, key[0]), key))
    wanted = [[entries[key][member] for member in sorted(entries[key])] for key in order]
    units = np.array([unit for unit, _ in order], np.int64)
    places = np.array([place for some in wanted for place in some], np.int64)
    high = np.cumsum([len(some) for some in wanted], dtype=np.int64)
    for _ in range(_PASSES):
        carry(model.instance, state, units, places, high)


def _seats_brought(model: Model, unit: int) -> int:
    return sum(int(model.instance.people[member]["effect"]) for member in model.units[unit].members)
