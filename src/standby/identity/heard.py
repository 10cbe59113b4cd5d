"""A word and a name made ready for comparison, once for all the comparisons they take part in."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from standby.identity.endings import Sex
from standby.identity.given_names import Known, known_name
from standby.identity.names import Name
from standby.identity.scripts import Script, script_of
from standby.identity.sounds import sounds
from standby.identity.weights import SCRIPT_NUMBER, signs

# Beyond it the order of words is taken as written: every order of a long field would take for ever.
MOST_COMPARED = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeardWord:
    word: str
    script: Script
    sound: str
    signs: bytes
    known: Known
    is_surname: bool
    is_initial: bool
    head: bytes
    """Script, initial or not, length."""


class HeardName(NamedTuple):
    given: tuple[HeardWord, ...]
    surnames: tuple[HeardWord, ...]
    words: tuple[HeardWord, ...]
    father: HeardWord | None
    sex: Sex | None
    compared: tuple[HeardWord, ...]
    """The first words, and the father last where there is one."""

    @property
    def first(self) -> HeardWord | None:
        """What the person is called by."""
        return self.given[0] if self.given else None

    @property
    def last(self) -> HeardWord | None:
        """The surname; of a name that could not be taken apart, its last word when it has several."""
        return next(iter((self.surnames or self.given[1:])[-1:]), None)


@lru_cache(maxsize=100_000)
def heard_word(word: str, *, is_surname: bool = False) -> HeardWord:
    return _heard(
        word, script_of(word), sounds(word), Known() if is_surname else known_name(word), is_surname=is_surname
    )


@lru_cache(maxsize=100_000)
def heard_father(sound: str, script: Script) -> HeardWord:
    """A father's name comes as sounds already; its script tells how those were spelled."""
    return _heard(sound, script, sound, Known(), is_surname=False)


def _heard(word: str, script: Script, sound: str, known: Known, *, is_surname: bool) -> HeardWord:
    numbers = signs(sound)
    is_initial = len(word) == 1
    return HeardWord(
        word=word,
        script=script,
        sound=sound,
        signs=numbers,
        known=known,
        is_surname=is_surname,
        is_initial=is_initial,
        head=bytes((SCRIPT_NUMBER[script], is_initial, len(numbers))),
    )


def heard(name: Name) -> HeardName:
    given = tuple(map(heard_word, name.given))
    surnames = tuple([heard_word(word, is_surname=True) for word in name.surnames])
    together = given + surnames
    script = together[0].script if together else Script.OTHER
    father = heard_father(name.father, script) if name.father else None
    compared = (*together[:MOST_COMPARED], father) if father else together[:MOST_COMPARED]
    return HeardName(
        given=given,
        surnames=surnames,
        words=together,
        father=father,
        sex=name.sex,
        compared=compared,
    )
