"""All records of the lists as columns: each distinct word, phone, date, home once, and for every record its number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from standby.identity.births import BirthDate
from standby.identity.endings import Sex
from standby.identity.errors import DuplicateRecord
from standby.identity.linking.ragged import Ragged
from standby.identity.linking.wordbook import NO_WORD, Wordbook, WordbookBuilder, Words
from standby.identity.records import Identifiers, LicenceNumber, Record, RecordId, identifiers

NOT_KNOWN = -1
_T = TypeVar("_T")
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

    `other_surname`: of a double surname the first half; `home`: a place in `homes`, each the set of its words.
    """

    ids: Sequence[RecordId]
    words: Wordbook
    given: Words
    surname: Words
    other_surname: Words
    father: Words
    sex: NDArray[np.int8]
    birth: Words
    home: Words
    list_id: Words
    phones: Ragged
    emails: Ragged
    licences: Ragged
    births: Births
    phone_texts: tuple[str, ...]
    email_texts: tuple[str, ...]
    licence_texts: tuple[LicenceNumber, ...]
    homes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.ids)


def crowd_of(records: Iterable[Record], *, default_region: str) -> Crowd:
    read = sorted((identifiers(record, default_region=default_region) for record in records), key=lambda one: one.id)
    for before, after in pairwise(read):
        if before.id == after.id:
            raise DuplicateRecord(after.id)
    builder = CrowdBuilder()
    for record in read:
        builder.add(record)
    return builder.built()


@dataclass(slots=True, kw_only=True)
class CrowdBuilder:
    """Takes records one after the other, in the order of their ids."""

    ids: list[RecordId] = field(default_factory=list)
    words: WordbookBuilder = field(default_factory=WordbookBuilder)
    _names: list[tuple[int, int, int, int, int]] = field(default_factory=list)
    _rest: list[tuple[int, int, int]] = field(default_factory=list)
    _phones: list[tuple[int, ...]] = field(default_factory=list)
    _emails: list[tuple[int, ...]] = field(default_factory=list)
    _licences: list[tuple[int, ...]] = field(default_factory=list)
    _phone_numbers: dict[str, int] = field(default_factory=dict)
    _email_numbers: dict[str, int] = field(default_factory=dict)
    _licence_numbers: dict[LicenceNumber, int] = field(default_factory=dict)
    _birth_numbers: dict[BirthDate, int] = field(default_factory=dict)
    _home_numbers: dict[str, int] = field(default_factory=dict)
    _list_numbers: dict[str, int] = field(default_factory=dict)

    def add(self, record: Identifiers) -> None:
        self.ids.append(record.id)
        self._names.append(self._name(record))
        self._rest.append(
            (
                _number(self._birth_numbers, record.birth) if record.birth else NOT_KNOWN,
                _number(self._home_numbers, record.home) if record.home else NOT_KNOWN,
                _number(self._list_numbers, record.list_id) if record.list_id else NOT_KNOWN,
            )
        )
        self._phones.append(tuple(_number(self._phone_numbers, phone) for phone in sorted(record.phones)))
        self._emails.append(tuple(_number(self._email_numbers, email) for email in sorted(record.emails)))
        self._licences.append(tuple(_number(self._licence_numbers, one) for one in sorted(record.licences)))

    def _name(self, record: Identifiers) -> tuple[int, int, int, int, int]:
        name, number = record.name, self.words.number
        return (
            number(name.first) if name.first else NO_WORD,
            number(name.last) if name.last else NO_WORD,
            number(name.surnames[0]) if len(name.surnames) > 1 else NO_WORD,
            self.words.number_of_father(name.father) if name.father else NO_WORD,
            _SEXES[name.sex],
        )

    def built(self) -> Crowd:
        names = np.array(self._names, np.int32).reshape(-1, 5)
        rest = np.array(self._rest, np.int32).reshape(-1, 3)
        return Crowd(
            ids=self.ids,
            words=self.words.built(),
            given=names[:, 0].copy(),
            surname=names[:, 1].copy(),
            other_surname=names[:, 2].copy(),
            father=names[:, 3].copy(),
            sex=names[:, 4].astype(np.int8),
            birth=rest[:, 0].copy(),
            home=rest[:, 1].copy(),
            list_id=rest[:, 2].copy(),
            phones=Ragged.of(self._phones),
            emails=Ragged.of(self._emails),
            licences=Ragged.of(self._licences),
            births=births_of(tuple(self._birth_numbers)),
            phone_texts=tuple(self._phone_numbers),
            email_texts=tuple(self._email_numbers),
            licence_texts=tuple(self._licence_numbers),
            homes=tuple(self._home_numbers),
        )


def _number(numbers: dict[_T, int], value: _T) -> int:
    return numbers.setdefault(value, len(numbers))


def births_of(dates: tuple[BirthDate, ...]) -> Births:
    return Births(
        year=np.array([date.year for date in dates], np.int16),
        month=np.array([date.month or 0 for date in dates], np.int8),
        day=np.array([date.day or 0 for date in dates], np.int8),
        texts=tuple(map(str, dates)),
    )
