"""Whether two names are the name of one person, by the names alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, islice
from math import exp, inf
from typing import NamedTuple

import numpy as np

from standby.identity.differences import differences
from standby.identity.edits import PriceTables
from standby.identity.heard import HeardName, heard
from standby.identity.names import parse_name
from standby.identity.packed_names import NUMBER_BYTES, packed_name
from standby.identity.penalties import Places, penalties
from standby.identity.step_table import StepTable, step_table
from standby.identity.weights import Weights, weights

# The learned scale is moved so that this is where the shipped decision lies.
SAME_NAME_THRESHOLD = 0.5

# As many pairs of names as are put side by side in memory.
_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NameScore:
    """From 0 to 1, and what each difference took away, in log odds, the dearest first."""

    score: float
    penalties: tuple[tuple[str, float], ...] = ()


def name_score(one: str, other: str) -> float:
    """From 0 to 1; from `SAME_NAME_THRESHOLD` on, the names are the same person's.

    >>> name_score("Հակոբ Սարգսի Պետրոսյան", "Петросян Акоп Саркисович") > SAME_NAME_THRESHOLD
    True
    >>> name_score("Հակոբ Սարգսի Պետրոսյան", "Саркис Петросян") > SAME_NAME_THRESHOLD
    False
    """
    first = _packed(one)
    places = np.array(((0, len(first) // NUMBER_BYTES),))
    return _chances(first + _packed(other), places)[0]


def name_scores(pairs: Iterable[tuple[str, str]]) -> Iterator[float]:
    """As `name_score`, of as many pairs as there are, in their order and a few thousand at a time."""
    waiting = iter(pairs)
    while chunk := list(islice(waiting, _AT_ONCE)):
        packed = [_packed(name) for pair in chunk for name in pair]
        starts = list(accumulate(map(len, packed), initial=0))
        yield from _chances(b"".join(packed), np.array(starts[:-1]).reshape(-1, 2) // NUMBER_BYTES)


def _chances(packed: bytes, places: Places) -> list[float]:
    learned = _learned()
    numbers = np.frombuffer(packed, np.int32)
    against = penalties(numbers, places, learned.prices, learned.western, learned.steps)
    return [_chance(learned.certainty - one) for one in against.tolist()]


def explain_names(one: str, other: str) -> NameScore:
    """The score with its reasons: the names of the penalties are those of `standby.identity.differences`."""
    first, second = _heard(one), _heard(other)
    if not first.words or not second.words:
        return NameScore(score=0.0)
    penalties = _penalties(first, second, weights())
    dearest = sorted(((name, cost) for name, cost in penalties.items() if cost), key=lambda item: -item[1])
    return NameScore(score=name_score(one, other), penalties=tuple(dearest))


def _penalties(one: HeardName, other: HeardName, learned: Weights) -> dict[str, float]:
    found = differences(one, other, learned)
    return {name: learned.steps[name].penalty(value) for name, value in found.items()}


def _chance(log_odds: float) -> float:
    return 0.0 if log_odds == -inf else 1 / (1 + exp(-max(-700.0, log_odds)))


def _heard(text: str) -> HeardName:
    return heard(parse_name(name=text))


_packed = lru_cache(maxsize=100_000)(packed_name)


class _Learned(NamedTuple):
    prices: PriceTables
    western: PriceTables
    steps: StepTable
    certainty: float


@cache
def _learned() -> _Learned:
    learned = weights()
    return _Learned(learned.prices, learned.western, step_table(learned.steps), learned.certainty)
