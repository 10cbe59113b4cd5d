"""What records are found by, as numbers: every record with every one of its keys, kind by kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.crowd import Crowd
from standby.identity.linking.hashes import Hashes, hashes, mixed, shortened
from standby.identity.linking.ragged import within
from standby.identity.linking.wordbook import Words

Places = NDArray[np.int64]

_VOWELS = str.maketrans("", "", "aeo")
_LONG_SURNAME = 4
_LONG_GIVEN = 3
_SURNAME_START = 3
_FATHER_START = 3
_EMAIL_START = 5
_YEAR, _SWAPPED = np.uint64(1 << 40), 12


class BlockKind(StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    LICENCE = "licence"
    NAME = "name"
    CONSONANTS = "consonants"
    NAME_START = "name_start"
    NAME_AND_YEAR = "name_and_year"
    NAME_AND_FATHER = "name_and_father"
    NAME_AND_HOME = "name_and_home"
    BIRTH = "birth"
    HOME = "home"
    FATHER = "father"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Keys:
    kind: BlockKind
    keys: Hashes
    records: Places


def keys_of(crowd: Crowd) -> Iterator[Keys]:
    """Kind by kind, so that never all keys of a million records are held at once."""
    names = _Names.of(crowd)
    yield from _contact_keys(crowd)
    yield from _name_keys(names)
    yield from _whole_name_keys(crowd, names)
    yield from _birth_keys(crowd, names)
    yield from _home_and_father_keys(crowd, names)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Shortened:
    """Of every fold the numbers it is found by: its own and those with one letter left out."""

    values: Hashes
    starts: Places

    def of(self, folds: Words) -> tuple[Places, Hashes]:
        """Of each record's fold all numbers, each with its record's place."""
        counts = np.diff(self.starts)[folds]
        owners = np.repeat(np.arange(len(folds)), counts)
        return owners, self.values[np.repeat(self.starts[folds], counts) + within(counts)]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Names:
    """The given name and the surname that records are found by; `records` are those that have one."""

    records: Places
    given: Words
    surname: Words
    whole: Hashes
    texts: tuple[str, ...]

    @classmethod
    def of(cls, crowd: Crowd) -> "_Names":
        """The last fold stands for a name that is not there."""
        texts = (*crowd.words.fold_texts, "")
        folds = np.append(crowd.words.folds, len(texts) - 1).astype(np.int32)
        records = np.flatnonzero((crowd.given >= 0) | (crowd.surname >= 0))
        return cls(
            records=records,
            given=folds[crowd.given[records]],
            surname=folds[crowd.surname[records]],
            whole=hashes(texts),
            texts=texts,
        )

    def starts(self, letters: int) -> Hashes:
        return hashes([text[:letters] for text in self.texts])

    @property
    def both(self) -> Hashes:
        return _both(self.whole[self.given], self.whole[self.surname])


def _both(one: Hashes, other: Hashes) -> Hashes:
    """Order-free, because lists swap the two names."""
    return np.asarray(mixed(one) + mixed(other), np.uint64)


def _with(one: Hashes, other: Hashes) -> Hashes:
    """In order: the first is not taken for the second."""
    return mixed(mixed(one) * np.uint64(3) + other)


def _contact_keys(crowd: Crowd) -> Iterator[Keys]:
    everybody = np.arange(len(crowd))
    owners, phones = crowd.phones.of_rows(everybody)
    yield Keys(kind=BlockKind.PHONE, keys=mixed(phones.astype(np.uint64)), records=owners)
    owners, emails = crowd.emails.of_rows(everybody)
    parts = [
        (email, email.split("@")[0], f"@{email.split('@')[1]}", email[:_EMAIL_START]) for email in crowd.email_texts
    ]
    found = [hashes([email[place] for email in parts])[emails] for place in range(4)]
    yield Keys(kind=BlockKind.EMAIL, keys=np.concatenate(found), records=np.tile(owners, 4))
    owners, licences = crowd.licences.of_rows(everybody)
    yield Keys(kind=BlockKind.LICENCE, keys=mixed(licences.astype(np.uint64)), records=owners)


def _name_keys(names: _Names) -> Iterator[Keys]:
    yield _keys(BlockKind.NAME, names, [_left_out(names.given, names.surname, names.texts)
                                        , _left_out(names.surname, names.given, names.texts)])  # fmt: skip
    consonants = [text.translate(_VOWELS) or text for text in names.texts]
    yield _keys(
        BlockKind.CONSONANTS,
        names,
        [
            _left_out(names.given, names.surname, consonants, longer_than=_LONG_GIVEN - 1),
            _left_out(names.surname, names.given, consonants, longer_than=_LONG_SURNAME - 1),
        ],
    )
    started = _with(names.whole[names.given], names.starts(_SURNAME_START)[names.surname])
    yield Keys(kind=BlockKind.NAME_START, keys=started, records=names.records)


def _left_out(
    shorter: Words, other: Words, texts: list[str] | tuple[str, ...], *, longer_than: int = 0
) -> tuple[Places, Hashes]:
    """The first with one letter left out, beside the whole of the other; a short first only as it is."""
    values, starts = shortened(texts)
    if longer_than:
        short = np.array([len(text) <= longer_than for text in texts])
        keep = (within(np.diff(starts)) == 0) | ~np.repeat(short, np.diff(starts))
        kept = np.concatenate([np.zeros(1, np.int64), np.cumsum(keep)])
        values, starts = values[keep], kept[starts]
    owners, numbers = _Shortened(values=values, starts=starts).of(shorter)
    return owners, _both(numbers, hashes(texts)[other[owners]])


def _keys(kind: BlockKind, names: _Names, parts: list[tuple[Places, Hashes]]) -> Keys:
    owners = np.concatenate([owners for owners, _ in parts])
    return Keys(kind=kind, keys=np.concatenate([keys for _, keys in parts]), records=names.records[owners])


def _whole_name_keys(crowd: Crowd, names: _Names) -> Iterator[Keys]:
    """For lists so long that a thousand people share one name: the name with one thing more."""
    birth, home, father = (column[names.records] for column in (crowd.birth, crowd.home, crowd.father))
    whole = names.both
    for kind, column, numbers in (
        (BlockKind.NAME_AND_YEAR, birth, crowd.births.year.astype(np.uint64)),
        (
            BlockKind.NAME_AND_FATHER,
            father,
            hashes([text[:_FATHER_START] for text in crowd.words.fold_texts])[crowd.words.folds],
        ),
        (BlockKind.NAME_AND_HOME, home, np.arange(len(crowd.homes), dtype=np.uint64)),
    ):
        known = np.flatnonzero(column >= 0)
        yield Keys(kind=kind, keys=_with(whole[known], numbers[column[known]]), records=names.records[known])


def _birth_keys(crowd: Crowd, names: _Names) -> Iterator[Keys]:
    """The day alone, with day and month turned round too; and the year with either name, for a day mistyped."""
    births = crowd.births
    year, month, day = (part.astype(np.uint64) for part in (births.year, births.month, births.day))
    dates = (year * np.uint64(100) + month) * np.uint64(100) + day
    turned = (year * np.uint64(100) + day) * np.uint64(100) + month
    born = np.flatnonzero(crowd.birth >= 0)
    born = born[day[crowd.birth[born]] > 0]
    date = crowd.birth[born]
    turn = np.flatnonzero(day[date] <= _SWAPPED)
    named = names.records[(crowd.birth[names.records] >= 0)]
    named = named[day[crowd.birth[named]] > 0]
    place = np.searchsorted(names.records, named)
    years = year[crowd.birth[named]]
    parts = [(born, mixed(dates[date])), (born[turn], mixed(turned[date[turn]]))]
    for folds in (names.given, names.surname):
        known = np.array([bool(text) for text in names.texts])[folds[place]]
        parts.append((named[known], _with(names.whole[folds[place][known]], years[known] + _YEAR)))
    records = np.concatenate([records for records, _ in parts])
    yield Keys(kind=BlockKind.BIRTH, keys=np.concatenate([keys for _, keys in parts]), records=records)


def _home_and_father_keys(crowd: Crowd, names: _Names) -> Iterator[Keys]:
    has_text = np.array([bool(text) for text in names.texts])
    home = crowd.home[names.records]
    parts = []
    for folds in (names.given, names.surname):
        rows = np.flatnonzero((home >= 0) & has_text[folds])
        parts.append((rows, _with(names.whole[folds[rows]], home[rows].astype(np.uint64))))
    yield _keys(BlockKind.HOME, names, parts)
    father = crowd.father[names.records]
    rows = np.flatnonzero((father >= 0) & has_text[names.given])
    starts = hashes([text[:_FATHER_START] for text in crowd.words.fold_texts])
    began = starts[crowd.words.folds[father[rows]]]
    yield _keys(BlockKind.FATHER, names, [(rows, _with(names.whole[names.given[rows]], began))])
