"""Cuts what people write about their days into days, words that we know, and the rest."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from standby.exchange.day_words import LONGEST_PHRASE, PHRASES, DayWord
from standby.exchange.folding import fold
from standby.exchange.months import with_month_numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A day, a whole month (no day), or a bare number that takes its month from the day beside it."""

    year: int | None
    month: int | None
    day: int | None


class Mark(Enum):
    DASH = "dash"
    BREAK = "break"
    UNKNOWN = "unknown"


Token: TypeAlias = WrittenDay | DayWord | Mark

# "сб-вс": between letters a hyphen is no dash.
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_YEAR = r"(?:[ .,/-]+(?P<{0}>(?:19|20)\d\d)\b)?"
_PATTERN = re.compile(
    r"(?P<iso>(?P<iy>\d{4})[-./](?P<im>\d{1,2})[-./](?P<id>\d{1,2}))(?:[T ]\d\d:\d\d(?::\d\d)?)?"
    r"|(?P<full>(?P<f1>\d{1,2})(?P<fs>[./-])(?P<f2>\d{1,2})(?P=fs)(?P<fy>\d{4}|\d{2})(?!\d))"
    r"|(?P<short>(?P<s1>\d{1,2})[./](?P<s2>\d{1,2})(?![\d/]))"
    r"|(?P<worded>(?P<wd>\d{1,2})(?:st|nd|rd|th|-?го|-?е)?[ .]*m(?P<wm>\d{1,2})\b" + _YEAR.format("wy") + ")"
    r"|(?P<turned>m(?P<tm>\d{1,2})[ ]+(?P<td>\d{1,2})(?!\d|[./]\d)" + _YEAR.format("ty") + ")"
    r"|(?P<month>m(?P<mm>\d{1,2})\b" + _YEAR.format("my") + ")"
    r"|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<dash>\s*(?:[-–—~…]|\.\.+|/)\s*)"
    r"|(?P<break>[;,\n|&+])"
)


def tokens_of(text: str, *, is_month_first: bool) -> list[Token]:
    """What stands in the cell, in order; a word that we do not know is a mark that something was not understood."""
    worded = with_month_numbers(_HYPHEN.sub(" ", text.replace("\n", " ; ").lower()))
    tokens: list[Token] = []
    words: list[str] = []
    for found in _PATTERN.finditer(worded):
        if found["word"]:
            words.append(fold(found["word"]))
            continue
        tokens += _read_words(words)
        words = []
        tokens.append(_token(found, is_month_first=is_month_first))
    return tokens + _read_words(words)


def _token(found: re.Match[str], *, is_month_first: bool) -> Token:
    match found.lastgroup:
        case "iso":
            return WrittenDay(year=int(found["iy"]), month=int(found["im"]), day=int(found["id"]))
        case "full":
            return _ordered(found["f1"], found["f2"], int(found["fy"]), is_month_first=is_month_first)
        case "short":
            return _ordered(found["s1"], found["s2"], None, is_month_first=is_month_first)
        case "worded":
            return WrittenDay(year=_number(found["wy"]), month=int(found["wm"]), day=int(found["wd"]))
        case "turned":
            return WrittenDay(year=_number(found["ty"]), month=int(found["tm"]), day=int(found["td"]))
        case "month":
            return WrittenDay(year=_number(found["my"]), month=int(found["mm"]), day=None)
        case "number":
            return WrittenDay(year=None, month=None, day=int(found["number"]))
        case "dash":
            return Mark.DASH
    return Mark.BREAK


def _number(written: str | None) -> int | None:
    return int(written) if written else None


def _ordered(first: str, second: str, year: int | None, *, is_month_first: bool) -> WrittenDay:
    one, two = int(first), int(second)
    if (is_month_first and one <= 12) or two > 12 >= one:
        return WrittenDay(year=year, month=one, day=two)
    return WrittenDay(year=year, month=two, day=one)


def _read_words(words: list[str]) -> list[Token]:
    """The longest phrases that we know, so that "в любое время" is any time and not a filler word and two strangers."""
    tokens: list[Token] = []
    place = 0
    while place < len(words):
        for length in range(min(LONGEST_PHRASE, len(words) - place), 0, -1):
            phrase = " ".join(words[place : place + length])
            if phrase in PHRASES:
                tokens.append(PHRASES[phrase])
                place += length
                break
        else:
            tokens.append(Mark.UNKNOWN)
            place += 1
    return [token for token in tokens if token is not DayWord.FILLER]
