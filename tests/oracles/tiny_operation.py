"""A tiny operation read plainly, row by row, for the brute-force oracle. No cleverness: it must be obviously right."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

FIXED_STATES = ("travelling", "arrived", "briefed", "on_duty")
ONE_DAY = timedelta(days=1)

Cells = Mapping[str, str]
Stay = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """One person at one need, on its site days."""

    person: str
    need: str
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class TinyOperation:
    people: dict[str, Cells]
    needs: dict[str, Cells]
    sites: dict[str, Cells]
    beds: list[Cells]
    reception: list[Cells]
    transport: list[Cells] | None
    seats_by_region: bool
    routes: list[Cells]
    places: list[Cells]
    announced: list[Cells]
    policy: Mapping[str, object]

    @cached_property
    def as_of(self) -> date:
        days = [date.fromisoformat(need["first_day"]) for need in self.needs.values()]
        given = self.policy.get("as_of")
        return date.fromisoformat(str(given)) if given is not None else min(days, default=date.min)

    @cached_property
    def rest_days(self) -> int:
        return int(str(self.policy.get("rest_days", 2)))

    @cached_property
    def fixed(self) -> list[Deployment]:
        rows = []
        for row in self.announced:
            if row["state"] in FIXED_STATES:
                need = self.needs[row["need_id"]]
                first = row.get("first_day") or need["first_day"]
                last = row.get("last_day") or need["last_day"]
                days = (date.fromisoformat(first), date.fromisoformat(last))
                rows.append(Deployment(person=row["person_id"], need=row["need_id"], first=days[0], last=days[1]))
        return rows

    @cached_property
    def units(self) -> list[list[str]]:
        """Who is planned together, each unit by smallest id first."""
        units: dict[str, list[str]] = {}
        for name in sorted(self.people):
            person = self.people[name]
            party = person.get("party", "")
            companions = [other for other in self.people.values() if party and other.get("party", "") == party]
            splits = all(other.get("party_rule", "") == "may_split" for other in companions)
            units.setdefault(f"single {name}" if not party or splits else f"party {party}", []).append(name)
        return list(units.values())

    def deployment(self, person: str, need: str) -> Deployment:
        row = self.needs[need]
        first, last = date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])
        return Deployment(person=person, need=need, first=first, last=last)

    def site(self, deployment: Deployment) -> str:
        return self.needs[deployment.need]["site_id"]

    def region(self, deployment: Deployment) -> str:
        return self.sites[self.site(deployment)].get("region", "")

    def absence(self, deployment: Deployment) -> Stay:
        home, region = self.people[deployment.person].get("home", ""), self.region(deployment)
        travel = sum(int(row["days"]) for row in self.routes if (row["home"], row["region"]) == (home, region))
        return deployment.first - travel * ONE_DAY, deployment.last + travel * ONE_DAY

    def weight(self, deployment: Deployment) -> int:
        weights = self.policy.get("weights", [100, 30, 10, 3, 1])
        assert isinstance(weights, list)
        return int(weights[int(self.needs[deployment.need]["priority"]) - 1])

    def value(self, deployments: list[Deployment]) -> int:
        return sum(self.weight(deployment) for deployment in deployments)


def days_of(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += ONE_DAY


def listed(cell: str) -> list[str]:
    return [item for item in cell.split(";") if item]


def read_tiny(folder: Path) -> TinyOperation:
    policy = folder / "policy.toml"
    transport = _rows(folder / "transport.csv") if (folder / "transport.csv").exists() else None
    return TinyOperation(
        people={row["person_id"]: row for row in _rows(folder / "people.csv")},
        needs={row["need_id"]: row for row in _rows(folder / "needs.csv")},
        sites={row["site_id"]: row for row in _rows(folder / "sites.csv")},
        beds=_rows(folder / "beds.csv"),
        reception=_rows(folder / "reception.csv"),
        transport=transport,
        seats_by_region=transport is not None
        and "region" in (folder / "transport.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(","),
        routes=_rows(folder / "routes.csv"),
        places=_rows(folder / "places.csv"),
        announced=_rows(folder / "announced.csv"),
        policy=tomllib.loads(policy.read_text(encoding="utf-8")) if policy.exists() else {},
    )


def _rows(file: Path) -> list[Cells]:
    if not file.exists():
        return []
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
