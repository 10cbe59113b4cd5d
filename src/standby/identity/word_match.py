"""Two words of two names side by side."""

from dataclasses import dataclass
from functools import lru_cache

from standby.identity.edits import SLIP, cheaper_reading
from standby.identity.given_names import Relation, relation
from standby.identity.heard import HeardWord
from standby.identity.weights import WESTERN_PRICE, Weights

# An initial fits every word that begins with it: that tells little. One that does not fit tells nearly all.
_INITIAL_FITS = 5.0
_INITIAL_CONTRADICTS = 20.0
_NOTHING_TO_COMPARE = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMatch:
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
    cost, slips = _cost(one, other, weights)
    is_surname = one.is_surname or other.is_surname
    return WordMatch(
        cost=cost,
        slips=slips,
        length=max(len(one.sound), len(other.sound), 1),
        relation=Relation.UNKNOWN if is_surname else relation(one.known, other.known),
        begins_otherwise=one.sound[:1] != other.sound[:1],
        is_surname=is_surname,
    )


def _cost(one: HeardWord, other: HeardWord, weights: Weights) -> tuple[float, int]:
    if not one.sound or not other.sound:
        return (0.0, 0) if one.word == other.word else (_NOTHING_TO_COMPARE, 1)
    pair = (one.script, other.script)
    if one.is_initial or other.is_initial:
        fits = weights.prices[pair][one.signs[0], other.signs[0]] <= SLIP
        return (_INITIAL_FITS, 0) if fits else (_INITIAL_CONTRADICTS, 1)
    return cheaper_reading(one.signs, other.signs, weights.prices[pair], weights.western[pair], WESTERN_PRICE)
