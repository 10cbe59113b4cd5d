"""Finds known words one slip of the finger away: a letter missing, added, changed, or two swapped."""

from collections import defaultdict
from collections.abc import Iterable

# Shorter words have too many neighbours that mean something else.
_SHORTEST = 6
_VOWELS = frozenset("aeiouyаеиоуыэюяաեիոըու")


class NearWords:
    """An index of every known word with one letter left out: two words one slip apart share such a remainder."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_remainder: defaultdict[str, set[str]] = defaultdict(set)
        for word in words:
            if len(word) >= _SHORTEST:
                for remainder in _remainders(word):
                    self._by_remainder[remainder].add(word)

    def near(self, word: str) -> tuple[str, ...]:
        """Known words one slip from this one, in order; the first letter must be right.

        >>> NearWords(["doctor", "docent"]).near("docter")
        ('doctor',)
        """
        if len(word) < _SHORTEST:
            return ()
        found = {known for remainder in _remainders(word) for known in self._by_remainder.get(remainder, ())}
        return tuple(sorted(known for known in found if known[0] == word[0] and is_one_slip(known, word)))

    def likeliest(self, word: str) -> tuple[str, ...]:
        """Those among the near words in which only a vowel differs, if there are any: vowels are what people mishear.

        >>> NearWords(["doctor", "docker"]).likeliest("docter")
        ('doctor',)
        """
        near = self.near(word)
        return tuple(known for known in near if _consonants(known) == _consonants(word)) or near


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in _VOWELS)


def _remainders(word: str) -> set[str]:
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def is_one_slip(one: str, other: str) -> bool:
    """Whether at most one letter was missed, added or changed, or two neighbours swapped."""
    start = _shared_start(one, other)
    one, other = one[start:], other[start:]
    if len(one) == len(other):
        return one[1:] == other[1:] or (one[2:] == other[2:] and one[:2] == other[1::-1])
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[1:] == shorter


def _shared_start(one: str, other: str) -> int:
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))
