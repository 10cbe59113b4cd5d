"""What one cell may say. Each function takes the text of a cell and returns a value, or says in a sentence why not."""

import re
from datetime import date, datetime

from standby.domain.days import Days, joined
from standby.domain.offers import Lodging, PartyRule, Travel
from standby.domain.roles import Level, OfferedRole, is_combat
from standby.formats.faults import shown

_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PROBABILITY = re.compile(r"0(\.\d{1,2})?|1(\.0{1,2})?", re.ASCII)
_WHOLE = re.compile(r"[0-9]{1,15}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_REFUSED = "The role is refused: this is civilian and humanitarian help only. Take the row out."
_ROLE = re.compile(r"([0-9]{4}):([123])(:v)?")


def as_id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f"{shown(text)} is no id: 1 to 64 of A-Z, a-z, 0-9, _, . and -.")
    return text


def as_optional_id(text: str) -> str:
    return as_id(text) if text else ""


def as_day(text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{shown(text)} is no day of the calendar.") from error
    raise ValueError(f"{shown(text)} is no day written as YYYY-MM-DD.")


def as_optional_day(text: str) -> date | None:
    return as_day(text) if text else None


def as_days(text: str) -> Days:
    first, slash, last = text.partition("/")
    if not slash:
        raise ValueError(f"{shown(text)} is no window written as first/last.")
    return between(first=as_day(first), last=as_day(last))


def between(*, first: date, last: date) -> Days:
    if last < first:
        raise ValueError(f"The last day, {last}, is before the first day, {first}.")
    return Days(first=first, last=last)


def as_windows(text: str) -> tuple[Days, ...]:
    return joined(as_days(part) for part in as_list(text))


def as_number(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError(f"{shown(text)} is no whole number from 0 up.")
    return int(text)


def as_optional_number(text: str) -> int | None:
    return as_number(text) if text else None


def as_priority(text: str, *, last: int = 5) -> int:
    if text not in map(str, range(1, last + 1)):
        raise ValueError(f"{shown(text)} is no priority from 1, the highest, to {last}.")
    return int(text)


def as_level(text: str) -> Level:
    if text not in {"1", "2", "3"}:
        raise ValueError(f"{shown(text)} is no level: 1 supervised, 2 independent, 3 leads others.")
    return Level(int(text))


def as_yes(text: str) -> bool:
    if text not in {"yes", "no", ""}:
        raise ValueError(f"{shown(text)} is neither yes nor no.")
    return text == "yes"


def as_percent(text: str) -> int:
    """A probability from 0 to 1 with at most two decimals, in hundredths."""
    if not _PROBABILITY.fullmatch(text):
        raise ValueError(f"{shown(text)} is no probability from 0 to 1 with at most two decimals.")
    return round(100 * float(text))


def as_degrees(text: str) -> float | None:
    try:
        degrees = float(text) if text else None
    except ValueError as error:
        raise ValueError(f"{shown(text)} is no number of degrees.") from error
    if degrees is not None and not -180 <= degrees <= 180:
        raise ValueError(f"{shown(text)} is no number of degrees from -180 to 180.")
    return degrees


def as_moment(text: str) -> str:
    """Checked but kept as text: ISO 8601 sorts as it stands."""
    try:
        if text:
            datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{shown(text)} is no day or time of ISO 8601.") from error
    return text


def as_list(text: str) -> list[str]:
    return [part for part in text.split(";") if part]


def as_role_code(text: str) -> str:
    if is_combat(text):
        raise ValueError(_REFUSED)
    if not (len(text) == 4 and text.isascii() and text.isdigit()):
        raise ValueError(f"{shown(text)} is no ISCO-08 code of exactly four digits.")
    return text


def as_roles(text: str) -> tuple[OfferedRole, ...]:
    """All of an offer's roles; one refused code refuses them all."""
    if any(is_combat(part.split(":")[0]) for part in as_list(text)):
        raise ValueError(_REFUSED)
    return tuple(_as_role(part) for part in as_list(text))


def _as_role(text: str) -> OfferedRole:
    match = _ROLE.fullmatch(text)
    if not match:
        raise ValueError(f"{shown(text)} is no role written as code:level or code:level:v, four digits and 1 to 3.")
    code, level, verified = match.groups()
    return OfferedRole(code=code, level=Level(int(level)), is_verified=bool(verified))


def as_held_tags(text: str) -> tuple[str, ...]:
    """Tags as somebody holds them: `tag`, or `tag:v` once it was checked."""
    return tuple(as_id(part.removesuffix(":v")) + (":v" if part.endswith(":v") else "") for part in as_list(text))


def as_tags(text: str) -> tuple[str, ...]:
    return tuple(as_id(part) for part in as_list(text))


def as_languages(text: str) -> tuple[str, ...]:
    return tuple(_as_language(part) for part in as_list(text))


def as_language_conditions(text: str) -> tuple[tuple[str, ...], ...]:
    """
    >>> as_language_conditions("hy|ru;en")
    (('hy', 'ru'), ('en',))
    """
    return tuple(tuple(_as_language(part) for part in condition.split("|")) for condition in as_list(text))


def _as_language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(f"{shown(text)} is no language of ISO 639-1 in two small letters.")
    return text


def as_travel(text: str) -> Travel:
    return Travel(one_of(text or Travel.SEAT, tuple(Travel)))


def as_lodging(text: str) -> Lodging:
    return Lodging(one_of(text or Lodging.NEED, tuple(Lodging)))


def as_party_rule(text: str) -> PartyRule:
    return PartyRule(one_of(text or PartyRule.TOGETHER, tuple(PartyRule)))


def one_of(text: str, choices: tuple[str, ...]) -> str:
    if text not in choices:
        raise ValueError(f"{shown(text)} is none of {', '.join(choices)}.")
    return text
