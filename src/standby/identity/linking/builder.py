"""A crowd in the making: values by number, records as rows of numbers."""

from array import array
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from standby.identity.births import BirthDate
from standby.identity.linking.crowd import NOT_KNOWN, Crowd, births_of
from standby.identity.linking.ragged import Places, Ragged, starts_of
from standby.identity.linking.said import Said
from standby.identity.linking.wordbook import NO_WORD, WordbookBuilder, Words
from standby.identity.records import LicenceNumber, RecordId


def _whole_numbers() -> "array[int]":
    return array("i")


def extend(numbers: "array[int]", more: NDArray[np.int32]) -> None:
    numbers.frombytes(more.tobytes())


@dataclass(slots=True, kw_only=True)
class Column:
    """One value of a kind a record, or none; each distinct value by its number."""

    numbers: dict[Hashable, int] = field(default_factory=dict)
    rows: "array[int]" = field(default_factory=_whole_numbers)

    def add(self, value: Hashable | None) -> None:
        self.rows.append(self.number(value))

    def number(self, value: Hashable | None) -> int:
        return NOT_KNOWN if value is None else self.numbers.setdefault(value, len(self.numbers))

    def adopt(self, other: "Column") -> None:
        new = [self.numbers.setdefault(value, len(self.numbers)) for value in other.numbers]
        extend(self.rows, np.array([*new, NOT_KNOWN], np.int32)[np.array(other.rows, np.int32)])

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
        extend(self.values, np.array(new, np.int32)[np.array(other.values, np.int32)])
        self.counts.extend(other.counts)

    def in_order(self, order: Places) -> Ragged:
        counts = np.array(self.counts, np.int64)
        _, values = Ragged(values=np.array(self.values, np.int32), starts=starts_of(counts)).of_rows(order)
        return Ragged(values=values, starts=starts_of(counts[order]))


@dataclass(slots=True, kw_only=True)
class CrowdBuilder:
    """What an intake has taken so far. Two halves of a long list may be read side by side and put together.

    `names`: of each record the numbers of its given name, its surname, the first half of that and its father, and its
    sex.
    """

    words: WordbookBuilder = field(default_factory=WordbookBuilder)
    names: "array[int]" = field(default_factory=_whole_numbers)
    births: Column = field(default_factory=Column)
    homes: Column = field(default_factory=Column)
    occupations: Column = field(default_factory=Column)
    lists: Column = field(default_factory=Column)
    phones: Several = field(default_factory=Several)
    emails: Several = field(default_factory=Several)
    licences: Several = field(default_factory=Several)

    def adopt(self, other: "CrowdBuilder") -> None:
        """Takes the records of the other in, behind those that are here."""
        new = np.append(self.words.adopt(other.words), np.int32(NO_WORD))
        names = np.array(other.names, np.int32).reshape(-1, 5)
        names[:, :4] = new[names[:, :4]]
        extend(self.names, names)
        for ours, theirs in zip(self._columns, other._columns, strict=True):
            ours.adopt(theirs)
        for several, others in zip(self._lists_of_values, other._lists_of_values, strict=True):
            several.adopt(others)

    @property
    def _columns(self) -> tuple[Column, ...]:
        return (self.births, self.homes, self.occupations, self.lists)

    @property
    def _lists_of_values(self) -> tuple[Several, ...]:
        return (self.phones, self.emails, self.licences)

    def __len__(self) -> int:
        return len(self.lists.rows)

    @property
    def list_names(self) -> tuple[str, ...]:
        """The lists in the order in which they came; `list_of` says for each record which of them it is on."""
        return tuple(map(str, self.lists.numbers))

    @property
    def list_of(self) -> Words:
        return np.array(self.lists.rows, np.int32)

    def built(self, ids: Sequence[RecordId], *, order: Places | None = None) -> Crowd:
        """`order`: which of the records taken comes first, second …; `ids` are in that order."""
        order = np.arange(len(self.lists.rows)) if order is None else order
        names = np.array(self.names, np.int32).reshape(-1, 5)[order]
        return Crowd(
            ids=ids,
            words=self.words.built(),
            given=names[:, 0].copy(),
            surname=names[:, 1].copy(),
            other_surname=names[:, 2].copy(),
            father=names[:, 3].copy(),
            sex=names[:, 4].astype(np.int8),
            birth=self.births.in_order(order),
            home=Said.of(self.homes.in_order(order), list(map(str, self.homes.numbers))),
            occupation=Said.of(self.occupations.in_order(order), list(map(str, self.occupations.numbers))),
            list_id=self.lists.in_order(order),
            phones=self.phones.in_order(order),
            emails=self.emails.in_order(order),
            licences=self.licences.in_order(order),
            births=births_of([date for date in self.births.numbers if isinstance(date, BirthDate)]),
            phone_texts=tuple(map(str, self.phones.numbers)),
            email_texts=tuple(map(str, self.emails.numbers)),
            licence_texts=tuple(one for one in self.licences.numbers if isinstance(one, LicenceNumber)),
        )
