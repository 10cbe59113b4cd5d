"""What the end of a word tells: a surname, a father's name, the sex of its bearer. Endings are written as sounds."""

import re
from enum import StrEnum


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


# Endings that given names hardly ever have.
_SURNAME = re.compile(
    "(?<=..)(?:jan(?:ʦ)?|[oe]v|[oe]va|[oe]f|sk(?:i|ij|ɨ|ɨj|aja|a)|(?:ʃ|s)vili|ʣe|zad[eæa]|[oe]nko|ʧuk)$"
)
# Endings that some given names have too: Konstantin, Kamila, Eduard's son is no help.
_PERHAPS_SURNAME = re.compile("(?<=...)(?:in|ina|ɨn|ɨna|l[iɨ]|uni|ian|ia|ava|iani|uri)$")

_FATHER_MALE = re.compile("(?:[oe]v[iɨ]|[iɨ]n[iɨ]|(?<=..)[iɨ])(?:ʧ|ƶ)$")
_FATHER_FEMALE = re.compile("(?:[oe]vna|[iɨ]ni[ʧʃ]na|[iɨ]ʧna)$")
_FATHER_LINK = re.compile("j?$")

# Azerbaijani and Turkic: "Rəşid oğlu", "Rəşid qızı"; Georgian "ძე" and "ასული" follow a genitive.
_SON_OF = frozenset({"oɣlu", "oglu", "oɣli", "ogli", "oglɨ", "oɣlɨ", "uɣli", "ugli", "ʣe"})
_DAUGHTER_OF = frozenset({"qɨzɨ", "kɨzɨ", "gɨzɨ", "qizi", "kizi", "gizi", "kɨzi", "gɨzi", "qɨzi", "asuli"})


def is_surname(sound: str) -> bool:
    """
    >>> is_surname("petrosjan"), is_surname("petros")
    (True, False)
    """
    return bool(_SURNAME.search(sound))


def may_be_surname(sound: str) -> bool:
    return bool(_PERHAPS_SURNAME.search(sound))


def child_of(sound: str) -> Sex | None:
    """The sex told by a word that follows a father's name, None for any other word."""
    if sound in _SON_OF:
        return Sex.MALE
    return Sex.FEMALE if sound in _DAUGHTER_OF else None


def patronymic_sex(sound: str) -> Sex | None:
    """The sex told by a father's name with a Slavic ending, None for any other word.

    >>> patronymic_sex("arsenoviʧ"), patronymic_sex("arsenovna"), patronymic_sex("arsen")
    (<Sex.MALE: 'male'>, <Sex.FEMALE: 'female'>, None)
    """
    if _FATHER_FEMALE.search(sound):
        return Sex.FEMALE
    return Sex.MALE if _FATHER_MALE.search(sound) else None


def father(sound: str) -> str:
    """The father's name in a Slavic patronymic, without the ending and what joins it.

    >>> father("arsenoviʧ"), father("sergejevna"), father("iljiʧ")
    ('arsen', 'serge', 'il')
    """
    bare = _FATHER_MALE.sub("", _FATHER_FEMALE.sub("", sound))
    return _FATHER_LINK.sub("", bare)


def genitive_father(sound: str) -> str:
    """The father's name in an Armenian or Azerbaijani genitive: Աշոտի, Կուզմաի."""
    return re.sub("[iɨ]$", "", sound) if len(sound) > 2 else sound
