"""Whether two names are the name of one person, by the names alone."""

from itertools import permutations

from standby.identity.likeness import word_likeness
from standby.identity.names import Name, parse_name

SAME_NAME_THRESHOLD = 0.85

_MOST_WORDS = 4
_ONE_WORD_ONLY = 0.7
_OTHER_FATHER = 0.6


def name_score(one: str, other: str) -> float:
    """From 0 to 1; from `SAME_NAME_THRESHOLD` on, the names are the same person's.

    >>> name_score("Հակոբ Սարգսի Պետրոսյան", "Петросян Акоп Саркисович") > SAME_NAME_THRESHOLD
    True
    """
    first, second = parse_name(name=one), parse_name(name=other)
    if not first.words or not second.words:
        return 0.0
    return _words_alike(first, second) * _fathers_alike(first, second)


def _words_alike(one: Name, other: Name) -> float:
    short, long = sorted((one.words[:_MOST_WORDS], other.words[:_MOST_WORDS]), key=len)
    best = max(_alike(short, order) for order in permutations(long, len(short)))
    return best if len(short) > 1 else best * _ONE_WORD_ONLY


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The worst word counts most: brothers share all but one."""
    each = [word_likeness(first, second) for first, second in zip(one, other, strict=True)]
    return 0.6 * min(each) + 0.4 * sum(each) / len(each)


def _fathers_alike(one: Name, other: Name) -> float:
    if not one.father or not other.father:
        return 1.0
    likeness = word_likeness(one.father, other.father)
    return 1.0 if likeness > 0.8 else _OTHER_FATHER + 0.25 * likeness
