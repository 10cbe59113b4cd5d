"""What keeps two records from ever being one person, whatever the rest says, unless a person decides otherwise."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.degrees import FIELDS, Birth, Child, Contact, Father, Given, Match, Surname
from standby.identity.linking.model import Model

_FORBIDDEN: dict[str, int] = {
    "given": Given.OTHER,
    "surname": Surname.OTHER,
    "father": Father.OTHER,
    "child": Child.YES,
    "birth": Birth.OTHER,
    "licence": Match.OTHER,
    "sex": Match.OTHER,
}
_GIVEN, _SURNAME, _PHONE, _EMAIL, _BIRTH = (
    FIELDS.index(field) for field in ("given", "surname", "phone", "email", "birth")
)
_PLACES = (*((FIELDS.index(field), degree) for field, degree in _FORBIDDEN.items()), (_GIVEN, Given.FAR))

# What a list may err in so often that it proves nothing; a father, a sex or a licence is not one of them.
_MAY_ERR = frozenset(FIELDS.index(field) for field in ("given", "surname", "birth"))

# Where one registration in twenty meets such a contradiction among the others of its own person, it is evidence only.
_TOO_OFTEN = 0.05


@dataclass(frozen=True, slots=True)
class Vetoes:
    """The contradictions that these lists do not make by themselves, as columns and degrees."""

    places: tuple[tuple[int, int], ...]

    def excluded(self, table: NDArray[np.int8]) -> NDArray[np.bool_]:
        """Another given name, surname, father or birth date, a child of the other, the other sex, another licence."""
        found = np.zeros(len(table), np.bool_)
        for place, degree in self.places:
            contradicts = table[:, place] == degree
            found |= contradicts & ~_may_have_married(table) if place == _SURNAME else contradicts
        return found

    @property
    def given_names_err(self) -> bool:
        """Whether one person has several given names so often that another one proves nothing."""
        return (_GIVEN, Given.OTHER) not in self.places


def vetoes(model: Model, *, others_of_the_person: float) -> Vetoes:
    """`others_of_the_person`: how many other registrations of its person a registration has, on average.

    A person with ten registrations has forty-five pairs: what goes wrong in two of a hundred pairs goes wrong in most
    such people.
    """
    met = {
        (place, degree): float(np.exp(model.degrees[place][degree, 0])) * others_of_the_person
        for place, degree in _PLACES
    }
    return Vetoes(tuple(one for one in _PLACES if one[0] not in _MAY_ERR or met[one] < _TOO_OFTEN))


def _may_have_married(table: NDArray[np.int8]) -> NDArray[np.bool_]:
    """One given name, one day of birth and one telephone or mailbox: no two people have all three."""
    given = np.isin(table[:, _GIVEN], (Given.SAME, Given.RESPELLED))
    contact = (table[:, (_PHONE, _EMAIL)] == Contact.SAME).any(axis=1)
    return np.asarray(given & contact & (table[:, _BIRTH] == Birth.SAME), np.bool_)
