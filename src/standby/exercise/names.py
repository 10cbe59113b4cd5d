"""Invented people's names, in the script of their language, in Russian and as people type them in Latin letters."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from standby.exercise.dice import Dice, Odds
from standby.exercise.tables import Row, table, variants


class Community(StrEnum):
    """In which language a name is at home; nothing else follows from it, and no plan ever sees it."""

    ARMENIAN = "hy"
    GEORGIAN = "ka"
    AZERBAIJANI = "az"
    RUSSIAN = "ru"


class Gender(StrEnum):
    FEMALE = "f"
    MALE = "m"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """One name as it is written; `patronymic` is what the sons of a man so named are called in Russian, if anything."""

    native: str
    russian: tuple[str, ...]
    latin: tuple[str, ...]
    patronymic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    community: Community
    gender: Gender
    given: Forms
    surname: Forms
    father: Forms


def _forms(row: Row) -> Forms:
    return Forms(
        native=row["native"],
        russian=variants(row["russian"]),
        latin=variants(row["latin"]),
        patronymic=row.get("patronymic", ""),
    )


def _odds(rows: list[Row]) -> Odds[Forms]:
    return Odds([_forms(row) for row in rows], [float(row["share"]) for row in rows])


@cache
def _given_names(community: Community, gender: Gender) -> Odds[Forms]:
    return _odds([row for row in table("given_names") if row["community"] == community and row["gender"] == gender])


@cache
def _fathers(community: Community) -> Odds[Forms]:
    return _odds([row for row in table("given_names") if row["community"] == community and row["patronymic"]])


@cache
def _surnames(community: Community) -> Odds[Forms]:
    return _odds([row for row in table("surnames") if row["community"] == community])


# How a woman's surname ends where a man's ends otherwise; only Russian and Azerbaijani surnames change.
_ENDINGS = (("ский", "ская"), ("sky", "skaya"), ("ов", "ова"), ("ев", "ева"), ("ёв", "ёва"), ("ин", "ина"),
            ("ov", "ova"), ("ev", "eva"), ("in", "ina"))  # fmt: skip


def _of_a_woman(surname: str) -> str:
    for his, hers in _ENDINGS:
        if surname.endswith(his):
            return surname.removesuffix(his) + hers
    return surname


def for_gender(surname: Forms, *, community: Community, gender: Gender) -> Forms:
    """The surname as a woman or a man of the family bears it."""
    if gender is Gender.MALE or community not in {Community.RUSSIAN, Community.AZERBAIJANI}:
        return surname
    return Forms(
        native=_of_a_woman(surname.native),
        russian=tuple(_of_a_woman(form) for form in surname.russian),
        latin=tuple(_of_a_woman(form) for form in surname.latin),
    )


def draw_surname(dice: Dice, *, community: Community) -> Forms:
    return dice.draw(_surnames(community))


def draw_father(dice: Dice, *, community: Community) -> Forms:
    """A man's given name from which a patronymic can be made."""
    return dice.draw(_fathers(community))


def draw_name(dice: Dice, *, community: Community, gender: Gender, surname: Forms, father: Forms) -> Name:
    """A new member of the family so named."""
    return Name(
        community=community,
        gender=gender,
        given=dice.draw(_given_names(community, gender)),
        surname=for_gender(surname, community=community, gender=gender),
        father=father,
    )
