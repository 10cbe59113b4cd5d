"""The rows of a preview become registrations: those of each list that the file carries, all of them or none."""

from collections.abc import Sequence
from datetime import UTC, datetime

from standby.exchange import choices_from_json
from standby.exchange.folding import fold
from standby.identity import Script, script_of
from standby.rooms.audit.actors import Actor
from standby.rooms.door.actions.reading import DEFAULT_REGION, mapping_of, said_of_towns
from standby.rooms.door.comparing import changes_of
from standby.rooms.door.file_parts import FilePart, parts_of_file, title_in_file
from standby.rooms.door.models import Upload
from standby.rooms.door.pieces import kept_json
from standby.rooms.door.preview import PreviewRow, rows_from_json
from standby.rooms.door.remembered import columns_to_keep, left_out_to_keep, occupations_to_keep, towns_to_keep
from standby.rooms.door.shown import shown_from_json
from standby.rooms.operations.actions import LANGUAGES
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.joining import Joined
from standby.rooms.people.actions.lists import Imported, ListCounts, add_list, import_rows
from standby.rooms.people.actions.registering import Progress
from standby.rooms.people.models import SourceList
from standby.rooms.people.values import Incoming

_COUNTED = ("rows", "usable", "incomplete", "unusable", "refused", "under_age")


def take_in(*, operation: OperationView, upload: Upload, by: Actor, now: datetime, on_progress: Progress) -> Imported:
    """Joins the caller's transaction. What it came to, of all lists of the file together."""
    rows = rows_from_json(kept_json(upload, purpose="preview"))
    parts = parts_of_file(upload.source_list, rows)
    continued = {int(change.new): change.old for change in changes_of(operation=operation, parts=parts).changed}
    mapping = mapping_of(upload)
    choices = choices_from_json(kept_json(upload, purpose="occupations"))
    counts, towns = _counts(upload), said_of_towns(upload)
    found: list[Imported] = []
    for place, part in enumerate(parts):
        one = import_rows(
            operation=operation,
            source_list=part.source_list or _new_list(operation, upload, part, by=by, now=now),
            incoming=[_incoming(row, continued.get(row.number, ""), now=now) for row in part.rows],
            counts=counts.get(fold(part.name), _NONE),
            mapping=columns_to_keep(mapping, operation_id=operation.id),
            occupations=occupations_to_keep(choices, operation_id=operation.id),
            towns=towns_to_keep(towns, operation_id=operation.id),
            unmapped_columns=left_out_to_keep(mapping),
            default_region=DEFAULT_REGION,
            by=by,
            now=now,
            on_progress=_share(on_progress, place=place, of=len(parts)),
        )
        found.append(one)
    return _together(found)


def _share(on_progress: Progress, *, place: int, of: int) -> Progress:
    return lambda fraction: on_progress((place + fraction) / of)


def _new_list(operation: OperationView, upload: Upload, part: FilePart, *, by: Actor, now: datetime) -> SourceList:
    """Kept by whoever keeps the file, and compiled for the same."""
    declared = upload.source_list
    return add_list(
        operation=operation,
        title=title_in_file(declared, part.name),
        keeper_id=declared.keeper_id,
        purpose=declared.purpose,
        part_of=declared,
        by=by,
        now=now,
    )


_NONE = ListCounts(rows=0, usable=0, incomplete=0, unusable=0, refused=0, under_age=0)


def _counts(upload: Upload) -> dict[str, ListCounts]:
    """By how the name of the list sounds; what names none, and what cannot be used, is the declared list's."""
    named = shown_from_json(kept_json(upload, purpose="shown")).lists
    left = {kind: upload.counts[kind] for kind in _COUNTED}
    counted = {}
    for name, outcomes in named.items():
        of_list = {kind: outcomes.get(kind, 0) for kind in _COUNTED} | {"rows": sum(outcomes.values())}
        left = {kind: left[kind] - of_list[kind] for kind in _COUNTED}
        counted[fold(name)] = ListCounts(**of_list)
    return {**counted, "": ListCounts(**left)}


def _together(found: Sequence[Imported]) -> Imported:
    """Under the version of the declared list, which comes first."""
    return Imported(
        version_ref=found[0].version_ref,
        new=sum(one.new for one in found),
        changed=sum(one.changed for one in found),
        unchanged=sum(one.unchanged for one in found),
        missing=sum(one.missing for one in found),
        people=Joined(
            made=tuple(person_id for one in found for person_id in one.people.made),
            joined=sum(one.people.joined for one in found),
            doubtful=sum(one.people.doubtful for one in found),
        ),
    )


def _incoming(row: PreviewRow, continues: str, *, now: datetime) -> Incoming:
    return Incoming(
        row=row.number,
        details=row.details,
        offer=row.offer,
        language=likely_language(row),
        registered_at=_past(row.registered_at, now=now),
        fingerprint=row.fingerprint,
        row_keys=row.row_keys,
        is_under_age=row.outcome == "under_age",
        is_affiliated=row.is_affiliated,
        continues=continues,
    )


def likely_language(row: PreviewRow) -> str:
    """The language somebody is written to until they choose one: that of their name's script, else one they speak."""
    scripts = {script_of(word) for word in row.details.full_name.split()}
    if Script.ARMENIAN in scripts:
        return "hy"
    if Script.CYRILLIC in scripts:
        return "ru"
    return next((language for language in row.offer.languages if language in LANGUAGES), "en")


def _past(moment: datetime | None, *, now: datetime) -> datetime:
    """When they registered; a list that is silent, or says a day to come, was compiled by now at the latest."""
    if moment is None:
        return now
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(aware, now)
