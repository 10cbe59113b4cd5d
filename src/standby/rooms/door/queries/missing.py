"""Who stood on the last version of a list and is missing from this one: shown by name, and nothing else happens."""

from collections.abc import Sequence
from dataclasses import dataclass

from standby.rooms.people.models import SourceList
from standby.rooms.people.queries.lists import names_in_version, newest_version_id


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPerson:
    """`row` is where they stood in the last version."""

    row: int
    name: str


def missing_people(refs: Sequence[str], *, source_list: SourceList) -> list[MissingPerson]:
    if not refs:
        return []
    found = names_in_version(newest_version_id(source_list.id), refs=refs)
    return [MissingPerson(row=row, name=name) for row, name in sorted(found.values())]
