"""Days and moments as a person says them, in the language of the page."""

from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_location
from django.utils.translation import get_language
from django.utils.translation import gettext as _


class DayPatterns(NamedTuple):
    """Patterns of Unicode CLDR (UTS 35). The weekday stands where a sentence around it never has to bend it."""

    day: str
    day_of_year: str
    short: str


# Ours rather than a locale's own, because Django knows no formats for Armenian, and a locale's long forms put a
# Russian weekday where "до" would have to change its ending.
_PATTERNS = {
    "en": DayPatterns("EEEE d MMMM", "EEEE d MMMM y", "d MMM"),
    "hy": DayPatterns("MMMM d, EEEE", "y 'թ'. MMMM d, EEEE", "MMM d"),
    "ru": DayPatterns("d MMMM (EEEE)", "d MMMM y 'г'. (EEEE)", "d MMM"),
    "az": DayPatterns("d MMMM, EEEE", "d MMMM y, EEEE", "d MMM"),
}


def page_language() -> str:
    """The language of the page being drawn, one of those we speak; English where it is none of them."""
    code = (get_language() or "en").partition("-")[0]
    return code if code in _PATTERNS else "en"


def say_day(day: date, *, with_year: bool = False) -> str:
    """Weekday, day and month in words: "Thursday 15 October"."""
    language = page_language()
    patterns = _PATTERNS[language]
    return _written(day, patterns.day_of_year if with_year else patterns.day, language)


def say_day_shortly(day: date) -> str:
    """For the columns of a table, where the weekday has no room: "15 Oct"."""
    language = page_language()
    return _written(day, _PATTERNS[language].short, language)


def say_weekday(day: date) -> str:
    """For the head of a column: "Mon"."""
    return _written(day, "EEE", page_language())


def say_days(first: date, last: date) -> str:
    """The days from first to last, both included, in words."""
    if first == last:
        return say_day(first)
    return _("%(first)s to %(last)s") % {"first": say_day(first), "last": say_day(last)}


def say_moment(moment: datetime, zone: str) -> str:
    """The day and the hour at a place, with the name of the zone's city, so that nobody guesses whose clock it is."""
    if moment.tzinfo is None:
        raise ValueError("A moment without a zone cannot be told to people who live in several.")
    there = moment.astimezone(ZoneInfo(zone))
    return _("%(day)s, %(hour)s (%(city)s time)") % {
        "day": say_day(there.date()),
        "hour": f"{there:%H:%M}",
        "city": say_city(zone),
    }


def say_moment_shortly(moment: datetime, zone: str) -> str:
    """For the column of a table whose caption names the zone: "15 Oct 14:30"."""
    return say_hour(moment.astimezone(ZoneInfo(zone)))


def say_zone(zone: str) -> str:
    """Whose clock the hours of a table are read from: "(Yerevan time)"."""
    return _("(%(city)s time)") % {"city": say_city(zone)}


def say_hour(moment: datetime) -> str:
    """A short day with the hour; the moment is already in the zone of the place."""
    return f"{say_day_shortly(moment.date())} {moment:%H:%M}"


def say_city(zone: str) -> str:
    """The city a time zone is named for, as the reader's language writes it."""
    return _city(zone, page_language())


# A long list says the same few days and one city hundreds of times, and every reader's page says them again.
@lru_cache(maxsize=4096)
def _written(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=language)


@lru_cache(maxsize=256)
def _city(zone: str, language: str) -> str:
    return get_timezone_location(ZoneInfo(zone), locale=language, return_city=True)
