"""What the end of a word tells: a surname, a father's name, the sex of its bearer. Endings are written as sounds."""

import re
from enum import StrEnum
from itertools import product

from standby.identity.folds import fold, fold_of


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


def _endings(*parts: str) -> tuple[str, ...]:
    """Every choice of one word from each of the parts."""
    return tuple("".join(chosen) for chosen in product(*(part.split(" ") for part in parts)))


# Endings that given names hardly ever have, and the given names that have them all the same.
_SURNAME = (
    *("jan", "janʦ", "of", "ʣe", "ʧuk"),
    *_endings("o e", "v va nko"),
    *_endings("sk", "i ij ɨ ɨj aja a"),
    *_endings("ʃ s", "vili"),
    *_endings("zad", "e æ a"),
)
_BEFORE_SURNAME = 2
_GIVEN_NAMES = frozenset(
    fold("Adrian Brian Christian Cyprian Damian Emilian Fabian Florian Julian Kilian")
    + fold("Lilian Marian Maximilian Ryan Sebastian Valerian Vivian Zbigniew Lev Yakov Eva")
)
# Endings that some given names have too.
_PERHAPS_SURNAME = ("in", "ina", "ɨn", "ɨna", "li", "lɨ", "uni", "ian", "ia", "ava", "iani", "uri")
_BEFORE_PERHAPS_SURNAME = 3

# Besides -ович there are only Ильич and its like; any other -ич is a given name (Մկրտիչ) or a surname.
_FATHER_MALE = _endings("o e", "v", "i ɨ", "ʧ ƶ")
_FATHERS_OF_OLD = frozenset(_endings("il kuzm fom luk nikit sav", " j", "i ɨ", "ʧ"))
_FATHER_FEMALE = ("ovna", "evna", "iʧna", "ɨʧna")
_BEFORE_FATHER = 1
_FATHER_ENDING = re.compile("(?:[oe]v[iɨ](?:ʧ|ƶ)|[oe]vna|(?<=..)[iɨ]n[iɨ]ʧna|[iɨ]ʧna|[iɨ]ʧ)$")
_LAST_VOWELS = re.compile("(?<=..)[aeiouɨæj]+$")

# Azerbaijani and Turkic: "Rəşid oğlu", "Rəşid qızı"; Georgian "ძე" and "ასული" follow a genitive.
_SON_OF = frozenset({"oɣlu", "oglu", "oɣli", "ogli", "oglɨ", "oɣlɨ", "uɣli", "ugli", "ʣe"})
_DAUGHTER_OF = frozenset({"qɨzɨ", "kɨzɨ", "gɨzɨ", "qizi", "kizi", "gizi", "kɨzi", "gɨzi", "qɨzi", "asuli"})


def is_surname(sound: str) -> bool:
    """
    >>> is_surname("petrosjan"), is_surname("petros"), is_surname("valerjan")
    (True, False, False)
    """
    return sound[_BEFORE_SURNAME:].endswith(_SURNAME) and fold_of(sound) not in _GIVEN_NAMES


def may_be_surname(sound: str) -> bool:
    return sound[_BEFORE_PERHAPS_SURNAME:].endswith(_PERHAPS_SURNAME)


def child_of(sound: str) -> Sex | None:
    """The sex told by a word that follows a father's name, None for any other word."""
    if sound in _SON_OF:
        return Sex.MALE
    return Sex.FEMALE if sound in _DAUGHTER_OF else None


def patronymic_sex(sound: str) -> Sex | None:
    """The sex told by a father's name with a Slavic ending, None for any other word.

    >>> patronymic_sex("arsenoviʧ"), patronymic_sex("arsenovna"), patronymic_sex("mkrtiʧ")
    (<Sex.MALE: 'male'>, <Sex.FEMALE: 'female'>, None)
    """
    if sound[_BEFORE_FATHER:].endswith(_FATHER_FEMALE):
        return Sex.FEMALE
    return Sex.MALE if sound[_BEFORE_FATHER:].endswith(_FATHER_MALE) or sound in _FATHERS_OF_OLD else None


def father_stem(sound: str) -> str:
    """What all forms of a father's name have in common: without the ending, and without the vowel that joins it.

    >>> father_stem("arsenoviʧ"), father_stem("sergejevna"), father_stem("sergeji"), father_stem("minaji")
    ('arsen', 'serg', 'serg', 'min')
    """
    bare = _FATHER_ENDING.sub("", sound) if patronymic_sex(sound) else sound
    return _LAST_VOWELS.sub("", bare)
