"""Where people live and what they do, as they say it: each distinct text once, as the set of its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from standby.identity.folds import fold
from standby.identity.linking.ragged import Ragged, starts_of
from standby.identity.linking.shared_words import rarest_shared

# A word that no more than one in a thousand says is rare.
_RARE = 1 / 1000

_NUMBERED = re.compile(r"[^\W_]*\d[^\W_]*")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """`of_record`: by record a place in `texts`, below nought for what is not said; `words`: of each text, in order.

    `counts`: how many records say each word; a word is rare up to `rare`.
    """

    of_record: NDArray[np.int32]
    texts: tuple[str, ...]
    words: Ragged
    counts: NDArray[np.int64]
    rare: float

    @classmethod
    def of(cls, column: NDArray[np.int32], texts: Sequence[str]) -> "Said":
        numbers: dict[str, int] = {}
        found = [sorted({numbers.setdefault(word, len(numbers)) for word in text.split()}) for text in texts]
        sizes = np.array([len(words) for words in found], np.int64)
        words = Ragged(values=np.array([word for one in found for word in one], np.int32), starts=starts_of(sizes))
        said = np.bincount(column[column >= 0], minlength=len(texts))
        counts = np.bincount(words.values, weights=np.repeat(said, sizes), minlength=len(numbers)).astype(np.int64)
        return cls(of_record=column, texts=tuple(texts), words=words, counts=counts, rare=len(column) * _RARE)

    def shared(
        self, ones: NDArray[np.int64], others: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int8], NDArray[np.bool_]]:
        """Of each pair of records how often the rarest word in common is said, whether all are, and if both say any."""
        one, other = self.of_record[ones], self.of_record[others]
        known = (one >= 0) & (other >= 0)
        rarest, equal = np.zeros(len(ones), np.int64), np.zeros(len(ones), np.int8)
        rarest[known], equal[known] = rarest_shared(
            one[known], other[known], self.words.values, self.words.starts, self.counts
        )
        return rarest, equal, known


@lru_cache(maxsize=100_000)
def said_words(written: str) -> str:
    """Words by their fold, whatever script they came in; house numbers and postcodes as written.

    >>> said_words("Գյումրի, 3101"), said_words("Гюмри 3101"), said_words("TQ13 8df")
    ('3101 komre', '3101 komre', '8df tq13')
    """
    text = written.lower()[:400]
    numbered = _NUMBERED.findall(text)
    return " ".join(sorted({*numbered, *fold(_NUMBERED.sub(" ", text))} - {""}))
