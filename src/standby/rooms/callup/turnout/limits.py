"""Beds and arrivals charged for those who will come: how many may be called where so many have room.

Who is there, or on the way, or has accepted, takes a whole place. Of the others so many may be called that those of
them who come find room, but for a chance of the risk that was chosen. The least favourable of a place's needs decides.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from standby.planning.turnout import Turnout, most_to_call
from standby.rooms.callup.models import CallState
from standby.rooms.callup.queries.holding import Holding
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.places.queries.limits import Limits

Cell = tuple[str, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comers:
    """Of those called to one need: the law by which they come, and how often there may be too little room."""

    need: NeedView
    turnout: Turnout
    risk: float


def limits_for_calling(limits: Limits, *, comers: Sequence[Comers], certain: Iterable[Holding]) -> Limits:
    """The limits a plan may use up by calling. `certain`: the calls whose people take a whole place."""
    needs = {one.need.id: one.need for one in comers}
    known = [(needs[held.need_id], held) for held in certain if held.need_id in needs]
    beds = {site.code: site.beds for site in limits.sites}
    return replace(
        limits,
        beds=_widened(
            {
                (code, day): room
                for code, day in _days_at_sites(comers)
                if (room := limits.beds.get((code, day), beds.get(code))) is not None
            },
            given=limits.beds,
            taken=Counter((need.site_code, day) for need, held in known for day in held.days),
            laws=_hardest((one.need.site_code, day, one) for one in comers for day in one.need.days),
        ),
        reception=_widened(
            {
                (region, day): room
                for region, day in {(one.need.region_code, one.need.days.first) for one in comers}
                if (room := limits.reception.get((region, day), limits.arrivals.get(region))) is not None
            },
            given=limits.reception,
            taken=Counter((need.region_code, held.days.first) for need, held in known),
            laws=_hardest((one.need.region_code, one.need.days.first, one) for one in comers),
        ),
    )


def is_certain(held: Holding) -> bool:
    return held.is_fixed or held.state is CallState.ACCEPTED


def _days_at_sites(comers: Sequence[Comers]) -> set[Cell]:
    return {(one.need.site_code, day) for one in comers for day in one.need.days}


def _hardest(found: Iterable[tuple[str, date, Comers]]) -> dict[Cell, Comers]:
    """Of the needs of one place and day the one whose people come most surely, at the smallest risk."""
    hardest: dict[Cell, Comers] = {}
    for place, day, one in found:
        known = hardest.get((place, day))
        if known is None or (one.turnout.chance, -one.risk) > (known.turnout.chance, -known.risk):
            hardest[place, day] = one
    return hardest


def _widened(
    rooms: Mapping[Cell, int], *, given: Mapping[Cell, int], taken: Counter[Cell], laws: Mapping[Cell, Comers]
) -> dict[Cell, int]:
    return {**given, **{cell: _widen(room, taken[cell], laws[cell]) for cell, room in rooms.items()}}


def _widen(room: int, taken: int, law: Comers) -> int:
    if room <= taken or not law.risk:
        return room
    return taken + most_to_call(places=room - taken, turnout=law.turnout, risk=law.risk)
