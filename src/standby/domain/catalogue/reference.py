"""The reference page of the roles, written from the catalogue so that it cannot lag behind it."""

from collections.abc import Iterable, Iterator, Sequence

from standby.domain.catalogue.records import LANGUAGES, OTHER, Family, LicenceKind, Role
from standby.domain.catalogue.shelf import all_crisis_roles, all_families, all_tags, other_roles
from standby.domain.roles import Level

_INTRODUCTION = """\
# Roles

What people can be asked for and can offer. A role is an ISCO-08 code of four digits and, where the code is too coarse,
a tag: a surgeon and an anaesthetist share 2212. Why it is so: [decision 12](../decisions/0012-roles.md).

This page is written from the data in `src/standby/domain/catalogue/data`. To change it, change the data and run

    PYTHONPATH=src .venv/bin/python -c \\
      "from standby.domain.catalogue import reference; print(reference.reference_page(), end='')" \\
      > docs/reference/roles.md

"Licence" says what the role rests on. A **health** licence is checked before anyone relies on it, always. A
**driving** licence or a trade **certificate** is asked for at registration, and is relied on unchecked only where the
need allows it.
"""
_LANGUAGE_NAMES = ("English", "Հայերեն", "Русский", "Azərbaycanca")


def reference_page() -> str:
    """The whole page as Markdown, with one line break at its end."""
    parts = [_INTRODUCTION, *(_family_part(family) for family in all_families().values() if family.key != OTHER)]
    return "\n".join([*parts, _tags_part(), _others_part()])


def _family_part(family: Family) -> str:
    roles = [role for role in all_crisis_roles() if role.family == family.key]
    heading = f"## {family.title('en')}\n"
    levels = _table(("Level", *_LANGUAGE_NAMES), (_level_row(family, level) for level in Level))
    table = _table(("Code", "Tag", "Licence", *_LANGUAGE_NAMES), map(_role_row, roles))
    return f"{heading}\n{table}\n{levels}"


def _role_row(role: Role) -> Sequence[str]:
    tag = f"`{role.tag}`" if role.tag else ""
    licence = "" if role.licence is LicenceKind.NONE else role.licence.value
    return (role.code, tag, licence, *(role.title(language) for language in LANGUAGES))


def _level_row(family: Family, level: Level) -> Sequence[str]:
    return (str(int(level)), *(family.level(level, language) for language in LANGUAGES))


def _tags_part() -> str:
    rows = ((f"`{tag.key}`", *(tag.title(language) for language in LANGUAGES)) for tag in all_tags().values())
    return "## Tags\n\n" + _table(("Tag", *_LANGUAGE_NAMES), rows)


def _others_part() -> str:
    heading = (
        "## Other occupations\n\n"
        f"The other {len(other_roles())} unit groups of ISCO-08 stand behind “other”, by their English titles.\n"
        "Combat groups (0xxx, 3355, 5412, 5413, 5414) are in no list, because an offer with one of them is refused.\n\n"
    )
    return heading + _table(("Code", "Title"), ((role.code, role.title("en")) for role in other_roles()))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "".join(f"{line}\n" for line in _lines(head, rows))


def _lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _line(head)
    yield _line(["---"] * len(head))
    yield from map(_line, rows)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
