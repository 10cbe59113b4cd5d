"""A name taken apart: what a person is called, by which family names, whose child they say they are."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from standby.identity.endings import (
    Sex,
    child_of,
    father_stem,
    is_surname,
    may_be_surname,
    patronymic_sex,
)
from standby.identity.scripts import Script, script_of
from standby.identity.sounds import sounds, words

# "Given father surname": with fewer words a genitive is taken for what it looks like, a given name such as Մարի.
_FULL = 3

# Once a priest's title, now the first half of a surname: Տեր-Պետրոսյան, Ter-Petrosian, Der Bedrossian.
_PRIESTLY = frozenset({"ter", "der"})


class Name(NamedTuple):
    """Words in lower case in the script they came in; `father` is the father's name as sounds, its ending taken off.

    A word that cannot be told to be a surname stands in `given`: only the comparison with another name decides.
    """

    given: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    father: str = ""
    sex: Sex | None = None

    @property
    def words(self) -> tuple[str, ...]:
        return self.given + self.surnames

    @property
    def has_initials_only(self) -> bool:
        return bool(self.given) and all(len(word) == 1 for word in self.given)


class GivenColumn(NamedTuple):
    """What a column of given names tells where the surname has a column of its own, as it has on most lists."""

    given: tuple[str, ...]
    father: str
    sex: Sex | None
    begins_as_surname: bool


class SurnameColumn(NamedTuple):
    surnames: tuple[str, ...]
    sex: Sex | None
    has_surname: bool


# What a word alone tells. The parts of a name depend on nothing else, so names of one pattern are taken apart once.
_ONE_LETTER, _SURNAME, _PERHAPS_SURNAME, _IS_PRIESTLY = 1, 2, 4, 8
_SON_OF, _DAUGHTER_OF, _FATHER_OF_MAN, _FATHER_OF_WOMAN = 16, 32, 64, 128
_GENITIVE, _GENITIVE_BESIDE_SURNAME, _SURNAME_OF_WOMAN = 256, 512, 1024
_CHILD_OF = _SON_OF | _DAUGHTER_OF
_PATRONYMIC = _FATHER_OF_MAN | _FATHER_OF_WOMAN

Traits = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Places of the words of a name; `father`: of the word that names the father, `sex`: what that tells."""

    given: tuple[int, ...]
    surnames: tuple[int, ...]
    father: int | None
    sex: Sex | None


def parse_name(*, name: str = "", given: str = "", surname: str = "", patronymic: str = "") -> Name:
    """Reads a whole name, or the columns of a list; columns are believed unless their endings contradict them.

    >>> parse_name(name="Арутюнян Акоп Саркисович")
    Name(given=('акоп',), surnames=('арутюнян',), father='sarkis', sex=<Sex.MALE: 'male'>)
    >>> parse_name(given="Petrosyan", surname="Anna").given
    ('anna',)
    """
    if name and not (given or surname):
        return _parsed(words(name), (), patronymic)
    first, last = _column(given), _column(surname)
    if _are_swapped(first, last):
        first, last = last, first
    parsed = _parsed(first, last, patronymic)
    return parsed if parsed.given or not name else _parsed(words(name), last, patronymic)


def read_given(column: str) -> GivenColumn | None:
    """None for a cell without a word."""
    whole = _column(column)
    if not whole:
        return None
    parts = _parts(tuple(map(_traits, whole)), has_surname_column=True)
    return GivenColumn(_given_among(whole, parts), *_father_among(whole, parts), bool(_traits(whole[0]) & _SURNAME))


def read_surname(column: str) -> SurnameColumn | None:
    """None for a cell without a word."""
    found = _column(column)
    return SurnameColumn(found, _sex_of(found), _has_surname(found)) if found else None


# The columns of a list hold the same few names over and over.
_column = lru_cache(maxsize=200_000)(words)


def _are_swapped(given: tuple[str, ...], surname: tuple[str, ...]) -> bool:
    if not given or not surname or not _traits(given[0]) & _SURNAME:
        return False
    return not _has_surname(surname)


def _has_surname(words: tuple[str, ...]) -> bool:
    return any(_traits(word) & _SURNAME for word in words)


def parts_of(traits: Traits) -> tuple[Parts, Sex | None]:
    """Of a whole name by what its words tell, and the sex that all of it tells."""
    parts = _parts(traits, has_surname_column=False)
    is_woman = any(traits[place] & _SURNAME_OF_WOMAN for place in parts.surnames)
    return parts, parts.sex or (Sex.FEMALE if is_woman else None)


def _parsed(whole: tuple[str, ...], last: tuple[str, ...], patronymic: str) -> Name:
    parts = _parts(tuple(map(_traits, whole)), has_surname_column=bool(last))
    surnames = last or tuple(map(whole.__getitem__, parts.surnames))
    father, sex = read_patronymic(patronymic) if patronymic else _father_among(whole, parts)
    return Name(given=_given_among(whole, parts), surnames=surnames, father=father, sex=sex or _sex_of(surnames))


