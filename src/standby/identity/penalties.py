"""What speaks against two names being one person's, added up by the compiler's code for as many pairs as there are.

To the last digit what `standby.identity.differences` finds and `Step.penalty` holds against it. That says it plainly,
for whoever learns the weights or asks why; this says it thirty times as fast.
"""

from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from standby.identity.compiler import inner, outer
from standby.identity.edits import PriceTables
from standby.identity.heard import MOST_COMPARED
from standby.identity.packed_names import GIVEN, HAS_FATHER, NAME_HEAD, ROOM, SEX, SOUNDS, WORDS, Numbers
from standby.identity.packed_words import (
    OTHER,
    SHORT,
    UNKNOWN,
    Pricing,
    begin_otherwise,
    cost_of_words,
    length_of_words,
    order_of_words,
    pricing,
    relation_of_words,
)
from standby.identity.step_table import (
    CHILD_OF_THE_OTHER,
    FATHER_COST,
    FATHER_RATE,
    FATHER_UNKNOWN,
    GIVEN_BEGINS_OTHERWISE,
    GIVEN_COST,
    GIVEN_NOT_KNOWN_AS_SAME,
    GIVEN_RATE,
    KNOWN_GIVEN_COST,
    ONE_WORD_ONLY,
    OTHER_GIVEN_NAME,
    OTHER_SEX,
    SHORT_FORM,
    SLIPS,
    SURNAME_BEGINS_OTHERWISE,
    SURNAME_COST,
    SURNAME_RATE,
    WORDS_LEFT_OVER,
    StepTable,
)

Places = NDArray[np.int64]
Order = NDArray[np.int8]
Penalties = NDArray[np.float64]

# As in `differences`.
_ABSENT = -1.0
_DEAREST_WORD = 25.0
_OTHER_PERSON = 4.0
_FARTHEST = 4.0
_SHORTEST_FATHER = 3

# Every way to give each word of a name its own in one of as many words or more, from one place in the list to another.
_WAYS = [
    [tuple(permutations(range(many), few)) for few in range(MOST_COMPARED + 1)] for many in range(MOST_COMPARED + 1)
]
_ORDERS = np.array(
    [order + (0,) * (MOST_COMPARED - len(order)) for row in _WAYS for ways in row for order in ways], np.int8
)
_ENDS = np.cumsum([[len(ways) for ways in row] for row in _WAYS]).reshape(MOST_COMPARED + 1, MOST_COMPARED + 1)
_STARTS = _ENDS - np.array([[len(ways) for ways in row] for row in _WAYS])


@outer
def penalties(
    numbers: Numbers, pairs: Places, prices: PriceTables, western: PriceTables, steps: StepTable
) -> NDArray[np.float64]:
    """Of packed names, two by two: a row of `pairs` says where both stand. Endless where one of them has no word."""
    found = np.empty(len(pairs))
    priced = pricing(prices, western)
    for pair in range(len(pairs)):
        one, other = pairs[pair, 0], pairs[pair, 1]
        if numbers[one + WORDS] == 0 or numbers[other + WORDS] == 0:
            found[pair] = np.inf
        else:
            found[pair] = _against(numbers, one, other, priced, steps)
    return found


@inner
def _against(numbers: Numbers, one: int, other: int, pricing: Pricing, steps: StepTable) -> float:
    """Added up in the order in which `differences` names them, so that the sum is the same to the last digit."""
    short, long = (one, other) if _is_shorter(numbers, one, other) else (other, one)
    words, father = _words_of(numbers, short)
    other_words, other_father = _words_of(numbers, long)
    called_by, other_called_by = numbers[short + GIVEN], numbers[long + GIVEN]
    costs, slips = _costs(numbers, words, other_words, pricing)
    order = _best_order(costs)
    given, surname = _dearest(called_by, other_called_by, order, costs)
    against, slipped, child = 0.0, 0, _ABSENT
    if given >= 0:
        cost = costs[given, order[given]]
        slipped += slips[given, order[given]]
        against = _given_penalties(numbers, words[given], other_words[order[given]], cost, steps)
        if cost > _OTHER_PERSON:
            child = max(
                _fatherhood(numbers, short, father, long, pricing),
                _fatherhood(numbers, long, other_father, short, pricing),
            )
    if surname >= 0:
        cost = costs[surname, order[surname]]
        slipped += slips[surname, order[surname]]
        against = _surname_penalties(numbers, words[surname], other_words[order[surname]], cost, steps, against)
    if numbers[short + HAS_FATHER] and numbers[long + HAS_FATHER]:
        cost, _ = cost_of_words(numbers, father, other_father, pricing)
        against += _penalty(steps[FATHER_COST], cost)
        against += _penalty(steps[FATHER_RATE], cost / length_of_words(numbers, father, other_father))
    else:
        against += _penalty(steps[FATHER_UNKNOWN], 1.0)
    sex, other_sex = numbers[short + SEX], numbers[long + SEX]
    against += _penalty(steps[SLIPS], float(slipped))
    against += _penalty(steps[CHILD_OF_THE_OTHER], child)
    against += _penalty(steps[WORDS_LEFT_OVER], float(numbers[long + WORDS] - numbers[short + WORDS]))
    against += _penalty(steps[ONE_WORD_ONLY], 1.0 if numbers[short + WORDS] == 1 else 0.0)
    return against + _penalty(steps[OTHER_SEX], 1.0 if sex > 0 and other_sex > 0 and sex != other_sex else 0.0)


