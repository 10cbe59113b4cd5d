from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from standby.identity.linking.contacts_of import Contacts, compare_contacts
from standby.identity.linking.degrees import Contact
from standby.identity.linking.near_contacts import is_one_slip
from standby.identity.linking.ragged import Ragged, starts_of

_text = st.text("ab@", max_size=5)


def letters(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-32-le"), np.uint32)


@given(_text, _text)
def test_one_slip_is_what_the_distance_between_two_texts_says(one: str, other: str) -> None:
    assert is_one_slip(letters(one), letters(other)) == (OSA.distance(one, other) <= 1)


@given(st.lists(_text, unique=True, min_size=3, max_size=3), st.lists(st.sets(st.integers(0, 2)), max_size=4))
def test_two_records_come_as_near_as_any_two_of_their_contacts(texts: list[str], rows: list[set[int]]) -> None:
    ones, others = (np.array(column, np.int64) for column in np.indices((len(rows), len(rows))).reshape(2, -1))
    values = Ragged(
        values=np.array([value for row in rows for value in sorted(row)], np.int32),
        starts=starts_of(np.array([len(row) for row in rows], np.int64)),
    )

    found = compare_contacts(Contacts.of(values, texts), ones, others)

    assert found.tolist() == [degree(texts, rows[one], rows[other]) for one, other in zip(ones, others, strict=True)]


def degree(texts: list[str], one: set[int], other: set[int]) -> Contact:
    """The oracle."""
    if not one or not other:
        return Contact.UNKNOWN
    if one & other:
        return Contact.SAME
    near = any(OSA.distance(texts[a], texts[b]) <= 1 for a, b in product(one, other))
    return Contact.SLIP if near else Contact.OTHER


@pytest.mark.parametrize(("one", "other"), [("+70005550123", "+70005550132"), ("ани@example.org", "ани@exampel.org")])
def test_neighbours_that_changed_places_are_one_slip(one: str, other: str) -> None:
    assert is_one_slip(letters(one), letters(other))
