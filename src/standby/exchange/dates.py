"""Days as people write them: in any order, with month names, two-digit years, or as a spreadsheet's serial number."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from standby.exchange.folding import tidy
from standby.exchange.months import with_month_numbers
from standby.exchange.problems import Problem


class DayOrder(StrEnum):
    """Which comes first in 03/10/2020."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?")
_NUMERIC = re.compile(r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{4}|\d{2}))?\s*(?:г|թ|года|il)?\.?(?:,? .*\d:\d\d.*)?")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|-?[^\W\d_]{1,2})?[ .-]*m(\d{1,2})(?:[ .,-]+(\d{4}|\d{2}))?\W*(?:г|թ|года|il)?\W*"
)
_MONTH_DAY = re.compile(r"m(\d{1,2})[ .]+(\d{1,2})(?:st|nd|rd|th|-?[^\W\d_]{1,2})?(?:[ .,]+(\d{4}))?\W*")
_YEAR_MONTH = re.compile(r"(\d{4})[-./](\d{1,2})|(\d{1,2})[-./](\d{4})")
_YEAR = re.compile(r"((?:18|19|20)\d{2})\s*(?:г|թ|года|г\.р|il)?\.?")
_SERIAL = re.compile(r"(\d{4,5})(?:\.\d+)?")
# Day 1 of a spreadsheet's calendar is 1 January 1900, and it believes in a 29 February 1900.
_SERIAL_START = date(1899, 12, 30)
_SERIALS = range(3_000, 80_000)
_ALMOST_PAST = timedelta(days=60)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")

Parts = tuple[int | None, int, int]


def day_order(cells: Iterable[str]) -> DayOrder | None:
    """What the values of one column say about their order; None when they do not say.

    >>> day_order(["03/10/2020", "25/12/2020"]), day_order(["10/03/2020", "12/25/2020"]), day_order(["03/10/2020"])
    (<DayOrder.DAY_FIRST: 'day_first'>, <DayOrder.MONTH_FIRST: 'month_first'>, None)
    """
    day_first = month_first = 0
    for cell in cells:
        found = _NUMERIC.fullmatch(tidy(cell))
        if found:
            day_first += int(found[1]) > 12
            month_first += int(found[2]) > 12
    if day_first == month_first:
        return None
    return DayOrder.DAY_FIRST if day_first > month_first else DayOrder.MONTH_FIRST


def read_day(text: str, *, order: DayOrder, near: date) -> date | Problem:
    """A whole day. A day without a year is the next such day, or one that is only just past.

    >>> read_day("3 октября", order=DayOrder.DAY_FIRST, near=date(2020, 10, 1))
    datetime.date(2020, 10, 3)
    """
    parts = _parts(tidy(text), order=order)
    if isinstance(parts, date | Problem):
        return parts
    return make_day(parts, near=near)


def make_day(parts: Parts, *, near: date) -> date | Problem:
    """The day of year, month and day, the year filled in where it is missing or short."""
    year, month, day = parts
    try:
        if year is not None:
            return date(_full_year(year, near=near), month, day)
        this_year = date(near.year, month, day)
        return this_year if this_year >= near - _ALMOST_PAST else date(near.year + 1, month, day)
    except ValueError:
        return Problem.IMPOSSIBLE_DATE


def _full_year(year: int, *, near: date) -> int:
    return year if year >= 100 else near.year - near.year % 100 + year


def _parts(text: str, *, order: DayOrder) -> Parts | date | Problem:
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _SERIAL.fullmatch(text):
        serial = int(found[1])
        is_year = 1900 <= serial <= 2100
        return Problem.DATE_NOT_UNDERSTOOD if is_year or serial not in _SERIALS else _of_serial(serial)
    if found := _NUMERIC.fullmatch(text):
        return _ordered(found, order=order)
    worded = with_month_numbers(text)
    if found := _DAY_MONTH.fullmatch(worded):
        return _year(found[3]), int(found[2]), int(found[1])
    if found := _MONTH_DAY.fullmatch(worded):
        return _year(found[3]), int(found[1]), int(found[2])
    return Problem.DATE_NOT_UNDERSTOOD


def _of_serial(serial: int) -> date:
    return _SERIAL_START + timedelta(days=serial)


def _ordered(found: re.Match[str], *, order: DayOrder) -> Parts:
    first, second, year = int(found[1]), int(found[2]), _year(found[3])
    if (order is DayOrder.MONTH_FIRST and first <= 12) or second > 12 >= first:
        return year, first, second
    return year, second, first


def _year(written: str | None) -> int | None:
    return int(written) if written else None


def read_birth_date(text: str, *, order: DayOrder, today: date) -> str | Problem:
    """ISO 8601, as much of it as is there: a day, a month or a bare year; a short year is of the last hundred years.

    >>> read_birth_date("03.10.84", order=DayOrder.DAY_FIRST, today=date(2020, 10, 1))
    '1984-10-03'
    >>> read_birth_date("1984 թ.", order=DayOrder.DAY_FIRST, today=date(2020, 10, 1))
    '1984'
    """
    tidied = tidy(text)
    if found := _YEAR.fullmatch(tidied):
        return found[1] if _could_be_born(int(found[1]), today) else Problem.BIRTH_DATE_NOT_POSSIBLE
    if found := _YEAR_MONTH.fullmatch(tidied):
        year, month = int(found[1] or found[4]), int(found[2] or found[3])
        possible = _could_be_born(year, today) and 1 <= month <= 12
        return f"{year:04}-{month:02}" if possible else Problem.BIRTH_DATE_NOT_POSSIBLE
    parts = _parts(tidied, order=order)
    if isinstance(parts, Problem):
        return parts
    if not isinstance(parts, date) and parts[0] is None:
        return Problem.DATE_NOT_UNDERSTOOD
    day = parts if isinstance(parts, date) else _born(parts, today=today)
    if isinstance(day, Problem):
        return day
    return day.isoformat() if day <= today and _could_be_born(day.year, today) else Problem.BIRTH_DATE_NOT_POSSIBLE


def _born(parts: Parts, *, today: date) -> date | Problem:
    year, month, day = parts
    if year is not None and year < 100:
        year = 2000 + year if 2000 + year <= today.year else 1900 + year
    return make_day((year, month, day), near=today)


def _could_be_born(year: int, today: date) -> bool:
    return today.year - 120 <= year <= today.year


def read_moment(text: str, *, order: DayOrder, near: date) -> datetime | Problem:
    """A day with or without the time, as the lists of forms write when somebody registered; no zone is assumed."""
    tidied = tidy(text)
    clock = _CLOCK.search(tidied)
    day = read_day(tidied[: clock.start()].rstrip(" T,") if clock else tidied, order=order, near=near)
    if isinstance(day, Problem):
        return day
    try:
        return datetime.combine(day, _time(clock) if clock else time.min)
    except ValueError:
        return Problem.IMPOSSIBLE_DATE


def _time(clock: re.Match[str]) -> time:
    return time(int(clock[1]), int(clock[2]), int(clock[3] or 0))
