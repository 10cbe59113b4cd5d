"""A second look at every pair with all that is known of the people it would join.

A row with a phone and a row with a birth date say nothing about each other; once each has been joined to others of
its person, they may. Names are not taken from the others: they are what the pair was found by.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.comparing import Table, compare_fathers
from standby.identity.linking.contacts_of import Contacts, compare_contacts
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.dates_of import compare_birth_dates
from standby.identity.linking.degrees import FIELDS, Birth, Contact, Father
from standby.identity.linking.people import People
from standby.identity.linking.ragged import Ragged, starts_of
from standby.identity.linking.side_by_side import side_by_side
from standby.identity.linking.word_pairs import WordPairs
from standby.identity.weights import Weights

_FATHER, _PHONE, _EMAIL, _BIRTH = (FIELDS.index(field) for field in ("father", "phone", "email", "birth"))

Places = NDArray[np.int64]
Compares = Callable[[NDArray[np.int32], NDArray[np.int32]], NDArray[np.int8]]


def looked_at_again(table: Table, found: Blocked, crowd: Crowd, people: People, weights: Weights) -> Table:
    """The degrees anew where one of the two was joined to another record; what the pair itself says stands.

    Contacts in common count whoever gave them; a birth date and a father only where the pair knows none.
    """
    again = table.copy()
    sizes = np.bincount(people.person_of, minlength=len(crowd))
    contacts = [
        (place, Contacts.of(of_people(values, people), texts))
        for place, values, texts in (
            (_PHONE, crowd.phones, crowd.phone_texts),
            (_EMAIL, crowd.emails, crowd.email_texts),
        )
    ]
    singles = [
        (place, of_people(Ragged.of_known(column), people), unknown, compares)
        for place, column, unknown, compares in (
            (_BIRTH, crowd.birth, Birth.UNKNOWN, lambda one, other: compare_birth_dates(crowd.births, one, other)),
            (
                _FATHER,
                crowd.father,
                Father.UNKNOWN,
                lambda one, other: compare_fathers(WordPairs(crowd.words, weights, expected=len(one)), one, other),
            ),
        )
    ]

    def look(part: slice) -> None:
        ones, others = people.person_of[found.ones[part]], people.person_of[found.others[part]]
        touched = (sizes[ones] > 1) | (sizes[others] > 1)
        told = again[part]
        for place, of_either in contacts:
            rows = np.flatnonzero(touched & (told[:, place] != Contact.SAME))
            told[rows, place] = compare_contacts(of_either, ones[rows], others[rows])
        for place, known, unknown, compares in singles:
            rows = np.flatnonzero(touched & (told[:, place] == unknown))
            told[rows, place] = nearest(known, ones[rows], others[rows], compares)

    side_by_side(look, len(found))
    return again


def of_people(values: Ragged, people: People) -> Ragged:
    """What all records of a person tell, by the first record of each; nothing for the other records."""
    order = np.argsort(people.person_of, kind="stable")
    owners, told = values.of_rows(order)
    counts = np.bincount(people.person_of[order][owners], minlength=len(people.person_of))
    return Ragged(values=told, starts=starts_of(counts))


def nearest(known: Ragged, ones: Places, others: Places, compares: Compares) -> NDArray[np.int8]:
    """The best that any two of their values agree; nought where either person tells nothing."""
    owners, one, other = known.products(ones, others)
    found = np.full(len(ones), np.int8(127))
    np.minimum.at(found, owners, compares(one, other))
    return np.where(found == 127, np.int8(0), found)
