"""What stands in the cells that all lists have, each list choosing its language and its way with dates."""

from collections.abc import Mapping
from functools import cache

from standby.domain.offers import Travel
from standby.domain.roles import Level
from standby.exercise.entries import Entry, Flaw
from standby.exercise.phones import written_phone
from standby.exercise.tables import table
from standby.exercise.trades import wording

_LONG = "%d.%m.%Y"
_SHORT = "%d.%m"


@cache
def language_names(language: str) -> Mapping[str, str]:
    """What the languages are called in Russian or Armenian."""
    return {row["code"]: row[language] for row in table("languages")}


def occupations(entry: Entry) -> str:
    if not entry.has_role:
        return ""
    words = [wording(skill.trade, language=entry.language, dice=entry.dice) for skill in entry.volunteer.skills]
    return entry.dice.pick(("; ", ", ")).join(words)


def languages(entry: Entry, *, named_in: str) -> str:
    return ", ".join(language_names(named_in)[code] for code in entry.volunteer.languages)


def phone(entry: Entry) -> str:
    return written_phone(entry.phone, dice=entry.dice) if entry.has_phone else ""


def email(entry: Entry) -> str:
    return entry.volunteer.email


def first_day(entry: Entry) -> str:
    window = entry.volunteer.window
    if not entry.has_days:
        return ""
    if entry.flaw is Flaw.NO_SUCH_DAY:
        return f"31.02.{window.first.year}"
    return (window.last if entry.flaw is Flaw.ENDS_BEFORE_START else window.first).strftime(_LONG)


def last_day(entry: Entry) -> str:
    window = entry.volunteer.window
    if not entry.has_days:
        return ""
    return (window.first if entry.flaw is Flaw.ENDS_BEFORE_START else window.last).strftime(_LONG)


def both_days(entry: Entry) -> str:
    """First and last day in one cell, as people write them between full stops and hyphens."""
    first, last = first_day(entry), last_day(entry)
    if not (first and last) or entry.flaw is not Flaw.NONE:
        return f"{first}-{last}".strip("-")
    window = entry.volunteer.window
    short_first, short_last = window.first.strftime(_SHORT), window.last.strftime(_SHORT)
    ways = (f"{first}-{last}", f"{first} - {last}", f"{short_first}-{last}", f"{short_first}-{short_last}")
    return entry.dice.pick(ways)


def birth_year(entry: Entry) -> int:
    return entry.today.year + 3 if entry.flaw is Flaw.BORN_LATER else entry.volunteer.born.year


def seats(entry: Entry) -> int | str:
    free = entry.volunteer.seats
    return "" if free is None else free


def max_stay(entry: Entry) -> int | str:
    return entry.volunteer.max_stay_days if entry.has_days else ""


def comes_alone(entry: Entry) -> bool:
    """Whether somebody finds the way without a seat of ours."""
    return entry.volunteer.travel is Travel.OWN


def level(entry: Entry) -> Level | None:
    """The level of the first trade: lists have one column for it."""
    return entry.volunteer.skills[0].level if entry.has_role else None
