"""The whole exercise from one seed and one day."""

from dataclasses import dataclass, replace
from datetime import date

from standby.exercise.asking import ask
from standby.exercise.dice import Dice
from standby.exercise.embassy import embassy_keeping
from standby.exercise.field import field_keeping
from standby.exercise.gathering import gather
from standby.exercise.judging import JudgedLicence, judge_some
from standby.exercise.keeping import keep_list
from standby.exercise.kept import KeptList
from standby.exercise.limits import Limits, draw_limits
from standby.exercise.places import Home, Region, Route, Site, homes, regions, routes, sites
from standby.exercise.requests import Request
from standby.exercise.staff import StaffMember, draw_staff
from standby.exercise.text import Text, text
from standby.exercise.trades import Occupation, occupations
from standby.exercise.union import union_keeping
from standby.exercise.versions import next_version
from standby.exercise.volunteers import Volunteer

_PEOPLE = 20_900
_LATECOMERS = 240
_NEEDS = 300
_FEWEST_NEEDS = 40
_PLACES_PER_PERSON = 0.45

_ON_UNION = 0.935
_UNION_ALSO_EMBASSY = 0.068
_UNION_ALSO_FIELD = 0.034
_ELSE_EMBASSY = 0.75
_EMBASSY_ALSO_FIELD = 0.10


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The settings with which the exercise is planned (FORMATS.md, policy.toml)."""

    rest_days: int = 2
    weights: tuple[int, int, int, int, int] = (100, 30, 10, 3, 1)
    notice_hours: int = 48
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """Everything that the demonstration loads, and the truth behind it (`volunteers`), which it does not.

    `lists` come in in their order; the last is the second version of the first.
    """

    seed: int
    today: date
    title: Text
    lead_organisation: Text
    policy: Policy
    regions: tuple[Region, ...]
    sites: tuple[Site, ...]
    homes: tuple[Home, ...]
    routes: tuple[Route, ...]
    limits: Limits
    requests: tuple[Request, ...]
    staff: tuple[StaffMember, ...]
    lists: tuple[KeptList, ...]
    occupations: tuple[Occupation, ...]
    judged_licences: tuple[JudgedLicence, ...]
    volunteers: tuple[Volunteer, ...]


def make_exercise(*, seed: int, today: date, scale: float = 1.0) -> Exercise:
    """The same exercise for the same arguments, to the byte; a `scale` of 0.01 is enough for a test."""
    if not 0 < scale <= 10:
        raise ValueError("The scale of an exercise lies above 0 and is at most 10.")
    places, areas, cities = sites(scale=scale), regions(), homes()
    number = round(_PEOPLE * scale)
    volunteers = gather(seed=seed, today=today, number=number + round(_LATECOMERS * scale) + 1, homes=cities)
    requests = ask(
        seed=seed,
        today=today,
        sites=places,
        regions=areas,
        needs=max(_FEWEST_NEEDS, round(_NEEDS * scale)),
        people=round(number * _PLACES_PER_PERSON),
    )
    lists = _keep_lists(volunteers[:number], latecomers=volunteers[number:], seed=seed, today=today)
    return Exercise(
        seed=seed,
        today=today,
        title=text("title"),
        lead_organisation=text("lead"),
        policy=Policy(seed=seed),
        regions=areas,
        sites=places,
        homes=cities,
        routes=routes(cities),
        limits=draw_limits(seed=seed, today=today, requests=requests, sites=places, regions=areas, homes=cities),
        requests=requests,
        staff=draw_staff(seed=seed, regions=areas),
        lists=lists,
        occupations=occupations(),
        judged_licences=judge_some(lists[:2], volunteers=volunteers, seed=seed, today=today),
        volunteers=volunteers,
    )


def _keep_lists(
    volunteers: tuple[Volunteer, ...], *, latecomers: tuple[Volunteer, ...], seed: int, today: date
) -> tuple[KeptList, ...]:
    on_union, on_embassy, on_field = _spread(volunteers, dice=Dice(seed=seed, name="who is on which list"))
    keeping = union_keeping(today=today)
    union = keep_list(keeping, people=on_union, seed=seed, today=today)
    return (
        union,
        keep_list(embassy_keeping(today=today), people=on_embassy, seed=seed, today=today),
        keep_list(field_keeping(today=today), people=on_field, seed=seed, today=today),
        next_version(
            union, keeping=replace(keeping, file="union-2.xlsx"), latecomers=latecomers, seed=seed, today=today
        ),
    )


def _spread(
    volunteers: tuple[Volunteer, ...], *, dice: Dice
) -> tuple[list[Volunteer], list[Volunteer], list[Volunteer]]:
    """Everybody on at least one list; some on two or three."""
    union: list[Volunteer] = []
    embassy: list[Volunteer] = []
    field: list[Volunteer] = []
    for volunteer in volunteers:
        if dice.chance(_ON_UNION):
            places = [union]
            places += [embassy] if dice.chance(_UNION_ALSO_EMBASSY) else []
            places += [field] if dice.chance(_UNION_ALSO_FIELD) else []
        else:
            places = [embassy] if dice.chance(_ELSE_EMBASSY) else [field]
            places += [field] if places[0] is embassy and dice.chance(_EMBASSY_ALSO_FIELD) else []
        for place in places:
            place.append(volunteer)
    return union, embassy, field
