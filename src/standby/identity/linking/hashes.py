"""Texts as numbers of 64 bits: whole, and with each letter left out in turn. Equal texts have equal numbers, always.

The number of a text is a polynomial of its letters, so that leaving one out needs no second reading; every step wraps
around at 64 bits. Two texts of one number would only be compared once too often.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.ragged import starts_of

Hashes = NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15
_BASE_INVERSE = pow(_BASE, -1, 2**64)
_AT_ONCE = 50_000


def mixed(numbers: Hashes) -> Hashes:
    """Numbers that are alike become numbers that are not (the finaliser of SplitMix64)."""
    found = numbers + np.uint64(_BASE)
    found = (found ^ (found >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(found ^ (found >> np.uint64(31)), np.uint64)


def hashes(texts: Sequence[str]) -> Hashes:
    """The empty text is nought."""
    parts = [_terms(texts[start : start + _AT_ONCE])[0].sum(axis=1) for start in range(0, len(texts), _AT_ONCE)]
    return np.concatenate([np.zeros(0, np.uint64), *parts])


def shortened(texts: Sequence[str]) -> tuple[Hashes, NDArray[np.int64]]:
    """For each text its own number and those of it with one letter left out; and where each text's begin."""
    values, counts = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    for start in range(0, len(texts), _AT_ONCE):
        terms, present = _terms(texts[start : start + _AT_ONCE])
        before = np.cumsum(terms, axis=1, dtype=np.uint64)
        whole = before[:, -1:]
        without = (before - terms) + (whole - before) * np.uint64(_BASE_INVERSE)
        table = np.concatenate([whole, without], axis=1)
        wanted = np.concatenate([np.ones((len(terms), 1), np.bool_), present], axis=1)
        values.append(table[wanted])
        counts.append(wanted.sum(axis=1))
    return np.concatenate(values), starts_of(np.concatenate(counts))


def _terms(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    width = max(1, *map(len, texts)) if texts else 1
    letters = np.array(texts, f"U{width}").view(np.uint32).reshape(len(texts), width).astype(np.uint64)
    present = letters > 0
    powers = np.cumprod(np.full(width, _BASE, np.uint64), dtype=np.uint64)
    return np.where(present, mixed(letters) * powers, np.uint64(0)), present
