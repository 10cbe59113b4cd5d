"""Which pairs are worth a look: those that share a key. Everything else is never compared.

A key is made so that a record has few neighbours by it and a slip of the pen does not change all of a record's keys:
the name with one letter left out, its consonants with one left out, a phone, an e-mail, a birth date with a name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from standby.identity.folds import coarse
from standby.identity.records import Identifiers

_VOWELS = frozenset("aeo")
_LONG_SURNAME = 4
_LONG_GIVEN = 3
_SURNAME_START = 3
_FATHER_START = 3
_EMAIL_START = 5


class BlockKind(StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    LICENCE = "licence"
    NAME = "name"
    CONSONANTS = "consonants"
    NAME_START = "name_start"
    BIRTH = "birth"
    HOME = "home"
    FATHER = "father"


_CIRCUMSTANCES = frozenset({BlockKind.BIRTH, BlockKind.HOME})

Key = tuple[BlockKind, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """Pairs of places in the list of records, in order; and how many blocks of which kind were too large.

    `typical` tells for each pair whether it was found by who the two are or how they are reached. Pairs that only
    share a day or a town are strangers far too often for the model to be fitted to them; it judges them all the same.
    """

    pairs: tuple[tuple[int, int], ...]
    typical: tuple[bool, ...]
    skipped: dict[BlockKind, int]


def blocked(records: Iterable[Identifiers], *, largest: int) -> Blocked:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        for key in block_keys(record):
            blocks[key].append(place)
    typical: dict[tuple[int, int], bool] = {}
    for (kind, _), block in blocks.items():
        for pair in combinations(block, 2) if len(block) <= largest else ():
            typical[pair] = typical.get(pair, False) or kind not in _CIRCUMSTANCES
    skipped = Counter(kind for (kind, _), block in blocks.items() if len(block) > largest)
    pairs = tuple(sorted(typical))
    return Blocked(pairs=pairs, typical=tuple(map(typical.__getitem__, pairs)), skipped=dict(sorted(skipped.items())))


def block_keys(record: Identifiers) -> frozenset[Key]:
    given, surname = name_folds(record)
    keys = set(_contact_keys(record))
    names = [name for name in (given, surname) if name]
    if names:
        keys.update(_name_keys(given, surname))
    keys.update(_birth_keys(record, names))
    if record.home:
        keys.update((BlockKind.HOME, f"{record.home}|{name}") for name in names)
    if record.name.father and given:
        keys.add((BlockKind.FATHER, f"{record.name.father.sound[:_FATHER_START]}|{given}"))
    return frozenset(keys)


def name_folds(record: Identifiers) -> tuple[str, str]:
    """The given name and the surname that pairs are found by; of a name not taken apart its first and last word."""
    given, surname = record.name.first, record.name.last
    return coarse(given.word) if given else "", coarse(surname.word) if surname else ""


def _contact_keys(record: Identifiers) -> Iterator[Key]:
    yield from ((BlockKind.PHONE, phone) for phone in record.phones)
    for email in record.emails:
        local, domain = email.split("@")
        yield from ((BlockKind.EMAIL, part) for part in (email, local, f"@{domain}", email[:_EMAIL_START]))
    yield from ((BlockKind.LICENCE, f"{licence.kind}:{licence.number}") for licence in record.licences)


def _name_keys(given: str, surname: str) -> Iterator[Key]:
    """Order-free, because lists swap the two names."""
    yield from ((BlockKind.NAME, _both(shorter, surname)) for shorter in _one_left_out(given))
    yield from ((BlockKind.NAME, _both(given, shorter)) for shorter in _one_left_out(surname))
    first, last = _consonants(given), _consonants(surname)
    yield BlockKind.CONSONANTS, _both(first, last)
    if len(last) >= _LONG_SURNAME:
        yield from ((BlockKind.CONSONANTS, _both(first, shorter)) for shorter in _one_left_out(last))
    if len(first) >= _LONG_GIVEN:
        yield from ((BlockKind.CONSONANTS, _both(shorter, last)) for shorter in _one_left_out(first))
    yield BlockKind.NAME_START, f"{given}|{surname[:_SURNAME_START]}"


def _birth_keys(record: Identifiers, names: Iterable[str]) -> Iterator[Key]:
    """The day alone, with day and month turned round too; and the year with either name, for a day mistyped."""
    if record.birth and record.birth.is_whole:
        yield BlockKind.BIRTH, str(record.birth)
        yield from ((BlockKind.BIRTH, str(swapped)) for swapped in [record.birth.swapped] if swapped)
        yield from ((BlockKind.BIRTH, f"{record.birth.year}|{name}") for name in names)


def _both(one: str, other: str) -> str:
    return "|".join(sorted((one, other)))


def _one_left_out(fold: str) -> frozenset[str]:
    """
    >>> sorted(_one_left_out("aro"))
    ['ao', 'ar', 'aro', 'ro']
    """
    return frozenset({fold} | {fold[:place] + fold[place + 1 :] for place in range(len(fold))})


def _consonants(fold: str) -> str:
    return "".join(letter for letter in fold if letter not in _VOWELS) or fold
