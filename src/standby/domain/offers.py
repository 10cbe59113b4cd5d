"""What somebody offers: who they say they are, and what they could do, when and from where."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from standby.domain.days import Days, joined
from standby.domain.roles import OfferedRole


class Travel(StrEnum):
    SEAT = "seat"
    OWN = "own"


class Lodging(StrEnum):
    NEED = "need"
    OWN = "own"


class PartyRule(StrEnum):
    TOGETHER = "together"
    MAY_SPLIT = "may_split"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceClaim:
    """A licence as its holder states it; believed only once judged (claimed → seen → primary_verified)."""

    role: str = ""
    tag: str = ""
    issuer: str = ""
    number: str = ""
    expires_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalDetails:
    """What identifies a person. Dangerous: sealed at rest, never logged, never in an address or a job.

    Names are kept in the script they came in. `name` is the whole name when a list does not divide it. `birth_date` is
    ISO 8601, possibly partial ("1984", "1984-05"), or empty. Phones are E.164 where they could be read, else as given.
    """

    given: str = ""
    surname: str = ""
    patronymic: str = ""
    name: str = ""
    birth_date: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    licences: tuple[LicenceClaim, ...] = ()

    @property
    def full_name(self) -> str:
        return self.name or " ".join(part for part in (self.given, self.patronymic, self.surname) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the planner may count on; nothing in it identifies a person (FORMATS.md, people.csv).

    `home` is a place id of the operation, empty when unknown. `seats`: free seats beside a driver, 0 for a driver with
    none, None for somebody who does not drive. `party`: those with the same value travel together.
    """

    roles: tuple[OfferedRole, ...] = ()
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    windows: tuple[Days, ...] = ()
    max_stay_days: int | None = None
    max_total_days: int | None = None
    rested_from: date | None = None
    home: str = ""
    travel: Travel = Travel.SEAT
    seats: int | None = None
    lodging: Lodging = Lodging.NEED
    party: str = ""
    party_rule: PartyRule = PartyRule.TOGETHER

    def __post_init__(self) -> None:
        if self.windows != joined(self.windows):
            raise ValueError("Windows are kept in order, with those that touch made one.")
        if self.seats is not None and self.seats < 0:
            raise ValueError("A car has no negative number of free seats.")

    @property
    def is_complete(self) -> bool:
        """Whether a plan can use it: at least one role and one window."""
        return bool(self.roles) and bool(self.windows)
