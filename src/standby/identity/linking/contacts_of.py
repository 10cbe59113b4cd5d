"""Phones, e-mail addresses and licence numbers of many pairs at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from standby.identity.linking.crowd import Crowd
from standby.identity.linking.degrees import Contact, Match
from standby.identity.linking.ragged import Ragged

Rows = NDArray[np.int64]


def compare_contacts(contacts: Ragged, texts: Sequence[str], ones: Rows, others: Rows) -> NDArray[np.int8]:
    """One in common is enough; else one slip of the pen between any two."""
    owners, one, other = contacts.products(ones, others)
    found = np.zeros(len(ones), np.int8)
    found[owners] = Contact.OTHER
    open_rows = np.flatnonzero(one != other)
    found[owners[open_rows[_nearly_equal(texts, one[open_rows], other[open_rows])]]] = Contact.SLIP
    found[owners[one == other]] = Contact.SAME
    return found


def _nearly_equal(texts: Sequence[str], ones: NDArray[np.int32], others: NDArray[np.int32]) -> NDArray[np.bool_]:
    if not len(ones):
        return np.zeros(0, np.bool_)
    first, second = [texts[one] for one in ones.tolist()], [texts[other] for other in others.tolist()]
    return np.asarray(cpdist(first, second, scorer=OSA.distance, score_cutoff=1, dtype=np.uint8) <= 1, np.bool_)


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
