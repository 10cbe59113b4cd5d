"""Phones, e-mail addresses and licence numbers of many pairs at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.crowd import Crowd
from standby.identity.linking.degrees import Match
from standby.identity.linking.near_contacts import nearest_contacts
from standby.identity.linking.ragged import Ragged, starts_of

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contacts:
    """The contacts of every record, or of every person, and each contact letter by letter."""

    values: Ragged
    letters: NDArray[np.uint32]
    letter_starts: Rows

    @classmethod
    def of(cls, values: Ragged, texts: Sequence[str]) -> Self:
        """`texts`: all distinct contacts, in the order of their numbers."""
        letters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
        return cls(values=values, letters=letters, letter_starts=starts_of(np.fromiter(map(len, texts), np.int64)))


def compare_contacts(contacts: Contacts, ones: Rows, others: Rows) -> NDArray[np.int8]:
    """One in common is enough; else one slip of the pen between any two."""
    known = contacts.values
    return nearest_contacts(ones, others, known.values, known.starts, contacts.letters, contacts.letter_starts)


def compare_licences(crowd: Crowd, ones: Rows, others: Rows) -> NDArray[np.int8]:
    """Two numbers contradict each other only when they are numbers of the same kind of licence."""
    kinds: dict[str, int] = {}
    kind_of = np.array([kinds.setdefault(one.kind, len(kinds)) for one in crowd.licence_texts], np.int32)
    owners, one, other = crowd.licences.products(ones, others)
    found = np.zeros(len(ones), np.int8)
    if len(owners):
        found[owners[kind_of[one] == kind_of[other]]] = Match.OTHER
        found[owners[one == other]] = Match.SAME
    return found
