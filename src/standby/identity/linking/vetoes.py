"""What keeps two records from ever being one person, whatever the rest says, unless a person decides otherwise."""

from collections.abc import Sequence

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
_PLACES = tuple((FIELDS.index(field), degree) for field, degree in _FORBIDDEN.items())


def excludes_by_degrees(degrees: Sequence[int]) -> bool:
    """Another given name, surname, father or birth date, a child of the other, the other sex, another licence."""
    return any(degrees[place] == degree for place, degree in _PLACES)
