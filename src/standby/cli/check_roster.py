"""Proves or refutes a roster from its files alone: `standby check-roster DIR OUT`, or `python check_roster.py DIR OUT`.

One file, standard library only, and not a line shared with the engine, so that whoever works the shifts can have it
read and need not trust us. DIR is the site, OUT the roster; docs/reference/roster.md says what is verified and how the
bound is recomputed from the published prices. Exit 0: everything holds; 1: each broken thing is named on a line of its
own; 2: a file cannot be read.
"""

import argparse
import csv
import hashlib
import io
import json
import re
import sys
import tomllib
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

_INPUT = ("people.csv", "policy.toml", "shifts.csv", "worked.csv")
_REQUIRED = {"people.csv", "shifts.csv", "duties.csv", "proof.json"}
_ROSTER = ("duties.csv", "people.csv", "proof.json", "shifts.csv")
_USUAL = {
    "rest": 660, "span": 780, "hours": 5760, "period": 20160, "day_off": 2100, "run": 8640, "night": 480, "drive": 540,
    "drive_at_a_time": 270, "break": 45,
}  # fmt: skip
_AT_LEAST = {"rest", "period", "day_off", "break"}
_WEIGHTS = [100, 30, 10, 3, 1]
_REASONS = {"filled", "no_such_skill", "nobody_there", "rest"}
_PROOF_KEYS = {"format", "version", "seed", "input_sha256", "tiers", "seconds", "stopped_by"}
_COMBAT = re.compile(r"0\d{3}|110|210|310|3355|5412|5413|5414", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_ROLE = re.compile(r"\d{4}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})", re.ASCII)
_COUNT = re.compile(r"\d{1,15}", re.ASCII)
_EPOCH, _MINUTE, _DAY = datetime(1970, 1, 1, tzinfo=UTC), timedelta(minutes=1), 1440
_NIGHT_FROM, _NIGHT_UNTIL, _NIGHT_WORK = 23 * 60, 30 * 60, 180
_SCALE, _NEVER = 1000, -(10**12)

K = TypeVar("K")
V = TypeVar("V")
Span = tuple[int, int]
"""From one minute up to another, since 1970 in universal time."""


class Unreadable(Exception):
    """The files cannot be judged at all: where, and why."""


# ---------------------------------------------------------------- What the files say


class Person(NamedTuple):
    roles: tuple[tuple[str, int, bool], ...]
    tags: frozenset[str]
    languages: frozenset[str]
    presence: tuple[Span, ...]
    most: int | None


class Shift(NamedTuple):
    role: str
    level: int
    tags: frozenset[str]
    verified: bool
    languages: tuple[frozenset[str], ...]
    span: Span
    headcount: int
    priority: int
    night: bool
    driving: bool
    pause: int

    def fits(self, person: Person) -> bool:
        """One role entry says it all, then every tag and every language condition."""
        return (
            any(c == self.role and n >= self.level and (v or not self.verified) for c, n, v in person.roles)
            and self.tags <= person.tags
            and all(not either.isdisjoint(person.languages) for either in self.languages)
        )


class Site(NamedTuple):
    """The input, parsed; what was worked is in order, and spans that touch are one."""

    digest: str
    people: dict[str, Person]
    shifts: dict[str, Shift]
    worked: dict[str, list[Span]]
    rules: dict[str, int]
    weights: list[int]

    def weight(self, shift: str) -> int:
        return self.weights[self.shifts[shift].priority - 1]

    def may(self, name: str, shift: Shift) -> bool:
        """Skilled, there for all of it, and rested from what was worked before."""
        person, worked = self.people[name], self.worked.get(name, [])
        start, end = shift.span
        if worked and start < worked[-1][1] + self.rules["rest"]:
            return False
        return shift.fits(person) and any(opens <= start and end <= closes for opens, closes in person.presence)

    def room(self, name: str, until: int) -> int:
        """Minutes this person may have done in this roster by then."""
        since = until - self.rules["period"]
        past = sum(max(0, min(end, until) - max(start, since)) for start, end in self.worked.get(name, []))
        most = self.people[name].most
        return min(self.rules["hours"] - past, self.rules["hours"] if most is None else most)


class Roster(NamedTuple):
    duties: list[tuple[str, str]]
    shifts: dict[str, tuple[int, int, int, str]]
    people: dict[str, tuple[int, int, int]]
    proof: Mapping[str, object]


class Row(NamedTuple):
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        return self.cells.get(column, "")

    def id(self, column: str) -> str:
        if not _ID.fullmatch(self.text(column)):
            raise ValueError(f"{column} is no id")
        return self.text(column)

    def count(self, column: str, absent: int | None = None) -> int:
        if absent is not None and not self.text(column):
            return absent
        if not _COUNT.fullmatch(self.text(column)):
            raise ValueError(f"{column} is not a whole number")
        return int(self.text(column))

    def yes(self, column: str) -> bool:
        if self.text(column) not in {"yes", "no", ""}:
            raise ValueError(f"{column} is neither yes nor no")
        return self.text(column) == "yes"


def moment(text: str) -> datetime:
    if not _MOMENT.fullmatch(text):
        raise ValueError("a moment is not written as YYYY-MM-DDTHH:MM with its distance from UTC")
    return datetime.fromisoformat(text)


def span_of(start: str, end: str) -> Span:
    first, last = ((moment(text) - _EPOCH) // _MINUTE for text in (start, end))
    if last <= first:
        raise ValueError("the end is not after the start")
    return first, last


def joined(spans: list[Span]) -> list[Span]:
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def listed(text: str) -> list[str]:
    return [part for part in text.split(";") if part]


def build_person(row: Row) -> tuple[str, Person]:
    roles = [part.split(":") for part in listed(row.text("roles"))]
    for code, *rest in roles:
        if _COMBAT.fullmatch(code):
            raise ValueError("a refused role")
        if not _ROLE.fullmatch(code) or rest not in [[level, *v] for level in "123" for v in ([], ["v"])]:
            raise ValueError("roles are not written as code:level or code:level:v")
    tags = {tag.removesuffix(":v") for tag in listed(row.text("has"))}
    checked = {tag for tag in listed(row.text("has")) if tag.endswith(":v")}
    spans = [span_of(*part.partition("/")[::2]) for part in listed(row.text("presence"))]
    return row.id("person_id"), Person(
        roles=tuple((code, int(rest[0]), len(rest) > 1) for code, *rest in roles),
        tags=frozenset(tags | checked),
        languages=frozenset(listed(row.text("languages"))),
        presence=tuple(joined(spans)),
        most=row.count("most_minutes") if row.text("most_minutes") else None,
    )


def build_shift(row: Row) -> tuple[str, Shift]:
    if not _ROLE.fullmatch(row.text("role")) or _COMBAT.fullmatch(row.text("role")):
        raise ValueError("role is no code, or a refused one")
    if row.text("level") not in set("123") or row.text("priority") not in set("12345"):
        raise ValueError("level or priority is none")
    span, verified = span_of(row.text("start"), row.text("end")), row.yes("verified")
    return row.id("shift_id"), Shift(
        role=row.text("role"),
        level=int(row.text("level")),
        tags=frozenset(tag + ":v" if verified else tag for tag in listed(row.text("requires"))),
        verified=verified,
        languages=tuple(frozenset(part.split("|")) for part in listed(row.text("languages"))),
        span=span,
        headcount=row.count("headcount"),
        priority=int(row.text("priority")),
        night=row.yes("night") if row.text("night") else is_night(row.text("start"), span),
        driving=row.yes("driving"),
        pause=row.count("break_minutes", 0),
    )


def is_night(start: str, span: Span) -> bool:
    """Three hours or more between 23:00 and 06:00 by the clock on the wall as it begins."""
    shift = (moment(start).utcoffset() or timedelta()) // _MINUTE
    first, last = span[0] + shift, span[1] + shift
    days = range(first // _DAY - 1, last // _DAY + 1)
    dark = (min(last, d * _DAY + _NIGHT_UNTIL) - max(first, d * _DAY + _NIGHT_FROM) for d in days)
    return sum(max(0, minutes) for minutes in dark) >= _NIGHT_WORK


def read_files(folder: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    files = {}
    for name in names:
        try:
            files[name] = (folder / name).read_bytes()
        except FileNotFoundError:
            if name in _REQUIRED:
                raise Unreadable(f"{name}: missing in {folder}") from None
        except OSError as error:
            raise Unreadable(f"{name}: {error.strerror}") from error
    return files


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
    except (ValueError, csv.Error) as error:
        raise Unreadable(f"{name}:{line}: {error}") from error
    return built


def header_of(header: list[str], columns: str) -> list[str]:
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


def read_site(folder: Path) -> Site:
    files = read_files(folder, _INPUT)
    people = read_table(files, "people.csv", "person_id", build_person)
    shifts = read_table(files, "shifts.csv", "shift_id role level start end headcount priority", build_shift)
    spans: dict[str, list[Span]] = defaultdict(list)

    def add(row: Row) -> None:
        if row.text("person_id") not in people:
            raise ValueError("person_id is not known")
        spans[row.text("person_id")].append(span_of(row.text("start"), row.text("end")))

    read(files, "worked.csv", "person_id start end", add)
    rules, weights = read_policy(files)
    worked = {name: joined(found) for name, found in spans.items()}
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\n{len(content)}\n".encode() + content)
    return Site(digest.hexdigest(), people, shifts, worked, rules, weights)


def read_policy(files: Mapping[str, bytes]) -> tuple[dict[str, int], list[int]]:
    """The limits, never looser than the usual ones."""
    try:
        given = tomllib.loads(files.get("policy.toml", b"").decode("utf-8-sig"))
    except ValueError as error:
        raise Unreadable(f"policy.toml: {error}") from error
    weights = given.get("weights", _WEIGHTS)
    rules = {name: given.get(f"{name}_minutes", usual) for name, usual in _USUAL.items()}
    numbers = [*rules.values(), *(weights if isinstance(weights, list) else [-1])]
    if any(type(number) is not int or number < 0 for number in numbers) or len(weights) != len(_WEIGHTS):
        raise Unreadable("policy.toml: a limit or a weight is not a whole number")
    for name, usual in _USUAL.items():
        if rules[name] < 1 or (rules[name] < usual if name in _AT_LEAST else rules[name] > usual):
            raise Unreadable(f"policy.toml: {name}_minutes is looser than {usual}, and rest is a rule")
    return rules, weights


def read_roster(folder: Path) -> Roster:
    files = read_files(folder, _ROSTER)
    duties = read(files, "duties.csv", "person_id shift_id", lambda row: (row.id("person_id"), row.id("shift_id")))

    def shift(row: Row) -> tuple[str, tuple[int, int, int, str]]:
        counts = (row.count("headcount"), row.count("filled"), row.count("short"))
        return row.id("shift_id"), (*counts, row.text("reason"))

    def person(row: Row) -> tuple[str, tuple[int, int, int]]:
        return row.id("person_id"), (row.count("duties"), row.count("minutes"), row.count("nights"))

    shifts = read_table(files, "shifts.csv", "shift_id headcount filled short reason", shift)
    people = read_table(files, "people.csv", "person_id duties minutes nights", person)
    try:
        proof = json.loads(files["proof.json"], parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"proof.json: {error}") from error
    if not isinstance(proof, dict) or not all(isinstance(proof.get(key), dict) for key in ("objective", "prices")):
        raise Unreadable("proof.json: no objective or no prices")
    return Roster(duties, shifts, people, proof)


# ---------------------------------------------------------------- The rules


def broken_shifts(site: Site) -> Iterator[str]:
    """What no policy allows, whoever does it; and that all begin within one period."""
    rules = site.rules
    for name, shift in site.shifts.items():
        length, driven = shift.span[1] - shift.span[0], shift.span[1] - shift.span[0] - shift.pause
        if length > rules["span"] or (shift.night and length > rules["night"]):
            yield f"span: {name} lasts {length} minutes"
        if shift.driving and (driven < 1 or driven > rules["drive"]):
            yield f"driving: {name} has {driven} minutes at the wheel"
        if shift.driving and shift.pause < (driven - 1) // rules["drive_at_a_time"] * rules["break"]:
            yield f"driving: {name} has too short a break"
    starts = [shift.span[0] for shift in site.shifts.values()]
    if starts and max(starts) - min(starts) >= rules["period"]:
        yield "period: the shifts begin in more than one period"


def broken_duties(site: Site, roster: Roster) -> Iterator[str]:
    chosen: dict[str, list[str]] = defaultdict(list)
    for name, shift in roster.duties:
        if name not in site.people or shift not in site.shifts:
            yield f"duties.csv: {name} or {shift} is not known"
        elif shift in chosen[name]:
            yield f"duties.csv: {name} stands twice in {shift}"
        else:
            chosen[name].append(shift)
    for name, shifts in sorted(chosen.items()):
        yield from broken_person(site, name, [site.shifts[shift] for shift in shifts])


def broken_person(site: Site, name: str, shifts: list[Shift]) -> Iterator[str]:
    rules, worked = site.rules, site.worked.get(name, [])
    for shift in shifts:
        if not site.may(name, shift):
            yield f"eligible: {name} has not the skill, is not there or not rested for the shift at {shift.span[0]}"
    spans = sorted(shift.span for shift in shifts)
    for (_, end), (start, _) in pairwise([*worked[-1:], *spans]):
        if start - end < rules["rest"]:
            yield f"rest: {name} rests {start - end} minutes"
    began, last = _NEVER, _NEVER
    for start, end in sorted([*worked, *spans]):
        began = start if start - last >= rules["day_off"] else began
        last = end
        if end - began > rules["run"] and (start, end) in spans:
            yield f"day off: {name} works {end - began} minutes without a day off"
    done = 0
    for start, end in spans:
        done += end - start
        if done > site.room(name, end):
            yield f"hours: {name} does {done} minutes, {site.room(name, end)} are left"


def broken_lists(site: Site, roster: Roster) -> Iterator[str]:
    filled = Counter(shift for _, shift in roster.duties)
    yield from (f"shifts.csv: {one} stands only there or is left out" for one in roster.shifts.keys() ^ site.shifts)
    yield from (f"people.csv: {one} stands only there or is left out" for one in roster.people.keys() ^ site.people)
    for name in roster.shifts.keys() & site.shifts:
        headcount = site.shifts[name].headcount
        if filled[name] > headcount:
            yield f"headcount: {name} has {filled[name]} people, {headcount} are wanted"
        *counts, reason = roster.shifts[name]
        short = max(0, headcount - filled[name])
        if counts != [headcount, filled[name], short]:
            yield f"shifts.csv: {name} has wrong counts"
        if reason not in _REASONS or (reason == "filled") != (short == 0):
            yield f"shifts.csv: {name} has a wrong reason"
    done: dict[str, list[Shift]] = defaultdict(list)
    for person, shift in roster.duties:
        if shift in site.shifts:
            done[person].append(site.shifts[shift])
    for name in roster.people.keys() & site.people:
        minutes = sum(shift.span[1] - shift.span[0] for shift in done[name])
        if roster.people[name] != (len(done[name]), minutes, sum(shift.night for shift in done[name])):
            yield f"people.csv: {name} has wrong counts"


# ---------------------------------------------------------------- The bound


class State(NamedTuple):
    """Where somebody stands after a duty: minutes done, where the run of days began, what it was worth."""

    minutes: int
    began: int
    worth: int


def best_duties(site: Site, name: str, slots: list[tuple[int, int, int]]) -> int:
    """The most that one person can be worth: of slots (end, start, worth) in order, under every rule of rest.

    Of two states after the same slot one is dropped if the other has done no more minutes, is in a run that began no
    earlier, and is worth no less.
    """
    rules, worked = site.rules, site.worked.get(name, [])
    free, brought = (worked[-1][1], run_began(worked, rules)) if worked else (_NEVER, _NEVER)
    after: list[list[State]] = []
    ends = [end for end, _, _ in slots]
    frontier: list[list[State]] = [[]]
    best = 0
    for end, start, worth in slots:
        room, length = site.room(name, end), end - start
        found = []
        if start - free >= rules["day_off"]:
            found.append(State(0, start, 0))
        elif start - free >= rules["rest"] and end - brought <= rules["run"]:
            found.append(State(0, brought, 0))
        off = bisect_right(ends, start - rules["day_off"])
        found += [State(state.minutes, start, state.worth) for state in frontier[min(off, len(after))]]
        for index in range(off, bisect_right(ends, start - rules["rest"], hi=len(after))):
            found += [state for state in after[index] if end - state.began <= rules["run"]]
        states = kept([State(m + length, b, w + worth) for m, b, w in found if m + length <= room])
        after.append(states)
        frontier.append(kept([*frontier[-1], *(State(m, 0, w) for m, _, w in states)]))
        best = max([best, *(state.worth for state in states)])
    return best


def run_began(worked: list[Span], rules: Mapping[str, int]) -> int:
    began = worked[-1][0]
    for (start, end), (later, _) in reversed(list(pairwise(worked))):
        if later - end >= rules["day_off"]:
            break
        began = start
    return began


def kept(states: list[State]) -> list[State]:
    """Without those that another makes needless: by worth, the best first; then fewer minutes or a later run."""
    result: list[State] = []
    corners: list[tuple[int, int]] = []  # minutes rising, and with them where the run began
    for state in sorted(states, key=lambda one: (-one.worth, one.minutes, -one.began)):
        place = bisect_right(corners, (state.minutes, 1 << 62))
        if place and corners[place - 1][1] >= state.began:
            continue
        while place < len(corners) and corners[place][1] <= state.began:
            del corners[place]
        at = bisect_left(corners, (state.minutes, _NEVER))
        if at < len(corners) and corners[at][0] == state.minutes:
            del corners[at]
        insort(corners, (state.minutes, state.began))
        result.append(state)
    return result


def bound_of(site: Site, prices: Mapping[str, int]) -> int:
    """U of docs/reference/roster.md, rounded down to whole weights."""
    total = sum(price * site.shifts[name].headcount for name, price in prices.items())
    worths = {name: _SCALE * site.weight(name) - prices.get(name, 0) for name in site.shifts}
    for name in site.people:
        dearest: dict[tuple[int, int], int] = {}
        for shift, worth in worths.items():
            start, end = site.shifts[shift].span
            if worth > dearest.get((end, start), 0) and site.may(name, site.shifts[shift]):
                dearest[end, start] = worth
        total += best_duties(site, name, sorted((end, start, worth) for (end, start), worth in dearest.items()))
    return total // _SCALE


def prices_of(site: Site, given: Mapping[str, object]) -> tuple[dict[str, int], list[str]]:
    """Every price on its shift. Whatever would make the bound unsound is named, and left out."""
    listed_prices, scale = given.get("shift"), given.get("scale")
    broken = [] if type(scale) is int and scale == _SCALE else [f"prices: the scale is not {_SCALE}"]
    if not isinstance(listed_prices, dict):
        return {}, [*broken, "prices: there is none by shift"]
    prices: dict[str, int] = {}
    for name, price in listed_prices.items():
        if name in site.shifts and type(price) is int and price >= 0:
            prices[name] = price
        else:
            broken.append(f"prices: {name!a}: not a whole price on a shift that exists")
    return prices, broken


def broken_objective(site: Site, roster: Roster) -> Iterator[str]:
    objective, given = roster.proof["objective"], roster.proof["prices"]
    assert isinstance(objective, dict)  # noqa: S101  # read_roster made sure, and types cannot say so
    assert isinstance(given, dict)  # noqa: S101
    prices, broken = prices_of(site, given)
    yield from broken
    value = sum(site.weight(shift) for _, shift in roster.duties if shift in site.shifts)
    bound = bound_of(site, prices)
    if value > bound:
        yield f"bound: {bound}, recomputed, is less than the roster's own value, {value}"
    for name, true in (("value", value), ("bound", bound)):
        if type(objective.get(name)) is not int or objective[name] != true:
            yield f"objective: {name} is not {true}"
    gap = objective.get("gap")
    exact = Fraction(bound - value, bound or 1)
    if not isinstance(gap, Decimal | int) or abs(Fraction(gap) - exact) > Fraction(1, 2 * 10**6):
        yield "objective: the gap is not (bound - value) / bound to 6 decimals"
    if type(objective.get("by_hand")) is not int or not 0 <= objective["by_hand"] <= bound:
        yield f"objective: by_hand is no value that a roster could have, 0 to {bound}"


def broken_things(site: Site, roster: Roster) -> Iterator[str]:
    """Each broken thing, one sentence each; none means that the roster and its bound hold."""
    yield from (f"proof.json: {name} is missing" for name in sorted(_PROOF_KEYS - roster.proof.keys()))
    if roster.proof.get("input_sha256") != site.digest:
        yield "proof.json: input_sha256 is not that of the site"
    yield from broken_shifts(site)
    yield from broken_duties(site, roster)
    yield from broken_lists(site, roster)
    yield from broken_objective(site, roster)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="standby check-roster", description="Prove or refute a roster from its files alone."
    )
    parser.add_argument("site", metavar="DIR", type=Path, help="the folder of the site")
    parser.add_argument("roster", metavar="OUT", type=Path, help="the folder that standby roster wrote")
    given = parser.parse_args(argv)
    try:
        site, roster = read_site(given.site), read_roster(given.roster)
    except Unreadable as unreadable:
        print(unreadable, file=sys.stderr)
        return 2
    broken = list(broken_things(site, roster))
    print(*broken or ["The roster holds, and so does its bound."], sep="\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
