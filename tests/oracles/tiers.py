"""The lower tiers of a tiny operation, worked out plainly: what every set of calls gains, and every set there is."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain, product

from tests.oracles.brute_force import Prices, relaxed_schedules, schedules
from tests.oracles.hard_rules import is_eligible, is_open, left, limits_hold, may_be_away, taken
from tests.oracles.tiny_operation import Cells, Deployment, TinyOperation

Gains = tuple[int, int, int, int, int]


def gains(operation: TinyOperation, calls: list[Deployment], prices: Prices) -> Gains:
    """Weight, less waste, less kilometres, points kept, hours waited."""
    return (
        operation.value(calls),
        -sum(waste(operation, call, prices) for call in calls),
        -sum(kilometres(operation, call) for call in calls),
        sum(points for row, points in told(operation) if row in calls),
        sum(hours(operation, person) for person in {call.person for call in calls}),
    )


def pays(operation: TinyOperation, need: str, prices: Prices) -> int:
    """What a need leaves to whoever fills a place."""
    if not is_open(operation, need):
        return 0
    anybody = operation.deployment("anybody", need)
    someone = replace(operation, people={"anybody": {"travel": "own"}})
    paid = sum(prices.get(limit, 0) * amount for limit, amount in taken(someone, [anybody]).items())
    return max(0, 1000 * operation.weight(anybody) - paid)


def waste(operation: TinyOperation, call: Deployment, prices: Prices) -> int:
    kept_from = [
        pays(operation, need, prices)
        for need in operation.needs
        if is_eligible(operation, call.person, need)
        and may_be_away(operation, call.person, operation.absence(operation.deployment(call.person, need)))
        and clash(operation, call, operation.deployment(call.person, need))
    ]
    return max([0, *(paid - pays(operation, call.need, prices) for paid in kept_from)])


def clash(operation: TinyOperation, one: Deployment, other: Deployment) -> bool:
    earlier, later = sorted([operation.absence(one), operation.absence(other)])
    return (later[0] - earlier[1]).days - 1 < operation.rest_days


def kilometres(operation: TinyOperation, call: Deployment) -> int:
    home = operation.people[call.person].get("home", "")
    site = operation.sites[operation.site(call)]
    places = {row["place_id"]: row for row in operation.places}
    if home in places and site.get("lat"):
        return great_circle(places[home], site)
    region = operation.region(call)
    return 500 * sum(int(row["days"]) for row in operation.routes if (row["home"], row["region"]) == (home, region))


def great_circle(one: Cells, other: Cells) -> int:
    lat, lon = math.radians(float(one["lat"])), math.radians(float(one["lon"]))
    north, east = math.radians(float(other["lat"])), math.radians(float(other["lon"]))
    half = math.sin((north - lat) / 2) ** 2 + math.cos(lat) * math.cos(north) * math.sin((east - lon) / 2) ** 2
    return math.floor(2 * 6371 * math.asin(math.sqrt(half)) + 0.5)


def told(operation: TinyOperation) -> list[tuple[Deployment, int]]:
    """What is soft, with the points that taking it back costs."""
    rows = []
    for row in operation.announced:
        if row["state"] in ("called", "accepted"):
            need = operation.needs[row["need_id"]]
            first = date.fromisoformat(row.get("first_day") or need["first_day"])
            last = date.fromisoformat(row.get("last_day") or need["last_day"])
            call = Deployment(person=row["person_id"], need=row["need_id"], first=first, last=last)
            away = max(0, (operation.absence(call)[0] - operation.as_of).days)
            rows.append((call, {"called": 1, "accepted": 3}[row["state"]] * (1 + max(0, 14 - away))))
    return rows


def hours(operation: TinyOperation, person: str) -> int:
    try:
        registered = datetime.fromisoformat(operation.people[person].get("registered_at", ""))
    except ValueError:
        return 0
    since = registered if registered.tzinfo else registered.replace(tzinfo=UTC)
    begins = datetime(operation.as_of.year, operation.as_of.month, operation.as_of.day, tzinfo=UTC)
    return max(0, int((begins - since).total_seconds() // 3600))


def plans(operation: TinyOperation, most: int) -> list[list[Deployment]] | None:
    """Every set of new calls that the rules allow, no unit with a fixed member called; None if there were too many."""
    fixed = {row.person for row in operation.fixed}
    choices = [list(schedules(operation, unit)) for unit in operation.units if fixed.isdisjoint(unit)]
    if math.prod(map(len, choices)) > most:
        return None
    return list(_allowed(operation, choices))


def _allowed(operation: TinyOperation, choices: list[list[tuple[Deployment, ...]]]) -> Iterator[list[Deployment]]:
    for chosen in product(*choices):
        calls = list(chain.from_iterable(chosen))
        if limits_hold(operation, calls):
            yield calls


def values(operation: TinyOperation, gained: Gains) -> Mapping[str, int]:
    """As proof.json has them, but for the first tier, where those who are fixed count too."""
    points = sum(points for _, points in told(operation))
    return {"waste": -gained[1], "travel": -gained[2], "change": points - gained[3], "waiting": gained[4]}


def most(operation: TinyOperation, rates: list[int], charged: Prices, prices: Prices) -> int:
    """What all units together could gain at these rates, less what is charged: the U of a certificate.

    `prices` are those of the first tier, by which waste is priced.
    """
    fixed = {row.person for row in operation.fixed}
    total = sum(price * (left(operation, limit) or 0) for limit, price in charged.items())
    full = [*rates, *[0] * (5 - len(rates))]
    for unit in operation.units:
        if fixed.isdisjoint(unit):
            total += max(_worths(operation, unit, full, charged, prices))
    return total


def _worths(
    operation: TinyOperation, unit: list[str], rates: list[int], charged: Prices, prices: Prices
) -> Iterator[int]:
    for calls in relaxed_schedules(operation, unit):
        paid = sum(charged.get(limit, 0) * amount for limit, amount in taken(operation, calls).items())
        gained = gains(operation, calls, prices)
        yield sum(rate * gain for rate, gain in zip(rates, gained, strict=True)) - paid


def certificate_bound(
    operation: TinyOperation, rates: list[int], charged: Prices, prices: Prices, reached: Gains
) -> int:
    """The bound of the tier that the last rate is of."""
    counted = sum(rate * gain for rate, gain in zip(rates[:-1], reached, strict=False))
    gain = (most(operation, rates, charged, prices) - counted) // rates[-1]
    points = sum(points for _, points in told(operation))
    return [gain, max(0, -gain), max(0, -gain), max(0, points - gain), gain][len(rates) - 1]
