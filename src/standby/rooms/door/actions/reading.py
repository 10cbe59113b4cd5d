"""Reading an upload in the background, step by step; between the steps a person has the word.

Each step raises UnusableInput for a file that cannot be used, and Gone for one that was cancelled meanwhile.
"""

from datetime import datetime

from standby.domain.catalogue import is_combat_offer
from standby.exchange import (
    Knowledge,
    Mapping,
    OccupationValue,
    Outcome,
    Preview,
    Table,
    choices_from_json,
    convert,
    guess_mapping,
    match_in_catalogue,
    value_table,
)
from standby.exchange.kept import pairs, text
from standby.exchange.keys import VersionChanges
from standby.exchange.problems import Problem, refusal
from standby.exchange.reader_process import read_in_process
from standby.exchange.table_json import table_from_json, table_to_json
from standby.exchange.towns import TownValue, unknown_towns
from standby.rooms.door.actions.standing import go_on
from standby.rooms.door.actions.uploading import refuse_combat_list
from standby.rooms.door.comparing import changes_of
from standby.rooms.door.file_parts import list_names, parts_of_file
from standby.rooms.door.heads import head_of, head_to_json
from standby.rooms.door.homes import home_finder
from standby.rooms.door.models import Upload, UploadState
from standby.rooms.door.pieces import keep_json, kept, kept_json
from standby.rooms.door.preview import rows_from_json, rows_to_json
from standby.rooms.door.remembered import as_before, known_occupations, known_towns
from standby.rooms.door.shown import shown_of, shown_to_json
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.registering import Progress
from standby.rooms.places.queries.homes import homes_of

# Where a list without country codes was most likely kept.
DEFAULT_REGION = "AM"


def read_upload(*, operation: OperationView, upload: Upload, now: datetime) -> None:
    """Parses the file in a process of its own and guesses what its columns are."""
    go_on(upload, UploadState.READING, now=now)
    table = read_in_process(kept(upload, purpose="file"), filename=f"list{upload.suffix}")
    if not table.rows:
        raise refusal(Problem.NO_ROWS, file=table.origin.file)
    mapping = guess_mapping(table, known=_knowledge(operation, now))
    mapping = as_before(mapping, upload.source_list.mapping, operation_id=operation.id)
    keep_json(upload, purpose="table", value=table_to_json(table))
    keep_json(upload, purpose="head", value=head_to_json(head_of(table)))
    keep_json(upload, purpose="mapping", value=mapping.to_json())
    upload.counts = {"rows": len(table.rows)}
    go_on(upload, UploadState.MAPPING, now=now)


def list_occupations(*, operation: OperationView, upload: Upload) -> tuple[OccupationValue, ...]:
    """The distinct occupations under the mapping as it is, with what was chosen before or is guessed now."""
    table, mapping = table_of(upload), mapping_of(upload)
    guessed = value_table(table, mapping, match=match_in_catalogue)
    known = known_occupations([value.key for value in guessed], operation_id=operation.id)
    return value_table(table, mapping, match=match_in_catalogue, remembered=known)


def list_towns(*, operation: OperationView, upload: Upload) -> tuple[tuple[TownValue, ...], dict[str, str]]:
    """The towns that sound like no home of the operation, and what was said of them before."""
    homes = homes_of(operation_id=operation.id)
    if not homes:
        return (), {}  # there is nothing to choose from
    towns = unknown_towns(table_of(upload), mapping_of(upload), homes=home_finder(homes))
    return towns, known_towns([town.key for town in towns], operation_id=operation.id)


def preview_upload(*, operation: OperationView, upload: Upload, now: datetime, on_progress: Progress) -> None:
    """Works out what would become of every row; nothing is stored."""
    go_on(upload, UploadState.CONVERTING, now=now)
    table, mapping = table_of(upload), mapping_of(upload)
    preview = convert(
        table,
        mapping,
        choices=choices_from_json(kept_json(upload, purpose="occupations")),
        today=operation.today(now),
        is_combat=is_combat_offer,
        homes=home_finder(homes_of(operation_id=operation.id), said=said_of_towns(upload)),
        region=DEFAULT_REGION,
        progress=lambda done, total: on_progress(done / total),
    )
    stored = rows_to_json(preview.stored)
    for name in list_names(preview.rows).values():
        refuse_combat_list(title=name, purpose=name)
    parts = parts_of_file(upload.source_list, rows_from_json(stored))
    changes = changes_of(operation=operation, parts=parts)
    shown = shown_of(preview, table=table, mapping=mapping, changes=changes)
    keep_json(upload, purpose="preview", value=stored)
    keep_json(upload, purpose="shown", value=shown_to_json(shown))
    upload.counts = {**_counts(preview), **_change_counts(changes)}
    go_on(upload, UploadState.PREVIEW, now=now)


def table_of(upload: Upload) -> Table:
    return table_from_json(kept_json(upload, purpose="table"))


def mapping_of(upload: Upload) -> Mapping:
    return Mapping.from_json(kept_json(upload, purpose="mapping"))


def said_of_towns(upload: Upload) -> dict[str, str]:
    return {key: text(code) for key, code in pairs(kept_json(upload, purpose="towns_said")).items()}


def _counts(preview: Preview) -> dict[str, int]:
    counts = {outcome.value: preview.count(outcome) for outcome in Outcome}
    repeated = sum(row.repeats is not None for row in preview.rows)
    return {"rows": len(preview.rows), **counts, "repeated": repeated}


def _change_counts(changes: VersionChanges) -> dict[str, int]:
    return {
        "new": len(changes.new),
        "changed": len(changes.changed),
        "unchanged": len(changes.same),
        "missing": len(changes.missing),
    }


def _knowledge(operation: OperationView, now: datetime) -> Knowledge:
    homes = homes_of(operation_id=operation.id)
    return Knowledge(
        match=match_in_catalogue,
        homes=home_finder(homes) if homes else None,
        region=DEFAULT_REGION,
        near=operation.today(now),
    )
