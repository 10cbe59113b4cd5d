"""Every word of the lists once, by number, so that a million rows are compared as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from standby.identity.edits import Signs
from standby.identity.folds import coarse
from standby.identity.given_names import Known
from standby.identity.heard import HeardWord, heard_father, heard_word
from standby.identity.linking.ragged import starts_of
from standby.identity.scripts import Script

Words = NDArray[np.int32]
NO_WORD = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wordbook:
    """Array position n is about word n; `known` is a place in `meanings`, of which the first means nothing.

    `keys`: by what each word was known while it was read, a father's name by its sounds and their script.
    """

    signs: Signs
    starts: NDArray[np.int64]
    scripts: NDArray[np.int8]
    initials: NDArray[np.int8]
    folds: Words
    known: Words
    fold_texts: tuple[str, ...]
    keys: tuple[str, ...]
    meanings: tuple[Known, ...]

    @property
    def lengths(self) -> NDArray[np.int64]:
        return np.diff(self.starts)


@dataclass(slots=True, kw_only=True)
class WordbookBuilder:
    """Words as they come; two halves of a list, read side by side, are put together with `adopt`."""

    numbers: dict[str, int] = field(default_factory=dict)
    _signs: list[bytes] = field(default_factory=list)
    _heads: list[bytes] = field(default_factory=list)
    _known: list[Known] = field(default_factory=list)
    _folds: list[str] = field(default_factory=list)

    def number(self, word: str) -> int:
        found = self.numbers.get(word)
        return self._add(word, heard_word(word), coarse(word)) if found is None else found

    def number_of_father(self, sound: str, script: Script) -> int:
        """A father's name is known by its sounds: all its spellings of one script are one word."""
        key = sound + " " + script
        found = self.numbers.get(key)
        return self._add(key, heard_father(sound, script), sound) if found is None else found

    def number_of_key(self, key: str) -> int:
        """Of a word by what another book knows it by: a word has no space in it, a father's sounds have."""
        sound, space, script = key.rpartition(" ")
        return self.number_of_father(sound, Script(script)) if space else self.number(key)

    def _add(self, key: str, word: HeardWord, fold: str) -> int:
        self._signs.append(word.signs)
        self._heads.append(word.head)
        self._known.append(word.known)
        self._folds.append(fold)
        return self.numbers.setdefault(key, len(self.numbers))

    def adopt(self, other: "WordbookBuilder") -> Words:
        """Takes the words of the other in; the answer says for each of them which number it has here."""
        found = np.empty(len(other.numbers), np.int32)
        for key, place in other.numbers.items():
            if key not in self.numbers:
                self.numbers[key] = len(self.numbers)
                self._signs.append(other._signs[place])
                self._heads.append(other._heads[place])
                self._known.append(other._known[place])
                self._folds.append(other._folds[place])
            found[place] = self.numbers[key]
        return found

    def built(self) -> Wordbook:
        folds, fold_texts = numbered(self._folds)
        meanings: dict[Known, int] = {Known(): 0}
        known = [meanings.setdefault(one, len(meanings)) for one in self._known]
        heads = np.frombuffer(b"".join(self._heads), np.int8).reshape(-1, 3)
        return Wordbook(
            signs=np.frombuffer(b"".join(self._signs), np.int8),
            starts=starts_of(np.array([len(signs) for signs in self._signs], np.int64)),
            scripts=heads[:, 0].copy(),
            initials=heads[:, 1].copy(),
            folds=folds,
            known=np.array(known, np.int32),
            fold_texts=fold_texts,
            keys=tuple(self.numbers),
            meanings=tuple(meanings),
        )


def numbered(texts: Sequence[str]) -> tuple[Words, tuple[str, ...]]:
    """Equal texts by one number, counted as they come."""
    numbers: dict[str, int] = {}
    found = np.array([numbers.setdefault(text, len(numbers)) for text in texts], np.int32)
    return found, tuple(numbers)
