"""The hard rules of FORMATS.md on a tiny operation, each as one plain function, in their order there."""

from collections import Counter
from datetime import date
from itertools import combinations

from tests.oracles.tiny_operation import ONE_DAY, Deployment, Stay, TinyOperation, days_of, listed


def is_eligible(operation: TinyOperation, person: str, need: str) -> bool:
    """Rule 1."""
    offer, wanted = operation.people[person], operation.needs[need]
    verified = wanted.get("verified", "") == "yes"
    return (
        any(
            entry.split(":")[0] == wanted["role"]
            and int(entry.split(":")[1]) >= int(wanted["level"])
            and (entry.endswith(":v") or not verified)
            for entry in listed(offer.get("roles", ""))
        )
        and all(
            f"{tag}:v" in listed(offer.get("has", "")) or (tag in listed(offer.get("has", "")) and not verified)
            for tag in listed(wanted.get("requires", ""))
        )
        and all(
            any(language in listed(offer.get("languages", "")) for language in either.split("|"))
            for either in listed(wanted.get("languages", ""))
        )
    )


def free_days(operation: TinyOperation, person: str) -> set[date]:
    """Every single day on which somebody is free: windows that touch are thereby joined."""
    offer = operation.people[person]
    spans = [(item.split("/")[0], item.split("/")[1]) for item in listed(offer.get("windows", ""))]
    if not spans and offer.get("first_day"):
        spans = [(offer["first_day"], offer["last_day"])]
    return {day for first, last in spans for day in days_of(date.fromisoformat(first), date.fromisoformat(last))}


def is_incomplete(operation: TinyOperation, person: str) -> bool:
    offer = operation.people[person]
    needs_seat = operation.transport is not None and offer.get("travel", "") != "own"
    homeless = needs_seat and not offer.get("home")
    return homeless or not offer.get("roles") or not free_days(operation, person)


def may_be_away(operation: TinyOperation, person: str, away: Stay) -> bool:
    """Rule 2, one absence."""
    offer, days = operation.people[person], list(days_of(*away))
    longest, rested_from = offer.get("max_stay_days"), offer.get("rested_from")
    return (
        set(days) <= free_days(operation, person)
        and (not longest or len(days) <= int(longest))
        and (not rested_from or away[0] >= date.fromisoformat(rested_from))
    )


def total_is_kept(operation: TinyOperation, person: str, absences: list[Stay]) -> bool:
    """Rule 2, all absences together."""
    most = operation.people[person].get("max_total_days")
    return not most or sum(len(list(days_of(*away))) for away in absences) <= int(most)


def are_rested(operation: TinyOperation, absences: list[Stay]) -> bool:
    """Rule 3, for every two of them."""
    return all(is_rested_between(operation, *sorted(pair)) for pair in combinations(absences, 2))


def is_rested_between(operation: TinyOperation, earlier: Stay, later: Stay) -> bool:
    return later[0] >= earlier[1] + (operation.rest_days + 1) * ONE_DAY


def is_open(operation: TinyOperation, need: str) -> bool:
    """Rule 5: a need that began before the day of planning takes fixed people only."""
    return date.fromisoformat(operation.needs[need]["first_day"]) >= operation.as_of


Limit = tuple[str, ...]


def taken(operation: TinyOperation, deployments: list[Deployment], *, since: date = date.min) -> Counter[Limit]:
    """What deployments take of every limit; a driver takes less than nothing of the seats."""
    use: Counter[Limit] = Counter()
    for deployment in deployments:
        offer, site, region = (
            operation.people[deployment.person],
            operation.site(deployment),
            operation.region(deployment),
        )
        use["headcount", deployment.need, ""] += 1
        for day in days_of(deployment.first, deployment.last):
            if day >= since and offer.get("lodging", "") != "own":
                use["beds", site, str(day)] += 1
        if deployment.first >= since:
            use["reception", region, str(deployment.first)] += 1
        departure, home = operation.absence(deployment)[0], offer.get("home", "")
        if operation.transport is not None and departure >= since and home and offer.get("travel", "") != "own":
            place = (home, region) if operation.seats_by_region else (home,)
            use["seats", *place, str(departure)] -= int(offer["seats"]) if offer.get("seats") else -1
    return use


def limit_of(operation: TinyOperation, limit: Limit) -> int | None:
    """None where nobody set one."""
    match limit:
        case ("headcount", need, _):
            return int(operation.needs[need]["headcount"])
        case ("beds", site, day):
            override = [row["beds"] for row in operation.beds if (row["site_id"], row["day"]) == (site, day)]
            beds = (override or [operation.sites[site].get("beds", "")])[0]
            return int(beds) if beds else None
        case ("reception", region, day):
            arrivals = [row["arrivals"] for row in operation.reception if (row["region"], row["day"]) == (region, day)]
            return int(arrivals[0]) if arrivals else None
        case ("seats", *place, day):
            rows = operation.transport or []
            seats = [row["seats"] for row in rows if [row["home"], *([row["region"]] if place[1:] else [])] == place]
            days = [row["day"] for row in rows if [row["home"], *([row["region"]] if place[1:] else [])] == place]
            return sum(int(count) for count, when in zip(seats, days, strict=True) if when == day)
    raise AssertionError(limit)


def left(operation: TinyOperation, limit: Limit) -> int | None:
    """Rule 7: what fixed people leave."""
    most = limit_of(operation, limit)
    return None if most is None else max(0, most - taken(operation, operation.fixed, since=operation.as_of)[limit])


def conflicts(operation: TinyOperation) -> list[tuple[str, str, str, int]]:
    """Rule 7: every excess of fixed people alone, as conflicts.csv has it."""
    use = taken(operation, operation.fixed, since=operation.as_of)
    lines = []
    for limit, amount in sorted(use.items()):
        most = limit_of(operation, limit)
        if most is not None and amount > most:
            lines.append((limit[0], ":".join(limit[1:-1]), limit[-1], amount - most))
    return lines


def limits_hold(operation: TinyOperation, deployments: list[Deployment]) -> bool:
    """Rules 5 and 6, for all who are newly called."""
    for limit, amount in taken(operation, deployments).items():
        remains = left(operation, limit)
        if remains is not None and amount > remains:
            return False
    return True
