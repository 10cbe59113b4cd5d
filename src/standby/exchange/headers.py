"""What a column's header says the column is for."""

import re
from collections.abc import Mapping as Pairs
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from rapidfuzz import fuzz, process

from standby.exchange.fields import Field, LeftOut
from standby.exchange.folding import fold
from standby.exchange.header_words import BARE_NAMES, FIELD_WORDS, LEFT_OUT_WORDS
from standby.exchange.mapping import Sign

Target: TypeAlias = Field | LeftOut

_WORDS: Pairs[str, Target] = {**FIELD_WORDS, **LEFT_OUT_WORDS, **dict.fromkeys(BARE_NAMES, Field.FULL_NAME)}
# Shorter words stand inside too many others to say anything there.
_LONG_ENOUGH = 5
_LONG = tuple(sorted((word for word in _WORDS if len(word) >= _LONG_ENOUGH), key=lambda word: (-len(word), word)))
_ALIKE = 88
# "Phone (mobile) *", "Անուն / Имя / Name": what stands in brackets explains, what stands between slashes translates.
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_TRANSLATIONS = re.compile(r"\s*[/|\n\\]\s*|\s+-\s+")

_CONFIDENCE = {Sign.HEADER: 0.95, Sign.HEADER_WITHIN: 0.75, Sign.HEADER_LIKE: 0.7}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderMatch:
    """What a header was recognised as, by which of our words, and how surely."""

    target: Target
    sign: Sign
    word: str

    @property
    def confidence(self) -> float:
        return _CONFIDENCE[self.sign]


@lru_cache(maxsize=4096)
def recognise(header: str) -> HeaderMatch | None:
    """The best reading of one header; None where none of our words is in it.

    >>> recognise("Моб. телефон *").target, recognise("Հեռախոս / Телефон").target, recognise("Passport No").target
    (<Field.PHONE: 'phone'>, <Field.PHONE: 'phone'>, <LeftOut.NO_PURPOSE: 'no_purpose'>)
    """
    folded = fold(header)
    return _exact(header) or _number_of(folded) or _within(folded) or _alike(folded)


def is_bare_name(header: str) -> bool:
    """Whether it says only "name": the given name beside a surname, else the whole name."""
    return fold(header) in BARE_NAMES


def _exact(header: str) -> HeaderMatch | None:
    whole = fold(header)
    plain = fold(_BRACKETS.sub(" ", header))
    for phrase in (whole, plain, *map(fold, _TRANSLATIONS.split(_BRACKETS.sub(" ", header)))):
        if phrase in _WORDS:
            return HeaderMatch(target=_WORDS[phrase], sign=Sign.HEADER, word=phrase)
    return None


def _number_of(folded: str) -> HeaderMatch | None:
    """Whatever it is the id of, it is for its keeper's own use: "person_id" is no person."""
    if folded.rsplit(" ", maxsplit=1)[-1] != "id":
        return None
    return HeaderMatch(target=LeftOut.NO_PURPOSE, sign=Sign.HEADER_WITHIN, word="id")


def _within(folded: str) -> HeaderMatch | None:
    spaced = f" {folded} "
    for word in _LONG:
        if f" {word} " in spaced:
            return HeaderMatch(target=_WORDS[word], sign=Sign.HEADER_WITHIN, word=word)
    return None


def _alike(folded: str) -> HeaderMatch | None:
    if len(folded) < _LONG_ENOUGH:
        return None
    found = process.extractOne(folded, _LONG, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if found is None:
        return None
    return HeaderMatch(target=_WORDS[found[0]], sign=Sign.HEADER_LIKE, word=found[0])
