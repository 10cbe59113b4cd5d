"""How far two told registrations agree, as one digit a field: the function that Splink's comparisons ask."""

from collections.abc import Sequence

import numpy as np

from standby.identity.linking.comparing import Table, compare_fathers, compare_pairs
from standby.identity.linking.dates_of import compare_birth_dates
from standby.identity.linking.degrees import FIELDS, Birth, Father
from standby.identity.linking.second_look import nearest
from standby.identity.linking.word_pairs import WordPairs
from standby.identity.weights import weights
from standby.identity.with_splink.registrations import read_told

_FATHER, _BIRTH = FIELDS.index("father"), FIELDS.index("birth")
_NOUGHT = ord("0")
_REMEMBERED = 500_000


def agreement(ones: Sequence[str], others: Sequence[str]) -> list[str]:
    """In the order of `FIELDS`; what a pair does not know itself is taken from what their people are known to be."""
    numbers: dict[str, int] = {}
    first = np.array([numbers.setdefault(text, len(numbers)) for text in ones], np.int64)
    second = np.array([numbers.setdefault(text, len(numbers)) for text in others], np.int64)
    told = read_told(list(numbers))
    crowd = told.crowd
    table = compare_pairs(crowd, first, second, weights())
    rows = np.flatnonzero(table[:, _BIRTH] == Birth.UNKNOWN)
    table[rows, _BIRTH] = nearest(
        told.births, first[rows], second[rows], lambda one, other: compare_birth_dates(crowd.births, one, other)
    )
    rows = np.flatnonzero(table[:, _FATHER] == Father.UNKNOWN)
    words = WordPairs(crowd.words, weights(), expected=len(rows))
    table[rows, _FATHER] = nearest(
        told.fathers, first[rows], second[rows], lambda one, other: compare_fathers(words, one, other)
    )
    return _digits(table)


def _digits(table: Table) -> list[str]:
    text, width = (table + np.int8(_NOUGHT)).tobytes().decode("ascii"), table.shape[1]
    return [text[start : start + width] for start in range(0, len(text), width)]


class Remembered:
    """DuckDB asks anew for every degree of every field; each pair is compared once all the same."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], str] = {}

    def __call__(self, ones: Sequence[str], others: Sequence[str]) -> list[str]:
        pairs = list(zip(ones, others, strict=True))
        new = list({pair: None for pair in pairs if pair not in self._found})
        if new:
            if len(self._found) > _REMEMBERED:
                self._found = {pair: self._found[pair] for pair in pairs if pair in self._found}
            told = agreement([one for one, _ in new], [other for _, other in new])
            self._found.update(zip(new, told, strict=True))
        return [self._found[pair] for pair in pairs]
