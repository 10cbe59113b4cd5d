"""Rows of a table as records to be linked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from standby.exchange import Field, Mapping, Table
from standby.exchange.emails import emails_in
from standby.exchange.phones import phones_in
from standby.identity import LicenceNumber, Record, RecordId
from standby.identity.linking import Rows

# So many rows are enough to tell the country of the phones.
_SAMPLE = 5_000
_NO_ID = RecordId("")

_READ = (
    Field.LIST, Field.GIVEN, Field.SURNAME, Field.PATRONYMIC, Field.FULL_NAME, Field.PHONE, Field.EMAIL,
    Field.BIRTH_DATE, Field.HOME, Field.OCCUPATION, Field.LICENCE_NUMBER, Field.LICENCE_KIND,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    phones: tuple[str, ...]


class Reader:
    """Knows in which columns what stands; records have no id yet."""

    def __init__(self, *, table: Table, columns: Mapping, list_name: str) -> None:
        self._table = table
        self._list_name = list_name
        self._places = {field: [table.columns.index(name) for name in columns.columns_of(field)] for field in _READ}

    def records(self) -> Iterator[tuple[int, Record]]:
        return ((row.number, self.record(row.cells)) for row in self._table.rows)

    def whole(self) -> tuple[list[int], Rows]:
        """All rows of the table, with their numbers."""
        return [row.number for row in self._table.rows], self.rows([row.cells for row in self._table.rows])

    def sample(self) -> Sample:
        records = (self.record(row.cells) for row in self._table.rows[:_SAMPLE])
        return Sample(phones=tuple(phone for record in records for phone in record.phones))

    def without_rows(self) -> "Reader":
        """Small enough to be handed to another process."""
        light = Reader.__new__(Reader)
        light._places, light._list_name = self._places, self._list_name
        return light

    def record(self, cells: Sequence[str]) -> Record:
        number = self._first(Field.LICENCE_NUMBER, cells)
        kind = self._first(Field.LICENCE_KIND, cells)
        return Record(
            id=_NO_ID,
            list_id=self._first(Field.LIST, cells) or self._list_name,
            given=self._first(Field.GIVEN, cells),
            surname=self._first(Field.SURNAME, cells),
            patronymic=self._first(Field.PATRONYMIC, cells),
            name=self._first(Field.FULL_NAME, cells),
            phones=tuple([phone for cell in self._all(Field.PHONE, cells) for phone in phones_in(cell)]),
            emails=tuple([email for cell in self._all(Field.EMAIL, cells) for email in emails_in(cell)]),
            birth_date=self._first(Field.BIRTH_DATE, cells),
            licences=(LicenceNumber(kind=kind, number=number),) if number else (),
            home=", ".join(self._all(Field.HOME, cells)),
            occupation=", ".join(self._all(Field.OCCUPATION, cells)),
        )

    def rows(self, table: Sequence[Sequence[str]]) -> Rows:
        """The same of many, column by column."""
        return Rows(
            list_ids=[cell or self._list_name for cell in self._first_of_all(Field.LIST, table)],
            given=self._first_of_all(Field.GIVEN, table),
            surnames=self._first_of_all(Field.SURNAME, table),
            patronymics=self._first_of_all(Field.PATRONYMIC, table),
            names=self._first_of_all(Field.FULL_NAME, table),
            birth_dates=self._first_of_all(Field.BIRTH_DATE, table),
            homes=self._joined(Field.HOME, table),
            occupations=self._joined(Field.OCCUPATION, table),
            phones=self._found(Field.PHONE, phones_in, table),
            emails=self._found(Field.EMAIL, emails_in, table),
            licences=self._licences(table),
        )

    def _first_of_all(self, field: Field, table: Sequence[Sequence[str]]) -> list[str]:
        match self._places[field]:
            case []:
                return [""] * len(table)
            case [place]:
                return [cells[place].strip() for cells in table]
            case _:
                return [self._first(field, cells) for cells in table]

    def _joined(self, field: Field, table: Sequence[Sequence[str]]) -> list[str]:
        if len(self._places[field]) <= 1:
            return self._first_of_all(field, table)
        return [", ".join(self._all(field, cells)) for cells in table]

    def _found(
        self, field: Field, find: Callable[[str], tuple[str, ...]], table: Sequence[Sequence[str]]
    ) -> list[tuple[str, ...]]:
        if len(self._places[field]) <= 1:
            return [find(cell) if cell else () for cell in self._first_of_all(field, table)]
        return [tuple([one for cell in self._all(field, cells) for one in find(cell)]) for cells in table]

    def _licences(self, table: Sequence[Sequence[str]]) -> list[tuple[LicenceNumber, ...]]:
        numbers, kinds = self._first_of_all(Field.LICENCE_NUMBER, table), self._first_of_all(Field.LICENCE_KIND, table)
        return [
            (LicenceNumber(kind=kind, number=number),) if number else ()
            for number, kind in zip(numbers, kinds, strict=True)
        ]

    def _first(self, field: Field, cells: Sequence[str]) -> str:
        for place in self._places[field]:
            if cell := cells[place].strip():
                return cell
        return ""

    def _all(self, field: Field, cells: Sequence[str]) -> list[str]:
        """What stands in these columns, without those that are empty."""
        return [cell for place in self._places[field] if (cell := cells[place].strip())]