@inner
def _is_shorter(numbers: Numbers, one: int, other: int) -> bool:
    """Of two equally long names always the same one is taken for the shorter, since two ways to match words may cost
    the same.
    """
    if numbers[one + WORDS] != numbers[other + WORDS]:
        return bool(numbers[one + WORDS] < numbers[other + WORDS])
    place, other_place = one + NAME_HEAD, other + NAME_HEAD
    for word in range(numbers[one + WORDS]):
        order = order_of_words(numbers, place, other_place) if word < MOST_COMPARED else 0
        if order != 0:
            return order < 0
        place += numbers[place + ROOM]
        other_place += numbers[other_place + ROOM]
    if not numbers[one + HAS_FATHER] or not numbers[other + HAS_FATHER]:
        return not numbers[one + HAS_FATHER]
    return order_of_words(numbers, place, other_place) <= 0


@inner
def _words_of(numbers: Numbers, name: int) -> tuple[Places, int]:
    """Where the words stand that are compared, and where the father's name does."""
    words = np.empty(min(numbers[name + WORDS], MOST_COMPARED), np.int64)
    place = name + NAME_HEAD
    for word in range(numbers[name + WORDS]):
        if word < len(words):
            words[word] = place
        place += numbers[place + ROOM]
    return words, place


@inner
def _costs(
    numbers: Numbers, words: Places, other_words: Places, pricing: Pricing
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    costs = np.empty((len(words), len(other_words)))
    slips = np.empty((len(words), len(other_words)), np.int64)
    for row in range(len(words)):
        for column in range(len(other_words)):
            cost, slipped = cost_of_words(numbers, words[row], other_words[column], pricing)
            costs[row, column] = cost
            slips[row, column] = slipped
    return costs, slips


@inner
def _best_order(costs: NDArray[np.float64]) -> Order:
    """Each word of the shorter name with its own in the longer: lists swap given names and surnames freely."""
    few, many = costs.shape
    best, least = _STARTS[many, few], np.inf
    for way in range(_STARTS[many, few], _ENDS[many, few]):
        price = 0.0
        for row in range(few):
            price += min(costs[row, _ORDERS[way, row]], _DEAREST_WORD)
        if price < least:
            best, least = way, price
    order: Order = _ORDERS[best]
    return order


@inner
def _dearest(called_by: int, other_called_by: int, order: Order, costs: NDArray[np.float64]) -> tuple[int, int]:
    """The row of the given names that are farthest apart, and that of the surnames; -1 where there are none. The first
    words of a name, so many, are what it is `called_by`.
    """
    given, surname = -1, -1
    for row in range(len(costs)):
        column = order[row]
        if row >= called_by or column >= other_called_by:
            if surname < 0 or costs[row, column] > costs[surname, order[surname]]:
                surname = row
        elif given < 0 or costs[row, column] > costs[given, order[given]]:
            given = row
    return given, surname


@inner
def _given_penalties(numbers: Numbers, one: int, other: int, cost: float, steps: StepTable) -> float:
    relation = relation_of_words(numbers, one, other)
    if relation not in (OTHER, UNKNOWN):
        known = _penalty(steps[KNOWN_GIVEN_COST], cost)
        return known + _penalty(steps[SHORT_FORM], 1.0 if relation == SHORT else 0.0)
    against = _penalty(steps[OTHER_GIVEN_NAME if relation == OTHER else GIVEN_COST], cost)
    against += _penalty(steps[GIVEN_RATE], cost / length_of_words(numbers, one, other))
    against += _penalty(steps[GIVEN_NOT_KNOWN_AS_SAME], 1.0)
    if relation == UNKNOWN:
        against += _penalty(steps[GIVEN_BEGINS_OTHERWISE], 1.0 if begin_otherwise(numbers, one, other) else 0.0)
    return against


@inner
def _surname_penalties(numbers: Numbers, one: int, other: int, cost: float, steps: StepTable, before: float) -> float:
    """Added to those `before`."""
    against = before + _penalty(steps[SURNAME_COST], cost)
    against += _penalty(steps[SURNAME_RATE], cost / length_of_words(numbers, one, other))
    return against + _penalty(steps[SURNAME_BEGINS_OTHERWISE], 1.0 if begin_otherwise(numbers, one, other) else 0.0)


@inner
def _fatherhood(numbers: Numbers, name: int, father: int, other: int, pricing: Pricing) -> float:
    """How near the father's name of one is to any word but a surname of the other."""
    if not numbers[name + HAS_FATHER]:
        return _ABSENT
    length = max(_SHORTEST_FATHER, numbers[father + SOUNDS])
    least = np.inf
    place = other + NAME_HEAD
    for _ in range(numbers[other + GIVEN]):
        least = min(least, cost_of_words(numbers, father, place, pricing)[0] / length)
        place += numbers[place + ROOM]
    return _FARTHEST - (_FARTHEST if least == np.inf else least)


@inner
def _penalty(step: Penalties, value: float) -> float:
    """As `Step.penalty`: of its row in the table, what stands behind the edges that the value reaches."""
    edges = int(step[0])
    reached = 0
    while reached < edges and step[1 + reached] <= value:
        reached += 1
    return float(step[1 + edges + reached])
