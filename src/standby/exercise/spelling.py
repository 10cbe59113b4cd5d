"""How those who keep a list write a name: in which script, in which order, with which slips of the pen."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import assert_never

from standby.exercise.dice import Dice
from standby.exercise.names import Community, Gender, Name

_ARMENIAN_VOWELS = "աեէըիոօու"


class Script(Enum):
    NATIVE = auto()
    RUSSIAN = auto()
    LATIN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A name as it stands on one row of one list."""

    surname: str
    given: str
    patronymic: str = ""

    @property
    def surname_first(self) -> str:
        return " ".join(part for part in (self.surname, self.given, self.patronymic) if part)

    @property
    def given_first(self) -> str:
        return f"{self.given} {self.surname}"


def written(name: Name, *, script: Script, dice: Dice) -> Written:
    """One of the ways in which this name is written in this script."""
    match script:
        case Script.NATIVE:
            return Written(surname=name.surname.native, given=name.given.native, patronymic=_native_patronymic(name))
        case Script.RUSSIAN:
            return Written(
                surname=dice.pick(name.surname.russian),
                given=dice.pick(name.given.russian),
                patronymic=_russian_patronymic(name),
            )
        case Script.LATIN:
            return Written(surname=dice.pick(name.surname.latin), given=dice.pick(name.given.latin))
        case _:
            assert_never(script)


def _russian_patronymic(name: Name) -> str:
    son = name.father.patronymic
    if name.gender is Gender.MALE:
        return son
    return son.removesuffix("ич") + "на"


def _native_patronymic(name: Name) -> str:
    father = name.father.native
    match name.community:
        case Community.ARMENIAN:
            return father + ("յի" if father[-1] in _ARMENIAN_VOWELS else "ի")
        case Community.AZERBAIJANI:
            return f"{father} {'oğlu' if name.gender is Gender.MALE else 'qızı'}"
        case Community.RUSSIAN:
            return _russian_patronymic(name)
        case Community.GEORGIAN:
            return ""
        case _:
            assert_never(name.community)


def with_slip(form: Written, *, dice: Dice) -> Written:
    """The same after a slip: a letter lost, doubled or exchanged, or the surname in the place of the given name."""
    if dice.chance(0.4):
        return replace(form, surname=form.given, given=form.surname)
    if dice.chance(0.5):
        return replace(form, surname=_mistyped(form.surname, dice=dice))
    return replace(form, given=_mistyped(form.given, dice=dice))


def _mistyped(word: str, *, dice: Dice) -> str:
    if len(word) < 5:
        return word
    place = dice.between(1, len(word) - 3)
    before, letter, other, after = word[:place], word[place], word[place + 1], word[place + 2 :]
    return dice.pick((before + other + letter + after, before + other + after, before + letter * 2 + other + after))
