"""How far two records agree, field by field, in a few degrees each: what the model counts, and what is explained.

Degree 0 of every field is that one of the two does not know it; 1 is full agreement; the rest are ever farther apart.
"""

from enum import IntEnum

from rapidfuzz.distance import OSA

from standby.identity.births import BirthAgreement, BirthDate, compare_births
from standby.identity.given_names import Relation
from standby.identity.heard import HeardName, HeardWord
from standby.identity.records import Identifiers
from standby.identity.weights import Weights
from standby.identity.word_match import WordMatch, match_words

_SAME_COST = 0.8
_RESPELLED_COST = 3.0
_SLIP_COST = 8.0
_FAR_COST = 13.0
_CHILD_RATE = 0.5


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


class Match(IntEnum):
    """Of what either agrees or does not: licence, home, sex, and the list, on which few people stand twice."""

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
    "home": Match,
    "sex": Match,
    "list": Match,
}
FIELDS = tuple(DEGREES)

Degrees = tuple[int, ...]

# By distance, as `_distance` counts it.
_GIVEN = (Given.SAME, Given.RESPELLED, Given.SLIP, Given.FAR, Given.OTHER)
_SURNAME = (Surname.SAME, Surname.RESPELLED, Surname.SLIP, Surname.FAR, Surname.OTHER)
_FATHER = (Father.SAME, Father.SAME, Father.SLIP, Father.OTHER, Father.OTHER)
_TOO_FAR = 3


def degrees(one: Identifiers, other: Identifiers, weights: Weights) -> Degrees:
    given, surname = _names(one.name, other.name, weights)
    return (
        given,
        surname,
        compare_fathers(one.name.father, other.name.father, weights),
        _child(one.name, other.name, given, weights),
        compare_contacts(one.phones, other.phones),
        compare_contacts(one.emails, other.emails),
        compare_birth_dates(one.birth, other.birth),
        _licence(one, other),
        _match(one.home, other.home),
        _match(str(one.name.sex or ""), str(other.name.sex or "")),
        _match(one.list_id, other.list_id),
    )


def _names(one: HeardName, other: HeardName, weights: Weights) -> tuple[Given, Surname]:
    """As the columns say, unless the names fit much better with one of them turned round."""
    straight = (_given(one.first, other.first, weights), _surname(one.last, other.last, weights))
    if straight[0] < Given.FAR and straight[1] < Surname.FAR:
        return straight
    crossed = _crossed(one, other, weights)
    return (_GIVEN[crossed], _SURNAME[crossed]) if crossed < _TOO_FAR else straight


def _crossed(one: HeardName, other: HeardName, weights: Weights) -> int:
    """The farther of the two distances, so that it is the same seen from either side."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return _TOO_FAR
    matches = (match_words(one.first, other.last, weights), match_words(one.last, other.first, weights))
    return max(map(_distance, matches))


def _given(one: HeardWord | None, other: HeardWord | None, weights: Weights) -> Given:
    if one is None or other is None:
        return Given.UNKNOWN
    match = match_words(one, other, weights)
    if one.is_initial or other.is_initial:
        return Given.OTHER if match.slips else Given.INITIAL
    if match.relation is Relation.SAME:
        return Given.SAME
    if match.relation is Relation.SHORT_FORM:
        return Given.SHORT_FORM
    if match.relation is Relation.OTHER:
        return Given.FAR if match.cost < _SLIP_COST else Given.OTHER
    return _GIVEN[_distance(match)]


def _surname(one: HeardWord | None, other: HeardWord | None, weights: Weights) -> Surname:
    if one is None or other is None:
        return Surname.UNKNOWN
    return _SURNAME[_distance(match_words(one, other, weights))]


def _distance(match: WordMatch) -> int:
    """0: the same; 1: by other rules of spelling; 2: with a slip of the pen; 3: with two; 4: another word."""
    if match.slips == 0 and match.cost < _RESPELLED_COST:
        return 0 if match.cost < _SAME_COST else 1
    if match.slips <= 1 and match.cost < _SLIP_COST:
        return 2
    return 3 if match.slips <= 2 and match.cost < _FAR_COST else 4


def compare_fathers(one: HeardWord | None, other: HeardWord | None, weights: Weights) -> Father:
    if one is None or other is None:
        return Father.UNKNOWN
    return _FATHER[_distance(match_words(one, other, weights))]


def _child(one: HeardName, other: HeardName, given: Given, weights: Weights) -> Child:
    pairs = ((one.father, other.first), (other.father, one.first))
    known = [(father, child) for father, child in pairs if father and child]
    if not known:
        return Child.UNKNOWN
    if given < Given.FAR:
        return Child.NO
    rates = (match_words(father, child, weights).rate for father, child in known)
    return Child.YES if min(rates) < _CHILD_RATE else Child.NO


def compare_contacts(one: frozenset[str], other: frozenset[str]) -> Contact:
    if not one or not other:
        return Contact.UNKNOWN
    if one & other:
        return Contact.SAME
    near = any(OSA.distance(first, second, score_cutoff=1) <= 1 for first in one for second in other)
    return Contact.SLIP if near else Contact.OTHER


_BIRTHS = {
    BirthAgreement.UNKNOWN: Birth.UNKNOWN,
    BirthAgreement.SAME: Birth.SAME,
    BirthAgreement.PARTLY: Birth.PARTLY,
    BirthAgreement.SWAPPED: Birth.SWAPPED,
    BirthAgreement.NEAR: Birth.SLIP,
    BirthAgreement.DIFFERENT: Birth.OTHER,
}


def compare_birth_dates(one: BirthDate | None, other: BirthDate | None) -> Birth:
    found = _BIRTHS[compare_births(one, other)]
    if found is Birth.OTHER and one and other and one.year == other.year:
        return Birth.SAME_YEAR
    return found


def _licence(one: Identifiers, other: Identifiers) -> Match:
    if one.licences & other.licences:
        return Match.SAME
    kinds = {licence.kind for licence in one.licences} & {licence.kind for licence in other.licences}
    return Match.OTHER if kinds else Match.UNKNOWN


def _match(one: str, other: str) -> Match:
    if not one or not other:
        return Match.UNKNOWN
    return Match.SAME if one == other else Match.OTHER
