"""One person at the moment of being written down: what is known, by whose pen, with what left out or confused."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from standby.exercise.dice import Dice
from standby.exercise.spelling import Written
from standby.exercise.volunteers import Volunteer


class Flaw(StrEnum):
    NONE = "none"
    NO_ROLE = "no_role"
    NO_DAYS = "no_days"
    NO_PHONE = "no_phone"
    NAME_ONLY = "name_only"
    ENDS_BEFORE_START = "ends_before_start"
    NO_SUCH_DAY = "no_such_day"
    BORN_LATER = "born_later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`language`: in which occupations are written; `party`: the label on this list; `phone`: the number given here."""

    volunteer: Volunteer
    form: Written
    language: str
    phone: tuple[str, ...]
    party: str
    flaw: Flaw
    today: date
    dice: Dice

    @property
    def is_name_only(self) -> bool:
        """Torn off after the name: no other cell is asked what would stand in it."""
        return self.flaw is Flaw.NAME_ONLY

    @property
    def has_days(self) -> bool:
        return self.flaw is not Flaw.NO_DAYS

    @property
    def has_role(self) -> bool:
        return self.flaw is not Flaw.NO_ROLE

    @property
    def has_phone(self) -> bool:
        return self.flaw is not Flaw.NO_PHONE
