"""Turns a table into a preview: what would become of every row, with nothing stored."""

from collections.abc import Callable
from collections.abc import Mapping as Pairs
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from standby.domain.days import Days
from standby.domain.offers import Offer, PersonalDetails
from standby.exchange.columns import Columns, columns_of
from standby.exchange.dates import read_moment
from standby.exchange.fields import Field
from standby.exchange.fingerprints import fingerprint, row_keys
from standby.exchange.mapping import Mapping
from standby.exchange.occupations import RoleChoice
from standby.exchange.offers import OfferReading, Surroundings, read_offer
from standby.exchange.outcomes import Outcome, Preview, RowOutcome
from standby.exchange.parties import settle_parties
from standby.exchange.persons import is_under_age, read_details
from standby.exchange.problems import Problem, Trouble, refusal, trouble
from standby.exchange.row_reading import RowReading
from standby.exchange.tables import Row, Table
from standby.exchange.value_shapes import PlaceFinder

_HORIZON = timedelta(days=89)
_STEP = 500
_IDENTIFYING = frozenset({Field.GIVEN, Field.SURNAME, Field.FULL_NAME})
_DAYS = frozenset({Field.DAYS, Field.FIRST_DAY, Field.LAST_DAY})
# Nothing can be made of a row with one of these, whatever else it says.
_FATAL = frozenset(
    {
        Problem.NOBODY,
        Problem.TOO_MANY_CELLS_IN_ROW,
        Problem.LAST_ROW_CUT,
        Problem.UNREADABLE_CHARACTERS,
        Problem.END_BEFORE_START,
        Problem.DAYS_TURNED,
        Problem.SPAN_TOO_LONG,
    }
)
Progress = Callable[[int, int], None]


def no_places(town: str, country: str, /) -> str:
    """For an operation without home places."""
    del town, country
    return ""


def convert(
    table: Table,
    mapping: Mapping,
    *,
    choices: Pairs[str, RoleChoice],
    today: date,
    is_combat: Callable[[str], bool],
    homes: PlaceFinder = no_places,
    region: str = "AM",
    horizon: Days | None = None,
    progress: Progress | None = None,
) -> Preview:
    """The outcome of every row.

    `choices`: the roles of occupations by folded spelling (`choices_of`). `is_combat`: whether an occupation in
    anybody's words asks to fight. `horizon`: what "any time" means, by default ninety days from `today`.
    """
    if not table.rows:
        raise refusal(Problem.NO_ROWS, file=table.origin.file)
    around = Surroundings(
        choices=choices,
        homes=homes,
        today=today,
        horizon=horizon or Days(first=today, last=today + _HORIZON),
        region=region,
    )
    columns = columns_of(table, mapping)
    noted = _row_troubles(table)
    # A list of thousands knows a few hundred occupations: each is judged once.
    judge = lru_cache(maxsize=None)(is_combat)
    outcomes = []
    for done, row in enumerate(table.rows, start=1):
        outcomes.append(_outcome(row, columns, around, troubles=noted.get(row.number, ()), is_combat=judge))
        if progress is not None and (done % _STEP == 0 or done == len(table.rows)):
            progress(done, len(table.rows))
    return Preview(file=table.origin.file, rows=tuple(_mark_repeats(settle_parties(outcomes))))


def _row_troubles(table: Table) -> dict[int, tuple[Trouble, ...]]:
    found: dict[int, tuple[Trouble, ...]] = {}
    for note in table.notes:
        if note.row is not None:
            found[note.row] = (*found.get(note.row, ()), note.trouble)
    return found


def _outcome(
    row: Row,
    columns: Columns,
    around: Surroundings,
    *,
    troubles: tuple[Trouble, ...],
    is_combat: Callable[[str], bool],
) -> RowOutcome:
    reading = RowReading(row, columns)
    reading.troubles += troubles
    read = read_offer(reading, around)
    if read.is_refused or any(is_combat(cell) for cell, _ in reading.cells(Field.OCCUPATION)):
        return _empty(row, Outcome.REFUSED, ())
    details = replace(read_details(reading, region=around.region, today=around.today), licences=read.licences)
    if not (details.full_name or details.phones or details.emails):
        reading.report(Problem.NOBODY, Field.FULL_NAME)
    if any(_is_fatal(found) for found in reading.troubles):
        return _empty(row, Outcome.UNUSABLE, tuple(reading.troubles))
    return _stored(row, reading, read, details, around)


