"""The live clock of one person: how much of each limit is used up, and when they may work again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from standby.domain.rest.duties import Stint
from standby.domain.rest.rules import USUAL_RULES, Limit, RestRules
from standby.domain.rest.stretches import minutes_in_period, runs, stretches
from standby.domain.spans import Span, merged

# Warned at four fifths: early enough that somebody else can take over.
_AMBER_PARTS, _ALL_PARTS = 4, 5


class Colour(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One limit: minutes used of it, and the minute at which whoever stops now may go on, as far as it is concerned."""

    limit: Limit
    used: int
    allowed: int
    free_at: int

    @property
    def colour(self) -> Colour:
        if self.used >= self.allowed:
            return Colour.RED
        return Colour.AMBER if self.used * _ALL_PARTS >= self.allowed * _AMBER_PARTS else Colour.GREEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """All limits of one person at one minute."""

    measures: tuple[Measure, ...]
    is_on_duty: bool

    @property
    def worst(self) -> Measure | None:
        """The limit that is nearest to its end, or furthest past it."""
        return max(self.measures, key=lambda one: (one.used / one.allowed, one.limit), default=None)

    @property
    def colour(self) -> Colour:
        return self.worst.colour if self.worst else Colour.GREEN

    @property
    def free_at(self) -> int | None:
        """When somebody in red may work again if they stop now; None for everybody else."""
        return max((one.free_at for one in self.measures if one.colour is Colour.RED), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a clock is read from: what was worked, and since when somebody is on duty now (None: they are not)."""

    stints: tuple[Stint, ...] = ()
    on_duty_since: int | None = None
    is_driving: bool = False
    is_night: bool = False

    def until(self, now: int) -> tuple[Stint, ...]:
        """Every stint that began before `now`, the one under way as far as it has come."""
        known = [stint for stint in self.stints if stint.span.start < now]
        if self.on_duty_since is not None and self.on_duty_since < now:
            known.append(Stint(span=Span(start=self.on_duty_since, end=now), is_driving=self.is_driving))
        return tuple(sorted(known))


def clock_of(reading: Reading, *, now: int, rules: RestRules = USUAL_RULES) -> Clock:
    """Signed out, the clock of a day runs on until the rest of a night has passed, that of a run until a day off."""
    stints = reading.until(now)
    measures = tuple(_measures(stints, reading=reading, now=now, rules=rules))
    return Clock(measures=measures, is_on_duty=reading.on_duty_since is not None)


def _measures(stints: Sequence[Stint], *, reading: Reading, now: int, rules: RestRules) -> Iterator[Measure]:
    spans = merged(stint.span for stint in stints)
    if not spans:
        return
    last = spans[-1].end
    day = stretches(spans, rules=rules)[-1]
    if now - last < rules.rest:
        yield Measure(limit=Limit.SPAN, used=day.minutes, allowed=rules.span, free_at=last + rules.rest)
        if reading.is_night:
            at_work = sum(span.within(day.start, day.end) for span in spans)
            yield Measure(limit=Limit.NIGHT, used=at_work, allowed=rules.night, free_at=last + rules.rest)
        yield from _at_the_wheel(stints, day, now=now, rules=rules)
    if now - last < rules.day_off:
        run = runs(spans, rules=rules)[-1]
        yield Measure(limit=Limit.DAY_OFF, used=run.minutes, allowed=rules.run, free_at=last + rules.day_off)
    total = minutes_in_period(spans, until=now, rules=rules)
    yield Measure(limit=Limit.HOURS, used=total, allowed=rules.hours, free_at=_hours_free(spans, now=now, rules=rules))


def _at_the_wheel(stints: Sequence[Stint], day: Span, *, now: int, rules: RestRules) -> Iterator[Measure]:
    driven = merged(stint.span for stint in stints if stint.is_driving and day.contains(stint.span))
    if not driven:
        return
    last = driven[-1].end
    total = sum(span.minutes for span in driven)
    yield Measure(limit=Limit.DRIVING, used=total, allowed=rules.drive, free_at=last + rules.rest)
    if now - last < rules.break_:
        block = merged(driven, gap=rules.break_ - 1)[-1]
        at_a_time = sum(span.within(block.start, block.end) for span in driven)
        free_at = last + rules.break_
        yield Measure(limit=Limit.DRIVING_BREAK, used=at_a_time, allowed=rules.drive_at_a_time, free_at=free_at)


def _hours_free(spans: Sequence[Span], *, now: int, rules: RestRules) -> int:
    """The first minute at which the hours of the period are below their limit if nobody works on."""
    over = minutes_in_period(spans, until=now, rules=rules) - rules.hours + 1
    for span in spans:
        leaves = span.within(now - rules.period, now)
        if over > 0 and leaves >= over:
            return max(span.start, now - rules.period) + over + rules.period
        over -= leaves
    return now
