"""A site and its roster as files (docs/reference/roster.md)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from standby.domain.spans import Span, moment_of_minute
from standby.formats.fingerprint import fingerprint_of
from standby.formats.folder import put_files
from standby.formats.rows import as_csv
from standby.rostering.problem import Person, Policy, Problem, Shift
from standby.rostering.roster import Proof, Roster

FORMAT = "standby-roster-1"
INPUT_FILES = ("people.csv", "policy.toml", "shifts.csv", "worked.csv")
ROSTER_FILES = ("duties.csv", "people.csv", "proof.json", "shifts.csv")
_PEOPLE = ("person_id", "roles", "has", "languages", "presence", "most_minutes")
_SHIFTS = (
    "shift_id", "role", "level", "requires", "verified", "languages", "start", "end", "headcount", "priority", "night",
    "driving", "break_minutes",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconds:
    """How long the work took, by the caller's clock."""

    read: float = 0.0
    solve: float = 0.0
    write: float = 0.0


def problem_files(problem: Problem) -> dict[str, bytes]:
    """Rows in the order of their ids, instants in universal time; reading them gives the same site back."""
    worked = ((one, *_ends(span)) for one in sorted(problem.worked) for span in sorted(problem.worked[one]))
    return {
        "people.csv": as_csv(_PEOPLE, map(_person, problem.people)),
        "shifts.csv": as_csv(_SHIFTS, map(_shift, problem.shifts)),
        "worked.csv": as_csv(("person_id", "start", "end"), worked),
        "policy.toml": _policy(problem.policy),
    }


def problem_fingerprint(problem: Problem) -> str:
    return fingerprint_of(problem_files(problem), names=INPUT_FILES)


def roster_files(roster: Roster, *, seconds: Seconds) -> dict[str, bytes]:
    """The content of each file; but for `seconds` the same roster gives the same bytes."""
    duties = ((one.person_id, one.shift_id) for one in roster.assignments)
    shifts = ((one.shift_id, one.headcount, one.filled, one.short, one.reason.value) for one in roster.shifts)
    shares = ((one.person_id, one.duties, one.minutes, one.nights) for one in roster.shares)
    return {
        "duties.csv": as_csv(("person_id", "shift_id"), duties),
        "shifts.csv": as_csv(("shift_id", "headcount", "filled", "short", "reason"), shifts),
        "people.csv": as_csv(("person_id", "duties", "minutes", "nights"), shares),
        "proof.json": _proof(roster.proof, seconds),
    }


def write(roster: Roster, directory: Path, *, seconds: Seconds | None = None) -> None:
    """Into a folder of its own, all files or none; raises Refused where the folder holds anything else."""
    put_files(roster_files(roster, seconds=seconds or Seconds()), directory)


def _ends(span: Span) -> tuple[str, str]:
    start, end = (moment_of_minute(one).strftime("%Y-%m-%dT%H:%MZ") for one in (span.start, span.end))
    return start, end


def _spans(spans: Iterable[Span]) -> str:
    return ";".join("/".join(_ends(span)) for span in spans)


def _person(person: Person) -> tuple[object, ...]:
    offer, most = person.offer, person.most_minutes
    roles = ";".join(map(str, offer.roles))
    return (
        person.person_id, roles, ";".join(offer.tags), ";".join(offer.languages), _spans(person.presence),
        "" if most is None else most,
    )  # fmt: skip


def _shift(shift: Shift) -> tuple[object, ...]:
    languages = ";".join("|".join(condition) for condition in shift.languages)
    asked = (shift.role, int(shift.level), ";".join(shift.requires), _yes(shift.must_be_verified), languages)
    duty = shift.duty
    kind = (_yes(duty.is_night), _yes(duty.is_driving), duty.break_minutes)
    return (shift.shift_id, *asked, *_ends(duty.span), shift.headcount, shift.priority, *kind)


def _yes(is_so: bool) -> str:  # noqa: FBT001  # the one thing it says
    return "yes" if is_so else "no"


def _policy(policy: Policy) -> bytes:
    rules = policy.rules
    lines = [f"{field.name.rstrip('_')}_minutes = {getattr(rules, field.name)}" for field in fields(rules)]
    lines += [f"weights = [{', '.join(map(str, policy.weights))}]", f"seed = {policy.seed}"]
    return ("\n".join(lines) + "\n").encode()


def _proof(proof: Proof, seconds: Seconds) -> bytes:
    objective = {"value": proof.value, "bound": proof.bound, "gap": proof.gap, "by_hand": proof.by_hand}
    tiers = [
        {
            "tier": 1,
            "name": "coverage",
            "value": proof.value,
            "bound": proof.bound,
            "gap": proof.gap,
            "certified": True,
        },
        {"tier": 2, "name": "hours", "value": proof.hours, "bound": None, "gap": None, "certified": False},
        {"tier": 3, "name": "nights", "value": proof.nights, "bound": None, "gap": None, "certified": False},
    ]
    content = {
        "format": FORMAT,
        "version": proof.version,
        "seed": proof.seed,
        "input_sha256": proof.input_sha256,
        "objective": objective,
        "tiers": tiers,
        "prices": {"scale": proof.scale, "shift": dict(sorted(proof.prices.items()))},
        "seconds": {name: round(getattr(seconds, name), 3) for name in ("read", "solve", "write")},
        "stopped_by": proof.stopped_by.value,
    }
    return (json.dumps(content, indent=1) + "\n").encode()
