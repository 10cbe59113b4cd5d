"""Reads lists as people keep them into records to be linked."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from standby.cli.linking.places import RowPlace, record_ids
from standby.domain.errors import Fault, UnusableInput
from standby.exchange import Field, Row, Table, guess_mapping, read_table
from standby.exchange import Mapping as Columns
from standby.exchange.emails import emails_in
from standby.exchange.phones import phones_in
from standby.identity import LicenceNumber, Record, RecordId, usual_region

Choices = Mapping[str, Field | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """One file: its rows as records that know no id yet, and what its columns were read for."""

    file: str
    columns: Columns
    records: dict[RowPlace, Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLists:
    lists: tuple[ReadList, ...]
    records: dict[RowPlace, Record]
    region: str

    @property
    def place_of(self) -> dict[RecordId, RowPlace]:
        return {record.id: place for place, record in self.records.items()}


def read_lists(paths: Iterable[Path], *, choices: Choices) -> ReadLists:
    lists = tuple(_read_list(path, choices) for path in paths)
    _refuse_unknown_columns(lists, choices)
    _refuse_double_rows(lists)
    found = {place: record for one in lists for place, record in one.records.items()}
    ids = record_ids(list(found))
    records = {place: replace(found[place], id=ids[place]) for place in sorted(found)}
    region = usual_region(phone for record in records.values() for phone in record.phones)
    return ReadLists(lists=lists, records=records, region=region)


def read_choices(path: Path) -> Choices:
    """A map file: an object of JSON, each column's name with the field it is read for, or null to leave it out."""
    try:
        told = json.loads(path.read_bytes())
    except OSError as error:
        raise UnusableInput((Fault(file=path.name, what=f"cannot be read: {error.strerror}."),)) from error
    except ValueError as error:
        raise UnusableInput((Fault(file=path.name, what="is not JSON in UTF-8."),)) from error
    if not isinstance(told, dict):
        raise UnusableInput((Fault(file=path.name, what="is not an object of columns and fields."),))
    faults = tuple(_choice_faults(told, file=path.name))
    if faults:
        raise UnusableInput(faults)
    return {column: Field(field) if field else None for column, field in told.items()}


def _choice_faults(told: dict[str, object], *, file: str) -> Iterator[Fault]:
    fields = {field.value for field in Field}
    for column, field in told.items():
        if field not in (None, "") and field not in fields:
            yield Fault(
                file=file, field=column, what=f"{field} is no field.", remedy=f"Fields: {', '.join(sorted(fields))}."
            )


def _read_list(path: Path, choices: Choices) -> ReadList:
    if not path.is_file():
        raise UnusableInput((Fault(file=path.name, what="is not a file."),))
    table = read_table(path)
    columns = guess_mapping(table).corrected({name: field for name, field in choices.items() if name in table.columns})
    records = dict(_rows(table, columns, list_name=path.stem))
    return ReadList(file=path.name, columns=columns, records=records)


def _rows(table: Table, columns: Columns, *, list_name: str) -> Iterator[tuple[RowPlace, Record]]:
    places = {field: [table.columns.index(name) for name in columns.columns_of(field)] for field in Field}
    for row in table.rows:
        told = _cells(row, places[Field.LIST])
        place = RowPlace(list_name=told[0] if told else list_name, row=row.number)
        yield place, _record(row, places, list_name=place.list_name)


def _record(row: Row, places: Mapping[Field, list[int]], *, list_name: str) -> Record:
    def first(field: Field) -> str:
        return next(iter(_cells(row, places[field])), "")

    number = first(Field.LICENCE_NUMBER)
    return Record(
        id=RecordId(""),
        list_id=list_name,
        given=first(Field.GIVEN),
        surname=first(Field.SURNAME),
        patronymic=first(Field.PATRONYMIC),
        name=first(Field.FULL_NAME),
        phones=tuple(phone for cell in _cells(row, places[Field.PHONE]) for phone in phones_in(cell)),
        emails=tuple(email for cell in _cells(row, places[Field.EMAIL]) for email in emails_in(cell)),
        birth_date=first(Field.BIRTH_DATE),
        licences=(LicenceNumber(kind=first(Field.LICENCE_KIND), number=number),) if number else (),
        home=first(Field.HOME),
    )


def _cells(row: Row, places: list[int]) -> list[str]:
    """What stands in these columns, without those that are empty."""
    return [cell for place in places if (cell := row.cells[place].strip())]


def _refuse_unknown_columns(lists: tuple[ReadList, ...], choices: Choices) -> None:
    known = {guess.column for one in lists for guess in one.columns.columns}
    unknown = tuple(
        Fault(field=name, what="is a column of none of the lists.") for name in choices if name not in known
    )
    if unknown:
        raise UnusableInput(unknown)


def _refuse_double_rows(lists: tuple[ReadList, ...]) -> None:
    """Two files of one name, or of one list by its column, would leave nobody knowing which row is meant."""
    counts = Counter(place for one in lists for place in one.records)
    names = sorted({place.list_name for place, count in counts.items() if count > 1})
    if names:
        remedy = "Rename one of the files."
        raise UnusableInput(
            tuple(Fault(what=f"Two files hold rows of the list {name}.", remedy=remedy) for name in names)
        )
