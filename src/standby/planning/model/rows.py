"""The limits as numbered rows, each with what is left of it and the key under which its price is published.

A row of beds stands for the days between two changes among the needs of a site: on all of them the same needs are
there, so only the tightest day can bind, and it is the one that carries the price.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from standby.planning.model.fixed import Fixed
from standby.planning.model.instance import NO_LIMIT, Ints
from standby.planning.operation import Need, Operation, PlaceId, Region, Site, SiteId

BedKey = tuple[SiteId, date]
ReceptionKey = tuple[Region, date]
SeatKey = tuple[PlaceId, Region, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class BedRows:
    """Row by row the site and its tightest day; `low` and `high` are the rows of each need, the last excluded."""

    keys: tuple[BedKey, ...]
    left: Ints
    low: Ints
    high: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionRows:
    """Row by row region and day; `of_need` is the row on which each need begins."""

    keys: tuple[ReceptionKey, ...]
    left: Ints
    of_need: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRows:
    """Row by row home, region (empty where the balance has none) and day; `of_departure` is by home and departure."""

    keys: tuple[SeatKey, ...]
    left: Ints
    of_departure: Ints


def bed_rows(operation: Operation, fixed: Fixed, needs: Sequence[Need]) -> BedRows:
    sites = {site.site_id: site for site in operation.sites}
    at_site: dict[SiteId, list[int]] = {}
    for index, need in enumerate(needs):
        at_site.setdefault(need.site_id, []).append(index)
    changes = _changes_of_beds(operation, fixed)
    keys: list[BedKey] = []
    left: list[int] = []
    low, high = np.zeros(len(needs), np.int64), np.zeros(len(needs), np.int64)
    for site_id, indices in sorted(at_site.items()):
        cuts = sorted({day for i in indices for day in _edges(needs[i])})
        row_of = {cut: len(keys) + position for position, cut in enumerate(cuts)}
        for first, after in pairwise(cuts):
            day, beds = _tightest(operation, fixed, sites[site_id], first, after, changes.get(site_id, set()))
            keys.append((site_id, date.fromordinal(day)))
            left.append(beds)
        for index in indices:
            start, end = _edges(needs[index])
            low[index], high[index] = row_of[start], row_of[end]
    return BedRows(keys=tuple(keys), left=np.array(left, np.int64), low=low, high=high)


def _edges(need: Need) -> tuple[int, int]:
    return need.days.first.toordinal(), need.days.last.toordinal() + 1


def _changes_of_beds(operation: Operation, fixed: Fixed) -> dict[SiteId, set[int]]:
    """The days on which what is left of a site's beds may differ from the day before."""
    changes: dict[SiteId, set[int]] = {}
    for site_id, day in (*operation.beds, *fixed.beds):
        changes.setdefault(site_id, set()).update((day.toordinal(), day.toordinal() + 1))
    return changes


def _tightest(
    operation: Operation, fixed: Fixed, site: Site, first: int, after: int, changes: set[int]
) -> tuple[int, int]:
    """The day from `first` to before `after` with the fewest beds left, and how many."""
    days = [first, *sorted(change for change in changes if first < change < after)]
    return min(((day, _beds_left(operation, fixed, site, day)) for day in days), key=lambda found: found[1])


def _beds_left(operation: Operation, fixed: Fixed, site: Site, day: int) -> int:
    key = site.site_id, date.fromordinal(day)
    beds = operation.beds.get(key, site.beds)
    return NO_LIMIT if beds is None else max(0, beds - fixed.beds[key])


def reception_rows(operation: Operation, fixed: Fixed, needs: Sequence[Need]) -> ReceptionRows:
    regions = {site.site_id: site.region for site in operation.sites}
    starts = [(regions[need.site_id], need.days.first) for need in needs]
    keys = tuple(sorted(set(starts)))
    number = {key: row for row, key in enumerate(keys)}
    left = [
        max(0, operation.arrivals[key] - fixed.arrivals[key]) if key in operation.arrivals else NO_LIMIT for key in keys
    ]
    return ReceptionRows(
        keys=keys, left=np.array(left, np.int64), of_need=np.array([number[key] for key in starts], np.int64)
    )


def seat_rows(
    operation: Operation, fixed: Fixed, *, homes: Sequence[PlaceId], departures: Sequence[tuple[Region, date]]
) -> SeatRows:
    """One row for every home, day and, where the balance is kept so, region from which somebody may leave."""
    table = np.full((len(homes), max(1, len(departures))), -1, np.int64)
    transport = operation.transport
    number: dict[SeatKey, int] = {}
    for h, home in enumerate(homes if transport else ()):
        for d, (region, first) in enumerate(departures if home else ()):
            day = date.fromordinal(max(1, first.toordinal() - operation.routes.get((home, region), 0)))
            key = home, region if transport and transport.by_region else Region(""), day
            table[h, d] = number.setdefault(key, len(number))
    seats = transport.seats if transport else {}
    left = [max(0, seats.get(key, 0) - fixed.seats[key]) for key in number]
    return SeatRows(keys=tuple(number), left=np.array(left, np.int64), of_departure=table)
