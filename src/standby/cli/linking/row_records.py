"""Rows of a table as records to be linked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standby.exchange import Field, Mapping, Table
from standby.exchange.emails import emails_in
from standby.exchange.phones import phones_in
from standby.identity import LicenceNumber, Record, RecordId

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

    def _first(self, field: Field, cells: Sequence[str]) -> str:
        for place in self._places[field]:
            if cell := cells[place].strip():
                return cell
        return ""

    def _all(self, field: Field, cells: Sequence[str]) -> list[str]:
        """What stands in these columns, without those that are empty."""
        return [cell for place in self._places[field] if (cell := cells[place].strip())]
