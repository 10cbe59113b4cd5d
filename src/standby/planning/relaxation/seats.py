"""What the columns of the core use of the seats by home and day, and rows that hold them to what drivers can bring.

The bound needs no such row: seats hardly ever have a price, because drivers can be had. A plan needs a few, where the
drivers whom plain needs want anyway do not bring enough. They hold for rounding only, never for prices.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from standby.planning.model.instance import Instance, Ints
from standby.planning.relaxation.core import Core
from standby.planning.relaxation.parties import PartyChoices
from standby.planning.relaxation.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatUse:
    """Seats that one of a column takes (or brings, if negative), entry by entry, by row of limits."""

    row: Ints
    column: Ints
    entry: Ints

    def of(self, whole: Ints, *, rows: int) -> Ints:
        """By row of limits, the seats that a solution takes."""
        return np.bincount(self.row, weights=self.entry * whole[self.column], minlength=rows).astype(np.int64)


def seat_use(instance: Instance, core: Core, choices: PartyChoices) -> SeatUse:
    classes, parties = core.classes, core.parties
    single, need = classes.classes.first_member[classes.group], classes.need
    unit = choices.unit[choices.party[parties.choice]]
    members = [instance.lists[instance.units["low"][one] : instance.units["high"][one]] for one in unit.tolist()]
    person = np.concatenate([single, *members])
    column = np.concatenate(
        [
            core.first_class + np.arange(len(need)),
            core.first_party + np.repeat(np.arange(len(unit)), np.diff(parties.need_ptr)),
        ]
    )
    departure = instance.needs["departure"][np.concatenate([need, parties.need])]
    row = instance.seat_rows[instance.people["home"][person], departure]
    entry = -instance.people["effect"][person]
    counts = (row >= 0) & (entry != 0)
    return SeatUse(row=row[counts], column=column[counts], entry=entry[counts])


def held_to_seats(program: Program, use: SeatUse, most: Mapping[int, int]) -> Program:
    """The programme with a row for each limit of `most`."""
    number = {row: position for position, row in enumerate(most)}
    kept = np.flatnonzero(np.isin(use.row, list(most)))
    rows = np.array([number[row] for row in use.row[kept].tolist()], np.int64)
    return replace(
        program,
        limit=np.concatenate([program.limit, np.array(list(most.values()), np.float64)]),
        is_equal=np.concatenate([program.is_equal, np.zeros(len(most), np.bool_)]),
        row=np.concatenate([program.row, len(program.limit) + rows]),
        column=np.concatenate([program.column, use.column[kept]]),
        entry=np.concatenate([program.entry, use.entry[kept].astype(np.float64)]),
    )
