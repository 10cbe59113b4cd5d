"""Proves or refutes a plan from its files alone: `standby check DIR OUT`, or `python check.py DIR OUT` anywhere.

One file, standard library only, and not a line shared with the planner, so that a partner organisation can read all
of it in one sitting and need not trust us. DIR is the operation, OUT the plan; docs/reference/check.md says what is
verified and how the bound is recomputed from the published prices. Exit 0: everything holds; 1: each broken thing is
named on a line of its own; 2: a file cannot be read.
"""

import argparse
import csv
import hashlib
import io
import json
import math
import re
import sys
import tomllib
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

_REQUIRED = ("needs.csv", "people.csv", "sites.csv")
_OPTIONAL = (
    *("announced.csv", "beds.csv", "forecast.csv", "places.csv", "policy.toml", "reception.csv", "routes.csv"),
    "transport.csv",
)
_PLAN = ("calls.csv", "stand_by.csv", "needs.csv", "conflicts.csv", "proof.json")
_FIXED_STATES = {"travelling", "arrived", "briefed", "on_duty"}
_SOFT_STATES = {"called", "accepted"}
_RULE_OF_PRICE = {"need": "headcount", "bed": "beds", "reception": "reception", "seat": "seats"}
_STAND_BY_REASONS = {
    *("no_need_now", "skill_not_needed", "skill_not_verified", "language", "dates", "too_far", "site_full", "rest"),
    *("party_cannot_stay_together", "lapsed", "security_hold", "under_age", "incomplete", "affiliated_elsewhere"),
}
_NEED_REASONS = {"filled", "beds", "reception", "seats", "no_such_skill", "window", "party", "search_limit"}
_PROOF_KEYS = {"format", "version", "seed", "input_sha256", "tiers", "seconds", "stopped_by"}
# Armed forces are 0xxx in ISCO-08; spreadsheets drop the leading zero. One such code refuses the whole offer.
_COMBAT = re.compile(r"0\d{3}|110|210|310|3355|5412|5413|5414", re.ASCII)
_ROLE = re.compile(rf"\d{{4}}|{_COMBAT.pattern}", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COUNT = re.compile(r"\d{1,18}", re.ASCII)
_SCALE = 1000
_KM_A_DAY = 500
_EARTH_KM = 6371
_NEAR_DAYS = 14
_WEIGHT_OF_STATE = {"called": 1, "accepted": 3}
_TIERS = ("need", "waste", "travel", "change", "waiting")
_NO_LIMIT = 10**18
_MAX_DIGITS = 30
_DEEPEST_PRICE = 3  # seat, home, region, day

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

Key = tuple[str, tuple[str, ...], int]
"""A limit: its rule (headcount, beds, reception, seats), whose it is, and its day (0 where it has none)."""

Rotation = tuple[str, str, int, int]
"""Site, its region, first and last day there."""

Stay = tuple[int, int, int]
"""Last and first day of an absence, and what it is worth."""


class Unreadable(Exception):
    """The files cannot be judged at all: where, and why."""


# ---------------------------------------------------------------- What the files say


class Skills(NamedTuple):
    """What eligibility looks at, and nothing else: many people share one."""

    roles: tuple[tuple[str, int, bool], ...]
    tags: frozenset[str]
    languages: frozenset[str]


class Traveller(NamedTuple):
    """How a person weighs on the limits. `seats`: free seats of a driver, -1 for a passenger, 0 for own travel."""

    home: str
    seats: int
    needs_bed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    id: str
    skills: Skills
    traveller: Traveller
    windows: tuple[tuple[int, int], ...]
    max_stay: int
    max_total: int
    rested_from: int
    by_seat: bool
    party: str
    may_split: bool
    registered_at: str

    def may_be_away(self, first: int, last: int) -> bool:
        """Rule 2, but for the total over several absences."""
        if first < self.rested_from or last - first + 1 > self.max_stay:
            return False
        return any(opens <= first and last <= closes for opens, closes in self.windows)


class Call(NamedTuple):
    """A row of calls.csv, or a fixed row of announced.csv."""

    person: str
    need: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    id: str
    site: str
    region: str
    role: str
    level: int
    verified: bool
    tags: frozenset[str]
    languages: tuple[frozenset[str], ...]
    first: int
    last: int
    headcount: int
    priority: int
    group: str = ""

    @property
    def errand(self) -> tuple[object, ...]:
        """What is told of it: to rows of one request that ask for the same, one call is the same as another."""
        asked = (self.role, self.level, self.verified, self.tags, *sorted(map(sorted, self.languages)))
        return (self.group or f" {self.id}", self.site, self.first, self.last, *map(str, asked))

    @property
    def asks(self) -> tuple[object, ...]:
        """All that eligibility looks at: who fits one need fits every other that asks the same."""
        return (self.role, self.level, self.verified, self.tags, self.languages)

    def call(self, person: str = "") -> Call:
        return Call(person, self.id, self.first, self.last)

    def fits(self, skills: Skills) -> bool:
        """Rule 1: one role entry says it all, then every tag and every language condition."""
        return (
            any(
                code == self.role and level >= self.level and (verified or not self.verified)
                for code, level, verified in skills.roles
            )
            and self.tags <= skills.tags
            and all(not either.isdisjoint(skills.languages) for either in self.languages)
        )


class Site(NamedTuple):
    region: str
    beds: int | None
    point: tuple[float, float] | None = None


@dataclass(frozen=True, kw_only=True)
class Operation:
    """The input, parsed; every reference in it resolves."""

    digest: str
    people: dict[str, Person]
    needs: dict[str, Need]
    limits: dict[Key, int]
    sites: dict[str, Site]
    routes: dict[tuple[str, str], int]
    places: dict[str, tuple[float, float]]
    fixed: list[Call]
    soft: list[tuple[Call, str]]
    counts_seats: bool
    seats_by_region: bool
    as_of: int
    rest_days: int
    weights: dict[int, int]

    @cached_property
    def regions(self) -> set[str]:
        return {site.region for site in self.sites.values()} | {ids[1] for _, ids, _ in self.limits if len(ids) > 1}

    @cached_property
    def homes(self) -> set[str]:
        known = {person.traveller.home for person in self.people.values()}
        return (known | {ids[0] for rule, ids, _ in self.limits if rule == "seats"}) - {""}

    @cached_property
    def parties(self) -> dict[str, list[Person]]:
        """Those who stay together, the smallest id first; a party of one, or of may_splits, is single people."""
        parties: dict[str, list[Person]] = defaultdict(list)
        for person in sorted(self.people.values(), key=lambda person: person.id):
            parties[person.party].append(person)
        return {
            name: members
            for name, members in parties.items()
            if name and len(members) > 1 and not all(member.may_split for member in members)
        }

    @cached_property
    def fixed_use(self) -> Counter[Key]:
        """What fixed people take of each limit, from the day of planning on."""
        use: Counter[Key] = Counter()
        for call in self.fixed:
            for key, amount in self.uses(self.people[call.person].traveller, call):
                if key[0] == "headcount" or key[2] >= self.as_of:
                    use[key] += amount
        return use

    def is_incomplete(self, person: Person) -> bool:
        homeless = self.counts_seats and person.by_seat and not person.traveller.home
        return homeless or not person.skills.roles or not person.windows

    def is_open(self, need: Need) -> bool:
        """Rule 5: what began before the day of planning takes fixed people only."""
        return need.first >= self.as_of

    def weight(self, call: Call) -> int:
        return self.weights[self.needs[call.need].priority]

    def absence(self, traveller: Traveller, region: str, first: int, last: int) -> tuple[int, int]:
        travel = self.routes.get((traveller.home, region), 0)
        return first - travel, last + travel

    def away(self, call: Call) -> tuple[int, int]:
        region = self.needs[call.need].region
        return self.absence(self.people[call.person].traveller, region, call.first, call.last)

    def uses(self, traveller: Traveller, call: Call) -> Iterator[tuple[Key, int]]:
        """Every limit a deployment draws on, and by how much; a driver gives seats, so takes a negative amount."""
        need = self.needs[call.need]
        yield ("headcount", (need.id,), 0), 1
        yield ("reception", (need.region,), call.first), 1
        if traveller.needs_bed:
            for day in range(call.first, call.last + 1):
                yield ("beds", (need.site,), day), 1
        yield from self.uses_of_seats(traveller, need.region, call.first)

    def uses_of_seats(self, traveller: Traveller, region: str, first: int) -> Iterator[tuple[Key, int]]:
        if self.counts_seats and traveller.home and traveller.seats:
            place = (traveller.home, region) if self.seats_by_region else (traveller.home,)
            departure, _ = self.absence(traveller, region, first, first)
            yield ("seats", place, departure), -traveller.seats

    def limit(self, key: Key) -> int | None:
        """None where there is no such limit, be it that nobody set one or that the id is unknown."""
        match key:
            case ("beds", (site,), _) if site in self.sites:
                return self.limits.get(key, self.sites[site].beds)
            case ("seats", (home, *region), _) if self.counts_seats and home in self.homes:
                fits = len(region) == int(self.seats_by_region) and self.regions.issuperset(region)
                return self.limits.get(key, 0) if fits else None
        return self.limits.get(key)

    def left(self, key: Key) -> int | None:
        """Rule 7: what fixed people leave of a limit."""
        limit = self.limit(key)
        return None if limit is None else max(0, limit - self.fixed_use[key])


# ---------------------------------------------------------------- Reading the operation


class Row(NamedTuple):
    """A record of a CSV file; what it cannot be read as is a ValueError, which `read` turns into `file:line: why`."""

    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        return self.cells.get(column, "").strip()

    def id(self, column: str, known: Container[str] | None = None) -> str:
        if not _ID.fullmatch(self.text(column)) or (known is not None and self.text(column) not in known):
            raise ValueError(f"{column} is no id, or not a known one")
        return self.text(column)

    def id_or_empty(self, column: str) -> str:
        return self.id(column) if self.text(column) else ""

    def count(self, column: str, absent: int | None = None) -> int:
        if absent is not None and not self.text(column):
            return absent
        if not _COUNT.fullmatch(self.text(column)):
            raise ValueError(f"{column} is not a whole number")
        return int(self.text(column))

    def choice(self, column: str, *choices: str) -> str:
        """The first choice is what an empty cell means."""
        value = self.text(column) or choices[0]
        if value not in choices:
            raise ValueError(f"{column} is none of {', '.join(choices)}")
        return value

    def day(self, column: str = "day") -> int:
        return day_number(self.text(column))

    def span(self, absent: tuple[int, int] | None = None) -> tuple[int, int]:
        if absent and not self.text("first_day") and not self.text("last_day"):
            return absent
        return span_of(self.text("first_day"), self.text("last_day"))


@lru_cache(maxsize=1 << 16)
def day_number(text: str) -> int:
    if not _DAY.fullmatch(text):
        raise ValueError("a day is not written as YYYY-MM-DD")
    return date.fromisoformat(text).toordinal()


def span_of(first: str, last: str) -> tuple[int, int]:
    if day_number(last) < day_number(first):
        raise ValueError("the last day is before the first")
    return day_number(first), day_number(last)


def listed(text: str) -> list[str]:
    return [item for part in text.split(";") if (item := part.strip())]


def natural(value: object) -> int:
    """Not even True, which Python takes for 1, and no 1.0."""
    if type(value) is not int or value < 0:
        raise ValueError("not a whole number")
    return value


def read_files(folder: Path, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, bytes]:
    """Each file once, as bytes, so that what is hashed is what is read."""
    files = {}
    for name in (*required, *optional):
        try:
            files[name] = (folder / name).read_bytes()
        except OSError as error:
            if name in required or not isinstance(error, FileNotFoundError):
                raise Unreadable(f"{name}: {error.strerror}") from error
    return files


def digest_of(files: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for name, content in sorted(files.items()):
        total.update(f"{name}\n{len(content)}\n".encode() + content)
    return total.hexdigest()


def read(files: Mapping[str, bytes], name: str, columns: str, build: Callable[[Row], V]) -> list[V]:
    """What is built of each row. A fault stands at the physical line on which its record begins."""
    line, built = 1, list[V]()
    try:
        reader = csv.reader(io.StringIO(files.get(name, b"").decode("utf-8-sig"), newline=""), strict=True)
        header = header_of(next(reader, columns.split() if name not in files else []), columns)
        line = reader.line_num + 1
        for cells in reader:
            if cells:
                built.append(build(row_under(header, cells)))
            line = reader.line_num + 1
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"{name}:{line}: not UTF-8") from error
    except (ValueError, csv.Error) as error:
        raise Unreadable(f"{name}:{line}: {error}") from error
    return built


def header_of(cells: list[str], columns: str) -> list[str]:
    header = [cell.strip() for cell in cells]
    if len(set(header)) < len(header) or not set(columns.split()) <= set(header):
        raise ValueError(f"the header has a column twice, or not all of {columns}")
    return header


def row_under(header: list[str], cells: list[str]) -> Row:
    if len(cells) != len(header):
        raise ValueError(f"{len(cells)} cells under {len(header)} columns")
    return Row(dict(zip(header, cells, strict=True)))


def read_table(files: Mapping[str, bytes], name: str, columns: str, build: Callable[[Row], tuple[K, V]]) -> dict[K, V]:
    table: dict[K, V] = {}

    def add(row: Row) -> None:
        key, value = build(row)
        if key in table:
            raise ValueError("the same again as in an earlier line")
        table[key] = value

    read(files, name, columns, add)
    return table


def read_operation(folder: Path) -> Operation:
    files = read_files(folder, _REQUIRED, _OPTIONAL)
    sites = read_table(files, "sites.csv", "site_id region", build_site)
    as_of, rest_days, weights = read_policy(files)
    columns = "need_id site_id role level first_day last_day headcount priority"
    needs = read_table(files, "needs.csv", columns, lambda row: build_need(row, sites, weights))
    people = read_table(files, "people.csv", "person_id", build_person)
    columns = "person_id need_id state"
    announced = read_table(files, "announced.csv", columns, lambda row: build_announced(row, people, needs))
    places = read_table(files, "places.csv", "place_id lat lon", lambda row: (row.id("place_id"), point_of(row)))
    return Operation(
        digest=digest_of(files),
        people=people,
        needs=needs,
        sites=sites,
        limits=read_limits(files, needs, sites),
        routes=read_table(files, "routes.csv", "home region days", build_route),
        places={place: point for place, point in places.items() if point},
        fixed=[call for call, state in announced.values() if state in _FIXED_STATES],
        soft=[(call, state) for call, state in announced.values() if state in _SOFT_STATES],
        counts_seats="transport.csv" in files,
        seats_by_region=names_regions(files.get("transport.csv", b"")),
        as_of=min((need.first for need in needs.values()), default=0) if as_of is None else as_of,
        rest_days=rest_days,
        weights=weights,
    )


def names_regions(transport: bytes) -> bool:
    """By the header, since a file without a row has one too."""
    return b"region" in [column.strip(b'\xef\xbb\xbf" \r') for column in transport.split(b"\n")[0].split(b",")]


def read_limits(files: Mapping[str, bytes], needs: Mapping[str, Need], sites: Container[str]) -> dict[Key, int]:
    """All limits that are written down; beds of every day and seats of a day without a row are Operation's."""

    def build_beds(row: Row) -> tuple[Key, int]:
        return ("beds", (row.id("site_id", sites),), row.day()), row.count("beds")

    def build_arrivals(row: Row) -> tuple[Key, int]:
        return ("reception", (row.id("region"),), row.day()), row.count("arrivals")

    def build_seats(row: Row) -> tuple[Key, int]:
        place = (row.id("home"), row.id("region")) if "region" in row.cells else (row.id("home"),)
        return ("seats", place, row.day()), row.count("seats")

    return (
        {("headcount", (need.id,), 0): need.headcount for need in needs.values()}
        | read_table(files, "beds.csv", "site_id day beds", build_beds)
        | read_table(files, "reception.csv", "region day arrivals", build_arrivals)
        | read_table(files, "transport.csv", "home day seats", build_seats)
    )


def read_policy(files: Mapping[str, bytes]) -> tuple[int | None, int, dict[int, int]]:
    """The day of planning, rest_days, and the weight of each priority."""
    try:
        given = tomllib.loads(files.get("policy.toml", b"").decode("utf-8-sig"))
        as_of = day_number(str(given["as_of"])) if "as_of" in given else None
        first, second, third, fourth, fifth, *more = map(natural, given.get("weights", [100, 30, 10, 3, 1]))
        weights = dict(enumerate((first, second, third, fourth, fifth, *more), start=1))
        return as_of, natural(given.get("rest_days", 2)), weights
    except (ValueError, TypeError) as error:
        raise Unreadable(f"policy.toml: {error}") from error


def build_site(row: Row) -> tuple[str, Site]:
    beds = row.count("beds") if row.text("beds") else None
    return row.id("site_id"), Site(row.id_or_empty("region"), beds, point_of(row))


def point_of(row: Row) -> tuple[float, float] | None:
    """Degrees north and east, in radians; None where it is nowhere on the map."""
    if not row.text("lat") or not row.text("lon"):
        return None
    return math.radians(float(row.text("lat"))), math.radians(float(row.text("lon")))


def build_route(row: Row) -> tuple[tuple[str, str], int]:
    return (row.id("home"), row.id("region")), row.count("days")


def build_need(row: Row, sites: Mapping[str, Site], weights: Mapping[int, int]) -> tuple[str, Need]:
    verified = row.choice("verified", "no", "yes") == "yes"
    first, last = row.span()
    need = Need(
        id=row.id("need_id"),
        site=row.id("site_id", sites),
        region=sites[row.text("site_id")].region,
        role=role_code(row.text("role")),
        level=int(row.choice("level", "1", "2", "3")),
        verified=verified,
        tags=frozenset(f"{tag}:v" if verified else tag for tag in listed(row.text("requires"))),
        languages=tuple(frozenset(either.split("|")) for either in listed(row.text("languages"))),
        first=first,
        last=last,
        headcount=row.count("headcount"),
        priority=int(row.id("priority", known={*map(str, weights)})),
        group=row.id_or_empty("need_group"),
    )
    return need.id, need


def build_person(row: Row) -> tuple[str, Person]:
    by_seat = row.choice("travel", "seat", "own") == "seat"
    seats = row.count("seats", -1)
    person = Person(
        id=row.id("person_id"),
        skills=skills_of(row.text("roles"), row.text("has"), row.text("languages")),
        traveller=Traveller(
            home=row.id_or_empty("home"),
            seats=seats if by_seat else 0,
            needs_bed=row.choice("lodging", "need", "own") == "need",
        ),
        windows=windows_of(row),
        max_stay=row.count("max_stay_days", _NO_LIMIT),
        max_total=row.count("max_total_days", _NO_LIMIT),
        rested_from=row.day("rested_from") if row.text("rested_from") else 0,
        by_seat=by_seat,
        party=row.id_or_empty("party"),
        may_split=row.choice("party_rule", "together", "may_split") == "may_split",
        registered_at=row.text("registered_at"),
    )
    return person.id, person


@lru_cache(maxsize=1 << 18)
def skills_of(roles: str, has: str, languages: str) -> Skills:
    """A tag that was checked stands twice: as the tag, which any need may ask, and as `tag:v`, for verified ones."""
    entries, tags = tuple(map(role_entry, listed(roles))), listed(has)
    plain = (tag.removesuffix(":v") for tag in tags)
    return Skills(entries, frozenset((*tags, *plain)), frozenset(listed(languages)))


def role_entry(entry: str) -> tuple[str, int, bool]:
    code, _, rest = entry.partition(":")
    if rest not in {"1", "2", "3", "1:v", "2:v", "3:v"}:
        raise ValueError("a role is not written as code:level or code:level:v")
    return role_code(code), int(rest[0]), rest.endswith("v")


def role_code(code: str) -> str:
    if not _ROLE.fullmatch(code):
        raise ValueError("a role code does not have four digits")
    return code


def windows_of(row: Row) -> tuple[tuple[int, int], ...]:
    """Joined where they touch or overlap; `windows` wins over first_day and last_day."""
    spans = [span_of(*item.partition("/")[::2]) for item in listed(row.text("windows"))]
    if not spans and (row.text("first_day") or row.text("last_day")):
        spans = [row.span()]
    joined: list[tuple[int, int]] = []
    for opens, closes in sorted(spans):
        if joined and opens <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return tuple(joined)


def build_announced(
    row: Row, people: Container[str], needs: Mapping[str, Need]
) -> tuple[tuple[str, str], tuple[Call, str]]:
    need = needs[row.id("need_id", needs)]
    call = Call(row.id("person_id", people), need.id, *row.span(absent=(need.first, need.last)))
    return (call.person, call.need), (call, row.id("state", known=_FIXED_STATES | _SOFT_STATES))


# ---------------------------------------------------------------- Reading the plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What was published; nothing in it is believed yet. Needs: headcount, filled, short and reason."""

    calls: list[tuple[Call, str]]
    stand_by: list[tuple[str, str]]
    needs: dict[str, tuple[int, int, int, str]]
    conflicts: list[tuple[str, ...]]
    proof: dict[str, object]
    objective: dict[str, object]
    prices: dict[str, object]


def read_plan(folder: Path) -> Plan:
    files = read_files(folder, _PLAN)
    proof = read_proof(files["proof.json"])
    return Plan(
        calls=read(files, "calls.csv", "person_id need_id first_day last_day reason", build_call),
        stand_by=read(files, "stand_by.csv", "person_id reason would_be_called_if", build_stand_by),
        needs=read_table(files, "needs.csv", "need_id headcount filled short reason relief", build_filled),
        conflicts=read(files, "conflicts.csv", "rule id day over", build_conflict),
        proof=proof,
        objective=section(proof, "objective"),
        prices=section(proof, "prices"),
    )


def build_call(row: Row) -> tuple[Call, str]:
    return Call(row.id("person_id"), row.id("need_id"), *row.span()), row.text("reason")


def build_stand_by(row: Row) -> tuple[str, str]:
    return row.id("person_id"), row.text("reason")


def build_filled(row: Row) -> tuple[str, tuple[int, int, int, str]]:
    return row.id("need_id"), (row.count("headcount"), row.count("filled"), row.count("short"), row.text("reason"))


def build_conflict(row: Row) -> tuple[str, ...]:
    """Home and region, where seats are kept per both, are two ids in one cell."""
    return (row.text("rule"), *re.split(r"[^A-Za-z0-9_.-]+", row.text("id")), row.text("day"), str(row.count("over")))


def read_proof(content: bytes) -> dict[str, object]:
    try:
        proof: object = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=without_duplicates,
            parse_int=bounded_integer,
            parse_float=Decimal,
            parse_constant=no_number,
        )
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise Unreadable(f"proof.json: {error}") from error
    return section({"the whole": proof}, "the whole")


