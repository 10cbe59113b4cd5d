"""Two words of packed names, each by the place where it stands: as `word_match` says it, for the compiler."""

from typing import NamedTuple

import numpy as np

from standby.identity.compiler import inner
from standby.identity.edits import LONGEST, PriceTables
from standby.identity.edits_below import Costs, Counts, word_cost_below
from standby.identity.given_names import Relation
from standby.identity.packed_names import (
    BEGINS,
    IS_INITIAL,
    LETTERS,
    SCRIPT,
    SHORT_FOR,
    SOUNDS,
    SPELLS,
    WORD_HEAD,
    Numbers,
)

OTHER, UNKNOWN, SHORT, SAME = (int(relation) for relation in Relation)


class Pricing(NamedTuple):
    """The prices, and rows to write in that are made once for all words: no answer depends on what stands there."""

    prices: PriceTables
    western: PriceTables
    rows: Costs
    counts: Counts


@inner
def pricing(prices: PriceTables, western: PriceTables) -> Pricing:
    rows = np.empty((3, LONGEST + 1), np.float32)
    return Pricing(prices, western, rows, np.empty((3, LONGEST + 1), np.int32))


@inner
def cost_of_words(numbers: Numbers, one: int, other: int, pricing: Pricing) -> tuple[float, int]:
    if numbers[one + SOUNDS] == 0 and order_of_words(numbers, one, other) == 0:
        return 0.0, 0
    script, other_script = numbers[one + SCRIPT], numbers[other + SCRIPT]
    cost, slips = word_cost_below(
        _sounds(numbers, one),
        _sounds(numbers, other),
        numbers[one + IS_INITIAL] + numbers[other + IS_INITIAL],
        pricing.prices[script, other_script],
        pricing.western[script, other_script],
        np.inf,
        pricing.rows,
        pricing.counts,
    )
    return float(cost), int(slips)


@inner
def length_of_words(numbers: Numbers, one: int, other: int) -> int:
    return max(int(numbers[one + SOUNDS]), int(numbers[other + SOUNDS]), 1)


@inner
def begin_otherwise(numbers: Numbers, one: int, other: int) -> bool:
    return bool(numbers[one + BEGINS] != numbers[other + BEGINS])


@inner
def relation_of_words(numbers: Numbers, one: int, other: int) -> int:
    """As `given_names.relation`."""
    spells, short_for = _names_of(numbers, one)
    other_spells, other_short_for = _names_of(numbers, other)
    if _share_one(spells, other_spells):
        return SAME
    if len(spells) + len(short_for) == 0 or len(other_spells) + len(other_short_for) == 0:
        return UNKNOWN
    if _share_one(spells, other_short_for) or _share_one(short_for, other_spells):
        return SHORT
    return SHORT if _share_one(short_for, other_short_for) else OTHER


@inner
def order_of_words(numbers: Numbers, one: int, other: int) -> int:
    """Below nought where the one comes first as it is written, above it where the other does."""
    letters, other_letters = _letters(numbers, one), _letters(numbers, other)
    for place in range(min(len(letters), len(other_letters))):
        if letters[place] != other_letters[place]:
            return int(letters[place]) - int(other_letters[place])
    return len(letters) - len(other_letters)


@inner
def _sounds(numbers: Numbers, word: int) -> Numbers:
    return numbers[word + WORD_HEAD : word + WORD_HEAD + numbers[word + SOUNDS]]


@inner
def _letters(numbers: Numbers, word: int) -> Numbers:
    start = word + WORD_HEAD + numbers[word + SOUNDS]
    return numbers[start : start + numbers[word + LETTERS]]


@inner
def _names_of(numbers: Numbers, word: int) -> tuple[Numbers, Numbers]:
    start = word + WORD_HEAD + numbers[word + SOUNDS] + numbers[word + LETTERS]
    middle = start + numbers[word + SPELLS]
    return numbers[start:middle], numbers[middle : middle + numbers[word + SHORT_FOR]]


@inner
def _share_one(names: Numbers, others: Numbers) -> bool:
    for name in names:
        for other in others:
            if name == other:
                return True
    return False
