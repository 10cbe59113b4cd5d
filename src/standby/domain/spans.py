"""Runs of minutes between two instants: when somebody works, when somebody rests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
HOUR = 60
DAY = 24 * HOUR


def minute_of(moment: datetime) -> int:
    """Whole minutes since 1970 in universal time: an instant, whatever the clocks of the place do."""
    if moment.tzinfo is None:
        raise ValueError("A moment without its time zone is no instant.")
    return (moment - _EPOCH) // _MINUTE


def moment_of_minute(minute: int) -> datetime:
    return _EPOCH + minute * _MINUTE


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """From one minute up to, and without, another; both are instants (`minute_of`).

    >>> ten_pm, six_am = "2026-10-24T22:00+02:00", "2026-10-25T06:00+01:00"  # the clocks go back that night
    >>> Span.between(datetime.fromisoformat(ten_pm), datetime.fromisoformat(six_am)).minutes // HOUR
    9
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError("A span ends after it began.")

    @classmethod
    def between(cls, start: datetime, end: datetime) -> "Span":
        return cls(start=minute_of(start), end=minute_of(end))

    @property
    def minutes(self) -> int:
        return self.end - self.start

    def within(self, start: int, end: int) -> int:
        """How many of its minutes lie from `start` up to `end`."""
        return max(0, min(self.end, end) - max(self.start, start))

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


def merged(spans: Iterable[Span], *, gap: int = 0) -> tuple[Span, ...]:
    """In order, with those that overlap or lie no more than `gap` minutes apart made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start - result[-1].end <= gap:
            result[-1] = Span(start=result[-1].start, end=max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
