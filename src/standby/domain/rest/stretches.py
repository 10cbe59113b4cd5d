"""Work and rest of one person, taken together: a day's work, the days between two days off, hours of two weeks."""

from collections.abc import Iterable

from standby.domain.rest.rules import RestRules
from standby.domain.spans import Span, merged


def stretches(spans: Iterable[Span], *, rules: RestRules) -> tuple[Span, ...]:
    """Days of work, from the first coming to the last going: between two lies the rest of a night at least."""
    return merged(spans, gap=rules.rest - 1)


def runs(spans: Iterable[Span], *, rules: RestRules) -> tuple[Span, ...]:
    """Days of work in a row, from the first coming to the last going: between two lies a day off at least."""
    return merged(spans, gap=rules.day_off - 1)


def longest_run(spans: Iterable[Span], *, rules: RestRules) -> int:
    return max((run.minutes for run in runs(spans, rules=rules)), default=0)


def minutes_in_period(spans: Iterable[Span], *, until: int, rules: RestRules) -> int:
    """Minutes worked in the period that ends at `until`."""
    return sum(span.within(until - rules.period, until) for span in spans)
