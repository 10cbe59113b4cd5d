"""Two registrations side by side: field by field, how far they agree."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import permutations

from standby.identity.births import BirthAgreement, compare_births
from standby.identity.given_names import Relation
from standby.identity.heard import HeardName, HeardWord
from standby.identity.records import Identifiers, LicenceNumber
from standby.identity.weights import weights
from standby.identity.word_match import WordMatch, match_words

# More words than this are compared as they stand: trying every order of a long field would take for ever.
_MOST_ORDERED = 4

# The same word spelled by other rules, or by another hand; and the same word with one slip of the pen.
_SAME_COST = 4.0
_SAME_RATE = 0.7
_SIMILAR_COST = 9.0


class Field(StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    LICENCE = "licence"
    GIVEN = "given"
    SURNAME = "surname"
    FATHER = "father"
    BIRTH = "birth"


class Agreement(StrEnum):
    SAME = "same"
    SIMILAR = "similar"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a person who judges the pair is shown, without the values themselves: it may be stored in the open."""

    phone: Agreement
    email: Agreement
    licence: Agreement
    given: Agreement
    surname: Agreement
    father: Agreement
    birth: Agreement

    def __iter__(self) -> Iterator[tuple[Field, Agreement]]:
        return ((Field(field.name), getattr(self, field.name)) for field in fields(self))

    @property
    def share_contact(self) -> bool:
        return Agreement.SAME in (self.phone, self.email)

    @property
    def contradictions(self) -> tuple[Field, ...]:
        """What cannot be true of one person; another phone or another surname can."""
        evidence = {Field.FATHER: self.father, Field.BIRTH: self.birth, Field.LICENCE: self.licence}
        return tuple(field for field, agreement in evidence.items() if agreement is Agreement.DIFFERENT)

    @property
    def exclude_each_other(self) -> bool:
        return self.given is Agreement.DIFFERENT or bool(self.contradictions)


def compare(one: Identifiers, other: Identifiers) -> Comparison:
    given, surname = compare_names(one.name, other.name)
    return Comparison(
        phone=_shared(one.phones, other.phones),
        email=_shared(one.emails, other.emails),
        licence=_licences(one.licences, other.licences),
        given=given,
        surname=surname,
        father=_words(_if_known(one.name.father), _if_known(other.name.father)),
        birth=_BIRTHS[compare_births(one.birth, other.birth)],
    )


_BIRTHS = {
    BirthAgreement.SAME: Agreement.SAME,
    BirthAgreement.PARTLY: Agreement.SAME,
    BirthAgreement.SWAPPED: Agreement.SIMILAR,
    BirthAgreement.NEAR: Agreement.SIMILAR,
    BirthAgreement.DIFFERENT: Agreement.DIFFERENT,
    BirthAgreement.UNKNOWN: Agreement.UNKNOWN,
}


def compare_names(one: HeardName, other: HeardName) -> tuple[Agreement, Agreement]:
    """Given names, then surnames; where a surname could not be told from the rest, all words together."""
    if one.surnames and other.surnames:
        return _words(one.given, other.given), _any_word(one.surnames, other.surnames)
    together = _words(one.words, other.words)
    has_two = min(len(one.words), len(other.words)) > 1
    return together, together if has_two else Agreement.UNKNOWN


def _if_known(father: HeardWord | None) -> tuple[HeardWord, ...]:
    return (father,) if father else ()


def _words(one: tuple[HeardWord, ...], other: tuple[HeardWord, ...]) -> Agreement:
    """Every word of the shorter name has to have its own in the longer one."""
    if not one or not other:
        return Agreement.UNKNOWN
    short, long = sorted((one[:_MOST_ORDERED], other[:_MOST_ORDERED]), key=len)
    orders = permutations(long, len(short))
    return min((max(map(_level, short, order), key=_ORDER.index) for order in orders), key=_ORDER.index)


def _any_word(one: tuple[HeardWord, ...], other: tuple[HeardWord, ...]) -> Agreement:
    """One surname in common is enough: the other half of a double one may have been left out."""
    return min((_level(first, second) for first in one for second in other), key=_ORDER.index)


_ORDER = (Agreement.SAME, Agreement.SIMILAR, Agreement.DIFFERENT)


def _level(one: HeardWord, other: HeardWord) -> Agreement:
    match = match_words(one, other, weights())
    if match.relation is not Relation.UNKNOWN:
        return Agreement.SAME if match.relation > Relation.UNKNOWN else Agreement.DIFFERENT
    if one.is_initial or other.is_initial:
        return Agreement.DIFFERENT if match.slips else Agreement.SIMILAR
    return _spelling_level(match)


def _spelling_level(match: WordMatch) -> Agreement:
    if match.slips == 0 and match.cost <= _SAME_COST and match.rate <= _SAME_RATE:
        return Agreement.SAME
    return Agreement.SIMILAR if match.slips <= 1 and match.cost <= _SIMILAR_COST else Agreement.DIFFERENT


def _shared(one: frozenset[str], other: frozenset[str]) -> Agreement:
    if not one or not other:
        return Agreement.UNKNOWN
    return Agreement.DIFFERENT if one.isdisjoint(other) else Agreement.SAME


def _licences(one: frozenset[LicenceNumber], other: frozenset[LicenceNumber]) -> Agreement:
    """Two numbers contradict each other only when they are numbers of the same kind of licence."""
    if one & other:
        return Agreement.SAME
    kinds = {licence.kind for licence in one} & {licence.kind for licence in other}
    return Agreement.DIFFERENT if kinds else Agreement.UNKNOWN