def _given_among(whole: tuple[str, ...], parts: Parts) -> tuple[str, ...]:
    return whole if len(parts.given) == len(whole) else tuple(map(whole.__getitem__, parts.given))


def _father_among(whole: tuple[str, ...], parts: Parts) -> tuple[str, Sex | None]:
    return ("" if parts.father is None else father_sounds(whole[parts.father])), parts.sex


@lru_cache(maxsize=200_000)
def _traits(word: str) -> int:
    return traits_of(word, sounds(word), script_of(word))


def traits_of(word: str, sound: str, script: Script) -> int:
    """What a word alone tells of its part in a name."""
    found = 0
    if len(word) == 1:
        found |= _ONE_LETTER
    if is_surname(sound):
        found |= _SURNAME
    if may_be_surname(sound):
        found |= _PERHAPS_SURNAME
    if sound in _PRIESTLY:
        found |= _IS_PRIESTLY
    if child := child_of(sound):
        found |= _SON_OF if child is Sex.MALE else _DAUGHTER_OF
    if parent := patronymic_sex(sound):
        found |= _FATHER_OF_MAN if parent is Sex.MALE else _FATHER_OF_WOMAN
    if script is Script.ARMENIAN and word.endswith(("ի", "ու")):
        found |= _GENITIVE
    if script is Script.LATIN and word.endswith("i"):
        found |= _GENITIVE_BESIDE_SURNAME
    if sound.endswith(("ova", "eva", "skaja")):
        found |= _SURNAME_OF_WOMAN
    return found


@lru_cache(maxsize=20_000)
def _parts(traits: Traits, *, has_surname_column: bool) -> Parts:
    rest, father, sex = _take_father(traits, is_given_only=has_surname_column)
    surnames: tuple[int, ...] = ()
    if not has_surname_column:
        rest, surnames = _take_surnames(rest, traits)
    return Parts(given=rest, surnames=surnames, father=father, sex=sex)


def _take_surnames(places: tuple[int, ...], traits: Traits) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Surnames by their endings; one word is always left to be called by."""
    if len(places) < 2:
        return places, ()
    found = [place for place in places if traits[place] & (_SURNAME | _IS_PRIESTLY)]
    if not found:
        found = [place for place in places[1:] if traits[place] & _PERHAPS_SURNAME][-1:]
    if len(found) == len(places):
        found = found[1:]
    return tuple(place for place in places if place not in found), tuple(found)


def _take_father(traits: Traits, *, is_given_only: bool) -> tuple[tuple[int, ...], int | None, Sex | None]:
    """The places without the father's name, the place of the father, and the sex that it tells."""
    places = tuple(range(len(traits)))
    for link in places[2:]:
        if traits[link] & _CHILD_OF:
            sex = Sex.MALE if traits[link] & _SON_OF else Sex.FEMALE
            return places[: link - 1] + places[link + 1 :], link - 1, sex
    place = _father_place(traits) if len(traits) >= _FULL or is_given_only else None
    if place is None:
        return places, None, None
    return places[:place] + places[place + 1 :], place, _patronymic_sex(traits[place])


def _patronymic_sex(traits: int) -> Sex | None:
    if traits & _PATRONYMIC:
        return Sex.MALE if traits & _FATHER_OF_MAN else Sex.FEMALE
    return None


def _father_place(traits: Traits) -> int | None:
    """Where a patronymic stands: a Slavic one anywhere but first alone, a genitive after the given name only."""
    others = [place for place, told in enumerate(traits) if not told & (_ONE_LETTER | _SURNAME)]
    slavic = [place for place in others if traits[place] & _PATRONYMIC]
    if slavic and len(traits) > 1:
        return slavic[-1]
    if len(traits) < _FULL:
        return None
    genitive = _GENITIVE
    if len(others) < len(traits):
        genitive |= _GENITIVE_BESIDE_SURNAME
    return next((place for place in others[1:] if traits[place] & genitive), None)


@lru_cache(maxsize=50_000)
def read_patronymic(patronymic: str) -> tuple[str, Sex | None]:
    """A column of its own needs no proof that it is one: whatever stands there is the father."""
    written = words(patronymic)
    if not written:
        return "", None
    sex = child_of(sounds(written[-1])) if len(written) > 1 else None
    return father_sounds(written[0]), sex or patronymic_sex(sounds(written[0]))


@lru_cache(maxsize=50_000)
def father_sounds(word: str) -> str:
    """Without the ending that makes a name a father's."""
    return father_stem(sounds(word))


@lru_cache(maxsize=100_000)
def _sex_of(surnames: tuple[str, ...]) -> Sex | None:
    """Russian and Azerbaijani surnames of women end otherwise; those of men are also worn unchanged by women abroad."""
    return Sex.FEMALE if any(_traits(word) & _SURNAME_OF_WOMAN for word in surnames) else None
