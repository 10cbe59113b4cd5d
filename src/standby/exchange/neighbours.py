"""Headers that mean one thing or another by what stands beside them."""

from dataclasses import replace

from standby.exchange.dates import DayOrder, day_order, read_day
from standby.exchange.fields import Field, LeftOut
from standby.exchange.folding import fold
from standby.exchange.mapping import ColumnGuess, Evidence, Sign
from standby.exchange.problems import Problem
from standby.exchange.value_shapes import Knowledge

_BESIDE = Evidence(sign=Sign.NEIGHBOURS)
# A start alone is when somebody was employed; a start and an end together are when they are free ...
_STARTS = frozenset({"start", "start date"})
_ENDS = frozenset({"end", "end date", "finish"})
# ... unless the list is about courses or assignments that somebody else has set.
_OTHERS_DATES = frozenset({"course", "training organisation", "venue", "incident", "event", "salary start date"})
_IN_ORDER = 0.9


def settle_neighbours(guesses: list[ColumnGuess], samples: dict[str, list[str]]) -> list[ColumnGuess]:
    """The same guesses with what only the whole row of headers can tell."""
    return _day_pair(_issuer(_starts_and_ends(_course_list(guesses))), samples)


def _starts_and_ends(guesses: list[ColumnGuess]) -> list[ColumnGuess]:
    folded = {fold(guess.column) for guess in guesses}
    is_pair = bool(folded & _STARTS) and bool(folded & _ENDS) and not folded & _OTHERS_DATES
    is_taken = any(guess.field in {Field.FIRST_DAY, Field.LAST_DAY, Field.DAYS} for guess in guesses)
    if not is_pair or is_taken:
        return [_without_purpose(guess) if fold(guess.column) in _STARTS | _ENDS else guess for guess in guesses]
    return [_start_or_end(guess) for guess in guesses]


def _start_or_end(guess: ColumnGuess) -> ColumnGuess:
    word = fold(guess.column)
    if word not in _STARTS | _ENDS:
        return guess
    field = Field.FIRST_DAY if word in _STARTS else Field.LAST_DAY
    return ColumnGuess(column=guess.column, field=field, confidence=0.7, evidence=(_BESIDE,))


def _course_list(guesses: list[ColumnGuess]) -> list[ColumnGuess]:
    """On a list of courses, the role is what somebody was on the course."""
    if not any(fold(guess.column) == "course" for guess in guesses):
        return guesses
    return [_without_purpose(guess) if fold(guess.column) == "role" else guess for guess in guesses]


def _without_purpose(guess: ColumnGuess) -> ColumnGuess:
    return replace(guess, field=None, left_out=LeftOut.NO_PURPOSE)


def _issuer(guesses: list[ColumnGuess]) -> list[ColumnGuess]:
    """An organisation right after a certificate has issued it."""
    settled = list(guesses)
    for place in range(1, len(settled)):
        before, guess = settled[place - 1], settled[place]
        if before.field is Field.LICENCE_KIND and guess.field is Field.AFFILIATION:
            settled[place] = replace(guess, field=Field.LICENCE_ISSUER, evidence=(*guess.evidence, _BESIDE))
    return settled


def _day_pair(guesses: list[ColumnGuess], samples: dict[str, list[str]]) -> list[ColumnGuess]:
    """Two columns of days side by side, without telling headers, the second never before the first."""
    if any(guess.field in {Field.FIRST_DAY, Field.LAST_DAY, Field.DAYS} for guess in guesses):
        return guesses
    settled = list(guesses)
    for place in range(1, len(settled)):
        pair = settled[place - 1 : place + 1]
        if all(guess.left_out is LeftOut.NOT_RECOGNISED for guess in pair) and _in_order(
            samples[pair[0].column], samples[pair[1].column]
        ):
            for offset, field in ((-1, Field.FIRST_DAY), (0, Field.LAST_DAY)):
                column = settled[place + offset].column
                evidence = (_BESIDE, Evidence(sign=Sign.VALUES, share=1.0))
                settled[place + offset] = ColumnGuess(column=column, field=field, confidence=0.6, evidence=evidence)
            return settled
    return settled


def _in_order(first: list[str], second: list[str]) -> bool:
    if not first or len(first) != len(second):
        return False
    order = day_order([*first, *second]) or DayOrder.DAY_FIRST
    near = Knowledge().near
    ordered = 0
    for start, end in zip(first, second, strict=True):
        starts, ends = read_day(start, order=order, near=near), read_day(end, order=order, near=near)
        ordered += not isinstance(starts, Problem) and not isinstance(ends, Problem) and starts <= ends
    return ordered >= _IN_ORDER * len(first)
