"""The surge over time: who came, who had an answer, and how many wait between the two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """What happened in the hour that starts then."""

    starts_at: datetime
    sign_ups: int
    answers: int

    def __post_init__(self) -> None:
        if min(self.sign_ups, self.answers) < 0:
            raise ValueError("People are counted from zero.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """An hour with the sums up to its end."""

    hour: Hour
    came: int
    answered: int

    @property
    def waiting(self) -> int:
        return self.came - self.answered


@dataclass(frozen=True, slots=True, kw_only=True)
class SurgeChart:
    """`title` is the message; `zone` the time zone whose hours are written; `hours` follow without a hole."""

    key: str
    title: str
    zone: str
    hours: Sequence[Hour]

    def __post_init__(self) -> None:
        if not self.hours:
            raise ValueError("A surge without an hour has nothing to show; show the empty page instead.")
        if any(total.waiting < 0 for total in self.totals):
            raise ValueError("Nobody is answered before they came.")

    @property
    def totals(self) -> tuple[Total, ...]:
        came = accumulate(hour.sign_ups for hour in self.hours)
        answered = accumulate(hour.answers for hour in self.hours)
        return tuple(
            Total(hour=hour, came=came_by_then, answered=answered_by_then)
            for hour, came_by_then, answered_by_then in zip(self.hours, came, answered, strict=True)
        )

    @property
    def now(self) -> Total:
        return self.totals[-1]
