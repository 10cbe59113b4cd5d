"""What keeps two records from ever being one person, whatever the rest says, unless a person decides otherwise."""

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.degrees import FIELDS, Birth, Child, Father, Given, Match, Surname

_FORBIDDEN: dict[str, int] = {
    "given": Given.OTHER,
    "surname": Surname.OTHER,
    "father": Father.OTHER,
    "child": Child.YES,
    "birth": Birth.OTHER,
    "licence": Match.OTHER,
    "sex": Match.OTHER,
}
_GIVEN = FIELDS.index("given")
_PLACES = tuple((FIELDS.index(field), degree) for field, degree in _FORBIDDEN.items())


def excluded_by_degrees(table: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Another given name, surname, father or birth date, a child of the other, the other sex, another licence."""
    found = np.zeros(len(table), np.bool_)
    for place, degree in _PLACES:
        found |= table[:, place] == degree
    return np.asarray(found | (table[:, _GIVEN] == Given.FAR), np.bool_)
