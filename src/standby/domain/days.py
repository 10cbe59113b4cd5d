"""Runs of whole days: when a person is free, when a need lasts, how long an absence is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Days:
    """First to last day, both included.

    >>> len(Days(first=date(2020, 10, 3), last=date(2020, 10, 9)))
    7
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"The last day, {self.last}, is before the first day, {self.first}.")

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=offset) for offset in range(len(self)))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def contains(self, other: "Days") -> bool:
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "Days") -> bool:
        return self.first <= other.last and other.first <= self.last

    def touches(self, other: "Days") -> bool:
        """Overlap, or follow each other without a free day between."""
        return self.first <= other.last + _ONE_DAY and other.first <= self.last + _ONE_DAY

    def widened(self, days: int) -> "Days":
        """Longer by so many days on both sides: travel there and back."""
        return Days(first=self.first - timedelta(days=days), last=self.last + timedelta(days=days))


def joined(spans: Iterable[Days]) -> tuple[Days, ...]:
    """In order, with those that touch or overlap made one."""
    result: list[Days] = []
    for span in sorted(spans):
        if result and result[-1].touches(span):
            result[-1] = Days(first=result[-1].first, last=max(result[-1].last, span.last))
        else:
            result.append(span)
    return tuple(result)
