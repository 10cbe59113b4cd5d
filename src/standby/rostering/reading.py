"""Reads the files of a site (docs/reference/roster.md), or refuses them with every fault named."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from pathlib import Path

from standby.domain.errors import Fault, UnusableInput
from standby.domain.offers import Offer
from standby.domain.rest import Duty, Limit, RestRules, breaches_of_duty, is_night, loosened
from standby.domain.roles import Level, OfferedRole
from standby.domain.spans import Span, merged
from standby.formats import cells
from standby.formats.faults import shown
from standby.formats.fingerprint import fingerprint_of
from standby.formats.settings import settings_in
from standby.formats.source import Border, Source
from standby.rostering.problem import USUAL_POLICY, Person, PersonId, Policy, Problem, Shift, ShiftId
from standby.rostering.writing import INPUT_FILES

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})", re.ASCII)
_SHIFT = ("shift_id", "role", "level", "start", "end", "headcount", "priority")
_SHIFT_TOO = ("requires", "verified", "languages", "night", "driving", "break_minutes")
_BROKEN = {
    Limit.SPAN: "The shift is longer than a day's work may be. Divide it.",
    Limit.NIGHT: "A night is longer than it may be. Divide it.",
    Limit.DRIVING: "Nobody may drive so long. Divide it.",
    Limit.DRIVING_BREAK: "Whoever drives needs a longer break. Give break_minutes, or divide it.",
}


def read(directory: Path) -> Problem:
    """The site in a folder of files; raises UnusableInput."""
    try:
        return from_files({one: (directory / one).read_bytes() for one in INPUT_FILES if (directory / one).exists()})
    except OSError as error:
        fault = Fault(file=str(error.filename), what=f"The file cannot be read: {error.strerror}.")
        raise UnusableInput((fault,)) from error


def from_files(contents: Mapping[str, bytes]) -> Problem:
    """The site in these files, given as bytes by name; raises UnusableInput."""
    source = Source(contents=contents)
    policy = _policy(source)
    people, shifts = tuple(_people(source)), tuple(_shifts(source, policy))
    worked = _worked(source, known=frozenset(person.person_id for person in people))
    source.faults.settle()
    digest = fingerprint_of(contents, names=INPUT_FILES)
    return Problem(people=people, shifts=shifts, worked=worked, policy=policy, input_sha256=digest)


def as_moment(text: str) -> datetime:
    try:
        if _MOMENT.fullmatch(text):
            return datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{shown(text)} is no moment of the calendar.") from error
    raise ValueError(f"{shown(text)} is no moment written as YYYY-MM-DDTHH:MM+HH:MM, its distance from UTC said.")


def as_span(text: str) -> Span:
    start, slash, end = text.partition("/")
    if not slash:
        raise ValueError(f"{shown(text)} is no time written as start/end.")
    first, last = as_moment(start), as_moment(end)
    if last <= first:
        raise ValueError(f"The end, {end}, is not after the start, {start}.")
    return Span.between(first, last)


def as_presence(text: str) -> tuple[Span, ...]:
    return merged(as_span(part) for part in cells.as_list(text))


def _policy(source: Source) -> Policy:
    """Limits may be stricter than the usual ones. Rest is a rule: what gives people less is refused."""
    settings = settings_in(source, "policy.toml")
    if settings is None:
        return USUAL_POLICY
    limits = {field.name: f"{field.name.rstrip('_')}_minutes" for field in fields(RestRules)}
    given = {name: settings.number(key, getattr(USUAL_POLICY.rules, name)) for name, key in limits.items()}
    weights, seed = settings.weights("weights", USUAL_POLICY.weights), settings.number("seed", 0)
    settings.refuse_the_rest()
    try:
        rules = RestRules(**given)
    except ValueError as error:
        settings.fault("", str(error))
        return USUAL_POLICY
    for name in loosened(rules):
        usual = getattr(USUAL_POLICY.rules, name)
        settings.fault(limits[name], f"Rest is a rule: {usual} may be made stricter here, never looser.")
    return Policy(rules=rules, weights=weights, seed=seed)


def _people(source: Source) -> Iterator[Person]:
    table = source.table("people.csv", required=("person_id",))
    if table is None:
        return
    border = Border(file=table.file, faults=source.faults)
    no_role: tuple[OfferedRole, ...] = ()
    nothing: tuple[str, ...] = ()
    nowhere: tuple[Span, ...] = ()
    person_id, roles = border.key("person_id", cells.as_id), border.column("roles", cells.as_roles, no_role)
    tags = border.column("has", cells.as_held_tags, nothing)
    languages = border.column("languages", cells.as_languages, nothing)
    presence = border.column("presence", as_presence, nowhere)
    most = border.column("most_minutes", cells.as_optional_number, None)
    columns = ("person_id", "roles", "has", "languages", "presence", "most_minutes")
    for line, (key_text, role_text, tag_text, language_text, presence_text, most_text) in table.rows(*columns):
        key = person_id(key_text, line)
        offer = Offer(roles=roles(role_text, line), tags=tags(tag_text, line), languages=languages(language_text, line))
        there, minutes = presence(presence_text, line), most(most_text, line)
        if key:
            yield Person(person_id=PersonId(key), offer=offer, presence=there, most_minutes=minutes)


def _shifts(source: Source, policy: Policy) -> Iterator[Shift]:
    table = source.table("shifts.csv", required=_SHIFT)
    if table is None:
        return
    reader = _ShiftReader(Border(file=table.file, faults=source.faults), policy)
    for line, texts in table.rows(*_SHIFT, *_SHIFT_TOO):
        shift = reader.read(line, dict(zip((*_SHIFT, *_SHIFT_TOO), texts, strict=True)))
        if shift:
            yield shift


class _ShiftReader:
    def __init__(self, border: Border, policy: Policy) -> None:
        self._border, self._policy = border, policy
        self._first: int | None = None
        no_tag: tuple[str, ...] = ()
        no_language: tuple[tuple[str, ...], ...] = ()
        self._key = border.key("shift_id", cells.as_id)
        self._role = border.column("role", cells.as_role_code, "")
        self._level = border.column("level", cells.as_level, Level.SUPERVISED)
        self._moments = {name: border.column(name, as_moment, None) for name in ("start", "end")}
        self._numbers = {name: border.column(name, cells.as_number, 0) for name in ("headcount", "break_minutes")}
        self._priority = border.column("priority", cells.as_priority, 1)
        self._requires = border.column("requires", cells.as_tags, no_tag)
        self._yes = {name: border.column(name, cells.as_yes, False) for name in ("verified", "night", "driving")}  # noqa: FBT003
        self._languages = border.column("languages", cells.as_language_conditions, no_language)

    def read(self, line: int, texts: Mapping[str, str]) -> Shift | None:
        key, role = self._key(texts["shift_id"], line), self._role(texts["role"], line)
        says = {name: column(texts[name], line) for name, column in self._yes.items()}
        priority, level = self._priority(texts["priority"], line), self._level(texts["level"], line)
        asked = self._requires(texts["requires"], line), self._languages(texts["languages"], line)
        headcount = self._numbers["headcount"](texts["headcount"], line)
        duty = self._duty(line, texts, is_night_said=says["night"], is_driving=says["driving"])
        if not key or not role or duty is None:
            return None
        return Shift(
            shift_id=ShiftId(key), role=role, level=level, duty=duty, headcount=headcount, priority=priority,
            requires=asked[0], must_be_verified=says["verified"], languages=asked[1],
        )  # fmt: skip

    def _duty(self, line: int, texts: Mapping[str, str], *, is_night_said: bool, is_driving: bool) -> Duty | None:
        start, end = (self._moments[name](texts[name], line) for name in ("start", "end"))
        rest = self._numbers["break_minutes"](texts["break_minutes"] or "0", line)
        if start is None or end is None:
            return None
        if end <= start:
            self._fault(line, "end", f"The end, {texts['end']}, is not after the start, {texts['start']}.")
            return None
        span = Span.between(start, end)
        if rest >= span.minutes:
            self._fault(line, "break_minutes", "The break is as long as the shift.")
            return None
        night = is_night_said if texts["night"] else is_night(start, end)
        duty = Duty(span=span, is_night=night, is_driving=is_driving, break_minutes=rest)
        return duty if self._is_kept(line, duty) else None

    def _is_kept(self, line: int, duty: Duty) -> bool:
        """Whether the shift keeps the rules by itself, and lies in the period of the first one."""
        rules = self._policy.rules
        broken = breaches_of_duty(duty, rules=rules)
        for breach in broken:
            self._fault(line, "end", f"{_BROKEN[breach.limit]} ({breach.found} minutes, {breach.allowed} are allowed.)")
        self._first = duty.span.start if self._first is None else self._first
        if abs(duty.span.start - self._first) >= rules.period:
            self._fault(line, "start", "A roster covers 14 days. Make another for the days after them.")
            return False
        return not broken

    def _fault(self, line: int, name: str, what: str) -> None:
        self._border.fault(line=line, field=name, what=what)


def _worked(source: Source, *, known: frozenset[PersonId]) -> dict[PersonId, tuple[Span, ...]]:
    table = source.table("worked.csv", required=("person_id", "start", "end"), may_be_absent=True)
    if table is None:
        return {}
    border = Border(file=table.file, faults=source.faults)
    span_of = border.column("start", as_span, None)
    worked: dict[PersonId, tuple[Span, ...]] = {}
    for line, (person_id, start, end) in table.rows("person_id", "start", "end"):
        owner, span = PersonId(person_id), span_of(f"{start}/{end}", line)
        if owner not in known:
            border.fault(line=line, field="person_id", what=f"{shown(person_id)} is not in people.csv.")
        elif span is not None:
            worked[owner] = merged((*worked.get(owner, ()), span))
    return worked
