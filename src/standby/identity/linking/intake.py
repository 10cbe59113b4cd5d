"""Takes records into a crowd, column by column: a cell that comes again is not read again."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from standby.identity.births import birth_date
from standby.identity.contacts import email_key, phone_key
from standby.identity.errors import DuplicateRecord
from standby.identity.linking.builder import Column, CrowdBuilder
from standby.identity.linking.crowd import NOT_KNOWN, Crowd
from standby.identity.linking.name_numbers import NameNumbers
from standby.identity.linking.remembered import Remembered
from standby.identity.linking.rows import Rows
from standby.identity.linking.said import said_words
from standby.identity.records import LicenceNumber, Record, plain_licence

Value = TypeVar("Value", bound=Hashable)
_SEVERAL = 2


def crowd_of(records: Iterable[Record], *, default_region: str) -> Crowd:
    in_order = sorted(records, key=lambda record: record.id)
    for before, after in pairwise(in_order):
        if before.id == after.id:
            raise DuplicateRecord(after.id)
    builder = CrowdBuilder()
    Intake(builder, default_region=default_region).take(Rows.of(in_order))
    return builder.built([record.id for record in in_order])


class Intake:
    """Rows as they come, for one builder. `default_region`: the country of phones without a country code."""

    def __init__(self, builder: CrowdBuilder, *, default_region: str) -> None:
        self._builder = builder
        self._region = default_region
        self._names = NameNumbers(builder.words)
        self._births = _numbers(builder.births, birth_date)
        self._homes = _numbers(builder.homes, _said)
        self._occupations = _numbers(builder.occupations, _said)
        self._lists = _numbers(builder.lists, str)

    def take(self, rows: Rows) -> None:
        builder = self._builder
        self._names.extend(builder.names, rows)
        builder.births.rows.extend(map(self._births.__getitem__, rows.birth_dates))
        builder.homes.rows.extend(map(self._homes.__getitem__, rows.homes))
        builder.occupations.rows.extend(map(self._occupations.__getitem__, rows.occupations))
        builder.lists.rows.extend(map(self._lists.__getitem__, rows.list_ids))
        for phones in rows.phones:
            builder.phones.add(self._phone_keys(phones) if phones else ())
        for emails in rows.emails:
            builder.emails.add(_distinct([key for email in emails if (key := email_key(email))]) if emails else ())
        for licences in rows.licences:
            builder.licences.add(_distinct(_plain(licences)) if licences else ())

    def _phone_keys(self, phones: tuple[str, ...]) -> Collection[str]:
        region = self._region
        return _distinct([key for phone in phones if (key := phone_key(phone, default_region=region))])


def _numbers(column: Column, read: Callable[[str], Hashable | None]) -> Remembered[int]:
    return Remembered(lambda cell: column.number(read(cell)) if cell else NOT_KNOWN)


def _said(cell: str) -> str | None:
    return said_words(cell) or None


def _plain(licences: tuple[LicenceNumber, ...]) -> list[LicenceNumber]:
    return [plain for one in licences if (plain := plain_licence(one)).number]


def _distinct(values: Sequence[Value]) -> Collection[Value]:
    return values if len(values) < _SEVERAL else dict.fromkeys(values)
