"""Lists that others keep: reading a version of one in, as a whole or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from standby.domain.errors import Conflict, Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.joining import Joined, settle_identities
from standby.rooms.people.actions.registering import Progress, register
from standby.rooms.people.models import ListRow, ListVersion, SourceList
from standby.rooms.people.queries.lists import newest_version_id, rows_of_version
from standby.rooms.people.values import Incoming


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCounts:
    """What the preview showed, as numbers; a refused offer leaves nothing else behind."""

    rows: int
    usable: int
    incomplete: int
    unusable: int
    refused: int
    under_age: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a reading of a list came to."""

    version_ref: str
    new: int
    changed: int
    unchanged: int
    missing: int
    people: Joined


@transaction.atomic
def add_list(
    *,
    operation: OperationView,
    title: str,
    keeper_id: int,
    purpose: str,
    by: Actor,
    now: datetime,
    part_of: SourceList | None = None,
) -> SourceList:
    """A list and what it was compiled for, declared before a row of it is read; or one of several in the file of
    another, `part_of`."""
    if not title.strip() or not purpose.strip():
        raise Refused("Say what the list is called and what it was compiled for.")
    try:
        with transaction.atomic():
            row = SourceList.objects.create(
                operation_id=operation.id,
                keeper_id=keeper_id,
                title=title.strip(),
                purpose=purpose.strip(),
                part_of=part_of,
                created_at=now,
            )
    except IntegrityError as error:
        raise Conflict(f"There is a list called {title.strip()!r} already. Import its next version there.") from error
    journal(operation=operation.ref, actor=by, action="list.add", now=now, subject=row.ref)
    return row


@transaction.atomic
def drop_unread_lists(list_ids: Iterable[int]) -> None:
    """Lists that were declared and never read in: nothing points at them, and nothing of them is kept."""
    SourceList.objects.filter(id__in=list(list_ids), versions__isnull=True, parts__isnull=True).delete()


@transaction.atomic
def import_rows(
    *,
    operation: OperationView,
    source_list: SourceList,
    incoming: Sequence[Incoming],
    counts: ListCounts,
    mapping: Mapping[str, object],
    occupations: Mapping[str, object],
    towns: Mapping[str, object],
    unmapped_columns: Sequence[Mapping[str, str]],
    default_region: str,
    by: Actor,
    now: datetime,
    on_progress: Progress,
) -> Imported:
    """Takes a version of a list in: its registrations, the people they are, and what is new, changed or missing.

    Missing from a newer version is never a withdrawal: whoever is missing stays who they are, and is only counted.
    """
    locked = SourceList.objects.select_for_update().get(id=source_list.id)
    before = rows_of_version(newest_version_id(locked.id))
    by_row, new_ids = register(
        operation_id=operation.id,
        source_list_id=locked.id,
        incoming=incoming,
        default_region=default_region,
        now=now,
        on_progress=lambda fraction: on_progress(fraction * 0.5),
    )
    continues = _continued(incoming, by_row=by_row, new_ids=set(new_ids), before=before)
    people = settle_identities(
        operation_id=operation.id,
        new_ids=new_ids,
        continues=continues,
        default_region=default_region,
        next_word_on=operation.next_word_on(now),
        today=operation.today(now),
        by=by,
        now=now,
        details={by_row[row.row]: row.details for row in incoming},
    )
    on_progress(0.95)
    still_there = set(by_row.values()) | set(continues.values())
    version = ListVersion.objects.create(
        operation_id=operation.id,
        source_list=locked,
        number=locked.versions.count() + 1,
        imported_at=now,
        imported_by=str(by),
        rows=counts.rows,
        usable=counts.usable,
        incomplete=counts.incomplete,
        unusable=counts.unusable,
        refused=counts.refused,
        under_age=counts.under_age,
        new=len(new_ids) - len(continues),
        changed=len(continues),
        unchanged=len(set(by_row.values())) - len(new_ids),
        missing=len(set(before.values()) - still_there),
        unmapped_columns=list(unmapped_columns),
    )
    ListRow.objects.bulk_create(
        [
            ListRow(operation_id=operation.id, version=version, registration_id=registration_id, row=row)
            for row, registration_id in by_row.items()
        ],
        batch_size=5000,
    )
    locked.mapping, locked.occupations = dict(mapping), {**locked.occupations, **occupations}
    locked.towns = {**locked.towns, **towns}
    locked.save(update_fields=["mapping", "occupations", "towns"])
    _journal(operation=operation, source_list=locked, version=version, by=by, now=now)
    return Imported(
        version_ref=version.ref,
        new=version.new,
        changed=version.changed,
        unchanged=version.unchanged,
        missing=version.missing,
        people=people,
    )


def _continued(
    incoming: Sequence[Incoming], *, by_row: Mapping[int, int], new_ids: set[int], before: Mapping[str, int]
) -> dict[int, int]:
    """New registrations whose row stood in the version before with other content, and which registration that was."""
    return {
        by_row[row.row]: before[row.continues]
        for row in incoming
        if row.continues in before and by_row[row.row] in new_ids
    }


def _journal(
    *, operation: OperationView, source_list: SourceList, version: ListVersion, by: Actor, now: datetime
) -> None:
    detail = {
        "version": version.number,
        "rows": version.rows,
        "new": version.new,
        "changed": version.changed,
        "missing": version.missing,
        "unusable": version.unusable,
        "refused": version.refused,
    }
    journal(operation=operation.ref, actor=by, action="list.import", now=now, subject=source_list.ref, detail=detail)
