"""Two registrations side by side: field by field, how far they agree."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import permutations

from standby.identity.births import BirthAgreement, compare_births
from standby.identity.likeness import SAME_WORD, SIMILAR_WORD, word_likeness
from standby.identity.names import Name
from standby.identity.records import Identifiers, LicenceNumber

# More words than this are compared as they stand: trying every order of a long field would take for ever.
_MOST_ORDERED = 4


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
        father=_words((one.name.father,) if one.name.father else (), (other.name.father,) if other.name.father else ()),
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


def compare_names(one: Name, other: Name) -> tuple[Agreement, Agreement]:
    """Given names, then surnames; where a surname could not be told from the rest, all words together."""
    if one.surnames and other.surnames:
        return _words(one.given, other.given), _any_word(one.surnames, other.surnames)
    together = _words(one.words, other.words)
    has_two = min(len(one.words), len(other.words)) > 1
    return together, together if has_two else Agreement.UNKNOWN


def _words(one: tuple[str, ...], other: tuple[str, ...]) -> Agreement:
    """Every word of the shorter name has to have its own in the longer one."""
    if not one or not other:
        return Agreement.UNKNOWN
    short, long = sorted((one[:_MOST_ORDERED], other[:_MOST_ORDERED]), key=len)
    orders = permutations(long, len(short))
    return _level(max(min(map(word_likeness, short, order)) for order in orders))


def _any_word(one: tuple[str, ...], other: tuple[str, ...]) -> Agreement:
    """One surname in common is enough: the other half of a double one may have been left out."""
    return _level(max(word_likeness(first, second) for first in one for second in other))


def _level(likeness: float) -> Agreement:
    if likeness >= SAME_WORD:
        return Agreement.SAME
    return Agreement.SIMILAR if likeness >= SIMILAR_WORD else Agreement.DIFFERENT


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
