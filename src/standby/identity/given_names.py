"""Which given names are one name, which are two, and of which nobody can tell.

Tom and Atom differ by one letter, as a slip of the pen does; but both are names, so they are two people. A table of
known given names tells these apart, and knows that Хачик may be Խաչատուր.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files

from standby.identity.sounds import skeleton, sounds

_TABLES = files("standby.identity").joinpath("tables")

NameIds = frozenset[int]
"""Names of the tables, by number."""


class Relation(IntEnum):
    """How two given names stand to each other."""

    OTHER = -1
    UNKNOWN = 0
    SHORT_FORM = 1
    SAME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The names that a word spells, and those that it may be short for."""

    spells: NameIds = frozenset()
    short_for: NameIds = frozenset()


def relation(one: Known, other: Known) -> Relation:
    """
    >>> relation(known_name("тина"), known_name("dina")), relation(known_name("хачик"), known_name("խաչատուր"))
    (<Relation.OTHER: -1>, <Relation.SHORT_FORM: 1>)
    """
    if not one.spells.isdisjoint(other.spells):
        return Relation.SAME
    if not (one.spells or one.short_for) or not (other.spells or other.short_for):
        return Relation.UNKNOWN
    is_short = (
        not one.spells.isdisjoint(other.short_for)
        or not one.short_for.isdisjoint(other.spells)
        or not one.short_for.isdisjoint(other.short_for)
    )
    return Relation.SHORT_FORM if is_short else Relation.OTHER


@lru_cache(maxsize=100_000)
def known_name(word: str) -> Known:
    return known_by_sound(sounds(word))


def known_by_sound(sound: str) -> Known:
    return _names().get(skeleton(sound), _NOBODY)


_NOBODY = Known()


@cache
def _names() -> dict[str, Known]:
    """Every known spelling by its skeleton; the two tables meet where a name of ours is spelled as a Russian one."""
    numbers: dict[str, int] = {}
    ours: dict[str, set[int]] = defaultdict(set)
    short: dict[str, set[int]] = defaultdict(set)
    for row in _rows("given_names.csv"):
        number = numbers.setdefault(row["name"], len(numbers))
        _add(ours, [row["name"], *_several(row["spellings"])], number)
        _add(short, _several(row["short_forms"]), number)
    spelled: dict[str, set[int]] = defaultdict(set)
    for row in _rows("given_spellings.csv"):
        russian = row["russian"]
        ids = {numbers.setdefault(russian, len(numbers))} | ours.get(skeleton(sounds(russian)), set())
        for word in (russian, *_several(row["latin"])):
            spelled[skeleton(sounds(word))] |= ids
    return {
        key: Known(
            spells=frozenset(spelled.get(key, set()) | ours.get(key, set())), short_for=frozenset(short.get(key, set()))
        )
        for key in spelled.keys() | ours.keys() | short.keys()
    }


def _add(table: dict[str, set[int]], forms: Iterable[str], number: int) -> None:
    for form in forms:
        table[skeleton(sounds(form))].add(number)


def _several(text: str) -> list[str]:
    return [form for form in text.lower().split(";") if form]


def _rows(file: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(_TABLES.joinpath(file).read_text(encoding="utf-8").splitlines())
