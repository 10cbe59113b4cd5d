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
from standby.domain.points import MapPoint
from standby.rooms.callup.insurance import Rows, insurance_priority, laid, rows_of, weights_of_both
from standby.rooms.callup.models import CallState
from standby.rooms.callup.queries.holding import Holding
from standby.rooms.needs.queries.forecasts import ForecastView
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.planning import Plannable
from standby.rooms.places.queries.limits import Limits
from standby.rooms.places.queries.points import Points

_HOURS_A_DAY = 24
_HUNDRED = 100
_NEEDS = (
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
)
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
    # Without them a journey counts by its days on the way alone.
    points: Points = field(default_factory=Points)
    # By the need's code, how many a plan is to call; without it, as many as are asked for, in one row each.
    to_call: Mapping[str, int] | None = None
    # What may be needed, for which people are kept free.
    forecasts: Sequence[ForecastView] = ()
    # Whether calls may change whose people leave within the notice hours.
    changes_notice: bool = False

    @property
    def rows(self) -> dict[str, Rows]:
        """By the need's code. One that is no longer open keeps the people it has and is given no others: they are
        fixed or released.
        """
        wanted = self.to_call or {}
        return rows_of(
            {
                need.code: (need.headcount, wanted.get(need.code, need.headcount)) if need.is_open else (0, 0)
                for need in self.needs
            }
        )

    @property
    def laid(self) -> dict[tuple[str, str], str]:
        """The row in which each person holds their call: places go to those first whom a plan moves least easily."""
        soon = self._leaving_soon()
        held = sorted(
            self.holding,
            key=lambda one: (
                not one.is_fixed,
                one.person_ref not in soon,
                one.state is not CallState.ACCEPTED,
                one.person_ref,
                one.need_code,
            ),
        )
        return laid([(one.person_ref, one.need_code) for one in held], self.rows)

    def _leaving_soon(self) -> set[str]:
        """Who leaves within the notice hours, with everybody they travel with: the planner moves none of them."""
        people = {person.ref: person for person in self.people}
        regions = {need.code: need.region_code for need in self.needs}
        leaving = [
            people[held.person_ref]
            for held in self.holding
            if held.person_ref in people
            and self._hours_left(held, people[held.person_ref], regions) < self.operation.policy.notice_hours
        ]
        parties = {person.party for person in leaving if person.party}
        return {person.ref for person in leaving} | {ref for ref, one in people.items() if one.party in parties}

    def _hours_left(self, held: Holding, person: Plannable, regions: Mapping[str, str]) -> int:
        """From the beginning of the day of planning to the day on which somebody sets out."""
        way = self.limits.routes.get((person.offer.home, regions[held.need_code]), 0)
        return ((held.days.first - self.as_of).days - way) * _HOURS_A_DAY


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
    limits, points = given.limits, given.points
    sites = ((site.code, site.region, site.beds, *_degrees(points.sites.get(site.code))) for site in limits.sites)
    _table(folder / "sites.csv", ("site_id", "region", "beds", "lat", "lon"), sites)
    if points.homes:
        homes = ((code, *_degrees(point)) for code, point in sorted(points.homes.items()))
        _table(folder / "places.csv", ("place_id", "lat", "lon"), homes)
    beds = ((code, day, number) for (code, day), number in sorted(limits.beds.items()))
    _table(folder / "beds.csv", ("site_id", "day", "beds"), beds)
    _table(folder / "reception.csv", ("region", "day", "arrivals"), _reception_rows(given))
    if limits.seats:
        seats = ((home, day, number, region) for (home, region, day), number in sorted(limits.seats.items()))
        _write_transport(folder, list(seats))
    routes = ((home, region, days) for (home, region), days in sorted(limits.routes.items()))
    _table(folder / "routes.csv", ("home", "region", "days"), routes)


def _degrees(point: MapPoint | None) -> tuple[object, object]:
    return (point.lat, point.lon) if point else ("", "")


def _write_transport(folder: Path, rows: list[tuple[str, date, int, str]]) -> None:
    """With a region column where any bus serves one region only: then every bus has to say which."""
    if any(region for *_, region in rows):
        _table(folder / "transport.csv", ("home", "day", "seats", "region"), rows)
    else:
        _table(folder / "transport.csv", ("home", "day", "seats"), (row[:3] for row in rows))


def _reception_rows(given: PlanInput) -> Iterable[tuple[object, ...]]:
    """A region's usual number of arrivals on every day somebody could arrive, and its own number where it has one."""
    days = {one.days.first for one in given.needs} | {one.days.first for one in given.forecasts}
    usual = {(region, day): number for region, number in given.limits.arrivals.items() for day in days}
    return ((region, day, number) for (region, day), number in sorted({**usual, **given.limits.reception}.items()))


def _write_needs(folder: Path, given: PlanInput) -> None:
    rows = given.rows
    found = (row for need in given.needs for row in _need_rows(need, rows[need.code]))
    _table(folder / "needs.csv", (*_NEEDS, "need_group"), found)
    if given.forecasts:
        expected = (_forecast_row(one) for one in given.forecasts)
        _table(folder / "forecast.csv", (*_NEEDS, "probability"), expected)


def _forecast_row(one: ForecastView) -> tuple[object, ...]:
    return *_asked(one, one.code, one.headcount, one.priority), f"{one.percent / _HUNDRED:.2f}"


def _need_rows(need: NeedView, rows: Rows) -> Iterable[tuple[object, ...]]:
    """Its places; and right below, with the lower priority, its insurance."""
    yield _need_row(need, rows.code, rows.places, need.priority)
    if rows.more_id:
        yield _need_row(need, rows.more_id, rows.more, insurance_priority(need.priority))


def _need_row(need: NeedView, row_id: str, headcount: int, priority: int) -> tuple[object, ...]:
    return *_asked(need, row_id, headcount, priority), need.request_code


def _asked(need: NeedView | ForecastView, row_id: str, headcount: int, priority: int) -> tuple[object, ...]:
    return (
        row_id,
        need.site_code,
        need.role,
        int(need.level),
        ";".join(need.tags),
        "yes" if need.needs_verified else "no",
        ";".join(need.languages),
        need.days.first,
        need.days.last,
        headcount,
        priority,
    )


def _write_announced(folder: Path, given: PlanInput) -> None:
    places = given.laid
    rows = (
        (
            held.person_ref,
            places[held.person_ref, held.need_code],
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
        f"weights = {json.dumps(list(policy.weights) if given.to_call is None else weights_of_both(policy.weights))}",
        f"notice_hours = {policy.notice_hours}",
        f"seed = {given.seed}",
        *(["change_within_notice = true"] if given.changes_notice else []),
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
