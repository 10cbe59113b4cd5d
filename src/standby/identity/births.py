"""Birth dates as lists keep them: whole, partial, in either order of day and month, with a digit mistyped."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rapidfuzz.distance import OSA

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4}|\d{2})(?:\s*(?:г\.?|թ\.?|il))?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./\-](\d{4})")

# A year of two digits belongs to the century that makes its owner neither unborn nor older than ninety-six.
_PIVOT = 30
_OLDEST = 1000


class BirthAgreement(StrEnum):
    SAME = "same"
    PARTLY = "partly"
    """What both know is equal, but one knows less: a year against a whole date."""
    SWAPPED = "swapped"
    """Day and month changed places."""
    NEAR = "near"
    """One digit differs, or two neighbouring ones changed places."""
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthDate:
    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("A birth date that knows the day knows the month.")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part is not None])

    @property
    def is_whole(self) -> bool:
        return self.day is not None

    @property
    def swapped(self) -> "BirthDate | None":
        """With day and month the other way round, where that is a date too."""
        if self.month is None or self.day is None or self.day > 12:
            return None
        return BirthDate(year=self.year, month=self.day, day=self.month)


def birth_date(raw: str) -> BirthDate | None:
    """Reads ISO 8601 whole or partial, and day-first dates as people write them; None for anything else.

    A day above twelve in the place of the month tells that the month was written first.

    >>> str(birth_date("3.4.1984")), str(birth_date("12/31/1984")), str(birth_date("1984")), birth_date("31.02.1984")
    ('1984-04-03', '1984-12-31', '1984', None)
    """
    text = raw.strip()[:40]
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _checked(found[1], found[2], found[3])
    if found := _DAY_FIRST.fullmatch(text):
        day, month = (found[2], found[1]) if int(found[2]) > 12 else (found[1], found[2])
        return _checked(_with_century(found[3]), month, day)
    if found := _MONTH_YEAR.fullmatch(text):
        return _checked(found[2], found[1], None)
    return None


def _with_century(year: str) -> str:
    if len(year) == 4:
        return year
    return f"20{year}" if int(year) < _PIVOT else f"19{year}"


def _checked(year: str, month: str | None, day: str | None) -> BirthDate | None:
    if int(year) < _OLDEST:
        return None
    try:
        return BirthDate(year=int(year), month=int(month) if month else None, day=int(day) if day else None)
    except ValueError:
        return None


def compare_births(one: BirthDate | None, other: BirthDate | None) -> BirthAgreement:
    """
    >>> compare_births(birth_date("1984-03-04"), birth_date("1984-04-03"))
    <BirthAgreement.SWAPPED: 'swapped'>
    """
    if one is None or other is None:
        return BirthAgreement.UNKNOWN
    if one == other:
        return BirthAgreement.SAME if one.is_whole else BirthAgreement.PARTLY
    if one.is_whole and other.is_whole:
        return _compare_whole(one, other)
    month_differs = one.month is not None and other.month is not None and one.month != other.month
    return BirthAgreement.DIFFERENT if one.year != other.year or month_differs else BirthAgreement.PARTLY


def _compare_whole(one: BirthDate, other: BirthDate) -> BirthAgreement:
    if one.swapped == other:
        return BirthAgreement.SWAPPED
    return BirthAgreement.NEAR if OSA.distance(str(one), str(other)) == 1 else BirthAgreement.DIFFERENT
