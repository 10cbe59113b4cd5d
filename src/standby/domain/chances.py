"""How likely a person like this one is called within a week, from what happened to people like them; and how well that
was foretold.

>>> weeks = [Week(day=date(2026, 10, day), role="8322", standing=100, called=4) for day in range(1, 15)]
>>> round(chance_of("8322", weeks, on=date(2026, 10, 21)) or 0, 2)
0.04
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# What is foretold: a call within so many days.
AHEAD = timedelta(days=7)
# What lies further back says little of an operation that changes by the day.
_LOOKED_BACK = timedelta(days=28)
# So many people of the whole operation are added to a role's own, so that a rare one is not judged by three.
_LENT = 20
EDGES = (0.02, 0.05, 0.1, 0.25, 0.5, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Of those who offered a role and stood by at the beginning of `day`: how many were called within a week."""

    day: date
    role: str
    standing: int
    called: int

    def __post_init__(self) -> None:
        if not 0 <= self.called <= self.standing:
            raise ValueError("Nobody is called who did not stand by.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """Foretold and happened, for all forecasts up to `most`; `people` counts each person once a day."""

    least: float
    most: float
    people: int
    foretold: float
    happened: float


def chance_of(role: str, weeks: Iterable[Week], *, on: date) -> float | None:
    """On a day, from the weeks that were over by then; None before there is one."""
    over = [week for week in weeks if week.day + AHEAD <= on and week.day >= on - _LOOKED_BACK - AHEAD]
    standing = sum(week.standing for week in over)
    if not standing:
        return None
    overall = sum(week.called for week in over) / standing
    own = [week for week in over if week.role == role]
    called = sum(week.called for week in own) + overall * _LENT
    return called / (sum(week.standing for week in own) + _LENT)


def calibration(weeks: Sequence[Week]) -> list[Bucket]:
    """What was foretold each day from what was known by then, against what happened; empty ones left out."""
    foretold = [(week, chance_of(week.role, weeks, on=week.day)) for week in weeks if week.standing]
    known = [(week, chance) for week, chance in foretold if chance is not None]
    buckets = []
    for least, most in zip((0.0, *EDGES), EDGES, strict=False):
        within = [(week, chance) for week, chance in known if least <= chance < most or chance == most == EDGES[-1]]
        people = sum(week.standing for week, _ in within)
        if people:
            expected = sum(chance * week.standing for week, chance in within)
            called = sum(week.called for week, _ in within)
            buckets.append(
                Bucket(least=least, most=most, people=people, foretold=expected / people, happened=called / people)
            )
    return buckets
