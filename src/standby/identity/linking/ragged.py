"""Several values a row, as two arrays: what row n has stands from `starts[n]` up to `starts[n + 1]`."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ragged:
    values: NDArray[np.int32]
    starts: Places

    @classmethod
    def of_known(cls, column: NDArray[np.int32]) -> Self:
        """One value a row, or none where it is below nought."""
        known = column >= 0
        return cls(values=column[known], starts=starts_of(known.astype(np.int64)))

    @property
    def counts(self) -> Places:
        return np.diff(self.starts)

    def of_rows(self, rows: NDArray[np.integer]) -> tuple[Places, NDArray[np.int32]]:
        """For each of these rows in turn all of its values, each with the place of its row among `rows`."""
        counts = self.counts[rows]
        owners = np.repeat(np.arange(len(rows)), counts)
        return owners, self.values[np.repeat(self.starts[rows], counts) + within(counts)]

    def products(
        self, ones: NDArray[np.integer], others: NDArray[np.integer]
    ) -> tuple[Places, NDArray[np.int32], NDArray[np.int32]]:
        """For each pair of rows every value of one with every value of the other, with the place of the pair."""
        one_counts, other_counts = self.counts[ones], self.counts[others]
        counts = one_counts * other_counts
        owners = np.repeat(np.arange(len(ones)), counts)
        place = within(counts)
        columns = other_counts[owners]
        one = self.values[self.starts[ones][owners] + place // np.maximum(columns, 1)]
        other = self.values[self.starts[others][owners] + place % np.maximum(columns, 1)]
        return owners, one, other


def parts_of(size: int, at_once: int) -> list[slice]:
    """Slices of so many, one after the other: what is made of millions at once fills the memory."""
    return [slice(start, min(start + at_once, size)) for start in range(0, size, at_once)]


def starts_of(counts: Places) -> Places:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])


def within(counts: Places) -> Places:
    """For each row 0, 1, 2 … as many as it counts, one row after the other.

    >>> within(np.array([2, 0, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    ends = np.cumsum(counts)
    return np.asarray(np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - counts, counts), np.int64)
