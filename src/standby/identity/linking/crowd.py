"""All records of the lists as columns: each distinct word, phone, date, home once, and for every record its number."""

from array import array
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from standby.identity.births import BirthDate, birth_date
from standby.identity.contacts import email_key, phone_key
from standby.identity.endings import Sex
from standby.identity.errors import DuplicateRecord
from standby.identity.linking.ragged import Places, Ragged, starts_of
from standby.identity.linking.said import Said, said_words
from standby.identity.linking.wordbook import NO_WORD, Wordbook, WordbookBuilder, Words
from standby.identity.names import parse_name
from standby.identity.records import LicenceNumber, Record, RecordId, plain_licence
from standby.identity.scripts import Script, script_of

NOT_KNOWN = -1
_SEVERAL = 2
_SEXES = {None: 0, Sex.FEMALE: 1, Sex.MALE: 2}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Births:
    """Distinct birth dates; month and day are nought where they are not known."""

    year: NDArray[np.int16]
    month: NDArray[np.int8]
    day: NDArray[np.int8]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Crowd:
    """Position n of every column is about record n, in the order of ids; below nought is what a record does not tell.

    `other_surname`: of a double surname the first half.
    """

    ids: Sequence[RecordId]
    words: Wordbook
    given: Words
    surname: Words
    other_surname: Words
    father: Words
    sex: NDArray[np.int8]
    birth: Words
    home: Said
    occupation: Said
    list_id: Words
    phones: Ragged
    emails: Ragged
    licences: Ragged
    births: Births
    phone_texts: tuple[str, ...]
    email_texts: tuple[str, ...]
    licence_texts: tuple[LicenceNumber, ...]

    def __len__(self) -> int:
        return len(self.ids)


def crowd_of(records: Iterable[Record], *, default_region: str) -> Crowd:
    in_order = sorted(records, key=lambda record: record.id)
    for before, after in pairwise(in_order):
        if before.id == after.id:
            raise DuplicateRecord(after.id)
    builder = CrowdBuilder(default_region=default_region)
    for record in in_order:
        builder.add(record)
    return builder.built([record.id for record in in_order])


def _whole_numbers() -> "array[int]":
    return array("i")


@dataclass(slots=True, kw_only=True)
class Column:
    """One value of a kind a record, or none; each distinct value by its number."""

    numbers: dict[Hashable, int] = field(default_factory=dict)
    rows: "array[int]" = field(default_factory=_whole_numbers)

    def add(self, value: Hashable | None) -> None:
        known = value is not None
        self.rows.append(self.numbers.setdefault(value, len(self.numbers)) if known else NOT_KNOWN)

    def adopt(self, other: "Column") -> None:
        new = [self.numbers.setdefault(value, len(self.numbers)) for value in other.numbers]
        self.rows.extend(NOT_KNOWN if number < 0 else new[number] for number in other.rows)

    def in_order(self, order: Places) -> Words:
        return np.array(self.rows, np.int32)[order]


@dataclass(slots=True, kw_only=True)
class Several:
    """Any number of values of a kind a record."""

    numbers: dict[Hashable, int] = field(default_factory=dict)
    values: "array[int]" = field(default_factory=_whole_numbers)
    counts: "array[int]" = field(default_factory=_whole_numbers)

    def add(self, values: Collection[Hashable]) -> None:
        for value in values:
            self.values.append(self.numbers.setdefault(value, len(self.numbers)))
        self.counts.append(len(values))

    def adopt(self, other: "Several") -> None:
        new = [self.numbers.setdefault(value, len(self.numbers)) for value in other.numbers]
        self.values.extend(new[number] for number in other.values)
        self.counts.extend(other.counts)

    def in_order(self, order: Places) -> Ragged:
        counts = np.array(self.counts, np.int64)
        _, values = Ragged(values=np.array(self.values, np.int32), starts=starts_of(counts)).of_rows(order)
        return Ragged(values=values, starts=starts_of(counts[order]))


