"""What a row offers: roles, languages, days, and how its person would come."""

import re
from collections.abc import Mapping as Pairs
from dataclasses import dataclass
from datetime import date

from standby.domain.days import Days, joined
from standby.domain.offers import LicenceClaim, Lodging, Offer, Travel
from standby.domain.roles import Level, OfferedRole, is_combat, needs_licence
from standby.exchange.answers import read_answer, read_number, read_stay
from standby.exchange.availability import read_availability
from standby.exchange.columns import Column
from standby.exchange.dates import read_day
from standby.exchange.driving import driving_classes
from standby.exchange.fields import Field
from standby.exchange.folding import fold
from standby.exchange.languages import read_languages
from standby.exchange.levels import read_level
from standby.exchange.occupations import RoleChoice
from standby.exchange.problems import Problem
from standby.exchange.row_reading import RowReading
from standby.exchange.splitting import parts_of
from standby.exchange.value_shapes import PlaceFinder

# A role as FORMATS.md writes it. A list may not verify what it lists: the v is read over.
_CODED = re.compile(r"(\d{3,4})(?::([123]))?(?::v)?")
_DATED = re.compile(r"\d{4}")
_TAG = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_SEATS = range(61)
_STAYS = range(1, 367)
_LONGEST = 3 * 366
_NEEDS = ("need", "нуж", "կարիք", "ehtiyac", "საჭირო")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the values of a list are read with."""

    choices: Pairs[str, RoleChoice]
    homes: PlaceFinder
    today: date
    horizon: Days
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferReading:
    offer: Offer
    licences: tuple[LicenceClaim, ...]
    home_text: str
    is_refused: bool


def read_offer(reading: RowReading, around: Surroundings) -> OfferReading:
    roles, tags, is_refused = _roles(reading, around)
    home, home_text = _home(reading, around)
    windows, stay = _windows(reading, around)
    offer = Offer(
        roles=roles,
        tags=_tags(reading, tags),
        languages=_languages(reading),
        windows=windows,
        max_stay_days=_max_stay(reading) or stay,
        home=home,
        travel=_travel(reading),
        seats=_seats(reading),
        lodging=_lodging(reading),
        party=reading.text(Field.PARTY),
    )
    licences = _licences(reading, roles, around)
    return OfferReading(offer=offer, licences=licences, home_text=home_text, is_refused=is_refused)


def _roles(reading: RowReading, around: Surroundings) -> tuple[tuple[OfferedRole, ...], list[str], bool]:
    """The roles, the tags that come with them, and whether one of them refuses the whole offer."""
    stated = reading.text(Field.LEVEL)
    level = read_level(stated) if stated else None
    roles: dict[str, Level] = {}
    tags: list[str] = []
    is_refused = False
    for cell, _ in reading.cells(Field.OCCUPATION):
        for occupation in parts_of(cell):
            reading.note(Field.OCCUPATION, fold(occupation))
            choice = _choice(occupation, around)
            if choice is None:
                reading.report(Problem.ROLE_NOT_KNOWN, Field.OCCUPATION)
                continue
            is_refused = is_refused or choice.is_refused
            tags += choice.tags
            for code in choice.codes:
                roles[code] = max(roles.get(code, Level.SUPERVISED), level or choice.level or Level.SUPERVISED)
    return tuple(OfferedRole(code=code, level=held) for code, held in roles.items()), tags, is_refused


def _choice(occupation: str, around: Surroundings) -> RoleChoice | None:
    coded = _CODED.fullmatch(occupation)
    if coded is None:
        return around.choices.get(fold(occupation))
    code, level = coded[1], coded[2]
    if is_combat(code):
        return RoleChoice(is_refused=True)
    return RoleChoice(codes=(code,), level=Level(int(level)) if level else None) if len(code) == 4 else None


def _tags(reading: RowReading, tags: list[str]) -> tuple[str, ...]:
    driving = reading.text(Field.DRIVING_CLASS)
    found = [*tags, *(f"licence_{letter}" for letter in driving_classes(driving))]
    for cell, _ in reading.cells(Field.TAGS):
        reading.note(Field.TAGS, cell)
        found += [tag for part in parts_of(cell) if _TAG.fullmatch(tag := part.removesuffix(":v"))]
    return tuple(dict.fromkeys(found))


def _languages(reading: RowReading) -> tuple[str, ...]:
    found: list[str] = []
    for cell, _ in reading.cells(Field.LANGUAGES):
        codes, is_whole = read_languages(cell)
        if not is_whole:
            reading.report(Problem.LANGUAGE_NOT_KNOWN, Field.LANGUAGES)
        reading.note(Field.LANGUAGES, ";".join(sorted(codes)) if is_whole else fold(cell))
        found += codes
    return tuple(dict.fromkeys(found))


def _windows(reading: RowReading, around: Surroundings) -> tuple[tuple[Days, ...], int | None]:
    """Days in words or in two columns; what lies wholly in the past is reported and left out."""
    spans: list[Days] = []
    stay: int | None = None
    for cell, column in reading.cells(Field.DAYS):
        reading.note(Field.DAYS, fold(cell))
        read = read_availability(cell, order=column.order, horizon=around.horizon)
        if isinstance(read, Problem):
            _report_days(reading, read, Field.DAYS)
            continue
        spans += read.windows
        stay = read.max_stay or stay
    spans += _first_to_last(reading, around)
    coming = [span for span in spans if span.last >= around.today]
    if spans and not coming:
        reading.report(Problem.DAYS_PAST, Field.DAYS)
    return joined(coming), stay


def _report_days(reading: RowReading, problem: Problem, field: Field) -> None:
    match problem:
        case Problem.END_BEFORE_START:
            reading.report(Problem.DAYS_TURNED, field)
        case Problem.SPAN_TOO_LONG:
            reading.report(problem, field, limit=3)
        case _:
            reading.report(problem, field)


def _first_to_last(reading: RowReading, around: Surroundings) -> list[Days]:
    first, last = _day(reading, Field.FIRST_DAY, around), _day(reading, Field.LAST_DAY, around)
    if first is None and last is None:
        return []
    start = first or min(around.today, last or around.today)
    end = last or max(around.horizon.last, start)
    if end < start:
        reading.report(Problem.END_BEFORE_START, Field.LAST_DAY, first=start.isoformat(), last=end.isoformat())
        return []
    if (end - start).days > _LONGEST:
        reading.report(Problem.SPAN_TOO_LONG, Field.LAST_DAY, limit=3)
        return []
    return [Days(first=start, last=end)]


def _day(reading: RowReading, field: Field, around: Surroundings) -> date | None:
    found = reading.cell(field)
    if found is None:
        return None
    return _read_day(reading, field, *found, around=around)


def _read_day(reading: RowReading, field: Field, cell: str, column: Column, *, around: Surroundings) -> date | None:
    read = read_day(cell, order=column.order, near=around.today)
    if isinstance(read, Problem):
        reading.note(field, fold(cell))
        reading.report(read, field)
        return None
    # A day without its year is a different day next year: what was written is noted then.
    reading.note(field, read.isoformat() if _DATED.search(cell) else fold(cell))
    return read


def _max_stay(reading: RowReading) -> int | None:
    cell = reading.text(Field.MAX_STAY)
    if not cell:
        return None
    read = read_stay(cell)
    if isinstance(read, Problem) or read not in _STAYS:
        reading.report(Problem.NUMBER_NOT_UNDERSTOOD, Field.MAX_STAY)
        return None
    return read


def _home(reading: RowReading, around: Surroundings) -> tuple[str, str]:
    """The home place and what the list calls it, the most precise column that is one of the operation's places."""
    country = reading.text(Field.HOME_COUNTRY)
    towns = [cell for cell, _ in reading.cells(Field.HOME)]
    for town in towns:
        reading.note(Field.HOME, town)
    home = next((place for town in towns if (place := around.homes(town, country))), "")
    if towns and not home:
        reading.report(Problem.PLACE_NOT_KNOWN, Field.HOME)
    return home, ", ".join(dict.fromkeys(part for part in (*towns, country) if part))


