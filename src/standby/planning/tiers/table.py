"""What each call costs in the lower tiers of the objective: waste of scarce skills, travel, change, waiting.

docs/reference/tiers.md defines every measure in whole numbers, so that a checker can compute it again from the files
and the published prices.
"""

import math
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

import numpy as np

from standby.domain.statuses import PersonStatus
from standby.planning.model.build import Model
from standby.planning.model.instance import Ints
from standby.planning.model.needs import is_open
from standby.planning.operation import Announcement, Errand, NeedId, PlaceId, Point
from standby.planning.relaxation.prices import SCALE

KM_A_DAY = 500
EARTH_KM = 6371
NEAR_DAYS = 14
_WEIGHT_OF_STATE = {PersonStatus.CALLED: 1, PersonStatus.ACCEPTED: 3}
_HOUR = 3600


class Table(NamedTuple):
    """By need: `rent`, `site`, `is_open` (it may still take somebody). By skill: `best_rent`, the most that any need it
    suits pays. By home and site: `km`, -1 where it follows from the days of the way. By person: `told_low`, from where
    on to the next there stand `told_need` and `told_cost`; `hours` waited.
    """

    rent: Ints
    best_rent: Ints
    site: Ints
    is_open: Ints
    km: Ints
    told_low: Ints
    told_need: Ints
    told_cost: Ints
    hours: Ints


def table_of(model: Model, price: Ints) -> Table:
    low, need, cost = _told(model)
    rent = rents(model, price)
    return Table(
        rent=rent,
        best_rent=_best_rents(model, rent),
        site=_site_numbers(model),
        is_open=_open(model),
        km=_distances(model),
        told_low=low,
        told_need=need,
        told_cost=cost,
        hours=_hours(model),
    )


def rents(model: Model, price: Ints) -> Ints:
    """What a need pays to whoever fills a place: nothing where people are plentiful, or where it takes nobody new."""
    needs = model.instance.needs
    nights = np.concatenate([[0], np.cumsum(price)])
    beds = nights[needs["bed_high"]] - nights[needs["bed_low"]]
    left = SCALE * needs["weight"] - price[: len(needs)] - beds - price[needs["reception"]]
    return np.asarray(_open(model) * np.maximum(0, left), np.int64)


def _open(model: Model) -> Ints:
    return np.array([is_open(need, model.operation) for need in model.needs], np.int64)


def _best_rents(model: Model, rent: Ints) -> Ints:
    of_requirement = np.zeros(max(1, model.skills.meets.shape[1]), np.int64)
    np.maximum.at(of_requirement, model.skills.requirement, rent)
    return np.asarray((model.skills.meets * of_requirement[: model.skills.meets.shape[1]]).max(axis=1, initial=0))


def _hours(model: Model) -> Ints:
    """Many registered at the same moment, or on the same day, so each is worked out once."""
    as_of, texts = model.operation.as_of, [person.registered_at for person in model.people]
    hours = {text: hours_waited(text, as_of=as_of) for text in set(texts)}
    return np.array([hours[text] for text in texts], np.int64)


def hours_waited(registered_at: str, *, as_of: date) -> int:
    """Whole hours from the registration to the beginning of the day of planning; 0 where no time is known.

    >>> hours_waited("2020-10-05T22:30", as_of=date(2020, 10, 7))
    25
    """
    try:
        registered = datetime.fromisoformat(registered_at)
    except ValueError:
        return 0
    since = registered if registered.tzinfo else registered.replace(tzinfo=UTC)
    midnight = datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
    return max(0, int((midnight - since).total_seconds() // _HOUR))


def cost_of_change(row: Announcement, *, way: int, as_of: date) -> int:
    """How much it matters to whoever was told that they are not to come after all: more when they said yes, and the
    nearer the day they leave.
    """
    days = max(0, row.days.first.toordinal() - way - as_of.toordinal())
    return _WEIGHT_OF_STATE[row.state] * (1 + max(0, NEAR_DAYS - days))


def told_costs(model: Model) -> dict[tuple[str, str], int]:
    """What is soft in announced.csv, by person and need, with what it costs not to keep it."""
    operation = model.operation
    regions = {site.site_id: site.region for site in operation.sites}
    needs = {need.need_id: need for need in operation.needs}
    homes = {person.person_id: person.offer.home for person in operation.people} if operation.announced else {}
    costs: dict[tuple[str, str], int] = {}
    for row in operation.announced:
        if not row.is_fixed:
            region = regions[needs[row.need_id].site_id]
            way = operation.routes.get((PlaceId(homes[row.person_id]), region), 0)
            key = row.person_id, row.need_id
            costs[key] = costs.get(key, 0) + cost_of_change(row, way=way, as_of=operation.as_of)
    return costs


def _told(model: Model) -> tuple[Ints, Ints, Ints]:
    """Only what a plan could keep: the same person, the same errand, on the days it has."""
    costs = told_costs(model)
    if not costs:
        return np.zeros(len(model.people) + 1, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64)
    days = {need.need_id: need.days for need in model.needs}
    numbers = {need.need_id: number for number, need in enumerate(model.needs)}
    same = {(row.person_id, row.need_id) for row in model.operation.announced if row.days == days[row.need_id]}
    alike = _alike(model)
    by_person: dict[str, list[tuple[int, int]]] = {}
    for key, cost in sorted(costs.items()):
        if key in same:
            rows = alike[numbers[NeedId(key[1])]]
            by_person.setdefault(key[0], []).extend((row, cost) for row in rows)
    parts = [by_person.get(person.person_id, []) for person in model.people]
    low = np.zeros(len(parts) + 1, np.int64)
    np.cumsum([len(part) for part in parts], out=low[1:])
    flat = [entry for part in parts for entry in part]
    return low, np.array([need for need, _ in flat], np.int64), np.array([cost for _, cost in flat], np.int64)


def _alike(model: Model) -> Sequence[Sequence[int]]:
    """By need, those that are the same errand to whoever is called, itself among them."""
    errands: dict[Errand, list[int]] = {}
    for number, need in enumerate(model.needs):
        errands.setdefault(need.errand, []).append(number)
    return [errands[need.errand] for need in model.needs]


def _site_numbers(model: Model) -> Ints:
    number = {site.site_id: position for position, site in enumerate(model.operation.sites)}
    return np.array([number[need.site_id] for need in model.needs], np.int64)


def _distances(model: Model) -> Ints:
    """Whole kilometres by home and site; -1 where one of the two is nowhere on the map."""
    homes = sorted({person.offer.home for person in model.people})
    points = [model.operation.places.get(PlaceId(home)) for home in homes]
    sites = [site.point for site in model.operation.sites]
    return np.array([[_whole_km(home, site) for site in sites] for home in points], np.int64).reshape(
        len(homes), len(sites)
    )


def _whole_km(home: Point | None, site: Point | None) -> int:
    return -1 if home is None or site is None else kilometres(home, site)


def kilometres(one: Point, other: Point) -> int:
    """The great circle, in whole kilometres on a sphere of 6,371 km.

    >>> kilometres(Point(lat=40.18, lon=44.51), Point(lat=48.86, lon=2.35))
    3428
    """
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    half = (other_lat - lat) / 2, math.radians(other.lon - one.lon) / 2
    chord = math.sin(half[0]) ** 2 + math.cos(lat) * math.cos(other_lat) * math.sin(half[1]) ** 2
    return math.floor(2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord))) + 0.5)