def section(parent: Mapping[str, object], name: str) -> dict[str, object]:
    found = parent.get(name)
    if not isinstance(found, dict):
        raise Unreadable(f"proof.json: {name} is not an object")
    return found


def without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key comes twice in one object")
    return dict(pairs)


def bounded_integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise ValueError("an integer is absurdly long")
    return int(digits)


def no_number(text: str) -> object:
    raise ValueError(f"{text} is not a number")


# ---------------------------------------------------------------- The hard rules


def broken_people(operation: Operation, plan: Plan) -> Iterator[str]:
    """Rule 8, and an answer for everyone: in calls.csv or in stand_by.csv, never in both, and with a reason."""
    for row, person in enumerate(operation.people.values(), start=1):
        if any(_COMBAT.fullmatch(code) for code, _, _ in person.skills.roles):
            yield f"rule 8: people.csv row {row} is a refused offer"
    for row, need in enumerate(operation.needs.values(), start=1):
        if _COMBAT.fullmatch(need.role):
            yield f"rule 8: needs.csv row {row} asks for what is refused"
    called = {call.person for call, _ in plan.calls}
    answers = Counter(called) + Counter(person for person, _ in plan.stand_by)
    for name in operation.people.keys() | answers.keys():
        if name not in operation.people:
            yield f"answers: {name} is not in people.csv"
        elif answers[name] != 1:
            yield f"answers: {name} stands in {answers[name]} places instead of one"
    yield from broken_reasons(operation, plan)


