"""How far two records agree, field by field, in a few degrees each: what the model counts, and what is explained.

Degree 0 of every field is that one of the two does not know it; 1 is full agreement; the rest are ever farther apart.
"""

from enum import IntEnum


class Given(IntEnum):
    UNKNOWN = 0
    SAME = 1
    RESPELLED = 2
    SHORT_FORM = 3
    SLIP = 4
    INITIAL = 5
    FAR = 6
    OTHER = 7


class Surname(IntEnum):
    UNKNOWN = 0
    SAME = 1
    RESPELLED = 2
    SLIP = 3
    FAR = 4
    OTHER = 5


class Father(IntEnum):
    UNKNOWN = 0
    SAME = 1
    SLIP = 2
    OTHER = 3


class Child(IntEnum):
    """Whether one is called as the other's father is, and otherwise than the other."""

    UNKNOWN = 0
    NO = 1
    YES = 2


class Contact(IntEnum):
    UNKNOWN = 0
    SAME = 1
    SLIP = 2
    OTHER = 3


class Birth(IntEnum):
    UNKNOWN = 0
    SAME = 1
    PARTLY = 2
    SWAPPED = 3
    SLIP = 4
    SAME_YEAR = 5
    OTHER = 6


class Home(IntEnum):
    """`RARELY`: a word in common that few others have; `PARTLY`: another word of the two, such as the town."""

    UNKNOWN = 0
    SAME = 1
    RARELY = 2
    PARTLY = 3
    OTHER = 4


class Match(IntEnum):
    """Of what either agrees or does not: licence, sex, and the list, on which few people stand twice."""

    UNKNOWN = 0
    SAME = 1
    OTHER = 2


# In the order of the columns of every table of degrees.
DEGREES: dict[str, type[IntEnum]] = {
    "given": Given,
    "surname": Surname,
    "father": Father,
    "child": Child,
    "phone": Contact,
    "email": Contact,
    "birth": Birth,
    "licence": Match,
    "home": Home,
    "occupation": Home,
    "sex": Match,
    "list": Match,
}
FIELDS = tuple(DEGREES)
