"""The operation as the files that the planner and the checker read (FORMATS.md). Nobody is named in them.

People stand by their reference, needs, sites, regions and homes by their codes.
"""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from standby.domain.offers import Lodging, PartyRule, Travel
from standby.rooms.callup.queries.holding import Holding
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.planning import Plannable
from standby.rooms.places.queries.limits import Limits

_STATE_IN_FILES = {"interested": "called"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanInput:
    """Everything a plan is made from, read in one go."""

    operation: OperationView
    as_of: date
    seed: int
    people: Sequence[Plannable]
    needs: Sequence[NeedView]
    limits: Limits
    holding: Sequence[Holding]
    # By the need's code, how many a plan is to call; a need that is absent gets as many as it asks for.
    to_call: Mapping[str, int] = field(default_factory=dict)


def write_input(folder: Path, given: PlanInput) -> None:
    _write_people(folder, given)
    _write_places(folder, given)
    _write_needs(folder, given)
    _write_announced(folder, given)
    _write_policy(folder, given)


def _write_people(folder: Path, given: PlanInput) -> None:
    header = (
        "person_id",
        "roles",
        "has",
        "languages",
        "windows",
        "max_stay_days",
        "max_total_days",
        "rested_from",
        "home",
        "travel",
        "seats",
        "lodging",
        "party",
        "party_rule",
        "registered_at",
    )
    _table(folder / "people.csv", header, (_person_row(person) for person in given.people))


def _person_row(person: Plannable) -> tuple[object, ...]:
    offer = person.offer
    return (
        person.ref,
        ";".join(str(role) for role in offer.roles),
        ";".join(offer.tags),
        ";".join(offer.languages),
        ";".join(f"{span.first}/{span.last}" for span in offer.windows),
        offer.max_stay_days,
        offer.max_total_days,
        offer.rested_from,
        offer.home,
        offer.travel.value if offer.travel is not Travel.SEAT else "",
        offer.seats,
        offer.lodging.value if offer.lodging is not Lodging.NEED else "",
        person.party,
        offer.party_rule.value if offer.party_rule is not PartyRule.TOGETHER else "",
        person.registered_at.isoformat(),
    )


def _write_places(folder: Path, given: PlanInput) -> None:
    limits = given.limits
    sites = ((site.code, site.region, site.beds) for site in limits.sites)
    _table(folder / "sites.csv", ("site_id", "region", "beds"), sites)
    beds = ((code, day, number) for (code, day), number in sorted(limits.beds.items()))
    _table(folder / "beds.csv", ("site_id", "day", "beds"), beds)
    _table(folder / "reception.csv", ("region", "day", "arrivals"), _reception_rows(given))
    if limits.seats:
        seats = ((home, day, number, region) for (home, region, day), number in sorted(limits.seats.items()))
        _write_transport(folder, list(seats))
    routes = ((home, region, days) for (home, region), days in sorted(limits.routes.items()))
    _table(folder / "routes.csv", ("home", "region", "days"), routes)


def _write_transport(folder: Path, rows: list[tuple[str, date, int, str]]) -> None:
    """With a region column where any bus serves one region only: then every bus has to say which."""
    if any(region for *_, region in rows):
        _table(folder / "transport.csv", ("home", "day", "seats", "region"), rows)
    else:
        _table(folder / "transport.csv", ("home", "day", "seats"), (row[:3] for row in rows))


def _reception_rows(given: PlanInput) -> Iterable[tuple[object, ...]]:
    """A region's usual number of arrivals on every day somebody could arrive, and its own number where it has one."""
    days = {need.days.first for need in given.needs}
    usual = {(region, day): number for region, number in given.limits.arrivals.items() for day in days}
    return ((region, day, number) for (region, day), number in sorted({**usual, **given.limits.reception}.items()))


def _write_needs(folder: Path, given: PlanInput) -> None:
    header = (
        "need_id",
        "site_id",
        "role",
        "level",
        "requires",
        "verified",
        "languages",
        "first_day",
        "last_day",
        "headcount",
        "priority",
        "need_group",
    )
    _table(folder / "needs.csv", header, (_need_row(need, given.to_call) for need in given.needs))


def _need_row(need: NeedView, to_call: Mapping[str, int]) -> tuple[object, ...]:
    return (
        need.code,
        need.site_code,
        need.role,
        int(need.level),
        ";".join(need.tags),
        "yes" if need.needs_verified else "no",
        ";".join(need.languages),
        need.days.first,
        need.days.last,
        # A need that is no longer open keeps the people it has and is given no others: they are fixed or released.
        to_call.get(need.code, need.headcount) if need.is_open else 0,
        need.priority,
        need.request_code,
    )


def _write_announced(folder: Path, given: PlanInput) -> None:
    rows = (
        (
            held.person_ref,
            held.need_code,
            _STATE_IN_FILES.get(held.state, held.state),
            held.days.first,
            held.days.last,
        )
        for held in given.holding
    )
    _table(folder / "announced.csv", ("person_id", "need_id", "state", "first_day", "last_day"), rows)


def _write_policy(folder: Path, given: PlanInput) -> None:
    policy = given.operation.policy
    lines = (
        f"as_of = {given.as_of.isoformat()}",
        f"rest_days = {policy.rest_days}",
        f"weights = {json.dumps(list(policy.weights))}",
        f"notice_hours = {policy.notice_hours}",
        f"seed = {given.seed}",
    )
    (folder / "policy.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_choices(folder: Path, given: PlanInput, *, risks: Mapping[str, int]) -> None:
    """How many are called depends on these too. No planner reads the file: it tells later whether they were changed."""
    policy = given.operation.policy
    asked = {need.request_code: need.request_ref for need in given.needs}
    rows = [
        ("*", policy.shortfall_risk, policy.waves),
        *((role, share, "") for role, share in policy.over_call.items()),
    ]
    own = [(code, risks[ref], "") for code, ref in asked.items() if ref in risks]
    _table(
        folder / "turnout.csv",
        ("of", "risk", "waves"),
        sorted((str(one), two, three) for one, two, three in [*rows, *own]),
    )


def _table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(["" if value is None else value for value in row] for row in rows)
