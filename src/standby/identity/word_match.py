"""Two words of two names side by side."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from standby.identity.edits import word_cost
from standby.identity.given_names import Relation, relation
from standby.identity.heard import HeardWord
from standby.identity.weights import SCRIPT_NUMBER, Weights


class WordMatch(NamedTuple):
    """`cost`: how unlikely it is that one is a spelling of the other; `slips`: changes that no spelling rule makes."""

    cost: float
    slips: int
    length: int
    relation: Relation
    begins_otherwise: bool
    is_surname: bool

    @property
    def rate(self) -> float:
        return self.cost / self.length


@lru_cache(maxsize=100_000)
def match_words(one: HeardWord, other: HeardWord, weights: Weights) -> WordMatch:
    if not one.sound and one.word == other.word:
        return _matched(one, other, 0.0, 0)
    a, b = SCRIPT_NUMBER[one.script], SCRIPT_NUMBER[other.script]
    cost, slips = word_cost(
        np.frombuffer(one.signs, np.int8),
        np.frombuffer(other.signs, np.int8),
        one.is_initial + other.is_initial,
        weights.prices[a, b],
        weights.western[a, b],
    )
    return _matched(one, other, cost, slips)


def _matched(one: HeardWord, other: HeardWord, cost: float, slips: int) -> WordMatch:
    is_surname = one.is_surname or other.is_surname
    return WordMatch(
        cost=cost,
        slips=slips,
        length=max(len(one.sound), len(other.sound), 1),
        relation=Relation.UNKNOWN if is_surname else relation(one.known, other.known),
        begins_otherwise=one.sound[:1] != other.sound[:1],
        is_surname=is_surname,
    )
