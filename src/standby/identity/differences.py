"""Everything that speaks against two names being one person's, each as a number that only grows with the difference.

`ABSENT` means that there is nothing to compare: it never costs anything.
"""

from itertools import permutations

from standby.identity.given_names import Relation
from standby.identity.heard import HeardName, HeardWord
from standby.identity.weights import Weights
from standby.identity.word_match import WordMatch, match_words

ABSENT = -1.0

# Beyond it the order of words is taken as written: every order of a long field would take for ever.
_MOST_WORDS = 4
_DEAREST_WORD = 25.0

# A given name this far from the other one's may be the other one's father instead.
_OTHER_PERSON = 4.0
_FARTHEST = 4.0
_SHORTEST_FATHER = 3

Differences = dict[str, float]


def differences(one: HeardName, other: HeardName, weights: Weights) -> Differences:
    """Both names need a word; the order of the two does not matter."""
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    matches = _best_order(short.words[:_MOST_WORDS], long.words[:_MOST_WORDS], weights)
    given = max((match for match in matches if not match.is_surname), key=_cost, default=None)
    surname = max((match for match in matches if match.is_surname), key=_cost, default=None)
    return {
        **_given(given),
        **_surname(surname),
        **_fathers(one, other, weights),
        "slips": float(sum(match.slips for match in (given, surname) if match)),
        "child_of_the_other": _child_of_the_other(one, other, given, weights),
        "words_left_over": float(len(long.words) - len(short.words)),
        "one_word_only": float(len(short.words) == 1),
        "other_sex": float(bool(one.sex and other.sex and one.sex != other.sex)),
    }


def _cost(match: WordMatch) -> float:
    return match.cost


def _best_order(short: tuple[HeardWord, ...], long: tuple[HeardWord, ...], weights: Weights) -> tuple[WordMatch, ...]:
    """Each word of the shorter name with its own in the longer: lists swap given names and surnames freely."""
    table = {(i, j): match_words(a, b, weights) for i, a in enumerate(short) for j, b in enumerate(long)}
    orders = permutations(range(len(long)), len(short))
    found = (tuple(table[pair] for pair in enumerate(order)) for order in orders)
    return min(found, key=lambda matches: sum(min(match.cost, _DEAREST_WORD) for match in matches))


def _given(match: WordMatch | None) -> Differences:
    if match is None:
        return {}
    if match.relation is Relation.OTHER:
        return {"other_given_name": match.cost, "given_rate": match.rate, "given_not_known_as_same": 1.0}
    if match.relation is Relation.UNKNOWN:
        return {
            "given_cost": match.cost,
            "given_rate": match.rate,
            "given_not_known_as_same": 1.0,
            "given_begins_otherwise": float(match.begins_otherwise),
        }
    return {"known_given_cost": match.cost, "short_form": float(match.relation is Relation.SHORT_FORM)}


def _surname(match: WordMatch | None) -> Differences:
    if match is None:
        return {}
    return {
        "surname_cost": match.cost,
        "surname_rate": match.rate,
        "surname_begins_otherwise": float(match.begins_otherwise),
    }


def _fathers(one: HeardName, other: HeardName, weights: Weights) -> Differences:
    if one.father is None or other.father is None:
        return {"father_unknown": 1.0}
    match = match_words(one.father, other.father, weights)
    return {"father_cost": match.cost, "father_rate": match.rate}


def _child_of_the_other(one: HeardName, other: HeardName, given: WordMatch | None, weights: Weights) -> float:
    """How near the given name of one is to the father of the other, where the given names differ."""
    if given is None or given.cost <= _OTHER_PERSON:
        return ABSENT
    return max(_fatherhood(one.father, other, weights), _fatherhood(other.father, one, weights))


def _fatherhood(father: HeardWord | None, name: HeardName, weights: Weights) -> float:
    if father is None:
        return ABSENT
    length = max(_SHORTEST_FATHER, len(father.sound))
    costs = (match_words(father, word, weights).cost / length for word in name.words if not word.is_surname)
    return _FARTHEST - min(costs, default=_FARTHEST)
