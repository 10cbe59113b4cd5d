"""An operation as the files of FORMATS.md: what an operation made in memory is hashed, checked and handed on as."""

from collections.abc import Iterable, Sequence

from standby.domain.days import Days
from standby.domain.offers import Lodging, PartyRule, Travel
from standby.formats.rows import as_csv
from standby.planning.operation import Need, Operation, Person, Policy

_PEOPLE = (
    "person_id", "roles", "has", "languages", "windows", "max_stay_days", "max_total_days", "rested_from", "home",
    "travel", "seats", "lodging", "party", "party_rule", "registered_at",
)  # fmt: skip
_NEEDS = (
    "need_id", "site_id", "role", "level", "requires", "verified", "languages", "first_day", "last_day", "headcount",
    "priority", "need_group",
)  # fmt: skip


def operation_files(operation: Operation) -> dict[str, bytes]:
    """Every file that the operation needs, rows in the order of their ids; reading them gives the operation back."""
    files = {
        "people.csv": as_csv(_PEOPLE, map(_person, sorted(operation.people, key=lambda person: person.person_id))),
        "sites.csv": _sites(operation),
        "needs.csv": as_csv(_NEEDS, map(_need, sorted(operation.needs, key=lambda need: need.need_id))),
        "policy.toml": _policy(operation.policy),
    }
    if operation.beds:
        files["beds.csv"] = _table("site_id day beds", [(*key, limit) for key, limit in operation.beds.items()])
    if operation.arrivals:
        rows = [(*key, limit) for key, limit in operation.arrivals.items()]
        files["reception.csv"] = _table("region day arrivals", rows)
    if operation.routes:
        files["routes.csv"] = _table("home region days", [(*key, days) for key, days in operation.routes.items()])
    if operation.places:
        points = [(key, point.lat, point.lon) for key, point in operation.places.items()]
        files["places.csv"] = _table("place_id lat lon", points)
    if operation.announced:
        files["announced.csv"] = _announced(operation)
    if operation.forecast:
        ordered = sorted(operation.forecast, key=lambda row: row.need.need_id)
        foreseen = ((*_need(row.need), f"{row.percent / 100:.2f}") for row in ordered)
        files["forecast.csv"] = as_csv((*_NEEDS, "probability"), foreseen)
    return files | _transport(operation)


def _table(columns: str, rows: Iterable[Sequence[object]]) -> bytes:
    return as_csv(columns.split(), sorted(rows, key=lambda row: tuple(map(str, row))))


def _person(person: Person) -> tuple[object, ...]:
    offer = person.offer
    return (
        person.person_id,
        ";".join(map(str, offer.roles)),
        ";".join(offer.tags),
        ";".join(offer.languages),
        ";".join(map(_window, offer.windows)),
        _or_empty(offer.max_stay_days),
        _or_empty(offer.max_total_days),
        _or_empty(offer.rested_from),
        offer.home,
        "" if offer.travel is Travel.SEAT else offer.travel.value,
        _or_empty(offer.seats),
        "" if offer.lodging is Lodging.NEED else offer.lodging.value,
        offer.party,
        "" if offer.party_rule is PartyRule.TOGETHER else offer.party_rule.value,
        person.registered_at,
    )


def _window(days: Days) -> str:
    return f"{days.first}/{days.last}"


def _or_empty(value: object) -> object:
    return "" if value is None else value


def _need(need: Need) -> tuple[object, ...]:
    return (
        need.need_id,
        need.site_id,
        need.role,
        int(need.level),
        ";".join(need.requires),
        "yes" if need.must_be_verified else "no",
        ";".join("|".join(condition) for condition in need.languages),
        need.days.first,
        need.days.last,
        need.headcount,
        need.priority,
        need.need_group,
    )


def _sites(operation: Operation) -> bytes:
    rows = [
        (
            site.site_id,
            site.region,
            _or_empty(site.beds),
            site.point.lat if site.point else "",
            site.point.lon if site.point else "",
        )
        for site in operation.sites
    ]
    return _table("site_id region beds lat lon", rows)


def _announced(operation: Operation) -> bytes:
    rows = [(row.person_id, row.need_id, row.state.value, row.days.first, row.days.last) for row in operation.announced]
    return _table("person_id need_id state first_day last_day", rows)


def _transport(operation: Operation) -> dict[str, bytes]:
    transport = operation.transport
    if transport is None:
        return {}
    if transport.by_region:
        rows = [(home, region, day, seats) for (home, region, day), seats in transport.seats.items()]
        return {"transport.csv": _table("home region day seats", rows)}
    plain = [(home, day, seats) for (home, _, day), seats in transport.seats.items()]
    return {"transport.csv": _table("home day seats", plain)}


def _policy(policy: Policy) -> bytes:
    lines = [f"as_of = {policy.as_of}"] if policy.as_of else []
    lines += [
        f"rest_days = {policy.rest_days}",
        f"weights = [{', '.join(map(str, policy.weights))}]",
        f"notice_hours = {policy.notice_hours}",
        f"seed = {policy.seed}",
    ]
    if policy.change_within_notice:
        lines.append("change_within_notice = true")
    return ("\n".join(lines) + "\n").encode()
