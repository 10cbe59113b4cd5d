"""A word and a name made ready for comparison, once for all the comparisons they take part in."""

from dataclasses import dataclass
from functools import lru_cache

from standby.identity.edits import Signs
from standby.identity.endings import Sex
from standby.identity.given_names import Known, known_name
from standby.identity.names import Name
from standby.identity.scripts import Script, script_of
from standby.identity.sounds import sounds
from standby.identity.weights import signs


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeardWord:
    word: str
    script: Script
    sound: str
    signs: Signs
    known: Known
    is_surname: bool

    @property
    def is_initial(self) -> bool:
        return len(self.word) == 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeardName:
    given: tuple[HeardWord, ...]
    surnames: tuple[HeardWord, ...]
    words: tuple[HeardWord, ...]
    father: HeardWord | None
    sex: Sex | None

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
    sound = sounds(word)
    return HeardWord(
        word=word,
        script=script_of(word),
        sound=sound,
        signs=signs(sound),
        known=known_name(word),
        is_surname=is_surname,
    )


@lru_cache(maxsize=100_000)
def heard_father(sound: str, script: Script) -> HeardWord:
    """A father's name comes as sounds already; its script tells how those were spelled."""
    return HeardWord(word=sound, script=script, sound=sound, signs=signs(sound), known=Known(), is_surname=False)


@lru_cache(maxsize=100_000)
def heard(name: Name) -> HeardName:
    given = tuple(heard_word(word) for word in name.given)
    surnames = tuple(heard_word(word, is_surname=True) for word in name.surnames)
    script = (given + surnames)[0].script if given or surnames else Script.OTHER
    father = heard_father(name.father, script) if name.father else None
    return HeardName(given=given, surnames=surnames, words=given + surnames, father=father, sex=name.sex)
