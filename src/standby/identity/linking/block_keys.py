"""A kind of key: every record with each of its keys of that kind, as numbers."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.crowd import Crowd
from standby.identity.linking.hashes import Hashes, hashes, mixed, shortened
from standby.identity.linking.ragged import within
from standby.identity.linking.wordbook import Words

Places = NDArray[np.int64]


class BlockKind(StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    LICENCE = "licence"
    NAME = "name"
    CONSONANTS = "consonants"
    NAME_START = "name_start"
    RARE_NAME = "rare_name"
    NAME_AND_YEAR = "name_and_year"
    BIRTH = "birth"
    NAME_AND_DAY = "name_and_day"
    NAME_AND_HOME = "name_and_home"
    HOME = "home"
    HOME_AND_BIRTH = "home_and_birth"
    NAME_AND_FATHER = "name_and_father"
    FATHER = "father"
    OCCUPATION = "occupation"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Keys:
    kind: BlockKind
    keys: Hashes
    records: Places


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shortened:
    """Of every fold the numbers it is found by: its own and those with one letter left out."""

    values: Hashes
    starts: Places

    @classmethod
    def of_texts(cls, texts: list[str] | tuple[str, ...], *, longer_than: int = 0) -> "Shortened":
        """A text that is not longer stands only as it is."""
        values, starts = shortened(texts)
        if not longer_than:
            return cls(values=values, starts=starts)
        short = np.array([len(text) <= longer_than for text in texts])
        keep = (within(np.diff(starts)) == 0) | ~np.repeat(short, np.diff(starts))
        kept = np.concatenate([np.zeros(1, np.int64), np.cumsum(keep)])
        return cls(values=values[keep], starts=kept[starts])

    def of(self, folds: Words) -> tuple[Places, Hashes]:
        """Of each record's fold all numbers, each with its record's place."""
        counts = np.diff(self.starts)[folds]
        owners = np.repeat(np.arange(len(folds)), counts)
        return owners, self.values[np.repeat(self.starts[folds], counts) + within(counts)]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Names:
    """The given name and the surname that records are found by; `records` are those that have one."""

    records: Places
    given: Words
    surname: Words
    whole: Hashes
    texts: tuple[str, ...]

    @classmethod
    def of(cls, crowd: Crowd) -> "Names":
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
        return both(self.whole[self.given], self.whole[self.surname])

    @property
    def halves(self) -> tuple[tuple[Places, Words], tuple[Places, Words]]:
        """Either name: in which rows it is there, and its folds there."""
        there = np.array([bool(text) for text in self.texts])
        given, surname = np.flatnonzero(there[self.given]), np.flatnonzero(there[self.surname])
        return (given, self.given[given]), (surname, self.surname[surname])


def both(one: Hashes, other: Hashes) -> Hashes:
    """Order-free, because lists swap the two names."""
    return np.asarray(mixed(one) + mixed(other), np.uint64)


def beside(one: Hashes, other: Hashes) -> Hashes:
    """In order: the first is not taken for the second."""
    return mixed(mixed(one) * np.uint64(3) + other)


def put_together(kind: BlockKind, parts: list[tuple[Places, Hashes]]) -> Keys:
    """Keys of one kind made in several ways, each with its records."""
    return Keys(
        kind=kind,
        keys=np.concatenate([keys for _, keys in parts]),
        records=np.concatenate([records for records, _ in parts]),
    )
