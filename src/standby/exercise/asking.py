"""Drawing the requests: every site asks for what its kind of work needs, until there are needs enough."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from standby.domain.roles import Level
from standby.exercise.dice import Dice, Odds
from standby.exercise.gathering import HORIZON_DAYS
from standby.exercise.names import Community, Gender, draw_father, draw_name, draw_surname
from standby.exercise.places import Region, Site
from standby.exercise.requests import Request, Risk
from standby.exercise.spelling import Script, written
from standby.exercise.text import joined_text, text
from standby.exercise.trades import HELPER, TRADES, Trade

NOTICE_DAYS = 2

_ROTATION = Odds((5, 7, 10, 12), (0.20, 0.35, 0.30, 0.15))
_ROTATIONS = Odds((1, 2, 3), (0.50, 0.35, 0.15))
_ROLES_AT_ONCE = Odds((1, 2, 3, 4, 5), (1, 1, 1, 1, 1))
_LEVEL = Odds((Level.SUPERVISED, Level.INDEPENDENT, Level.LEADS_OTHERS), (0.55, 0.35, 0.10))
_PRIORITY = Odds((1, 2, 3, 4, 5), (0.10, 0.20, 0.35, 0.25, 0.10))
_HOURS = Odds((8, 12, 24), (0.4, 0.3, 0.3))

_ASKED_AT = {
    "reception": "9629 8322 2643 2512 4110 2634 2635 2221 5120",
    "school": "9629 5311 4110 2634 2635 5120 7111 7411 2643 8322 2221",
    "clinic": "2221 2211 2212 3258 2643 4110 8322 9629 2634",
    "warehouse": "9629 4321 8332 8322 2512",
    "kitchen": "5120 9629 8322 4321",
    "camp": "9629 7111 7411 5120 2221 3258 8322 8332 2142 3522 5311 2211",
}
_HAZARD_OF_ROLE = {
    "8322": "road", "8332": "road", "4321": "lifting", "9629": "lifting", "7111": "dust", "7411": "dust",
    "2142": "dust", "2221": "infection", "2211": "infection", "2212": "infection", "3258": "infection",
    "5311": "distress", "2634": "distress", "2635": "distress", "2643": "distress",
}  # fmt: skip
_PROVIDED_AT = {"school": "provided_school", "camp": "provided_tent"}
_RISKY_ROLES = frozenset({"7111", "7411", "8332", "2142"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Round:
    """What all requests of a site have in common that are written at one sitting."""

    site: Site
    region: Region
    supervisor: str
    first_day: date
    rotation_days: int
    rotations: int
    priority: int


def ask(
    *, seed: int, today: date, sites: tuple[Site, ...], regions: tuple[Region, ...], needs: int, people: int
) -> tuple[Request, ...]:
    """Requests that come to so many needs, and together to about so many people."""
    dice = Dice(seed=seed, name="requests")
    drawn = _until_enough(_requests(dice, today=today, sites=sites, regions=regions), needs=needs)
    # Twice, because a request is never for less than one person or one post.
    for _ in range(2):
        total = sum(request.people * request.rotations for request in drawn)
        drawn = [request.resized(people / total) for request in drawn]
    return tuple(drawn)


def _until_enough(requests: Iterator[Request], *, needs: int) -> list[Request]:
    enough: list[Request] = []
    still = needs
    while still > 0:
        request = next(requests)
        if request.rotations <= still:
            enough.append(request)
            still -= request.rotations
    return enough


def _requests(dice: Dice, *, today: date, sites: tuple[Site, ...], regions: tuple[Region, ...]) -> Iterator[Request]:
    by_id = {region.id: region for region in regions}
    supervisors = {site.id: draw_full_name(dice) for site in sites}
    numbers = count(1)
    occasions = _occasions(dice, sites=sites)
    while True:
        site, trades = next(occasions)
        sitting = _draw_round(dice, today=today, site=site, region=by_id[site.region], who=supervisors[site.id])
        for trade in trades:
            yield _draw_request(dice, sitting=sitting, trade=trade, number=next(numbers))


def _occasions(dice: Dice, *, sites: tuple[Site, ...]) -> Iterator[tuple[Site, list[Trade]]]:
    """Every trade once, where it fits, so that none is missing; then site after site, as long as anybody listens."""
    for trade in TRADES:
        yield dice.pick([site for site in sites if trade in _fitting(site.kind)] or sites), [trade]
    while True:
        for site in dice.shuffled(sites):
            yield site, _draw_trades(dice, kind=site.kind)


def _fitting(kind: str) -> list[Trade]:
    return [trade for trade in TRADES if trade.role in _ASKED_AT[kind].split()]


def draw_full_name(dice: Dice) -> str:
    """Somebody who answers for a site or sits at a desk."""
    community = dice.pick(tuple(Community))
    name = draw_name(
        dice,
        community=community,
        gender=dice.pick(tuple(Gender)),
        surname=draw_surname(dice, community=community),
        father=draw_father(dice, community=community),
    )
    return written(name, script=Script.LATIN, dice=dice).given_first


def _draw_round(dice: Dice, *, today: date, site: Site, region: Region, who: str) -> _Round:
    length, rotations = dice.draw(_ROTATION), dice.draw(_ROTATIONS)
    latest = HORIZON_DAYS - length * rotations
    return _Round(
        site=site,
        region=region,
        supervisor=who,
        first_day=today + timedelta(days=NOTICE_DAYS + int(latest * dice.fraction() * dice.fraction())),
        rotation_days=length,
        rotations=rotations,
        priority=dice.draw(_PRIORITY),
    )


def _draw_trades(dice: Dice, *, kind: str) -> list[Trade]:
    fitting = _fitting(kind)
    odds = Odds(fitting, [trade.asked for trade in fitting])
    drawn = [dice.draw(odds) for _ in range(dice.draw(_ROLES_AT_ONCE))]
    return list(dict.fromkeys(drawn))


def _draw_request(dice: Dice, *, sitting: _Round, trade: Trade, number: int) -> Request:
    heads = max(1, round(trade.heads * dice.spread(0.5)))
    by_posts = trade.around_the_clock and dice.chance(0.6)
    hours = dice.draw(_HOURS)
    risk = _risk(trade, region=sitting.region)
    return Request(
        id=f"R{number:04d}",
        site=sitting.site.id,
        trade=trade,
        level=Level.SUPERVISED if trade is HELPER else dice.draw(_LEVEL),
        languages=_draw_languages(dice, trade=trade, region=sitting.region),
        first_day=sitting.first_day,
        rotation_days=sitting.rotation_days,
        rotations=sitting.rotations,
        headcount=None if by_posts else heads,
        posts=max(1, round(heads * 48 / 7 / hours)) if by_posts else None,
        hours_per_day=hours if by_posts else None,
        supervisor=sitting.supervisor,
        provided=joined_text(text(_PROVIDED_AT.get(sitting.site.kind, "provided_house")), text("provided_gear")),
        hazards=joined_text(*(text(f"hazard_{name}") for name in _hazards(trade, sitting=sitting))),
        without_it=text(f"without_{trade.role}"),
        risk=risk,
        priority=min(5, max(1, sitting.priority + dice.between(-1, 1))),
    )


def _draw_languages(dice: Dice, *, trade: Trade, region: Region) -> tuple[tuple[str, ...], ...]:
    """An interpreter needs a language of the place and one of those who come; others one that is spoken there."""
    spoken = region.languages
    if trade.role == "2643":
        return ((dice.pick(spoken),), ("en", "ru", "fr"))
    if not trade.speaks or not dice.chance(0.8):
        return ()
    return (spoken[:2],) if len(spoken) > 1 and dice.chance(0.5) else ((dice.pick(spoken),),)


def _hazards(trade: Trade, *, sitting: _Round) -> list[str]:
    names = ["aftershocks"] if sitting.region.is_risk_zone else []
    names += ["cold"] if sitting.site.kind == "camp" else []
    names.append(_HAZARD_OF_ROLE.get(trade.role, "cold"))
    return list(dict.fromkeys(names))


def _risk(trade: Trade, *, region: Region) -> Risk:
    if region.is_risk_zone:
        return Risk.HIGH
    return Risk.RAISED if trade.role in _RISKY_ROLES else Risk.LOW
