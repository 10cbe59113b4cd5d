"""For everybody who stands by, the one change with which they fit into the plan (docs/reference/what-if.md).

What is said is true by construction: with the change made, the person can be called beside all who are called, so a
plan worth more exists. Nothing is said where two things stand in the way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from standby.domain.eligibility import Profile
from standby.planning.answers.lacks import Lacks
from standby.planning.answers.more import MoreOfLimits
from standby.planning.kernels import would_help as kernel
from standby.planning.kernels.state import State
from standby.planning.model.build import Model
from standby.planning.model.instance import Ints
from standby.planning.model.lists import flattened, grouped
from standby.planning.operation import Person
from standby.planning.what_if.operation_changes import OperationChange
from standby.planning.what_if.person_changes import (
    AwayUpTo,
    FreeOn,
    MaySplit,
    PersonChange,
    StaysUpTo,
    TravelsAlone,
)

_NOBODY = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class WouldHelp:
    """`supply` is how many people suit each need, alone or in a party."""

    model: Model
    state: State
    supply: Ints
    limits: MoreOfLimits

    def of(self, people: Sequence[int]) -> dict[int, str]:
        """By person, what would call them and, after a bar, how many compete with them; people without either lack."""
        lacks = Lacks(requirements=self.model.skills.requirements)
        asked, found = self._asked(people, lacks), _nothing_found(len(people))
        kernel.what_would_help(self.model.instance, self.state, self.supply, asked, found)
        of_party = self._of_parties([person for person, kind in zip(people, found.kind, strict=True) if kind == 0])
        saying = _Saying(helps=self, found=found, lacks=lacks)
        said = {
            person: _joined(saying.change(position, person) or of_party.get(person, ""), saying.surplus(position))
            for position, person in enumerate(people)
        }
        return {person: text for person, text in said.items() if text}

    def _asked(self, people: Sequence[int], lacks: Lacks) -> kernel.Asked:
        model = self.model
        offered = [model.people[person].offer for person in people]
        entries: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
        keys = [(id(offer.roles), id(offer.tags), id(offer.languages)) for offer in offered]
        for key, offer in zip(keys, offered, strict=True):
            if key not in entries:
                entries[key] = list(lacks.of(Profile.of(offer)))
        number = {key: position for position, key in enumerate(entries)}
        ptr, requirement = flattened([[asks for asks, _ in some] for some in entries.values()])
        _, lack = flattened([[lacking for _, lacking in some] for some in entries.values()])
        profile = np.array([number[key] for key in keys], np.int64)
        wanted = (model.instance.heads_left > 0) & (model.instance.needs["weight"] > 0)
        need_ptr, need = grouped(np.where(wanted, model.skills.requirement, -1), count=len(model.skills.requirements))
        return kernel.Asked(
            person=np.array(people, np.int64),
            earliest=np.array([_ordinal(offer.rested_from) for offer in offered], np.int64),
            homeless=np.array([self._is_homeless(model.people[person]) for person in people], np.int64),
            low=ptr[:-1][profile],
            high=ptr[1:][profile],
            requirement=requirement,
            lack=lack,
            cost=np.array(lacks.costs, np.int64),
            need_low=need_ptr[:-1],
            need_high=need_ptr[1:],
            need=need,
        )

    def _is_homeless(self, person: Person) -> bool:
        offer = person.offer
        return self.model.operation.transport is not None and offer.travel.value == "seat" and not offer.home

    def more(self, kind: int, need: int, more: int) -> OperationChange:
        if kind == kernel.BED:
            return self.limits.beds(need, more)
        return self.limits.arrivals(need, more) if kind == kernel.ARRIVAL else self.limits.places(need, more)

    def _of_parties(self, people: Sequence[int]) -> Mapping[int, str]:
        """What would bring in whole parties, by member."""
        instance = self.model.instance
        units = np.unique(instance.people["unit"][list(people)]) if people else _NOBODY
        units = units[instance.units["high"][units] - instance.units["low"][units] > 1]
        first = instance.lists[instance.units["low"][units]]
        units = units[(instance.people["skill"][first] >= 0) & (self.state.away["first_call"][first] < 0)]
        found = np.zeros((len(units), 4), np.int64)
        kernel.what_would_help_parties(instance, self.state, units, instance.needs["weight"].copy(), found)
        changes: dict[int, str] = {}
        for unit, (kind, need, more, row) in zip(units.tolist(), found.tolist(), strict=True):
            if kind > 0:
                change = self.limits.seats(row, more) if kind == kernel.SEAT else self.more(kind, need, more)
                changes.update(dict.fromkeys(self.model.units[unit].members, str(change)))
        return changes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    """What was found, as text; many hear the same, and it is put together once."""

    helps: WouldHelp
    found: kernel.Found
    lacks: Lacks
    known: dict[tuple[int, int], str] = field(default_factory=dict)

    def change(self, position: int, person: int) -> str:
        kind, need = int(self.found.kind[position]), int(self.found.need[position])
        match kind:
            case kernel.NOTHING:
                return ""
            case kernel.LACK:
                return str(self.lacks.change(int(self.found.lack[position])))
            case kernel.PARTY:
                return str(MaySplit())
            case kernel.HOME:
                return str(TravelsAlone())
            case kernel.SEAT:
                return self._once(kind, self._row_of_seats(person, need))
            case kernel.BED | kernel.ARRIVAL | kernel.PLACE:
                return self._once(kind, need)
            case _:
                return str(self._of_days(kind, person, need))

    def surplus(self, position: int) -> str:
        """`surplus:N17:54:18`: so many suit the need that comes closest to having room, for so many places."""
        need, helps = int(self.found.full[position]), self.helps
        if need < 0 or helps.supply[need] <= helps.model.instance.left[need]:
            return ""
        suited, places = int(helps.supply[need]), int(helps.model.instance.left[need])
        return f"surplus:{helps.model.needs[need].need_id}:{suited}:{places}"

    def _of_days(self, kind: int, person: int, need: int) -> PersonChange:
        instance = self.helps.model.instance
        way = int(instance.ways[instance.people[person]["home"], instance.needs[need]["region"]])
        absence = self.helps.model.needs[need].days.widened(way)
        if kind == kernel.WINDOW:
            return FreeOn(days=absence)
        return StaysUpTo(days=len(absence)) if kind == kernel.STAY else AwayUpTo(days=len(absence))

    def _row_of_seats(self, person: int, need: int) -> int:
        instance = self.helps.model.instance
        return int(instance.seat_rows[instance.people[person]["home"], instance.needs[need]["departure"]])

    def _once(self, kind: int, place: int) -> str:
        if (kind, place) not in self.known:
            helps = self.helps
            change = helps.limits.seats(place, 1) if kind == kernel.SEAT else helps.more(kind, place, 1)
            self.known[kind, place] = str(change)
        return self.known[kind, place]


def _joined(change: str, surplus: str) -> str:
    return f"{change}|{surplus}" if change and surplus else change or surplus


def _nothing_found(count: int) -> kernel.Found:
    return kernel.Found(
        kind=np.zeros(count, np.int64),
        need=np.full(count, -1, np.int64),
        lack=np.zeros(count, np.int64),
        full=np.full(count, -1, np.int64),
    )


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
