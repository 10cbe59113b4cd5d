"""Everything that speaks against two names being one person's, each as a number that only grows with the difference.

Said plainly, for learning and explaining; `standby.identity.penalties` says the same of very many names.

`ABSENT` means that there is nothing to compare: it never costs anything.
"""

from itertools import permutations
from math import inf

from standby.identity.given_names import Relation
from standby.identity.heard import MOST_COMPARED, HeardName, HeardWord
from standby.identity.weights import Weights
from standby.identity.word_match import WordMatch, match_words

ABSENT = -1.0

_DEAREST_WORD = 25.0

# A given name this far from the other one's may be the other one's father instead.
_OTHER_PERSON = 4.0
_FARTHEST = 4.0
_SHORTEST_FATHER = 3

Differences = dict[str, float]

_ORDERS = {
    (columns, rows): tuple(permutations(range(columns), rows))
    for columns in range(MOST_COMPARED + 1)
    for rows in range(columns + 1)
}


def differences(one: HeardName, other: HeardName, weights: Weights) -> Differences:
    """Both names need a word; the order of the two does not matter."""
    short, long = (one, other) if _rank(one) <= _rank(other) else (other, one)
    table = _Table(short, long, weights)
    matches = table.best_order()
    given = max([match for match in matches if not match.is_surname], key=_cost, default=None)
    surname = max([match for match in matches if match.is_surname], key=_cost, default=None)
    return {
        **_given(given),
        **_surname(surname),
        **_fathers(table),
        "slips": float(sum([match.slips for match in (given, surname) if match])),
        "child_of_the_other": _child_of_the_other(given, table, weights),
        "words_left_over": float(len(long.words) - len(short.words)),
        "one_word_only": float(len(short.words) == 1),
        "other_sex": float(bool(one.sex and other.sex and one.sex != other.sex)),
    }


def _rank(name: HeardName) -> tuple[int, list[str]]:
    """The shorter first; of two equally long ones always the same, since two ways to match words may cost the same."""
    return len(name.words), [word.word for word in name.compared]


def _cost(match: WordMatch) -> float:
    return match.cost


class _Table:
    """What every word of one name costs against every word of the other, the fathers included."""

    __slots__ = ("_weights", "long", "short")

    def __init__(self, short: HeardName, long: HeardName, weights: Weights) -> None:
        self.short, self.long, self._weights = short, long, weights

    def match(self, row: int, column: int) -> WordMatch:
        return match_words(self.short.compared[row], self.long.compared[column], self._weights)

    def best_order(self) -> list[WordMatch]:
        """Each word of the shorter name with its own in the longer: lists swap given names and surnames freely."""
        rows, columns = min(len(self.short.words), MOST_COMPARED), min(len(self.long.words), MOST_COMPARED)
        dear = [[min(self.match(row, column).cost, _DEAREST_WORD) for column in range(columns)] for row in range(rows)]
        best, least = _ORDERS[columns, rows][0], inf
        for order in _ORDERS[columns, rows]:
            price = sum([line[column] for line, column in zip(dear, order, strict=True)])
            if price < least:
                best, least = order, price
        return [self.match(row, column) for row, column in enumerate(best)]

    def fathers(self) -> WordMatch | None:
        if self.short.father is None or self.long.father is None:
            return None
        return self.match(-1, -1)


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


def _fathers(table: _Table) -> Differences:
    match = table.fathers()
    if match is None:
        return {"father_unknown": 1.0}
    return {"father_cost": match.cost, "father_rate": match.rate}


def _child_of_the_other(given: WordMatch | None, table: _Table, weights: Weights) -> float:
    """How near the given name of one is to the father of the other, where the given names differ."""
    if given is None or given.cost <= _OTHER_PERSON:
        return ABSENT
    one, other = table.short, table.long
    return max(_fatherhood(one.father, other, weights), _fatherhood(other.father, one, weights))


def _fatherhood(father: HeardWord | None, name: HeardName, weights: Weights) -> float:
    if father is None:
        return ABSENT
    length = max(_SHORTEST_FATHER, len(father.sound))
    costs = (match_words(father, word, weights).cost / length for word in name.words if not word.is_surname)
    return _FARTHEST - min(costs, default=_FARTHEST)