def broken_reasons(operation: Operation, plan: Plan) -> Iterator[str]:
    for name, reason in plan.stand_by:
        person = operation.people.get(name)
        if reason not in _STAND_BY_REASONS:
            yield f"stand_by.csv: {name} has no known reason"
        elif person and (reason == "incomplete") != operation.is_incomplete(person):
            yield f"stand_by.csv: {name} is told an offer is incomplete when it is not, or is not told"


def broken_calls(operation: Operation, plan: Plan, called: list[Call]) -> Iterator[str]:
    """Rule 7's fixed rows stand as they were announced; every other row names a person, a need and its days."""
    fixed = [call for call, reason in plan.calls if reason == "fixed"]
    if Counter(fixed) != Counter(operation.fixed):
        yield "rule 7: the fixed rows of calls.csv are not those of announced.csv"
    for call, reason in plan.calls:
        need = operation.needs.get(call.need)
        if reason not in {"fixed", "needed"}:
            yield f"calls.csv: {call.person} has no known reason"
        elif need is None or call.person not in operation.people:
            yield f"calls.csv: {call.person} or {call.need} is not known"
        elif reason == "needed" and (call.first, call.last) != (need.first, need.last):
            yield f"calls.csv: {call.person} is called to {call.need} on other days than it has"
    for call in called:
        yield from broken_call(operation, call)