@dataclass(slots=True, kw_only=True)
class CrowdBuilder:
    """Takes records one after the other. Two halves of a long list may be read side by side and put together."""

    default_region: str
    words: WordbookBuilder = field(default_factory=WordbookBuilder)
    _names: "array[int]" = field(default_factory=_whole_numbers)
    _births: Column = field(default_factory=Column)
    _homes: Column = field(default_factory=Column)
    _occupations: Column = field(default_factory=Column)
    _lists: Column = field(default_factory=Column)
    _phones: Several = field(default_factory=Several)
    _emails: Several = field(default_factory=Several)
    _licences: Several = field(default_factory=Several)

    def add(self, record: Record) -> None:
        self._names.extend(self._name(record))
        self._births.add(_read_date(record.birth_date) if record.birth_date else None)
        self._homes.add(said_words(record.home) or None if record.home else None)
        self._occupations.add(said_words(record.occupation) or None if record.occupation else None)
        self._lists.add(record.list_id or None)
        region = self.default_region
        phones = [key for phone in record.phones if (key := phone_key(phone, default_region=region))]
        emails = [key for email in record.emails if (key := email_key(email))]
        licences = [plain for one in record.licences if (plain := plain_licence(one)).number]
        self._phones.add(phones if len(phones) < _SEVERAL else dict.fromkeys(phones))
        self._emails.add(emails if len(emails) < _SEVERAL else dict.fromkeys(emails))
        self._licences.add(licences if len(licences) < _SEVERAL else dict.fromkeys(licences))

    def _name(self, record: Record) -> tuple[int, int, int, int, int]:
        name = parse_name(name=record.name, given=record.given, surname=record.surname, patronymic=record.patronymic)
        number, given, surnames = self.words.number, name.given, name.surnames
        last = surnames[-1] if surnames else given[-1] if len(given) > 1 else ""
        script = script_of(given[0] if given else surnames[0]) if given or surnames else Script.OTHER
        return (
            number(given[0]) if given else NO_WORD,
            number(last) if last else NO_WORD,
            number(surnames[0]) if len(surnames) > 1 else NO_WORD,
            self.words.number_of_father(name.father, script) if name.father else NO_WORD,
            _SEXES[name.sex],
        )

    def adopt(self, other: "CrowdBuilder") -> None:
        """Takes the records of the other in, behind those that are here."""
        new = np.append(self.words.adopt(other.words), np.int32(NO_WORD))
        names = np.array(other._names, np.int32).reshape(-1, 5)
        names[:, :4] = new[names[:, :4]]
        self._names.extend(names.ravel().tolist())
        for ours, theirs in zip(self._columns, other._columns, strict=True):
            ours.adopt(theirs)
        for several, others in zip(self._lists_of_values, other._lists_of_values, strict=True):
            several.adopt(others)

    @property
    def _columns(self) -> tuple[Column, ...]:
        return (self._births, self._homes, self._occupations, self._lists)

    @property
    def _lists_of_values(self) -> tuple[Several, ...]:
        return (self._phones, self._emails, self._licences)

    def __len__(self) -> int:
        return len(self._lists.rows)

    @property
    def list_names(self) -> tuple[str, ...]:
        """The lists in the order in which they came; `list_of` says for each record which of them it is on."""
        return tuple(map(str, self._lists.numbers))

    @property
    def list_of(self) -> Words:
        return np.array(self._lists.rows, np.int32)

    def built(self, ids: Sequence[RecordId], *, order: Places | None = None) -> Crowd:
        """`order`: which of the records taken comes first, second …; `ids` are in that order."""
        order = np.arange(len(self._lists.rows)) if order is None else order
        names = np.array(self._names, np.int32).reshape(-1, 5)[order]
        return Crowd(
            ids=ids,
            words=self.words.built(),
            given=names[:, 0].copy(),
            surname=names[:, 1].copy(),
            other_surname=names[:, 2].copy(),
            father=names[:, 3].copy(),
            sex=names[:, 4].astype(np.int8),
            birth=self._births.in_order(order),
            home=Said.of(self._homes.in_order(order), list(map(str, self._homes.numbers))),
            occupation=Said.of(self._occupations.in_order(order), list(map(str, self._occupations.numbers))),
            list_id=self._lists.in_order(order),
            phones=self._phones.in_order(order),
            emails=self._emails.in_order(order),
            licences=self._licences.in_order(order),
            births=births_of([date for date in self._births.numbers if isinstance(date, BirthDate)]),
            phone_texts=tuple(map(str, self._phones.numbers)),
            email_texts=tuple(map(str, self._emails.numbers)),
            licence_texts=tuple(one for one in self._licences.numbers if isinstance(one, LicenceNumber)),
        )


_read_date = lru_cache(maxsize=100_000)(birth_date)


def births_of(dates: Sequence[BirthDate]) -> Births:
    return Births(
        year=np.array([date.year for date in dates], np.int16),
        month=np.array([date.month or 0 for date in dates], np.int8),
        day=np.array([date.day or 0 for date in dates], np.int8),
        texts=tuple(map(str, dates)),
    )
