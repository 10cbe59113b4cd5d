"""Sites as they might be: people of a few trades who come and go, three shifts a day, more posts than hours."""

import random
from datetime import datetime

from standby.domain.offers import Offer
from standby.domain.rest import Duty, is_night
from standby.domain.roles import Level, OfferedRole
from standby.domain.spans import DAY, HOUR, Span, minute_of, moment_of_minute
from standby.rostering.problem import Person, PersonId, Problem, Shift, ShiftId

ROLES = ("2221", "2212", "3258", "5329", "9412", "8322", "9333", "5311", "2643", "3412", "7411", "4226")
_TURNS = (6, 14, 22)
_START = minute_of(datetime.fromisoformat("2020-10-12T00:00+04:00"))


def site(*, seed: int, people: int = 150, days: int = 14, roles: int = 12, tension: float = 1.08) -> Problem:
    """`tension`: heads asked for beside the duties that people could do at most, by their days and hours alone."""
    dice = random.Random(seed)
    there = [_person(dice, number, days=days, roles=roles) for number in range(people)]
    worked = {one.person_id: _history(dice) for one in there if dice.random() < 0.4}
    could = sum(min(12, 6 * sum(span.minutes for span in one.presence) // (7 * DAY)) for one in there)
    return Problem(people=tuple(there), shifts=_shifts(dice, could * tension, days=days, roles=roles), worked=worked)


def _person(dice: random.Random, number: int, *, days: int, roles: int) -> Person:
    codes = dice.sample(ROLES[:roles], k=min(roles, dice.choice((1, 1, 2, 2, 3))))
    offered = tuple(
        OfferedRole(code=code, level=Level(dice.choice((1, 1, 2, 2, 3))), is_verified=dice.random() < 0.6)
        for code in codes
    )
    first, last = 0, days
    if dice.random() < 0.35:
        first = dice.randrange(days // 2)
    if dice.random() < 0.35:
        last = dice.randrange(days // 2, days) + 1
    spoken = tuple(code for code in ("hy", "ru", "en", "az") if dice.random() < 0.55)
    return Person(
        person_id=PersonId(f"P{number:04}"),
        offer=Offer(roles=offered, languages=spoken),
        presence=(Span(start=_START + first * DAY, end=_START + last * DAY + 8 * HOUR),),
        most_minutes=dice.choice((None, None, None, 60 * HOUR, 40 * HOUR)),
    )


def _history(dice: random.Random) -> tuple[Span, ...]:
    turn = dice.choice(_TURNS)
    days = sorted(dice.sample(range(-13, -1), k=dice.randrange(2, 9)))
    kept = [day for index, day in enumerate(days) if index < 5 or day - days[index - 5] > 6]
    return tuple(
        Span(start=_START + day * DAY + turn * HOUR, end=_START + day * DAY + (turn + 8) * HOUR) for day in kept
    )


def _shifts(dice: random.Random, heads: float, *, days: int, roles: int) -> tuple[Shift, ...]:
    slots = [(day, turn, role) for day in range(days) for turn in _TURNS for role in ROLES[:roles]]
    shares = [dice.random() * (0.5 if turn == _TURNS[-1] else 1) for _, turn, _ in slots]
    scale = heads / sum(shares)
    kinds = {
        role: (dice.choice((1, 1, 2)), dice.random() < 0.3, dice.choice(((), (), (("hy", "ru"),)))) for role in ROLES
    }
    return tuple(
        _shift(dice, number, slot, headcount=max(1, round(share * scale)), kind=kinds[slot[2]])
        for number, (slot, share) in enumerate(zip(slots, shares, strict=True))
    )


def _shift(
    dice: random.Random,
    number: int,
    slot: tuple[int, int, str],
    *,
    headcount: int,
    kind: tuple[int, bool, tuple[tuple[str, ...], ...]],
) -> Shift:
    day, turn, role = slot
    start = _START + day * DAY + turn * HOUR
    span = Span(start=start, end=start + 8 * HOUR)
    zone = datetime.fromisoformat("2020-10-12T00:00+04:00").tzinfo
    dark = is_night(moment_of_minute(span.start).astimezone(zone), moment_of_minute(span.end).astimezone(zone))
    return Shift(
        shift_id=ShiftId(f"S{number:04}"),
        role=role,
        level=Level(kind[0]),
        must_be_verified=kind[1],
        languages=kind[2],
        duty=Duty(span=span, is_night=dark),
        headcount=headcount,
        priority=dice.choice((1, 2, 2, 3, 3, 3, 4, 5)),
    )