def broken_call(operation: Operation, call: Call) -> Iterator[str]:
    person, need = operation.people[call.person], operation.needs[call.need]
    if not need.fits(person.skills):
        yield f"rule 1: {person.id} is not eligible for {need.id}"
    if operation.is_incomplete(person):
        yield f"rule 1: {person.id} is incomplete and not plannable"
    if not person.may_be_away(*operation.away(call)):
        yield f"rule 2: {person.id} may not be away for {need.id}"
    if not operation.is_open(need):
        yield f"rule 5: {need.id} began before the day of planning, {person.id} is not fixed"


def broken_rest(operation: Operation, called: list[Call]) -> Iterator[str]:
    """Rules 2 (the total) and 3, for whoever is newly called; fixed rows count, but are not themselves at fault."""
    new, fixed = by_person(called), by_person(operation.fixed)
    for name, calls in new.items():
        person = operation.people[name]
        away = [operation.away(call) for call in (*calls, *fixed.get(name, ()))]
        if sum(last - first + 1 for first, last in away) > person.max_total:
            yield f"rule 2: {name} is away for more than {person.max_total} days in all"
        for index, (first, last) in enumerate(away[: len(calls)]):
            gaps = (max(other[0] - last, first - other[1]) for other in away[index + 1 :])
            if any(gap <= operation.rest_days for gap in gaps):
                yield f"rule 3: {name} does not rest {operation.rest_days} days between two absences"


