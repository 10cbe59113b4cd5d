"""What a plan for one person breaks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from standby.domain.rest.duties import Duty
from standby.domain.rest.rules import USUAL_RULES, Limit, RestRules
from standby.domain.rest.stretches import minutes_in_period, runs
from standby.domain.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Breach:
    """Which limit, from which minute on, what was found, and what the limit is (both in minutes)."""

    limit: Limit
    at: int
    found: int
    allowed: int


def breaches_of_duty(duty: Duty, *, rules: RestRules = USUAL_RULES) -> tuple[Breach, ...]:
    """What a duty breaks whoever takes it: too long, too long a night, too long at the wheel."""
    found = [(Limit.SPAN, duty.span.minutes, rules.span)]
    if duty.is_night:
        found.append((Limit.NIGHT, duty.span.minutes, rules.night))
    if duty.is_driving:
        found.append((Limit.DRIVING, duty.driven, rules.drive))
        needed = (max(0, duty.driven - 1) // rules.drive_at_a_time) * rules.break_
        if duty.break_minutes < needed:
            return (*_over(found, duty), _missing_break(duty, needed=needed))
    return _over(found, duty)


def breaches(
    duties: Sequence[Duty], *, worked: Sequence[Span] = (), rules: RestRules = USUAL_RULES
) -> tuple[Breach, ...]:
    """What these duties break, each alone and all together with what was worked before; in the order of time."""
    alone = [breach for duty in duties for breach in breaches_of_duty(duty, rules=rules)]
    planned = sorted(duty.span for duty in duties)
    return tuple(sorted([*alone, *_together(planned, worked, rules)], key=lambda breach: (breach.at, breach.limit)))


def _together(planned: list[Span], worked: Sequence[Span], rules: RestRules) -> Iterator[Breach]:
    everything = sorted([*planned, *worked])
    new = set(planned)
    for before, after in pairwise(everything):
        if after in new or before in new:
            yield from _below(Limit.REST, after.start, found=after.start - before.end, allowed=rules.rest)
    for run in runs(everything, rules=rules):
        if any(run.contains(span) for span in planned):
            yield from _above(Limit.DAY_OFF, run.start, found=run.minutes, allowed=rules.run)
    for until in _ends(everything, planned, rules):
        total = minutes_in_period(everything, until=until, rules=rules)
        yield from _above(Limit.HOURS, until, found=total, allowed=rules.hours)


def _ends(everything: list[Span], planned: list[Span], rules: RestRules) -> Iterable[int]:
    """Where a rolling sum can be greatest: as a duty ends, and a period after one began."""
    if not planned:
        return ()
    first, last = planned[0].start, planned[-1].end
    ends = {span.end for span in planned} | {span.start + rules.period for span in everything}
    return sorted(end for end in ends if first < end <= last)


def _over(found: list[tuple[Limit, int, int]], duty: Duty) -> tuple[Breach, ...]:
    return tuple(
        breach
        for limit, minutes, allowed in found
        for breach in _above(limit, duty.span.start, found=minutes, allowed=allowed)
    )


def _missing_break(duty: Duty, *, needed: int) -> Breach:
    return Breach(limit=Limit.DRIVING_BREAK, at=duty.span.start, found=duty.break_minutes, allowed=needed)


def _above(limit: Limit, at: int, *, found: int, allowed: int) -> Iterator[Breach]:
    if found > allowed:
        yield Breach(limit=limit, at=at, found=found, allowed=allowed)


def _below(limit: Limit, at: int, *, found: int, allowed: int) -> Iterator[Breach]:
    if found < allowed:
        yield Breach(limit=limit, at=at, found=found, allowed=allowed)
