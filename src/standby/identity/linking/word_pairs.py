"""How any two words of the lists stand to each other, remembered: the same two meet a thousand times."""

import numpy as np
from numpy.typing import NDArray

from standby.identity.given_names import Relation, relation
from standby.identity.linking.word_costs import CHILD_RATE, FAR_COST, costs_of_pairs
from standby.identity.linking.wordbook import Wordbook, Words
from standby.identity.weights import Weights

# Two words that meet take thirteen bytes.
_MOST_KEPT = 1 << 21
_NOT_ASKED = np.int8(127)


class WordPairs:
    """For one thread at a time. `expected`: how many pairs of records are to be compared, for as much room."""

    def __init__(self, words: Wordbook, weights: Weights, *, expected: int) -> None:
        self.words = words
        self._weights = weights
        room = min(_MOST_KEPT, 1 << expected.bit_length())
        self._asked = np.full(room, -1, np.int64)
        self._costs, self._slips = np.empty(room, np.float32), np.empty(room, np.int8)
        self._relations = np.full(len(words.meanings) ** 2, _NOT_ASKED, np.int8)

    def costs(self, ones: Words, others: Words) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
        """Cost and slips for each pair of words, as far as they matter; a word against itself costs nothing."""
        costs, slips = np.zeros(len(ones), np.float32), np.zeros(len(ones), np.int8)
        differ = np.flatnonzero(ones != others)
        words, weights = self.words, self._weights
        costs[differ], slips[differ] = costs_of_pairs(
            ones[differ], others[differ], words.signs, words.starts, words.scripts, words.initials,
            weights.prices, weights.western, FAR_COST, CHILD_RATE, self._asked, self._costs, self._slips,
        )  # fmt: skip
        return costs, slips

    def relations(self, ones: Words, others: Words) -> NDArray[np.int8]:
        """How given names stand to each other by the table of names; each two meanings are looked up once."""
        meanings = self.words.meanings
        a, b = self.words.known[ones].astype(np.int64), self.words.known[others].astype(np.int64)
        both = np.flatnonzero((a > 0) & (b > 0))
        kinds = a[both] * len(meanings) + b[both]
        for kind in np.unique(kinds[self._relations[kinds] == _NOT_ASKED]).tolist():
            one, other = divmod(kind, len(meanings))
            self._relations[kind] = relation(meanings[one], meanings[other])
        found = np.zeros(len(ones), np.int8)
        found[both] = self._relations[kinds]
        found[ones == others] = Relation.SAME
        return found
