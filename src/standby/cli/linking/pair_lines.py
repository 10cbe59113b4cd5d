"""Pairs as lines of CSV, millions of them: texts that stand on many lines are put into bytes once, and copied."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numba
import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int64]

_COMMA, _POINT, _NOUGHT, _END = (ord(sign) for sign in ",.0\n")
_PLACES = 6
_WHOLE = 10**_PLACES
_SIGNS_BESIDE_TEXTS = len("0.") + _PLACES + len(",,\n")

# Nearer to the middle between two numbers than this, a product does not tell which of them is nearer.
_UNSURE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Texts:
    """Text n has the `letters` from `starts[n]` up to `starts[n + 1]`, in UTF-8."""

    letters: Bytes
    starts: Numbers

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        encoded = [text.encode() for text in texts]
        starts = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
        return cls(letters=np.frombuffer(b"".join(encoded), np.uint8), starts=starts)

    def lengths(self, chosen: NDArray[np.integer]) -> Numbers:
        return np.asarray(self.starts[chosen + 1] - self.starts[chosen], np.int64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PairLines:
    """`places`: how a line about a record begins; `classes` and `whys`: what may stand behind the chance."""

    places: Texts
    classes: Texts
    whys: Texts

    def lines(
        self,
        ones: Numbers,
        others: Numbers,
        chances: NDArray[np.float64],
        classes: NDArray[np.int64],
        whys: NDArray[np.int64],
    ) -> Bytes:
        """One line a pair: the two places, the chance with six decimals, the class, and why."""
        sizes = (
            self.places.lengths(ones)
            + self.places.lengths(others)
            + self.classes.lengths(classes)
            + self.whys.lengths(whys)
        )
        page = np.empty(int(sizes.sum()) + _SIGNS_BESIDE_TEXTS * len(ones), np.uint8)
        write_lines(
            ones, others, millionths(chances), classes, whys, self.places.letters, self.places.starts,
            self.classes.letters, self.classes.starts, self.whys.letters, self.whys.starts, page,
        )  # fmt: skip
        return page


def millionths(chances: NDArray[np.float64]) -> Numbers:
    """As they would be printed with six decimals: what lies just between two is left to the printing."""
    scaled = chances * _WHOLE
    found = np.asarray(np.rint(scaled), np.int64)
    for place in np.flatnonzero(np.abs(scaled - np.floor(scaled) - 0.5) < _UNSURE).tolist():
        found[place] = int(f"{chances[place]:.{_PLACES}f}".replace(".", ""))
    return found


@numba.njit(cache=True, nogil=True)
def write_lines(
    ones: Numbers,
    others: Numbers,
    chances: Numbers,
    classes: Numbers,
    whys: Numbers,
    place_letters: Bytes,
    place_starts: Numbers,
    class_letters: Bytes,
    class_starts: Numbers,
    why_letters: Bytes,
    why_starts: Numbers,
    page: Bytes,
) -> None:
    """Fills the page, which has room for exactly these lines."""
    at = 0
    for row in range(len(ones)):
        at = _copied(place_letters, place_starts[ones[row]], place_starts[ones[row] + 1], page, at)
        at = _copied(place_letters, place_starts[others[row]], place_starts[others[row] + 1], page, at)
        left = np.uint32(chances[row])
        for digit in range(_PLACES, 0, -1):
            page[at + 1 + digit] = _NOUGHT + left % np.uint32(10)
            left //= np.uint32(10)
        page[at], page[at + 1], page[at + _PLACES + 2] = _NOUGHT + left, _POINT, _COMMA
        at += _PLACES + 3
        at = _copied(class_letters, class_starts[classes[row]], class_starts[classes[row] + 1], page, at)
        page[at] = _COMMA
        at = _copied(why_letters, why_starts[whys[row]], why_starts[whys[row] + 1], page, at + 1)
        page[at] = _END
        at += 1


@numba.njit(cache=True, nogil=True)
def _copied(letters: Bytes, begin: int, end: int, page: Bytes, at: int) -> int:
    """Where it goes on. A place without a sign is never meant from the end: that is not asked letter by letter."""
    first, to = np.uint64(begin), np.uint64(at)
    for place in range(np.uint64(end - begin)):
        page[to + np.uint64(place)] = letters[first + np.uint64(place)]
    return at + end - begin
