"""Chance that can be repeated: the same seed and name throw the same dice on every machine."""

import hashlib
import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from statistics import NormalDist
from typing import Generic, TypeVar

import numpy as np

T = TypeVar("T")

_STANDARD_NORMAL = NormalDist()
_THROWS_AT_ONCE = 4096


class Odds(Generic[T]):
    """Things with their weights; made once, drawn from often."""

    __slots__ = ("_sums", "things")

    def __init__(self, things: Sequence[T], weights: Sequence[float]) -> None:
        if len(things) != len(weights) or not things:
            raise ValueError("Every thing to draw needs one weight, and there must be one.")
        self.things = tuple(things)
        self._sums = tuple(accumulate(weights))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Odds) and (self.things, self._sums) == (other.things, other._sums)

    def __hash__(self) -> int:
        return hash((self.things, self._sums))

    def at(self, fraction: float) -> T:
        place = bisect_right(self._sums, fraction * self._sums[-1])
        return self.things[min(place, len(self.things) - 1)]


class Dice:
    """One stream of chance. Each part of the exercise has its own, so that changing one leaves the others alone.

    Everything is made from plain fractions: the other methods of numpy's generators may change between its versions.
    """

    def __init__(self, *, seed: int, name: str) -> None:
        digest = hashlib.sha256(f"{seed}/{name}".encode()).digest()
        self._source = np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))
        self._throws: list[float] = []

    def fraction(self) -> float:
        """At least 0 and less than 1."""
        if not self._throws:
            self._throws = self._source.random(_THROWS_AT_ONCE).tolist()
        return self._throws.pop()

    def chance(self, share: float) -> bool:
        return self.fraction() < share

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.fraction() * (high - low + 1))

    def pick(self, things: Sequence[T]) -> T:
        return things[int(self.fraction() * len(things))]

    def draw(self, odds: Odds[T]) -> T:
        return odds.at(self.fraction())

    def spread(self, sigma: float) -> float:
        """A factor around 1, log-normal."""
        return math.exp(sigma * _STANDARD_NORMAL.inv_cdf(max(self.fraction(), 1e-12)))

    def waiting(self, share: float) -> int:
        """How many tries until the first success: 1, 2, …"""
        return 1 + int(math.log(1 - self.fraction()) / math.log(1 - share))

    def digits(self, count: int) -> str:
        return str(self.between(0, 10**count - 1)).zfill(count)

    def shuffled(self, things: Sequence[T]) -> list[T]:
        result = list(things)
        for last in range(len(result) - 1, 0, -1):
            other = self.between(0, last)
            result[last], result[other] = result[other], result[last]
        return result
