"""When a person is free, read from whatever they wrote: "с 3 по 10 октября", "10.10-20.10", "any time", "weekends".

What is not understood entirely is not used at all: the person is asked, rather than called on a day they excluded.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from standby.domain.days import Days, joined
from standby.exchange.dates import DayOrder, make_day
from standby.exchange.day_tokens import Mark, Token, WrittenDay, tokens_of
from standby.exchange.day_words import DayWord
from standby.exchange.folding import tidy
from standby.exchange.problems import Problem

_COUNTS = {DayWord.DAY_COUNT: 1, DayWord.WEEK_COUNT: 7, DayWord.MONTH_COUNT: 30}
_BETWEEN = frozenset({Mark.DASH, DayWord.UNTIL, DayWord.FROM})
_APART = frozenset({Mark.BREAK, DayWord.AND})
_SATURDAY = 5
_ROUND_NEW_YEAR = 180
_LONGEST = 3 * 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """Windows in order, those that touch joined; `max_stay`: "for two weeks", in days."""

    windows: tuple[Days, ...] = ()
    max_stay: int | None = None


@lru_cache(maxsize=16_384)
def read_availability(text: str, *, order: DayOrder, horizon: Days) -> Availability | Problem:
    """The windows in one cell. `horizon` is what "any time" means, and where "from the 5th" ends.

    >>> october = Days(first=date(2020, 10, 1), last=date(2020, 11, 30))
    >>> read_availability("с 3 по 10 октября", order=DayOrder.DAY_FIRST, horizon=october).windows
    (Days(first=datetime.date(2020, 10, 3), last=datetime.date(2020, 10, 10)),)
    """
    tokens = tokens_of(tidy(text.replace("\n", ";")), is_month_first=order is DayOrder.MONTH_FIRST)
    if not tokens:
        return Availability()
    if Mark.UNKNOWN in tokens or DayWord.NOT in tokens:
        return Problem.DATE_NOT_UNDERSTOOD
    rest, stay = _take_stay(tokens)
    return _windows(_with_months(rest), stay=stay, horizon=horizon)


def _take_stay(tokens: list[Token]) -> tuple[list[Token], int | None]:
    """Separates "14 days", "a week" from the days themselves."""
    stay: int | None = None
    rest: list[Token] = []
    for token in tokens:
        if isinstance(token, DayWord) and token in _COUNTS:
            bare = rest.pop() if rest and _is_bare(rest[-1]) else None
            count = bare.day if isinstance(bare, WrittenDay) and bare.day else 1
            stay = count * _COUNTS[token]
        else:
            rest.append(token)
    return rest, stay


def _is_bare(token: Token) -> bool:
    return isinstance(token, WrittenDay) and token.month is None


def _with_months(tokens: list[Token]) -> list[Token]:
    """Gives bare numbers the month of the day after them, else of the day before: "3-10 октября", "հոկտեմբերի 3-10"."""
    backwards = _borrow(tokens[::-1])
    return _borrow(backwards[::-1])


def _borrow(tokens: list[Token]) -> list[Token]:
    """Fills bare numbers with the month and year of the day before them in this direction."""
    lender: WrittenDay | None = None
    filled: list[Token] = []
    for token in tokens:
        known = token
        if isinstance(token, WrittenDay) and token.month is None and lender is not None:
            known = replace(token, month=lender.month, year=lender.year)
        if isinstance(known, WrittenDay) and known.month is not None and known.day is not None:
            lender = known
        filled.append(known)
    return filled


def _windows(tokens: list[Token], *, stay: int | None, horizon: Days) -> Availability | Problem:
    found: list[Days] = []
    for group in _groups(tokens):
        span = _span(group, stay=stay, horizon=horizon)
        if isinstance(span, Problem):
            return span
        found += span
    if any(len(window) > _LONGEST for window in found):
        return Problem.SPAN_TOO_LONG
    return Availability(windows=joined(found), max_stay=stay)


def _groups(tokens: list[Token]) -> list[list[Token]]:
    """One group per window: cut at "and", at commas, and before a day that follows a finished pair."""
    groups: list[list[Token]] = [[]]
    for token in tokens:
        if token in _APART:
            groups.append([])
            continue
        if _opens_window(token, groups[-1]):
            groups.append([])
        groups[-1].append(token)
    return [group for group in groups if group]


def _opens_window(token: Token, group: list[Token]) -> bool:
    """Whether it begins the next window: a day right after a day, or anything that begins one after a whole pair."""
    days = sum(1 for part in group if isinstance(part, WrittenDay))
    if isinstance(token, WrittenDay):
        return days >= 2 or (bool(group) and isinstance(group[-1], WrittenDay))
    return token is DayWord.FROM and days >= 2


def _span(group: list[Token], *, stay: int | None, horizon: Days) -> list[Days] | Problem:
    days = [token for token in group if isinstance(token, WrittenDay)]
    if len(days) == 2:
        return _between(days[0], days[1], horizon=horizon)
    if len(days) == 1:
        return _from_or_until(days[0], group, stay=stay, horizon=horizon)
    if days or set(group) <= _BETWEEN:
        return Problem.DATE_NOT_UNDERSTOOD
    return _weekends(horizon) if DayWord.WEEKEND in group else [horizon]


def _between(start: WrittenDay, end: WrittenDay, *, horizon: Days) -> list[Days] | Problem:
    first = _first_of(start if start.year is not None else replace(start, year=end.year), horizon)
    if isinstance(first, Problem):
        return first
    closing = end if end.year is not None else replace(end, year=first.year)
    closes = _first_of(closing, horizon)
    if isinstance(closes, Problem):
        return closes
    last = _last_of(closing, closes)
    if last < first and start.year is None:
        last, first = _round_new_year(first, last, has_year=end.year is not None)
    return Problem.END_BEFORE_START if last < first else [Days(first=first, last=last)]


def _round_new_year(first: date, last: date, *, has_year: bool) -> tuple[date, date]:
    """25 December to 5 January is a fortnight, but 10 to 3 October is a slip."""
    try:
        later = last if has_year else last.replace(year=last.year + 1)
        earlier = first.replace(year=first.year - 1) if has_year else first
    except ValueError:  # 29 February
        return last, first
    return (later, earlier) if (later - earlier).days <= _ROUND_NEW_YEAR else (last, first)


def _from_or_until(day: WrittenDay, group: list[Token], *, stay: int | None, horizon: Days) -> list[Days] | Problem:
    first = _first_of(day, horizon)
    if isinstance(first, Problem):
        return first
    last = _last_of(day, first)
    if DayWord.FROM in group or group[-1] is Mark.DASH:
        end = first + timedelta(days=stay - 1) if stay else horizon.last
        return [Days(first=first, last=max(end, first))]
    if DayWord.UNTIL in group or group[0] is Mark.DASH:
        return [Days(first=min(horizon.first, last), last=last)]
    return [Days(first=first, last=last)]


def _first_of(day: WrittenDay, horizon: Days) -> date | Problem:
    if day.month is None:
        return Problem.DATE_NOT_UNDERSTOOD
    return make_day((day.year, day.month, day.day if day.day is not None else 1), near=horizon.first)


def _last_of(day: WrittenDay, first: date) -> date:
    """The day itself, or the end of the month where only a month was written."""
    if day.day is not None:
        return first
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _weekends(horizon: Days) -> list[Days]:
    saturdays = [day for day in horizon if day.weekday() == _SATURDAY]
    return [Days(first=day, last=min(day + timedelta(days=1), horizon.last)) for day in saturdays]
