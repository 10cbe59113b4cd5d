"""What the end of a word tells: a surname, a father's name, the sex of its bearer. Endings are written as sounds."""

import re
from enum import StrEnum

from standby.identity.folds import fold


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


# Endings that given names hardly ever have, and the given names that have them all the same.
_SURNAME = re.compile("(?<=..)(?:jan(?:ʦ)?|[oe]v|[oe]va|of|sk(?:i|ij|ɨ|ɨj|aja|a)|(?:ʃ|s)vili|ʣe|zad[eæa]|[oe]nko|ʧuk)$")
_GIVEN_NAMES = frozenset(
    fold("Adrian Brian Christian Cyprian Damian Emilian Fabian Florian Julian Kilian")
    + fold("Lilian Marian Maximilian Ryan Sebastian Valerian Vivian Zbigniew Lev Yakov Eva")
)
# Endings that some given names have too.
_PERHAPS_SURNAME = re.compile("(?<=...)(?:in|ina|ɨn|ɨna|l[iɨ]|uni|ian|ia|ava|iani|uri)$")

# Besides -ович there are only Ильич and its like; any other -ич is a given name (Մկրտիչ) or a surname.
_FATHER_MALE = re.compile("(?<=.)[oe]v[iɨ](?:ʧ|ƶ)$|^(?:il|kuzm|fom|luk|nikit|sav)j?[iɨ]ʧ$")
_FATHER_FEMALE = re.compile("(?<=.)(?:[oe]vna|[iɨ]ʧna)$")
_FATHER_ENDING = re.compile("(?:[oe]v[iɨ](?:ʧ|ƶ)|[oe]vna|(?<=..)[iɨ]n[iɨ]ʧna|[iɨ]ʧna|[iɨ]ʧ)$")
_LAST_VOWELS = re.compile("(?<=..)[aeiouɨæj]+$")

# Azerbaijani and Turkic: "Rəşid oğlu", "Rəşid qızı"; Georgian "ძე" and "ასული" follow a genitive.
_SON_OF = frozenset({"oɣlu", "oglu", "oɣli", "ogli", "oglɨ", "oɣlɨ", "uɣli", "ugli", "ʣe"})
_DAUGHTER_OF = frozenset({"qɨzɨ", "kɨzɨ", "gɨzɨ", "qizi", "kizi", "gizi", "kɨzi", "gɨzi", "qɨzi", "asuli"})


def is_surname(sound: str, folded: str) -> bool:
    """
    >>> is_surname("petrosjan", "petrosan"), is_surname("petros", "petros"), is_surname("valerjan", "valeran")
    (True, False, False)
    """
    return bool(_SURNAME.search(sound)) and folded not in _GIVEN_NAMES


def may_be_surname(sound: str) -> bool:
    return bool(_PERHAPS_SURNAME.search(sound))


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
    if _FATHER_FEMALE.search(sound):
        return Sex.FEMALE
    return Sex.MALE if _FATHER_MALE.search(sound) else None


def father_stem(sound: str) -> str:
    """What all forms of a father's name have in common: without the ending, and without the vowel that joins it.

    >>> father_stem("arsenoviʧ"), father_stem("sergejevna"), father_stem("sergeji"), father_stem("minaji")
    ('arsen', 'serg', 'serg', 'min')
    """
    bare = _FATHER_ENDING.sub("", sound) if patronymic_sex(sound) else sound
    return _LAST_VOWELS.sub("", bare)
