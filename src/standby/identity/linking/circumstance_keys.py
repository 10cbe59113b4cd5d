"""What records are found by when a name alone is not enough, or is written wrongly: birth, home, father, occupation."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.block_keys import BlockKind, Keys, Names, Places, Shortened, beside, put_together
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.hashes import Hashes, hashes, mixed
from standby.identity.linking.said import Said

_FATHER_START = 3
_SWAPPED = 12

# What keeps a year from being taken for a day of the year, and either for a word.
_YEAR, _DAY, _WORD = np.uint64(1 << 40), np.uint64(1 << 41), np.uint64(1 << 42)


def birth_keys(crowd: Crowd, names: Names) -> Iterator[Keys]:
    """The whole name with the year; the date alone, turned round too; the year, or the day, with either name."""
    dates = _Dates.of(crowd)
    named = names.records[dates.has_year[names.records]]
    rows = np.searchsorted(names.records, named)
    yield Keys(kind=BlockKind.NAME_AND_YEAR, keys=beside(names.both[rows], dates.years[named]), records=named)
    born = np.flatnonzero(dates.has_day)
    turned = born[dates.may_be_turned[born]]
    parts = [(born, mixed(dates.dates[born])), (turned, mixed(dates.turned[turned]))]
    yield put_together(BlockKind.BIRTH, [*parts, *_with_either_name(names, dates.has_day, dates.years)])
    yield put_together(BlockKind.NAME_AND_DAY, _with_either_name(names, dates.has_day, dates.days))


def _with_either_name(names: Names, known: NDArray[np.bool_], numbers: Hashes) -> list[tuple[Places, Hashes]]:
    found = []
    for rows, folds in names.halves:
        there = known[names.records[rows]]
        records = names.records[rows[there]]
        found.append((records, beside(names.whole[folds[there]], numbers[records])))
    return found


class _Dates:
    """By record: its birth date as numbers, and how much of it is known."""

    __slots__ = ("dates", "days", "has_day", "has_year", "may_be_turned", "turned", "years")

    def __init__(self, year: NDArray[np.int16], month: NDArray[np.int8], day: NDArray[np.int8]) -> None:
        self.has_year, self.has_day, self.may_be_turned = year > 0, day > 0, day <= _SWAPPED
        years, months, days = year.astype(np.uint64), month.astype(np.uint64), day.astype(np.uint64)
        hundred = np.uint64(100)
        self.dates = (years * hundred + months) * hundred + days
        self.turned = (years * hundred + days) * hundred + months
        self.years = years + _YEAR
        self.days = months * hundred + days + _DAY

    @classmethod
    def of(cls, crowd: Crowd) -> "_Dates":
        births, date = crowd.births, crowd.birth
        return cls(np.append(births.year, 0)[date], np.append(births.month, 0)[date], np.append(births.day, 0)[date])


def home_keys(crowd: Crowd, names: Names) -> Iterator[Keys]:
    """The whole name with the home; each word of the home with either name, a letter of which may be left out, and
    with the year or the day of birth."""
    home = crowd.home
    named = np.flatnonzero(home.of_record[names.records] >= 0)
    places = home.of_record[names.records[named]].astype(np.uint64)
    yield Keys(kind=BlockKind.NAME_AND_HOME, keys=beside(names.both[named], places), records=names.records[named])
    shortened = Shortened.of_texts(names.texts)
    parts = []
    for rows, folds in names.halves:
        owners, words = _words(home, names.records[rows])
        again, numbers = shortened.of(folds[owners])
        parts.append((names.records[rows[owners[again]]], beside(numbers, words[again])))
    yield put_together(BlockKind.HOME, parts)
    dates = _Dates.of(crowd)
    born = np.flatnonzero(dates.has_day)
    owners, words = _words(home, born)
    records = born[owners]
    yield put_together(
        BlockKind.HOME_AND_BIRTH,
        [(records, beside(words, dates.years[records])), (records, beside(words, dates.days[records]))],
    )


def _words(said: Said, records: Places) -> tuple[Places, Hashes]:
    """Each word of what these records say, with the place of its record among them."""
    told = np.flatnonzero(said.of_record[records] >= 0)
    owners, words = said.words.of_rows(said.of_record[records[told]])
    return told[owners], words.astype(np.uint64) + _WORD


def father_keys(crowd: Crowd, names: Names) -> Iterator[Keys]:
    """The beginning of the father's name, beside the whole name and beside the given name."""
    starts = hashes([text[:_FATHER_START] for text in crowd.words.fold_texts])
    father = crowd.father[names.records]
    rows = np.flatnonzero(father >= 0)
    began = starts[crowd.words.folds[father[rows]]]
    yield Keys(kind=BlockKind.NAME_AND_FATHER, keys=beside(names.both[rows], began), records=names.records[rows])
    given = np.array([bool(text) for text in names.texts])[names.given[rows]]
    keys = beside(names.whole[names.given[rows[given]]], began[given])
    yield Keys(kind=BlockKind.FATHER, keys=keys, records=names.records[rows[given]])


def occupation_keys(crowd: Crowd, names: Names) -> Iterator[Keys]:
    """With either name."""
    said = crowd.occupation.of_record
    numbers = np.maximum(said, 0).astype(np.uint64)
    yield put_together(BlockKind.OCCUPATION, _with_either_name(names, said >= 0, numbers))
