"""Whether two names are the name of one person, by the names alone."""

from dataclasses import dataclass
from functools import lru_cache
from math import exp

from standby.identity.differences import differences
from standby.identity.heard import HeardName, heard
from standby.identity.names import parse_name
from standby.identity.weights import Weights, weights

# The learned scale is moved so that this is where the shipped decision lies.
SAME_NAME_THRESHOLD = 0.5


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
    first, second = _heard(one), _heard(other)
    if not first.words or not second.words:
        return 0.0
    learned = weights()
    return _chance(learned.certainty - sum(_penalties(first, second, learned).values()))


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
    return 1 / (1 + exp(-max(-700.0, log_odds)))


@lru_cache(maxsize=100_000)
def _heard(text: str) -> HeardName:
    return heard(parse_name(name=text))