def by_person(calls: Iterable[Call]) -> dict[str, list[Call]]:
    grouped: dict[str, list[Call]] = defaultdict(list)
    for call in calls:
        grouped[call.person].append(call)
    return grouped


def broken_parties(operation: Operation, called: list[Call]) -> Iterator[str]:
    """Rules 4 and 7: together at one site on the same days, and not before the fixed among them have rested."""
    new, fixed = by_person(called), by_person(operation.fixed)
    for party, members in operation.parties.items():
        rotations = [sorted((site_of(operation, call), *call[2:]) for call in new.get(m.id, ())) for m in members]
        if any(rotation != rotations[0] for rotation in rotations):
            yield f"rule 4: the party {party} is not kept together"
        away = [operation.away(call) for m in members for call in fixed.get(m.id, ())]
        back = max((last for _, last in away), default=-_NO_LIMIT) + operation.rest_days
        starts = (operation.away(call)[0] for m in members for call in new.get(m.id, ()))
        if any(start <= back for start in starts):
            yield f"rule 7: the party {party} is called again before its fixed members have rested"


def site_of(operation: Operation, call: Call) -> str:
    return operation.needs[call.need].site


def broken_limits(operation: Operation, plan: Plan, called: list[Call]) -> Iterator[str]:
    """Rules 5 and 6 on what fixed people leave, and rule 7's line for every limit they alone exceed."""
    use: Counter[Key] = Counter()
    for call in called:
        for key, amount in operation.uses(operation.people[call.person].traveller, call):
            use[key] += amount
    for key, amount in sorted(use.items()):
        left = operation.left(key)
        if left is not None and amount > left:
            yield f"rule {5 if key[0] == 'headcount' else 6}: {' '.join(words(key))}: {amount} taken, {left} left"
    if Counter(plan.conflicts) != Counter(conflicts_of(operation)):
        yield "rule 7: conflicts.csv does not name exactly the limits that fixed people exceed"


def conflicts_of(operation: Operation) -> Iterator[tuple[str, ...]]:
    for key, amount in operation.fixed_use.items():
        limit = operation.limit(key)
        if limit is not None and amount > limit:
            yield (*words(key), str(amount - limit))


def words(key: Key) -> tuple[str, ...]:
    """The limit as conflicts.csv has it, the day in letters or left empty."""
    return (key[0], *key[1], date.fromordinal(key[2]).isoformat() if key[2] > 0 else "")


def broken_needs(operation: Operation, plan: Plan) -> Iterator[str]:
    filled = Counter(call.need for call, _ in plan.calls)
    yield from (f"needs.csv: {name} stands only there or is left out" for name in plan.needs.keys() ^ operation.needs)
    for name in plan.needs.keys() & operation.needs:
        headcount, *counts, reason = plan.needs[name]
        short = max(0, operation.needs[name].headcount - filled[name])
        if [headcount, *counts] != [operation.needs[name].headcount, filled[name], short]:
            yield f"needs.csv: {name} has wrong counts"
        if reason not in _NEED_REASONS or (reason == "filled") != (short == 0):
            yield f"needs.csv: {name} has a wrong reason"


# ---------------------------------------------------------------- The bound


def prices_of(operation: Operation, given: Mapping[str, object]) -> tuple[dict[Key, int], list[str]]:
    """Every price on its limit. Whatever would make the bound unsound is named, and left out."""
    prices: dict[Key, int] = {}
    scale = given.get("scale")
    broken = [] if type(scale) is int and scale == _SCALE else [f"prices: the scale is not {_SCALE}"]
    for path, price in leaves({kind: priced for kind, priced in given.items() if kind != "scale"}):
        try:
            prices[limit_priced(operation, *path)] = natural(price)
        except (ValueError, KeyError):
            broken.append(f"prices: {path!a}: not a whole price on a limit that exists")
    return prices, broken


