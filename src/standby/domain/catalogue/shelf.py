"""The catalogue as it is shipped: roles, tags and families, read once from the data beside this module."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from standby.domain.catalogue.records import LANGUAGES, OTHER, Family, LicenceKind, Role, Tag, TagKind
from standby.domain.roles import Level

_FAINT = "~"
# Georgian stands on lists of this region. It is understood there, though no page speaks it.
_HEARD = "ka"


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """The records of one of the catalogue's files."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


@cache
def all_crisis_roles() -> tuple[Role, ...]:
    """The roles that crises ask for, in the order of the catalogue, each in all four languages."""
    spoken = {language: {row["key"]: row for row in rows_of(f"{language}.csv")} for language in LANGUAGES}
    heard = {row["key"]: row["words"] for row in rows_of(f"{_HEARD}.csv")}
    return tuple(
        _crisis_role(row, {language: rows[row["key"]] for language, rows in spoken.items()}, heard.get(row["key"], ""))
        for row in rows_of("roles.csv")
    )


def _crisis_role(row: Mapping[str, str], spoken: Mapping[str, Mapping[str, str]], heard: str) -> Role:
    words = {language: said["words"].split(";") for language, said in spoken.items()}
    words[_HEARD] = heard.split(";") if heard else []
    return Role(
        key=row["key"],
        code=row["code"],
        tag=row["tag"],
        family=row["family"],
        licence=LicenceKind(row["licence"]),
        refines=row["refines"],
        titles={language: said["title"] for language, said in spoken.items()},
        words={language: _plain(said) for language, said in words.items()},
        faint_words={language: _faint(said) for language, said in words.items()},
    )


def _plain(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if not word.startswith(_FAINT))


def _faint(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.removeprefix(_FAINT) for word in words if word.startswith(_FAINT))


@cache
def other_roles() -> tuple[Role, ...]:
    """The rest of ISCO-08 by its English titles, combat groups left out."""
    known = {role.code for role in all_crisis_roles() if not role.tag}
    words = {row["code"]: tuple(row["words"].split(";")) for row in rows_of("others.csv")}
    return tuple(
        _other_role(row["code"], row["title"], words.get(row["code"], ()))
        for row in rows_of("isco.csv")
        if row["code"] not in known
    )


def _other_role(code: str, title: str, words: tuple[str, ...]) -> Role:
    licence = LicenceKind.HEALTH if code.startswith(("22", "32")) else LicenceKind.NONE
    return Role(key=f"isco_{code}", code=code, family=OTHER, licence=licence, titles={"en": title}, words={"": words})


@cache
def _by_code_and_tag() -> dict[tuple[str, str], Role]:
    return {(role.code, role.tag): role for role in (*other_roles(), *all_crisis_roles())}


@cache
def roles_by_key() -> dict[str, Role]:
    return {role.key: role for role in (*all_crisis_roles(), *other_roles())}


def role(code: str, tag: str = "") -> Role:
    """The role with this code and tag; a KeyError for what the catalogue does not hold.

    >>> role("2212", "anaesthesia").title("ru")
    'Врач-анестезиолог'
    """
    return _by_code_and_tag()[(code, tag)]


def title(code: str, tag: str = "", *, language: str) -> str:
    """What to call it on a page: the tagged role, else the code's own role, else the code itself."""
    found = _by_code_and_tag().get((code, tag)) or _by_code_and_tag().get((code, ""))
    return found.title(language) if found else code


@cache
def all_tags() -> dict[str, Tag]:
    return {
        row["key"]: Tag(key=row["key"], kind=TagKind(row["kind"]), titles=_in_four_languages(row))
        for row in rows_of("tags.csv")
    }


@cache
def all_families() -> dict[str, Family]:
    levels: dict[str, dict[Level, Mapping[str, str]]] = {}
    for row in rows_of("levels.csv"):
        levels.setdefault(row["family"], {})[Level(int(row["level"]))] = _in_four_languages(row)
    return {
        row["key"]: Family(key=row["key"], titles=_in_four_languages(row), levels=levels[row["key"]])
        for row in rows_of("families.csv")
    }


def family(key: str) -> Family:
    return all_families()[key]


def _in_four_languages(row: Mapping[str, str]) -> dict[str, str]:
    return {language: row[language] for language in LANGUAGES}