def _is_fatal(found: Trouble) -> bool:
    """A broken row, a day that cannot be, or a formula where the name should stand."""
    if found.problem is Problem.FORMULA:
        return found.field in _IDENTIFYING
    if found.problem is Problem.IMPOSSIBLE_DATE:
        return found.field in _DAYS
    return found.problem in _FATAL


def _empty(row: Row, outcome: Outcome, troubles: tuple[Trouble, ...]) -> RowOutcome:
    """Of a row that is not stored nothing is carried on but where it stands and why."""
    return RowOutcome(
        number=row.number,
        line=row.line,
        outcome=outcome,
        details=PersonalDetails(),
        offer=Offer(),
        troubles=tuple(dict.fromkeys(troubles)),
    )


def _stored(
    row: Row, reading: RowReading, read: OfferReading, details: PersonalDetails, around: Surroundings
) -> RowOutcome:
    under_age = is_under_age(reading, details.birth_date, today=around.today)
    list_name, affiliation = reading.text(Field.LIST), _affiliation(reading)
    registered_at = _registered_at(reading, around)
    _report_missing(reading, read.offer, details, under_age=under_age)
    return RowOutcome(
        number=row.number,
        line=row.line,
        outcome=_kind(read.offer, details, under_age=under_age),
        details=details,
        offer=read.offer,
        troubles=tuple(dict.fromkeys(reading.troubles)),
        home_text=read.home_text,
        affiliation=affiliation,
        list_name=list_name,
        registered_at=registered_at,
        fingerprint=fingerprint(reading.said),
        keys=row_keys(details),
    )


def _kind(offer: Offer, details: PersonalDetails, *, under_age: bool) -> Outcome:
    if under_age:
        return Outcome.UNDER_AGE
    return Outcome.USABLE if offer.is_complete and details.full_name else Outcome.INCOMPLETE


def _report_missing(reading: RowReading, offer: Offer, details: PersonalDetails, *, under_age: bool) -> None:
    if under_age:
        reading.report(Problem.UNDER_AGE, Field.BIRTH_DATE)
        return
    if not details.full_name:
        reading.report(Problem.NO_NAME, Field.FULL_NAME)
    if not offer.roles:
        reading.report(Problem.NO_ROLE, Field.OCCUPATION)
    if not offer.windows:
        reading.report(Problem.NO_DAYS, Field.DAYS)


def _affiliation(reading: RowReading) -> str:
    cells = [cell for cell, _ in reading.cells(Field.AFFILIATION)]
    for cell in cells:
        reading.note(Field.AFFILIATION, cell)
    return "; ".join(dict.fromkeys(cells))


def _registered_at(reading: RowReading, around: Surroundings) -> datetime | None:
    found = reading.cell(Field.REGISTERED_AT)
    if found is None:
        return None
    cell, column = found
    read = read_moment(cell, order=column.order, near=around.today)
    if isinstance(read, Problem):
        reading.report(read, Field.REGISTERED_AT)
        reading.note(Field.REGISTERED_AT, cell)
        return None
    reading.note(Field.REGISTERED_AT, read.isoformat())
    return read


def _mark_repeats(outcomes: list[RowOutcome]) -> list[RowOutcome]:
    first: dict[bytes, int] = {}
    return [_mark_repeat(row, first) if row.fingerprint else row for row in outcomes]


def _mark_repeat(row: RowOutcome, first: dict[bytes, int]) -> RowOutcome:
    original = first.setdefault(row.fingerprint, row.number)
    if original == row.number:
        return row
    repeated = trouble(Problem.REPEATED_ROW, first=original)
    return replace(row, repeats=original, troubles=(*row.troubles, repeated))