def leaves(node: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    if isinstance(node, dict) and len(path) <= _DEEPEST_PRICE:
        for name, child in node.items():
            yield from leaves(child, (*path, name))
    else:
        yield path, node


def limit_priced(operation: Operation, kind: str, *path: str) -> Key:
    rule = _RULE_OF_PRICE[kind]
    *ids, day = path if rule != "headcount" else (*path, "")
    key = rule, tuple(ids), day_number(day) if day else 0
    if operation.limit(key) is None:
        raise ValueError("no such limit")
    return key


def bound_at(operation: Operation, prices: Mapping[Key, int]) -> int:
    """U of FORMATS.md, in thousandths of a weight: what the fixed are worth, and what all others could add."""
    fixed = _SCALE * sum(operation.weight(call) for call in operation.fixed)
    return fixed + Appraisal(operation, Burdens(operation, prices), [_SCALE], prices).most()


def best_stays(stays: list[Stay], rest_days: int) -> int:
    """The dearest set of stays, given by last day, with rest between any two."""
    ends: list[int] = []
    best = [0]
    for last, first, worth in stays:
        before = best[bisect_left(ends, first - rest_days)]
        best.append(max(best[-1], before + worth))
        ends.append(last)
    return best[-1]


def undominated(stays: Iterable[Stay]) -> list[Stay]:
    """Those in whose days no other lies that is worth as much, for whoever may take one may take that; by last day."""
    kept: list[Stay] = []
    ends: list[int] = []
    worths: list[int] = []
    for last, first, worth in sorted(stays, key=lambda stay: (-stay[1], stay[0], -stay[2])):
        place = bisect_right(ends, last)
        if place and worths[place - 1] >= worth:
            continue
        kept.append((last, first, worth))
        above = place
        while above < len(ends) and worths[above] <= worth:
            above += 1
        ends[place:above], worths[place:above] = [last], [worth]
    return sorted(kept)


def broken_objective(operation: Operation, plan: Plan) -> Iterator[str]:
    prices, broken = prices_of(operation, plan.prices)
    yield from broken
    value = sum(operation.weight(call) for call, _ in plan.calls if call.need in operation.needs)
    bound = bound_at(operation, prices) // _SCALE
    if value > bound:
        yield f"bound: {bound}, recomputed, is less than the plan's own value, {value}"
    for name, true in (("value", value), ("bound", bound)):
        claimed = plan.objective.get(name)
        if type(claimed) is not int or claimed != true:
            yield f"objective: {name} is not {true}"
    if not is_gap(plan.objective.get("gap"), Fraction(bound - value, bound or 1)):
        yield "objective: the gap is not (bound - value) / bound to 6 decimals"
    first_come = plan.objective.get("first_come")
    if type(first_come) is not int or not 0 <= first_come <= bound:
        yield f"objective: first_come is no value that a plan could have, 0 to {bound}"


def is_gap(claimed: object, gap: Fraction) -> bool:
    """Half a millionth either way, so that nobody need agree on how a tie is rounded."""
    if not isinstance(claimed, Decimal | int) or isinstance(claimed, bool) or not 0 <= claimed <= 1:
        return False
    rounded = Decimal(claimed).quantize(Decimal("0.000001"))
    return rounded == claimed and abs(Fraction(rounded) - gap) <= Fraction(1, 2 * 10**6)


# ---------------------------------------------------------------- The lower tiers


class Burdens:
    """What calls cost in the tiers below the first, as docs/reference/tiers.md defines it."""

    def __init__(self, operation: Operation, prices: Mapping[Key, int]) -> None:
        self._operation = operation
        self._prices = prices
        # Bed and reception are charged as to somebody with neither car nor home: a need pays everybody alike.
        anybody = Traveller("", 0, needs_bed=True)
        self._rents = {need.id: self._rent(need, anybody) for need in operation.needs.values()}
        paying = [need for need in operation.needs.values() if self._rents[need.id] > 0]
        self._paying = sorted(paying, key=lambda need: -self._rents[need.id])
        self._paying_for = cache(lambda skills: [need for need in self._paying if need.fits(skills)])
        self._km_between = cache(self._km)
        alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for need in operation.needs.values():
            alike[need.errand].append(need.id)
        self.told = {(call.person, call.need): self._cost_of_change(call, state) for call, state in operation.soft}
        self._kept: Counter[tuple[str, str]] = Counter()
        for call, _ in operation.soft:
            need = operation.needs[call.need]
            if (call.first, call.last) == need.call()[2:]:
                told = self.told[call.person, call.need]
                self._kept.update({(call.person, other): told for other in alike[need.errand]})
        self.told_people = {person for person, _ in self._kept}
        self._midnight = datetime.fromordinal(max(1, operation.as_of)).replace(tzinfo=UTC)

    def _rent(self, need: Need, anybody: Traveller) -> int:
        if not self._operation.is_open(need):
            return 0
        paid = sum(self._prices.get(key, 0) * amount for key, amount in self._operation.uses(anybody, need.call()))
        return max(0, _SCALE * self._operation.weight(need.call()) - paid)

    def waste(self, person: Person, need: Need) -> int:
        """What the best paid need that the call keeps the person from would pay, less what this one pays."""
        operation, own = self._operation, self._rents[need.id]
        first, last = operation.absence(person.traveller, need.region, need.first, need.last)
        for other in self._paying_for(person.skills):
            if self._rents[other.id] <= own:
                break
            begins, ends = operation.absence(person.traveller, other.region, other.first, other.last)
            clash = first <= ends + operation.rest_days and begins <= last + operation.rest_days
            if clash and person.may_be_away(begins, ends):
                return self._rents[other.id] - own
        return 0

    def travel(self, home: str, need: Need) -> int:
        return self._km_between(home, need.site)

    def _km(self, home: str, site: str) -> int:
        """One way: the great circle where both ends are known, and so many kilometres a day of the route elsewhere."""
        here, there = self._operation.places.get(home), self._operation.sites[site].point
        if here is None or there is None:
            return _KM_A_DAY * self._operation.routes.get((home, self._operation.sites[site].region), 0)
        half = (there[0] - here[0]) / 2, (there[1] - here[1]) / 2
        chord = math.sin(half[0]) ** 2 + math.cos(here[0]) * math.cos(there[0]) * math.sin(half[1]) ** 2
        return math.floor(2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord))) + 0.5)

    def _cost_of_change(self, call: Call, state: str) -> int:
        departure, _ = self._operation.away(call)
        return _WEIGHT_OF_STATE[state] * (1 + max(0, _NEAR_DAYS - max(0, departure - self._operation.as_of)))

    def kept(self, person: str, need: str) -> int:
        return self._kept[person, need]

    def hours(self, person: Person) -> int:
        try:
            registered = datetime.fromisoformat(person.registered_at)
        except ValueError:
            return 0
        since = registered if registered.tzinfo else registered.replace(tzinfo=UTC)
        return max(0, int((self._midnight - since).total_seconds() // 3600))

    def gains(self, called: list[Call]) -> list[int]:
        """Of the calls that are not fixed, by tier: weight, less waste, less kilometres, what is kept, hours."""
        people, needs = self._operation.people, self._operation.needs
        rows = [(people[call.person], needs[call.need]) for call in called]
        return [
            sum(self._operation.weight(call) for call in called),
            -sum(self.waste(person, need) for person, need in rows),
            -sum(self.travel(person.traveller.home, need) for person, need in rows),
            sum(self.kept(person.id, need.id) for person, need in rows),
            sum(self.hours(people[name]) for name in {call.person for call in called}),
        ]


# ---------------------------------------------------------------- The best of every unit


class Appraisal:
    """What every unit could at best gain, whatever plan was made, when the tiers count at these rates and limits cost
    these prices. The first tier alone, at the published prices, is the bound.

    Nothing is looked at a million times that is the same for many: needs that ask the same have the same people, and
    people who travel alike and fit the same needs see the same worth in them.
    """

    def __init__(self, operation: Operation, burdens: Burdens, rates: list[int], prices: Mapping[Key, int]) -> None:
        self._operation, self._burdens, self._prices = operation, burdens, prices
        self._weight, self._waste, self._travel, self._change, self._waiting = rates + [0] * (len(_TIERS) - len(rates))
        kinds: dict[tuple[object, ...], list[Need]] = defaultdict(list)
        rotations: dict[Rotation, list[tuple[int, Need]]] = defaultdict(list)
        numbers: dict[tuple[object, ...], int] = {}
        for need in filter(operation.is_open, operation.needs.values()):
            kinds[need.asks].append(need)
            kind = numbers.setdefault(need.asks, len(numbers))
            rotations[need.site, need.region, need.first, need.last].append((kind, need))
        self._kinds, self._rotations, self._places = [*kinds.values()], [*rotations], [*rotations.values()]
        self._numbers = {rotation: number for number, rotation in enumerate(self._rotations)}
        self._kinds_by_role: dict[str, list[int]] = defaultdict(list)
        for kind, needs in enumerate(self._kinds):
            self._kinds_by_role[needs[0].role].append(kind)
        # Where nothing is charged and nothing but waste and travel counts, nobody gains by going; what was announced
        # counts for those who were told.
        self._gains_none = not (any(prices.values()) or self._weight or self._waiting)
        self._prices_seats = any(key[0] == "seats" and price for key, price in prices.items())
        self._knows_homes = bool(self._prices_seats or self._travel or operation.routes)
        self._suits, self._dearest = cache(self._suits_of), cache(self._dearest_of)
        self._worths, self._paid = cache(self._worths_of), cache(self._paid_of)
        self._gaining, self._aways = cache(self._gaining_of), cache(self._aways_of)

    def most(self) -> int:
        operation = self._operation
        total = sum(price * (operation.left(key) or 0) for key, price in self._prices.items())
        fixed = {call.person for call in operation.fixed}
        parties = operation.parties.values()
        free = [members for members in parties if fixed.isdisjoint(member.id for member in members)]
        total += sum(self._party(members) for members in free if self._may_gain(members))
        not_single = fixed.union(member.id for members in parties for member in members)
        alike: dict[tuple[Traveller, tuple[int, ...]], list[Person]] = defaultdict(list)
        for name, person in operation.people.items():
            if name not in not_single and not operation.is_incomplete(person) and self._may_gain([person]):
                alike[self._terms(person.traveller), self._suits(person.skills)].append(person)
        return total + sum(self._singles(*terms, people) for terms, people in alike.items())

    def _may_gain(self, members: list[Person]) -> bool:
        return not self._gains_none or self._were_told(members)

    def _were_told(self, members: list[Person]) -> bool:
        return bool(self._change) and any(member.id in self._burdens.told_people for member in members)

    def _terms(self, traveller: Traveller) -> Traveller:
        """A traveller without what makes no difference here, so that more are alike."""
        home, seats, needs_bed = traveller
        return Traveller(home if self._knows_homes else "", seats if self._prices_seats else 0, needs_bed)

    def _suits_of(self, skills: Skills) -> tuple[int, ...]:
        kinds = (kind for code in {code for code, _, _ in skills.roles} for kind in self._kinds_by_role[code])
        return tuple(sorted(kind for kind in kinds if self._kinds[kind][0].fits(skills)))

    # ------------------------------------------------ What a deployment is worth

    def _worths_of(self, traveller: Traveller) -> dict[str, int]:
        """Of every open need, but for what is a person's own."""
        paid = self._paid(traveller.needs_bed)
        worths = {}
        for need in (need for needs in self._kinds for need in needs):
            worths[need.id] = self._weight * self._operation.weight(need.call()) - paid[need.id]
            if self._prices_seats:
                seats = self._operation.uses_of_seats(traveller, need.region, need.first)
                worths[need.id] -= sum(self._prices.get(key, 0) * amount for key, amount in seats)
            if self._travel:
                worths[need.id] -= self._travel * self._burdens.travel(traveller.home, need)
        return worths

    def _paid_of(self, needs_bed: bool) -> dict[str, int]:  # noqa: FBT001  a kind of traveller, not a way of working
        """By need, what everybody pays there who comes without a car, from nowhere."""
        uses = self._operation.uses
        anybody = Traveller("", 0, needs_bed)
        return {
            need.id: sum(self._prices.get(key, 0) * amount for key, amount in uses(anybody, need.call()))
            for needs in self._kinds
            for need in needs
        }

    def _own(self, person: Person, need: Need) -> int:
        """What waste takes off, and what an announcement adds."""
        wasted = self._waste * self._burdens.waste(person, need) if self._waste else 0
        return (self._change * self._burdens.kept(person.id, need.id) if self._change else 0) - wasted

    # ------------------------------------------------ Single people

    def _singles(self, traveller: Traveller, suits: tuple[int, ...], people: list[Person]) -> int:
        """The best schedules, summed, of people who travel alike and fit the same needs."""
        stays = undominated(stay for kind in suits for stay in self._dearest(traveller, kind))
        dearest = max((worth for _, _, worth in stays), default=0)
        total, known = 0, dict[tuple[object, ...], int]()
        for person in people:
            waited = self._waiting * self._burdens.hours(person) if self._waiting else 0
            if self._waste or self._were_told([person]):
                total += self._with_hours(self._own_stays(person, traveller, suits), waited)
            elif dearest + waited > 0:
                dates = (person.windows, person.max_stay, person.rested_from, waited)
                if dates not in known:
                    may = [stay for stay in stays if person.may_be_away(stay[1], stay[0])]
                    known[dates] = self._with_hours(may, waited)
                total += known[dates]
        return total

    def _dearest_of(self, traveller: Traveller, kind: int) -> list[Stay]:
        """Of needs that ask the same, the absences that no shorter one is worth as much as; what gains nothing by
        itself only where it may bring hours.
        """
        worths, stays = self._worths(traveller), list[Stay]()
        for need in self._kinds[kind]:
            worth = worths[need.id]
            if worth > 0 or self._waiting:
                first, last = self._operation.absence(traveller, need.region, need.first, need.last)
                stays.append((last, first, worth))
        return undominated(stays)

    def _own_stays(self, person: Person, traveller: Traveller, suits: tuple[int, ...]) -> list[Stay]:
        worths, stays = self._worths(traveller), list[Stay]()
        for need in (need for kind in suits for need in self._kinds[kind]):
            first, last = self._operation.absence(traveller, need.region, need.first, need.last)
            if person.may_be_away(first, last):
                stays.append((last, first, worths[need.id] + self._own(person, need)))
        return sorted(stays)

    def _with_hours(self, stays: list[Stay], waited: int) -> int:
        """Hours waited count once, for whoever is called at all."""
        if not stays:
            return 0
        best = best_stays([stay for stay in stays if stay[2] > 0], self._operation.rest_days)
        return max(0, waited + (best or max(worth for _, _, worth in stays)))

    # ------------------------------------------------ Parties

    def _party(self, members: list[Person]) -> int:
        """All members in each rotation; rested as the smallest id is, which relaxes what every member would need."""
        if any(self._operation.is_incomplete(member) for member in members):
            return 0
        terms = [(self._terms(member.traveller), self._suits(member.skills)) for member in members]
        waited = sum(self._burdens.hours(member) for member in members) * self._waiting if self._waiting else 0
        is_alike = not (self._waste or self._were_told(members))
        if is_alike and waited + sum(self._dearest_worth(*each) for each in terms) <= 0:
            return 0
        candidates: Iterable[int] = range(len(self._places))
        if is_alike and not waited:
            candidates = set[int]().union(
                *(self._gaining(traveller, kind) for traveller, suits in terms for kind in suits)
            )
        for member, (traveller, _) in zip(members, terms, strict=True):
            aways = self._aways(traveller)
            candidates = [rotation for rotation in candidates if member.may_be_away(*aways[rotation])]
        aways, stays = self._aways(terms[0][0]), list[Stay]()
        for rotation in candidates:
            worths = [self._best_of(rotation, member, *each) for member, each in zip(members, terms, strict=True)]
            if None not in worths:
                stays.append((aways[rotation][1], aways[rotation][0], sum(worth for worth in worths if worth)))
        return self._with_hours(sorted(stays), waited)

    def _best_of(self, rotation: int, member: Person, traveller: Traveller, suits: tuple[int, ...]) -> int | None:
        """What a member adds in a rotation at best, be it less than nothing; None if no need there fits."""
        worths, has_own = self._worths(traveller), self._waste or self._change
        found = (need for kind, need in self._places[rotation] if kind in suits)
        return max(
            (worths[need.id] + (self._own(member, need) if has_own else 0) for need in found),
            default=None,
        )

    def _dearest_worth(self, traveller: Traveller, suits: tuple[int, ...]) -> int:
        """No need at all is worth more to them, whatever their dates."""
        return max((worth for kind in suits for *_, worth in self._dearest(traveller, kind)), default=0)

    def _gaining_of(self, traveller: Traveller, kind: int) -> frozenset[int]:
        """Rotations in which a need of a kind is worth something by itself."""
        worths = self._worths(traveller)
        gaining = (need for need in self._kinds[kind] if worths[need.id] > 0)
        return frozenset(self._numbers[need.site, need.region, need.first, need.last] for need in gaining)

    def _aways_of(self, traveller: Traveller) -> list[tuple[int, int]]:
        """First and last day of the absence, by rotation."""
        return [self._operation.absence(traveller, *rotation[1:]) for rotation in self._rotations]


def broken_tiers(operation: Operation, plan: Plan, called: list[Call]) -> Iterator[str]:
    """The value of every tier that is claimed, and the bound of every one that is said to be certified."""
    claimed = plan.proof.get("tiers")
    if not isinstance(claimed, list) or not all(isinstance(tier, dict) for tier in claimed):
        yield "tiers: not a list of tiers"
        return
    prices, _ = prices_of(operation, plan.prices)
    burdens = Burdens(operation, prices)
    gains = burdens.gains(called)
    for number, tier in enumerate(claimed, start=1):
        if number > len(_TIERS) or (tier.get("tier"), tier.get("name")) != (number, _TIERS[number - 1]):
            yield f"tiers: the one in place {number} is not tier {number}"
        elif number == 1:
            yield from broken_first_tier(plan, tier)
        else:
            yield from broken_lower_tier(operation, burdens, tier, gains)


def broken_first_tier(plan: Plan, tier: Mapping[str, object]) -> Iterator[str]:
    """It repeats the objective, which is verified by itself."""
    if any(tier.get(name) != plan.objective.get(name) for name in ("value", "bound", "gap")):
        yield "tiers: need is not as the objective has it"
    if tier.get("certified") is not True:
        yield "tiers: need is not said to be certified"


def broken_lower_tier(
    operation: Operation, burdens: Burdens, tier: Mapping[str, object], gains: list[int]
) -> Iterator[str]:
    number, name = _TIERS.index(str(tier["name"])) + 1, tier["name"]
    told = sum(burdens.told.values()) if name == "change" else 0
    value = gains[-1] if name == "waiting" else told - gains[number - 1]
    if type(tier.get("value")) is not int or tier["value"] != value:
        yield f"tiers: {name} is {value}"
    if tier.get("certified") is not True:
        if tier.get("certified") is not False or tier.get("bound") is not None or tier.get("gap") is not None:
            yield f"tiers: {name} has a bound without saying that it is certified"
        return
    try:
        rates, prices = certificate_of(operation, tier.get("certificate"), number)
    except ValueError as error:
        yield f"tiers: {name}: {error}"
        return
    counted = sum(rate * gain for rate, gain in zip(rates[:-1], gains, strict=False))
    most = (Appraisal(operation, burdens, rates, prices).most() - counted) // rates[-1]
    bound = most if name == "waiting" else max(0, told - most)
    if type(tier.get("bound")) is not int or tier["bound"] != bound:
        yield f"tiers: the bound of {name} is {bound}"
    more, less = (bound, value) if name == "waiting" else (value, bound)
    if less > more:
        yield f"tiers: {name} is better than its own bound, {bound}"
    elif not is_gap(tier.get("gap"), Fraction(more - less, more or 1)):
        yield f"tiers: the gap of {name} is not the share of {more} that lies above {less}, to 6 decimals"


def certificate_of(operation: Operation, given: object, number: int) -> tuple[list[int], dict[Key, int]]:
    """The rates, one a tier down to this one, and the prices; whatever would make the bound unsound is a ValueError."""
    if not isinstance(given, dict) or not isinstance(given.get("prices"), dict) or given.keys() != {"rates", "prices"}:
        raise ValueError("the certificate is not of rates and prices")
    rates = given["rates"]
    if not isinstance(rates, list) or len(rates) != number:
        raise ValueError(f"there are not {number} rates")
    whole = [natural(rate) for rate in rates]
    if whole[-1] == 0:
        raise ValueError("its own rate is 0")
    prices, broken = prices_of(operation, {"scale": _SCALE, **given["prices"]})
    if broken:
        raise ValueError(broken[0])
    return whole, prices


def broken_proof(operation: Operation, plan: Plan) -> Iterator[str]:
    yield from (f"proof.json: {name} is missing" for name in sorted(_PROOF_KEYS - plan.proof.keys()))
    if plan.proof.get("input_sha256") != operation.digest:
        yield "proof.json: input_sha256 is not that of the operation"


def broken_things(operation: Operation, plan: Plan) -> Iterator[str]:
    """Each broken thing, one sentence each; none means that the plan and its bound hold."""
    called = [
        call
        for call, reason in plan.calls
        if reason != "fixed" and call.person in operation.people and call.need in operation.needs
    ]
    yield from broken_proof(operation, plan)
    yield from broken_people(operation, plan)
    yield from broken_calls(operation, plan, called)
    yield from broken_rest(operation, called)
    yield from broken_parties(operation, called)
    yield from broken_limits(operation, plan, called)
    yield from broken_needs(operation, plan)
    yield from broken_objective(operation, plan)
    yield from broken_tiers(operation, plan, called)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="standby check", description="Prove or refute a plan from its files alone.")
    parser.add_argument("operation", metavar="DIR", type=Path, help="the folder of the operation")
    parser.add_argument("plan", metavar="OUT", type=Path, help="the folder that standby plan wrote")
    given = parser.parse_args(argv)
    try:
        operation, plan = read_operation(given.operation), read_plan(given.plan)
    except Unreadable as unreadable:
        print(unreadable, file=sys.stderr)
        return 2
    broken = list(broken_things(operation, plan))
    print(*broken or ["The plan holds, and so does its bound."], sep="\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
