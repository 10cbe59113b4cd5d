"""What somebody does by the hour: a duty that is planned, and a stint that was worked."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from standby.domain.spans import DAY, HOUR, Span, minute_of

NIGHT_FROM, NIGHT_UNTIL = 23 * HOUR, 30 * HOUR
# A duty counts as night work from three hours of it on (Directive 2003/88/EC, art. 2(4)).
_NIGHT_WORK = 3 * HOUR


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Duty:
    """One duty as it is planned. `break_minutes` is what lies free within it; only driving looks at that."""

    span: Span
    is_night: bool = False
    is_driving: bool = False
    break_minutes: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.break_minutes < self.span.minutes:
            raise ValueError("The break of a duty is not negative and shorter than the duty.")

    @property
    def driven(self) -> int:
        return self.span.minutes - self.break_minutes if self.is_driving else 0


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Stint:
    """From signing in to signing out; the time between two stints is a break or rest."""

    span: Span
    is_driving: bool = False


def is_night(start: datetime, end: datetime) -> bool:
    """Whether at least three hours lie between 23:00 and 06:00 by the clock on the wall when it begins.

    >>> is_night(datetime.fromisoformat("2020-10-12T22:00+04:00"), datetime.fromisoformat("2020-10-13T02:00+04:00"))
    True
    """
    offset = (start.utcoffset() or timedelta()) // timedelta(minutes=1)
    begins = minute_of(start) + offset
    local = Span(start=begins, end=begins + (minute_of(end) - minute_of(start)))
    first, last = local.start // DAY - 1, local.end // DAY
    nights = (local.within(day * DAY + NIGHT_FROM, day * DAY + NIGHT_UNTIL) for day in range(first, last + 1))
    return sum(nights) >= _NIGHT_WORK
