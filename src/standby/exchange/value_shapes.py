"""What the values of a column look like, whatever its header says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from standby.domain.days import Days
from standby.exchange.answers import read_answer, read_number, read_stay
from standby.exchange.availability import Availability, read_availability
from standby.exchange.dates import DayOrder, day_order, read_birth_date, read_day, read_moment
from standby.exchange.driving import driving_classes
from standby.exchange.emails import emails_in
from standby.exchange.fields import Field
from standby.exchange.languages import read_languages
from standby.exchange.name_shapes import name_field
from standby.exchange.occupations import OccupationMatcher
from standby.exchange.phones import phones_in, read_phone
from standby.exchange.problems import Problem
from standby.exchange.splitting import parts_of

_DATE_LIKE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_PHONE_LIKE = re.compile(r"(?<![\w/])\+?\(?\d(?:[\s().\-–]*\d){6,14}(?!\w)|\d[.,]\d+E\+?1\d", re.IGNORECASE)
_CLASSES_ONLY = re.compile(r"[A-EА-Яа-яa-e1,;/ +]{1,14}")
_OF_AGE = range(14, 100)
_SEATS = range(61)
# Birth dates are spread over generations, the days of an operation over a season.
_GENERATIONS = 10
_MOST, _HALF = 0.7, 0.5


class PlaceFinder(Protocol):
    """The id of one of the operation's home places for a town in anybody's spelling; empty when there is none."""

    def __call__(self, town: str, country: str, /) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What may be asked about values while guessing: the catalogue of occupations, the places, the operation's days."""

    match: OccupationMatcher | None = None
    homes: PlaceFinder | None = None
    region: str = "AM"
    near: date = date(2020, 1, 1)


def share_like(field: Field, cells: list[str], known: Knowledge) -> float | None:
    """The part of the values that can be read as this field; None where values cannot tell."""
    test = _tests(cells, known).get(field)
    if test is None or not cells:
        return None
    return sum(1 for cell in cells if test(cell)) / len(cells)


def field_by_values(cells: list[str], known: Knowledge) -> tuple[Field, float] | None:
    """What the values alone say, surest first; None where several things are as likely."""
    if not cells:
        return None
    for field, least in (
        (Field.EMAIL, _MOST),
        (Field.BIRTH_DATE, _MOST),
        (Field.PHONE, _MOST),
        (Field.LANGUAGES, _MOST),
        (Field.DRIVING_CLASS, _MOST),
        (Field.OCCUPATION, _HALF),
        (Field.HOME, _HALF),
        (Field.DAYS, _MOST),
    ):
        share = share_like(field, cells, known) or 0.0
        if share >= least and _is_borne_out(field, cells, known):
            return field, share
    return name_field(cells)


def _tests(cells: list[str], known: Knowledge) -> dict[Field, Callable[[str], bool]]:
    order = day_order(cells) or DayOrder.DAY_FIRST
    horizon = Days(first=known.near, last=date(known.near.year + 1, 12, 31))

    def is_day(cell: str) -> bool:
        return not isinstance(read_day(cell, order=order, near=known.near), Problem)

    def is_birth(cell: str) -> bool:
        return not isinstance(read_birth_date(cell, order=order, today=horizon.last), Problem)

    def is_moment(cell: str) -> bool:
        return not isinstance(read_moment(cell, order=order, near=known.near), Problem)

    def is_window(cell: str) -> bool:
        read = read_availability(cell, order=order, horizon=horizon)
        return isinstance(read, Availability) and bool(read.windows) and not is_day(cell)

    def is_occupation(cell: str) -> bool:
        return known.match is not None and any(known.match(part) for part in parts_of(cell))

    def is_place(cell: str) -> bool:
        return known.homes is not None and bool(known.homes(cell, ""))

    tests: dict[Field, Callable[[str], bool]] = {
        Field.EMAIL: lambda cell: bool(emails_in(cell)),
        Field.PHONE: lambda cell: not _DATE_LIKE.fullmatch(cell) and bool(_PHONE_LIKE.search(cell)),
        Field.BIRTH_DATE: is_birth,
        Field.FIRST_DAY: is_day,
        Field.LAST_DAY: is_day,
        Field.LICENCE_EXPIRY: is_day,
        Field.REGISTERED_AT: is_moment,
        Field.DAYS: is_window,
        Field.LANGUAGES: lambda cell: read_languages(cell)[1] and bool(read_languages(cell)[0]),
        Field.DRIVING_CLASS: lambda cell: bool(_CLASSES_ONLY.fullmatch(cell)) and bool(driving_classes(cell)),
        Field.AGE: lambda cell: read_number(cell) in _OF_AGE,
        Field.SEATS: lambda cell: read_number(cell) in _SEATS,
        Field.MAX_STAY: lambda cell: not isinstance(read_stay(cell), Problem),
        Field.UNDER_AGE: lambda cell: not isinstance(read_answer(cell), Problem),
    }
    if known.match is not None:
        tests[Field.OCCUPATION] = is_occupation
    if known.homes is not None:
        tests[Field.HOME] = is_place
    return tests


def _is_borne_out(field: Field, cells: list[str], known: Knowledge) -> bool:
    """Some things look alike: a birth date and any date, a phone and any long number."""
    match field:
        case Field.BIRTH_DATE:
            return _over_generations(cells, known)
        case Field.PHONE:
            read = sum(1 for cell in cells for part in phones_in(cell)[:1] if _is_phone(part, known.region))
            return read >= _MOST * len(cells)
        case _:
            return True


def _is_phone(part: str, region: str) -> bool:
    read = read_phone(part, region=region)
    return read is Problem.PHONE_SHORTENED or not isinstance(read, Problem)


def _over_generations(cells: list[str], known: Knowledge) -> bool:
    order = day_order(cells) or DayOrder.DAY_FIRST
    read = [read_birth_date(cell, order=order, today=date(known.near.year + 1, 12, 31)) for cell in cells]
    years = [int(day[:4]) for day in read if not isinstance(day, Problem)]
    return len(years) > 1 and max(years) - min(years) >= _GENERATIONS
