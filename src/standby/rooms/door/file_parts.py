"""One file may carry several lists, named in a column: each becomes a list of its own, and is compared with itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext

from standby.domain.errors import Fault, UnusableInput
from standby.exchange.folding import fold, tidy
from standby.rooms.door.preview import PreviewRow
from standby.rooms.people.models import SourceList
from standby.rooms.people.queries.lists import lists_in_file

# More are no lists: the column holds something else.
_MOST_LISTS = 200
_LONGEST_NAME = 60
_LONGEST_TITLE = 120
_BETWEEN = ": "


class OfList(Protocol):
    @property
    def list_name(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePart:
    """Rows of one list. `name` is empty for those that name none: they are the declared list's own.

    `source_list` is None for a list that comes in for the first time.
    """

    name: str
    source_list: SourceList | None
    rows: Sequence[PreviewRow]


def parts_of_file(source_list: SourceList, rows: Sequence[PreviewRow]) -> list[FilePart]:
    """The declared list first, then each that is named, in order of their names; also those that came before and are
    missing from the file now."""
    known = {fold(_name_within(source_list, one.title)): one for one in lists_in_file(source_list.id)}
    names = list_names(rows)
    by_name: dict[str, list[PreviewRow]] = {}
    for row in rows:
        by_name.setdefault(_key(row.list_name), []).append(row)
    own = FilePart(name="", source_list=source_list, rows=by_name.get("", ()))
    return [
        own,
        *(
            FilePart(
                name=names.get(key) or _name_within(source_list, known[key].title),
                source_list=known.get(key),
                rows=by_name.get(key, ()),
            )
            for key in sorted({*names, *known})
        ),
    ]


def list_names(rows: Iterable[OfList]) -> dict[str, str]:
    """As the file writes each for the first time, by how it sounds. Raises UnusableInput for what is no list."""
    names: dict[str, str] = {}
    for row in rows:
        if key := _key(row.list_name):
            names.setdefault(key, _cut(row.list_name))
    if len(names) > _MOST_LISTS:
        what = gettext("The column for the name of the list holds %(number)s names: that is no list.")
        remedy = gettext("Say that the column holds something else, or leave it out.")
        raise UnusableInput((Fault(what=what % {"number": len(names)}, remedy=remedy),))
    return names


def key_of_list(row: OfList) -> str:
    """The same for the same list, however its name is spelled; empty where none is named."""
    return _key(row.list_name)


def title_in_file(source_list: SourceList, name: str) -> str:
    """What a list that came in a file of several is called."""
    room = _LONGEST_TITLE - _LONGEST_NAME - len(_BETWEEN)
    return f"{source_list.title[:room].rstrip()}{_BETWEEN}{name}"


def _name_within(source_list: SourceList, title: str) -> str:
    return title.removeprefix(title_in_file(source_list, ""))


def _key(name: str) -> str:
    return fold(_cut(name))


def _cut(name: str) -> str:
    return tidy(name)[:_LONGEST_NAME].rstrip()
