"""What the sites ask for: requests as a site contact writes them, to be cut into needs."""

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from standby.domain.days import Days
from standby.domain.roles import Level
from standby.exercise.text import Text
from standby.exercise.trades import Trade

# FORMATS.md counts people, not posts: nobody works more than 48 hours in seven days.
_HOURS_A_WEEK = 48


class Risk(StrEnum):
    LOW = "low"
    RAISED = "raised"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One role at one site, for one or more rotations of the same length that follow each other.

    Asked for either as people (`headcount`) or as `posts` to be held `hours_per_day`; `languages` are conditions that
    must all hold, each of which any one of its languages meets.
    """

    id: str
    site: str
    trade: Trade
    level: Level
    languages: tuple[tuple[str, ...], ...]
    first_day: date
    rotation_days: int
    rotations: int
    headcount: int | None = None
    posts: int | None = None
    hours_per_day: int | None = None
    supervisor: str
    provided: Text
    hazards: Text
    without_it: Text
    risk: Risk
    priority: int

    def __post_init__(self) -> None:
        if (self.headcount is None) == (self.posts is None):
            raise ValueError("A request is either for people or for posts.")
        if (self.posts is None) != (self.hours_per_day is None):
            raise ValueError("Posts are held for so many hours a day.")

    @property
    def people(self) -> int:
        """How many each rotation takes under the rule of 48 hours a week."""
        if self.headcount is not None:
            return self.headcount
        return math.ceil((self.posts or 0) * (self.hours_per_day or 0) * 7 / _HOURS_A_WEEK)

    @property
    def needs(self) -> tuple[Days, ...]:
        """The days of each rotation; every one becomes a need of the same group."""
        length = timedelta(days=self.rotation_days)
        starts = [self.first_day + number * length for number in range(self.rotations)]
        return tuple(Days(first=start, last=start + length - timedelta(days=1)) for start in starts)

    @property
    def last_day(self) -> date:
        return self.needs[-1].last

    def resized(self, factor: float) -> "Request":
        """The same for more or fewer people, at least one."""
        if self.headcount is not None:
            return replace(self, headcount=max(1, int(self.headcount * factor)))
        return replace(self, posts=max(1, int((self.posts or 1) * factor)))
