"""Folds: the coarse sound of a word, the same however and in whatever script it was spelled.

A fold is for finding, not for judging: it merges what spellings confuse (b and p, g and kh, e and i, o and u) and drops
what they leave out (h, y, ը). Two people with the same folds may well have different names.
"""

import re
from functools import lru_cache
from itertools import islice, product

from standby.identity.sounds import sounds, words

SHORTEST_PREFIX = 2
LONGEST_PREFIX = 6
MOST_READINGS = 8

_COARSE = str.maketrans({
    "b": "p", "P": "p", "d": "t", "T": "t", "g": "k", "K": "k", "q": "k", "ɣ": "k", "x": "k", "w": "v", "f": "v",
    "z": "s", "ʦ": "s", "ʣ": "s", "ƶ": "s", "ʃ": "c", "ʒ": "c", "ʧ": "c", "ʤ": "c", "ɟ": "c",
    "i": "e", "ɨ": "e", "æ": "e", "ø": "o", "ʉ": "o", "u": "o", "ə": "", "j": "", "h": "", "ʝ": "", "χ": "ks",
})  # fmt: skip

# What else a sign may stand for: Гамлет is Hamlet, Мамед is Məmməd, Cəfər is Джафар, Jirayr is Жирайр.
_ALSO = {"h": "g", "æ": "a", "ʝ": "ʤ", "c": "ʤ", "χ": "x"}

_SOFT_C = re.compile("c(?=[eiɨ])")
_BEFORE_VOWEL = re.compile("e(?=[aoe])")
_DOUBLED = re.compile(r"(.)(?=\1)")

# Latin letters that may turn out to be half of a sign (k of kh) or to melt into the next one (i of -ian).
_UNFINISHED = re.compile("[tdsczkgpoejiy]$")


def fold(text: str) -> tuple[str, ...]:
    """One coarse skeleton for each word of a name.

    >>> fold("Հարությունյան Հակոբ"), fold("Арутюнян Акоп"), fold("Harutiunian, Hagop")
    (('arotonan', 'akop'), ('arotonan', 'akop'), ('arotonan', 'akop'))
    """
    return tuple(coarse(word) for word in words(text))


@lru_cache(maxsize=200_000)
def coarse(word: str) -> str:
    """The fold of one word; never empty for a word that has a letter."""
    return fold_of(sounds(word)) or word


def fold_of(sound: str) -> str:
    """The same of a word that was read already; empty for one without a sound."""
    begun = f"ʤ{sound[1:]}" if sound.startswith("ʝ") else sound
    return _settled(begun) or sound


@lru_cache(maxsize=50_000)
def readings(word: str) -> frozenset[str]:
    """Every fold the word may reasonably have: its own, and those with a sign of two readings read the other way."""
    ways = [(sign, _ALSO[sign]) if sign in _ALSO else (sign,) for sign in sounds(word)]
    folded = {_settled("".join(way)) for way in islice(product(*ways), MOST_READINGS)}
    return frozenset(folded | {coarse(word)}) - {""}


def _settled(signs: str) -> str:
    soft = _SOFT_C.sub("s", signs).replace("c", "k") if "c" in signs else signs
    merged = _DOUBLED.sub("", soft.translate(_COARSE))
    without = _BEFORE_VOWEL.sub("", merged)
    return merged if len(without) == len(merged) else _DOUBLED.sub("", without)


def fold_prefixes(name: str) -> frozenset[str]:
    """What a table for searching by first letters keeps for a name (each behind a key, so that it tells nothing)."""
    return frozenset(
        reading[:length]
        for word in words(name)
        for reading in readings(word)
        for length in range(SHORTEST_PREFIX, min(LONGEST_PREFIX, len(reading)) + 1)
    )


def query_folds(text: str) -> tuple[frozenset[str], ...]:
    """What to look for in that table: for each word typed, the prefixes of which one must be there.

    The last word may be unfinished: "Khac" has to find Khachatryan although c alone is read otherwise than ch. A word
    too short to look for, such as an initial, asks for nothing; when nothing is left, more letters are needed.
    """
    typed = words(text)
    unfinished = typed[-1][:-1] if typed and _UNFINISHED.search(typed[-1]) else ""
    asked = [_query_prefixes(word) for word in typed[:-1]]
    asked += [_query_prefixes(word) | _query_prefixes(unfinished) for word in typed[-1:]]
    return tuple(prefixes for prefixes in asked if prefixes)


def _query_prefixes(word: str) -> frozenset[str]:
    return frozenset(reading[:LONGEST_PREFIX] for reading in readings(word) if len(reading) >= SHORTEST_PREFIX)
