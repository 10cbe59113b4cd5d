"""What parties with scarce members could do, and the part of it that the core knows as columns."""

from dataclasses import dataclass

import numpy as np

from standby.planning.kernels.certificate import Worth
from standby.planning.kernels.columns import party_columns
from standby.planning.kernels.offers import paid_by_choice, party_offers
from standby.planning.kernels.skipping import skip_rotations
from standby.planning.model.instance import Flags, Instance, Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyChoices:
    """Every rotation that a party could take with a member in a scarce need: `rotation` by choice, `ptr` by party.

    `first` and `last` are the days on which the member with the smallest id would be away; `size` is the number of
    members.
    """

    unit: Ints
    ptr: Ints
    rotation: Ints
    first: Ints
    last: Ints
    size: Ints

    @property
    def party(self) -> Ints:
        """By choice, the number of its party."""
        return np.repeat(np.arange(len(self.unit)), np.diff(self.ptr))

    @property
    def seat_ptr(self) -> Ints:
        """Where the needs of each choice begin when all of them are written one after the other."""
        return np.concatenate([np.zeros(1, np.int64), np.cumsum(self.size)])


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyColumns:
    """Choices that stand in the core, by party and first day: `ptr` by party, the members' needs from `need_ptr` on."""

    choice: Ints
    ptr: Ints
    need_ptr: Ints
    need: Ints

    def seating(self, column: int) -> Ints:
        return self.need[self.need_ptr[column] : self.need_ptr[column + 1]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRows:
    """Rows of which each lets a party do one thing at most on a day: what each charges, ptr by party."""

    ptr: Ints
    day: Ints
    price: Ints


def party_choices(instance: Instance, is_core: Flags) -> PartyChoices:
    units, rotations = instance.units, instance.rotations
    may = instance.people["skill"][instance.lists[units["low"]]] >= 0
    unit = np.flatnonzero((units["high"] - units["low"] > 1) & may)
    ptr, rotation = party_columns(instance, is_core, skip_rotations(instance, is_core), unit)
    of_choice = unit[np.repeat(np.arange(len(unit)), np.diff(ptr))]
    leads = instance.lists[units["low"][of_choice]]
    way = instance.ways[instance.people["home"][leads], rotations["region"][rotation]]
    return PartyChoices(
        unit=unit,
        ptr=ptr,
        rotation=rotation,
        first=rotations["first"][rotation] - way,
        last=rotations["last"][rotation] + way,
        size=(units["high"] - units["low"])[of_choice],
    )


class PartyPool:
    """Gathers columns from round to round; no column stands twice."""

    def __init__(self, instance: Instance, choices: PartyChoices) -> None:
        self.instance, self.choices = instance, choices
        self._columns: dict[tuple[int, bytes], Ints] = {}

    def columns(self) -> PartyColumns:
        """In the order of parties and their first days; equal days in the order in which they came."""
        choice = np.array([number for number, _ in self._columns], np.int64)
        party = self.choices.party[choice]
        order = np.lexsort((self.choices.first[choice], party))
        seatings = list(self._columns.values())
        return PartyColumns(
            choice=choice[order],
            ptr=np.searchsorted(party[order], np.arange(len(self.choices.unit) + 1)).astype(np.int64),
            need_ptr=np.concatenate([np.zeros(1, np.int64), np.cumsum(self.choices.size[choice[order]])]),
            need=np.concatenate([np.zeros(0, np.int64), *(seatings[position] for position in order.tolist())]),
        )

    def add_worthwhile(self, worth: Worth, rows: PartyRows, *, least: int) -> int:
        """Add what gains at least `least` at these prices beyond what the rows charge; how many columns are new."""
        choices, before = self.choices, len(self._columns)
        seat_ptr = choices.seat_ptr
        seating = np.zeros(seat_ptr[-1], np.int64)
        value = party_offers(self.instance, worth, choices.unit, choices.ptr, choices.rotation, seat_ptr, seating)
        paid = paid_by_choice(
            choices.first, choices.last, choices.ptr, rows.day, rows.price, rows.ptr, self.instance.rest_days
        )
        for number in np.flatnonzero(value - paid >= least).tolist():
            needs = seating[seat_ptr[number] : seat_ptr[number + 1]].copy()
            self._columns.setdefault((number, np.sort(needs).tobytes()), needs)
        return len(self._columns) - before
