"""Lists and their versions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from standby.rooms.people.models import ListRow, ListVersion, Registration, RowKey, SourceList
from standby.rooms.people.sealed import open_registrations


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A list with what its newest reading came to; the counts are 0 while it was never read."""

    id: int
    ref: str
    title: str
    keeper: str
    purpose: str
    versions: int
    newest: ListVersion | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTrace:
    """What is kept of a row to compare the next version with; nothing in it can be read."""

    registration_ref: str
    fingerprint: bytes
    keys: tuple[tuple[int, bytes], ...]


def lists_of(*, operation_id: int) -> list[ListView]:
    rows = SourceList.objects.filter(operation_id=operation_id).select_related("keeper").order_by("id")
    newest: dict[int, ListVersion] = {}
    for version in ListVersion.objects.filter(operation_id=operation_id).order_by("number"):
        newest[version.source_list_id] = version
    return [
        ListView(
            id=row.id,
            ref=row.ref,
            title=row.title,
            keeper=row.keeper.name,
            purpose=row.purpose,
            versions=newest[row.id].number if row.id in newest else 0,
            newest=newest.get(row.id),
        )
        for row in rows
    ]


def list_by_ref(*, operation_id: int, ref: str) -> SourceList | None:
    rows = SourceList.objects.select_related("part_of", "keeper")
    return rows.filter(operation_id=operation_id, ref=ref).first()


def list_by_title(*, operation_id: int, title: str) -> SourceList | None:
    return SourceList.objects.filter(operation_id=operation_id, title=title.strip()).first()


def lists_in_file(list_id: int) -> list[SourceList]:
    """Those that came in one file under this declared list."""
    return list(SourceList.objects.filter(part_of_id=list_id).order_by("id"))


def versions_of(*, list_id: int) -> list[ListVersion]:
    return list(ListVersion.objects.filter(source_list_id=list_id).order_by("-number"))


def newest_version_id(list_id: int) -> int | None:
    return ListVersion.objects.filter(source_list_id=list_id).order_by("-number").values_list("id", flat=True).first()


def rows_of_version(version_id: int | None) -> dict[str, int]:
    """Registration ids by their reference."""
    rows = ListRow.objects.filter(version_id=version_id)
    return dict(rows.values_list("registration__ref", "registration_id"))


def traces_of(version_id: int | None) -> list[RowTrace]:
    """What the next version of a list is compared with."""
    registrations = ListRow.objects.filter(version_id=version_id).values("registration_id")
    keys: dict[int, list[tuple[int, bytes]]] = {}
    for registration_id, kind, value in RowKey.objects.filter(registration_id__in=registrations).values_list(
        "registration_id", "kind", "blind"
    ):
        keys.setdefault(registration_id, []).append((kind, bytes(value)))
    rows = Registration.objects.filter(id__in=registrations).order_by("id")
    return [
        RowTrace(registration_ref=ref, fingerprint=bytes(fingerprint), keys=tuple(keys.get(row_id, ())))
        for row_id, ref, fingerprint in rows.values_list("id", "ref", "fingerprint")
    ]


def occupations_remembered(*, operation_id: int) -> Mapping[str, object]:
    """Every occupation that was ever mapped to a role in this operation, so that it is asked once."""
    result: dict[str, object] = {}
    for mapped in SourceList.objects.filter(operation_id=operation_id).values_list("occupations", flat=True):
        result.update(mapped)
    return result


def towns_remembered(*, operation_id: int) -> Mapping[str, object]:
    """Every town that was ever mapped to a home in this operation."""
    result: dict[str, object] = {}
    for mapped in SourceList.objects.filter(operation_id=operation_id).values_list("towns", flat=True):
        result.update(mapped)
    return result


def version_id(ref: str) -> int:
    return ListVersion.objects.values_list("id", flat=True).get(ref=ref)


def names_in_versions(version_ids: Collection[int], *, refs: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Row and whole name by reference, of these registrations in these versions: only for the page that is shown."""
    rows = ListRow.objects.filter(version_id__in=version_ids, registration__ref__in=refs).select_related("registration")
    found = {row.registration: row.row for row in rows}
    opened = open_registrations(found)
    return {
        registration.ref: (number, opened[registration.id].full_name)
        for registration, number in found.items()
        if registration.id in opened
    }
