"""The exercise as the planner's own files (FORMATS.md), as if every row of every list had been read perfectly.

The demonstration does not use them: it goes through the lists. They are for the command line and for measuring.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from standby.domain.offers import Travel
from standby.exercise.judging import Finding
from standby.exercise.making import Exercise, Policy
from standby.exercise.requests import Request
from standby.exercise.volunteers import Skill, Volunteer

_Line = tuple[str | int | float, ...]

_PEOPLE = (
    "person_id",
    "roles",
    "has",
    "languages",
    "windows",
    "max_stay_days",
    "home",
    "travel",
    "seats",
    "party",
    "registered_at",
)
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
    "need_group",
)


def write_operation(exercise: Exercise, directory: Path) -> None:
    """Everybody who could be planned, with what the verifier has found so far."""
    directory.mkdir(parents=True, exist_ok=True)
    limits = exercise.limits
    files: dict[str, tuple[_Line, Iterable[_Line]]] = {
        "people.csv": (_PEOPLE, _people(exercise)),
        "needs.csv": (_NEEDS, (line for request in exercise.requests for line in _needs(request))),
        "sites.csv": (
            ("site_id", "region", "beds", "lat", "lon"),
            ((site.id, site.region, "", site.town.lat, site.town.lon) for site in exercise.sites),
        ),
        "beds.csv": (("site_id", "day", "beds"), ((line.site, str(line.day), line.beds) for line in limits.beds)),
        "reception.csv": (
            ("region", "day", "arrivals"),
            ((line.region, str(line.day), line.people) for line in limits.arrivals),
        ),
        "transport.csv": (
            ("home", "day", "seats"),
            ((line.home, str(line.day), line.seats) for line in limits.bus_seats),
        ),
        "routes.csv": (
            ("home", "region", "days"),
            ((route.home, route.region, route.days) for route in exercise.routes),
        ),
        "places.csv": (
            ("place_id", "lat", "lon"),
            ((home.id, home.town.lat, home.town.lon) for home in exercise.homes),
        ),
    }
    for name, (header, lines) in files.items():
        _write(directory / name, header=header, lines=lines)
    (directory / "policy.toml").write_text(_policy(exercise.policy, as_of=str(exercise.today)), encoding="utf-8")


def _write(path: Path, *, header: _Line, lines: Iterable[_Line]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *lines])


def _policy(policy: Policy, *, as_of: str) -> str:
    return (
        f'as_of = "{as_of}"\nrest_days = {policy.rest_days}\nweights = {list(policy.weights)}\n'
        f"notice_hours = {policy.notice_hours}\nseed = {policy.seed}\n"
    )


def _people(exercise: Exercise) -> Iterator[_Line]:
    verified = _verified(exercise)
    for volunteer in exercise.volunteers:
        if volunteer.is_combat_offer or volunteer.affiliation or volunteer.is_under_age(on=exercise.today):
            continue
        yield _person(volunteer, is_verified=volunteer.id in verified)


def _verified(exercise: Exercise) -> set[str]:
    lists = {kept.id: kept for kept in exercise.lists}
    return {
        lists[judged.list].rows[judged.row - 1].person
        for judged in exercise.judged_licences
        if judged.finding is Finding.PRIMARY_VERIFIED
    }


def _person(volunteer: Volunteer, *, is_verified: bool) -> _Line:
    window = volunteer.window
    tags = dict.fromkeys(skill.trade.tag for skill in volunteer.skills if skill.trade.tag)
    return (
        volunteer.id,
        _roles(volunteer.skills, is_verified=is_verified),
        ";".join(f"{tag}:v" if is_verified else tag for tag in tags),
        ";".join(volunteer.languages),
        f"{window.first}/{window.last}",
        volunteer.max_stay_days,
        volunteer.home.id,
        "own" if volunteer.travel is Travel.OWN else "seat",
        "" if volunteer.seats is None else volunteer.seats,
        volunteer.party,
        f"{volunteer.registered_at:%Y-%m-%dT%H:%M:%S}",
    )


def _roles(skills: tuple[Skill, ...], *, is_verified: bool) -> str:
    """One entry a role, the higher level where two specialities share a code."""
    levels: dict[str, int] = {}
    licensed = {skill.trade.role for skill in skills if skill.trade.is_licensed}
    for skill in skills:
        levels[skill.trade.role] = max(levels.get(skill.trade.role, 0), int(skill.level))
    return ";".join(
        f"{role}:{level}" + (":v" if is_verified and role in licensed else "") for role, level in levels.items()
    )


def _needs(request: Request) -> Iterator[_Line]:
    for number, days in enumerate(request.needs, start=1):
        yield (
            f"{request.id}-{number}",
            request.site,
            request.trade.role,
            int(request.level),
            request.trade.tag,
            "yes" if request.trade.is_licensed else "no",
            ";".join("|".join(anyone) for anyone in request.languages),
            str(days.first),
            str(days.last),
            request.people,
            request.priority,
            request.id,
        )
