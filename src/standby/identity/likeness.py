"""How alike two words of two names are, and whether that is enough to be the same name."""

from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from standby.identity.folds import coarse, readings
from standby.identity.nicknames import are_one_name
from standby.identity.sounds import sounds

SAME_WORD = 0.9
SIMILAR_WORD = 0.8
_INITIAL = 0.85


@lru_cache(maxsize=200_000)
def word_likeness(one: str, other: str) -> float:
    """From 0 to 1; an initial is like every word that begins with it, but never the same.

    >>> word_likeness("հակոբ", "акоп") >= SAME_WORD, word_likeness("армен", "armine") >= SAME_WORD
    (True, False)
    """
    if one == other:
        return 1.0
    first, second = sounds(one), sounds(other)
    if min(len(one), len(other)) == 1:
        return _INITIAL if _share_initial(one, other) else 0.0
    if are_one_name(coarse(one), coarse(other)):
        return SAME_WORD
    likeness = max(OSA.normalized_similarity(a, b) for a in readings(one) for b in readings(other))
    return float(0.35 * JaroWinkler.similarity(first, second) + 0.65 * likeness)


def _share_initial(one: str, other: str) -> bool:
    return bool({reading[:1] for reading in readings(one)} & {reading[:1] for reading in readings(other)})
