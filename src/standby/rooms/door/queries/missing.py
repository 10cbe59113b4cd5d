"""Who stood on the last version of a list and is missing from this one: shown by name, and nothing else happens."""

from collections.abc import Sequence
from dataclasses import dataclass

from standby.rooms.people.models import SourceList
from standby.rooms.people.queries.lists import lists_in_file, names_in_versions, newest_version_id


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPerson:
    """`row` is where they stood in the last version."""

    row: int
    name: str


def missing_people(refs: Sequence[str], *, source_list: SourceList) -> list[MissingPerson]:
    if not refs:
        return []
    ids = [source_list.id, *(part.id for part in lists_in_file(source_list.id))]
    versions = [version for list_id in ids if (version := newest_version_id(list_id)) is not None]
    found = names_in_versions(versions, refs=refs)
    return [MissingPerson(row=row, name=name) for row, name in sorted(found.values())]
