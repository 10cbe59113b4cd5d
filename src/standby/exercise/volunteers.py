"""The people of the exercise as they really are; the lists show them only through somebody's pen."""

from dataclasses import dataclass
from datetime import date, datetime

from standby.domain.days import Days
from standby.domain.offers import LicenceClaim, Travel
from standby.domain.roles import Level
from standby.exercise.names import Name
from standby.exercise.places import Home
from standby.exercise.trades import Trade


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    trade: Trade
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """One invented person. `household` and `party` are ids; people of one household may share a phone.

    `seats`: free seats beside the driver, None for somebody without a car. `affiliation`: who counts on them already.
    """

    id: str
    name: Name
    born: date
    home: Home
    phone: tuple[str, ...]
    email: str
    household: str
    party: str
    skills: tuple[Skill, ...]
    languages: tuple[str, ...]
    window: Days
    max_stay_days: int
    seats: int | None
    travel: Travel
    licence: LicenceClaim | None
    affiliation: str
    registered_at: datetime

    @property
    def is_combat_offer(self) -> bool:
        return any(skill.trade.asked == 0 for skill in self.skills)

    def is_under_age(self, *, on: date) -> bool:
        return (on.year - self.born.year, on.month, on.day) < (18, self.born.month, self.born.day)
