"""A name taken apart: what a person is called, by which family names, whose child they say they are."""

from dataclasses import dataclass
from functools import lru_cache

from standby.identity.endings import (
    Sex,
    child_of,
    father_stem,
    is_surname,
    may_be_surname,
    patronymic_sex,
)
from standby.identity.folds import coarse
from standby.identity.scripts import Script, script_of
from standby.identity.sounds import sounds, words

# "Given father surname": with fewer words a genitive is taken for what it looks like, a given name such as Մարի.
_FULL = 3

# Once a priest's title, now the first half of a surname: Տեր-Պետրոսյան, Ter-Petrosian, Der Bedrossian.
_PRIESTLY = frozenset({"ter", "der"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Father:
    name: str = ""
    sex: Sex | None = None


def parse_name(*, name: str = "", given: str = "", surname: str = "", patronymic: str = "") -> Name:
    """Reads a whole name, or the columns of a list; columns are believed unless their endings contradict them.

    >>> parse_name(name="Арутюнян Акоп Саркисович")
    Name(given=('акоп',), surnames=('арутюнян',), father='sarkis', sex=<Sex.MALE: 'male'>)
    >>> parse_name(given="Petrosyan", surname="Anna").given
    ('anna',)
    """
    if name and not (given or surname):
        return _parsed(words(name), "", patronymic)
    first, last = words(given), words(surname)
    if _are_swapped(first, last):
        first, last = last, first
    parsed = _parsed(first, " ".join(last), patronymic)
    return parsed if parsed.given or not name else _parsed(words(name), " ".join(last), patronymic)


@lru_cache(maxsize=100_000)
def _parsed(whole: tuple[str, ...], surname: str, patronymic: str) -> Name:
    rest, parent = _take_father(whole, is_given_only=bool(surname))
    if patronymic:
        parent = _read_patronymic(words(patronymic))
    last = words(surname)
    if not last:
        rest, last = _take_surnames(rest)
    return Name(given=rest, surnames=last, father=parent.name, sex=parent.sex or _sex_of(last))


def _are_swapped(given: tuple[str, ...], surname: tuple[str, ...]) -> bool:
    if not given or not surname:
        return False
    return _is_surname(given[0]) and not any(_is_surname(word) for word in surname)


def _take_surnames(whole: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Surnames by their endings; one word is always left to be called by."""
    if len(whole) < 2:
        return whole, ()
    found = [place for place, word in enumerate(whole) if _is_surname(word) or sounds(word) in _PRIESTLY]
    if not found:
        found = [place for place, word in enumerate(whole) if place and may_be_surname(sounds(word))][-1:]
    if len(found) == len(whole):
        found = found[1:]
    rest = tuple(word for place, word in enumerate(whole) if place not in found)
    return rest, tuple(whole[place] for place in found)


def _take_father(whole: tuple[str, ...], *, is_given_only: bool) -> tuple[tuple[str, ...], _Father]:
    """The words without the father's name, and the father."""
    for before, link in enumerate(whole[2:], start=1):
        if sex := child_of(sounds(link)):
            return whole[:before] + whole[before + 2 :], _Father(name=father_stem(sounds(whole[before])), sex=sex)
    place = _father_place(whole) if len(whole) >= _FULL or is_given_only else None
    if place is None:
        return whole, _Father()
    return whole[:place] + whole[place + 1 :], _read_father(whole[place])


def _father_place(whole: tuple[str, ...]) -> int | None:
    """Where a patronymic stands: a Slavic one anywhere but first alone, a genitive after the given name only."""
    others = [place for place, word in enumerate(whole) if len(word) > 1 and not _is_surname(word)]
    slavic = [place for place in others if patronymic_sex(sounds(whole[place]))]
    if slavic and len(whole) > 1:
        return slavic[-1]
    if len(whole) < _FULL:
        return None
    has_surname = len(others) < len(whole)
    return next((place for place in others[1:] if _is_genitive(whole[place], has_surname=has_surname)), None)


def _is_genitive(word: str, *, has_surname: bool) -> bool:
    match script_of(word):
        case Script.ARMENIAN:
            return word.endswith(("ի", "ու"))
        case Script.LATIN:
            return has_surname and word.endswith("i")
        case _:
            return False


def _read_patronymic(written: tuple[str, ...]) -> _Father:
    """A column of its own needs no proof that it is one: whatever stands there is the father."""
    if not written:
        return _Father()
    sex = child_of(sounds(written[-1])) if len(written) > 1 else None
    parent = _read_father(written[0])
    return _Father(name=parent.name, sex=sex or parent.sex)


def _read_father(word: str) -> _Father:
    sound = sounds(word)
    return _Father(name=father_stem(sound), sex=patronymic_sex(sound))


def _is_surname(word: str) -> bool:
    return is_surname(sounds(word), coarse(word))


def _sex_of(surnames: tuple[str, ...]) -> Sex | None:
    """Russian and Azerbaijani surnames of women end otherwise; those of men are also worn unchanged by women abroad."""
    is_female = any(sounds(word).endswith(("ova", "eva", "skaja")) for word in surnames)
    return Sex.FEMALE if is_female else None
