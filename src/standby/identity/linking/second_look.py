"""A second look at every pair with all that is known of the people it would join.

A row with a phone and a row with a birth date say nothing about each other; once each has been joined to others of
its person, they may. Names are not taken from the others: they are what the pair was found by.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from standby.identity.births import BirthDate
from standby.identity.heard import HeardWord
from standby.identity.linking.blocking import Blocked
from standby.identity.linking.degrees import (
    FIELDS,
    Birth,
    Contact,
    Father,
    compare_birth_dates,
    compare_contacts,
    compare_fathers,
)
from standby.identity.linking.model import Table
from standby.identity.linking.people import People
from standby.identity.records import Identifiers
from standby.identity.weights import Weights

_FATHER, _PHONE, _EMAIL, _BIRTH = (FIELDS.index(field) for field in ("father", "phone", "email", "birth"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    phones: frozenset[str]
    emails: frozenset[str]
    births: tuple[BirthDate, ...]
    fathers: tuple[HeardWord, ...]


def looked_at_again(
    table: Table, found: Blocked, records: Sequence[Identifiers], people: People, weights: Weights
) -> Table:
    """The degrees anew where one of the two was joined to another record; what the pair itself says stands."""
    known = {person: _known([records[place] for place in places]) for person, places in people.members.items()}
    again = table.copy()
    for row, (one, other) in _touched(found, people):
        first, second = known[people.person_of[one]], known[people.person_of[other]]
        again[row] = _enriched(table[row], first, second, weights)
    return again


def _touched(found: Blocked, people: People) -> Iterator[tuple[int, tuple[int, int]]]:
    for row, pair in enumerate(found.pairs):
        if any(len(people.members[people.person_of[place]]) > 1 for place in pair):
            yield row, pair


def _known(records: Sequence[Identifiers]) -> _Known:
    return _Known(
        phones=frozenset().union(*(record.phones for record in records)),
        emails=frozenset().union(*(record.emails for record in records)),
        births=tuple(record.birth for record in records if record.birth),
        fathers=tuple(record.name.father for record in records if record.name.father),
    )


def _enriched(degrees: Table, one: _Known, other: _Known, weights: Weights) -> Table:
    """Contacts in common count whoever gave them; a birth date and a father only where the pair knows none."""
    again = degrees.copy()
    if degrees[_PHONE] != Contact.SAME:
        again[_PHONE] = compare_contacts(one.phones, other.phones)
    if degrees[_EMAIL] != Contact.SAME:
        again[_EMAIL] = compare_contacts(one.emails, other.emails)
    if degrees[_BIRTH] == Birth.UNKNOWN:
        births = (compare_birth_dates(*pair) for pair in product(one.births, other.births))
        again[_BIRTH] = min(births, default=Birth.UNKNOWN)
    if degrees[_FATHER] == Father.UNKNOWN:
        fathers = (compare_fathers(*pair, weights) for pair in product(one.fathers, other.fathers))
        again[_FATHER] = min(fathers, default=Father.UNKNOWN)
    return np.asarray(again, np.int8)
