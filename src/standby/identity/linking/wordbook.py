"""Every word of the lists once, by number, so that a million rows are compared as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from standby.identity.edits import Signs, costs_of_pairs
from standby.identity.folds import coarse
from standby.identity.given_names import Known, Relation, relation
from standby.identity.heard import HeardWord
from standby.identity.scripts import Script
from standby.identity.weights import SCRIPT_NUMBER, Weights

Words = NDArray[np.int32]
NO_WORD = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wordbook:
    """Array position n is about word n; `known` is a place in `meanings`, of which the first means nothing."""

    signs: Signs
    starts: NDArray[np.int64]
    scripts: NDArray[np.int8]
    initials: NDArray[np.int8]
    folds: Words
    known: Words
    fold_texts: tuple[str, ...]
    meanings: tuple[Known, ...]

    @property
    def lengths(self) -> NDArray[np.int64]:
        return np.diff(self.starts)

    def costs(self, ones: Words, others: Words, weights: Weights) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
        """Cost and slips for each pair of words; a word against itself costs nothing."""
        costs, slips = np.zeros(len(ones), np.float32), np.zeros(len(ones), np.int8)
        differ = np.flatnonzero(ones != others)
        costs[differ], slips[differ] = costs_of_pairs(
            ones[differ], others[differ], self.signs, self.starts, self.scripts, self.initials,
            weights.prices, weights.western,
        )  # fmt: skip
        return costs, slips

    def relations(self, ones: Words, others: Words) -> NDArray[np.int8]:
        """How given names stand to each other by the table of names; each two meanings are looked up once."""
        a, b = self.known[ones].astype(np.int64), self.known[others].astype(np.int64)
        found = np.zeros(len(ones), np.int8)
        both = np.flatnonzero((a > 0) & (b > 0))
        kinds, rows = np.unique(a[both] * len(self.meanings) + b[both], return_inverse=True)
        meant = [divmod(kind, len(self.meanings)) for kind in kinds.tolist()]
        told = [relation(self.meanings[one], self.meanings[other]) for one, other in meant]
        found[both] = np.array(told, np.int8)[rows] if told else 0
        found[ones == others] = Relation.SAME
        return found


@dataclass(slots=True, kw_only=True)
class WordbookBuilder:
    words: list[HeardWord] = field(default_factory=list)
    folds: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _fathers: dict[tuple[str, Script], int] = field(default_factory=dict)

    def number(self, word: HeardWord) -> int:
        found = self._numbers.get(word.word)
        if found is None:
            found = self._numbers[word.word] = self._add(word, coarse(word.word))
        return found

    def number_of_father(self, father: HeardWord) -> int:
        """A father's name is known by its sounds: all its spellings of one script are one word."""
        key = (father.sound, father.script)
        found = self._fathers.get(key)
        if found is None:
            found = self._fathers[key] = self._add(father, father.sound)
        return found

    def _add(self, word: HeardWord, fold: str) -> int:
        self.words.append(word)
        self.folds.append(fold)
        return len(self.words) - 1

    def built(self) -> Wordbook:
        folds, fold_texts = numbered(self.folds)
        meanings: dict[Known, int] = {Known(): 0}
        known = [meanings.setdefault(word.known, len(meanings)) for word in self.words]
        lengths = np.array([len(word.signs) for word in self.words], np.int64)
        return Wordbook(
            signs=np.frombuffer(b"".join(word.signs for word in self.words), np.int8),
            starts=np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]),
            scripts=np.array([SCRIPT_NUMBER[word.script] for word in self.words], np.int8),
            initials=np.array([word.is_initial for word in self.words], np.int8),
            folds=folds,
            known=np.array(known, np.int32),
            fold_texts=fold_texts,
            meanings=tuple(meanings),
        )


def numbered(texts: Sequence[str]) -> tuple[Words, tuple[str, ...]]:
    """Equal texts by one number, counted as they come."""
    numbers: dict[str, int] = {}
    found = np.array([numbers.setdefault(text, len(numbers)) for text in texts], np.int32)
    return found, tuple(numbers)
