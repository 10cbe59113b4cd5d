"""What the place can carry: beds at a site, arrivals in a region, bus seats from a home, each day by day."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from standby.exercise.asking import NOTICE_DAYS
from standby.exercise.dice import Dice
from standby.exercise.gathering import HORIZON_DAYS
from standby.exercise.places import Home, Region, Site
from standby.exercise.requests import Request

_BUSY_DAY = 0.95  # the share of days that have fewer arrivals asked for
_SEATS_OF_A_DAY = (0.0, 0.4, 0.8, 1.6)
_SHARE_THAT_RIDES = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Beds:
    site: str
    day: date
    beds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """How many people the reception of a region can take in on a day."""

    region: str
    day: date
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BusSeats:
    """Seats on buses that leave a home on a day."""

    home: str
    day: date
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    beds: tuple[Beds, ...]
    arrivals: tuple[Arrivals, ...]
    bus_seats: tuple[BusSeats, ...]


def draw_limits(
    *,
    seed: int,
    today: date,
    requests: tuple[Request, ...],
    sites: tuple[Site, ...],
    regions: tuple[Region, ...],
    homes: tuple[Home, ...],
) -> Limits:
    """A little less than what is asked for, most days: that is what makes a plan worth making."""
    days = tuple(today + timedelta(days=offset) for offset in range(HORIZON_DAYS + NOTICE_DAYS + 1))
    dice = Dice(seed=seed, name="limits")
    region_of = {site.id: site.region for site in sites}
    wanted = _arrivals_wanted(requests, region_of=region_of)
    return Limits(
        beds=tuple(_beds(dice, requests=requests, sites=sites, days=days)),
        arrivals=tuple(_arrivals(dice, wanted=wanted, regions=regions, days=days)),
        bus_seats=tuple(_bus_seats(dice, mean_arrivals=sum(wanted.values()) / len(days), homes=homes, days=days)),
    )


def _beds(
    dice: Dice, *, requests: tuple[Request, ...], sites: tuple[Site, ...], days: tuple[date, ...]
) -> Iterator[Beds]:
    guests: Counter[tuple[str, date]] = Counter()
    for request in requests:
        for need in request.needs:
            for day in need:
                guests[request.site, day] += request.people
    for site in sites:
        most = max((guests[site.id, day] for day in days), default=0)
        usual = most * (0.55 + 0.45 * dice.fraction())
        for day in days:
            yield Beds(site=site.id, day=day, beds=math.ceil(usual * (0.9 if dice.chance(0.25) else 1.0)))


def _arrivals_wanted(requests: tuple[Request, ...], *, region_of: dict[str, str]) -> Counter[tuple[str, date]]:
    wanted: Counter[tuple[str, date]] = Counter()
    for request in requests:
        for need in request.needs:
            wanted[region_of[request.site], need.first] += request.people
    return wanted


def _arrivals(
    dice: Dice, *, wanted: Counter[tuple[str, date]], regions: tuple[Region, ...], days: tuple[date, ...]
) -> Iterator[Arrivals]:
    for region in regions:
        asked = sorted(wanted[region.id, day] for day in days)
        busy = max(1, asked[int(_BUSY_DAY * (len(asked) - 1))])
        for day in days:
            yield Arrivals(region=region.id, day=day, people=math.ceil(busy * (0.85 + 0.30 * dice.fraction())))


def _bus_seats(
    dice: Dice, *, mean_arrivals: float, homes: tuple[Home, ...], days: tuple[date, ...]
) -> Iterator[BusSeats]:
    total = sum(home.bus_share for home in homes)
    for home in homes:
        usual = mean_arrivals * _SHARE_THAT_RIDES * home.bus_share / total
        for day in days:
            yield BusSeats(home=home.id, day=day, seats=int(usual * dice.pick(_SEATS_OF_A_DAY)))