def _seats(reading: RowReading) -> int | None:
    """None for somebody without a car; a car whose seats are not counted takes nobody but its driver."""
    vehicle, written = reading.text(Field.VEHICLE), reading.text(Field.SEATS)
    # Whatever stands for the car but a no, a make or a number plate, is a car.
    has_car = bool(vehicle) and read_answer(vehicle) is not False
    if not written:
        return 0 if has_car else None
    seats = read_number(written)
    if isinstance(seats, Problem) or seats not in _SEATS:
        reading.report(Problem.SEATS_NOT_POSSIBLE, Field.SEATS)
        return 0 if has_car else None
    return None if vehicle and not has_car else seats


def _travel(reading: RowReading) -> Travel:
    cell = reading.text(Field.OWN_TRAVEL)
    return Travel.OWN if cell and read_answer(cell) is True else Travel.SEAT


def _lodging(reading: RowReading) -> Lodging:
    found = reading.cell(Field.OWN_LODGING)
    if found is None:
        return Lodging.NEED
    cell, column = found
    reading.note(Field.OWN_LODGING, fold(cell))
    answer = read_answer(cell)
    asks_for_need = any(word in fold(column.header) for word in _NEEDS)
    is_own = answer is (not asks_for_need)
    return Lodging.OWN if is_own else Lodging.NEED


def _licences(reading: RowReading, roles: tuple[OfferedRole, ...], around: Surroundings) -> tuple[LicenceClaim, ...]:
    """One claim a row, for the role that needs a licence most; an expired one is kept and said to be so."""
    kind, number = reading.text(Field.LICENCE_KIND), reading.text(Field.LICENCE_NUMBER)
    issuer = reading.text(Field.LICENCE_ISSUER)
    expires_on = _day(reading, Field.LICENCE_EXPIRY, around)
    if not (kind or number or issuer or expires_on):
        return ()
    if expires_on is not None and expires_on < around.today:
        reading.report(Problem.LICENCE_EXPIRED, Field.LICENCE_EXPIRY)
    licensed = [role.code for role in roles if needs_licence(role.code)]
    role = next(iter([*licensed, *(role.code for role in roles)]), "")
    return (LicenceClaim(role=role, issuer=issuer or kind, number=number, expires_on=expires_on),)
