"""Reading an upload in the background, step by step; between the steps a person has the word."""

from datetime import datetime
from typing import cast

from standby.domain.catalogue import is_combat_offer
from standby.domain.errors import Fault, StandbyError, UnusableInput
from standby.exchange import (
    Knowledge,
    Mapping,
    OccupationValue,
    Outcome,
    Table,
    choices_from_json,
    choices_of,
    choices_to_json,
    convert,
    guess_mapping,
    match_in_catalogue,
    value_table,
)
from standby.exchange.kept import Json
from standby.exchange.reader_process import read_in_process
from standby.exchange.table_json import table_from_json, table_to_json
from standby.rooms.door.homes import home_finder
from standby.rooms.door.models import Upload, UploadState
from standby.rooms.door.pieces import keep_json, kept, kept_json
from standby.rooms.door.preview import rows_to_json
from standby.rooms.door.remembered import known_occupations
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.queries.homes import homes_of

# Where a list without country codes was most likely kept.
DEFAULT_REGION = "AM"


def read_upload(*, operation: OperationView, upload: Upload, now: datetime) -> None:
    """Parses the file in a process of its own and guesses what its columns are."""
    _go(upload, UploadState.READING)
    try:
        table = read_in_process(kept(upload, purpose="file"), filename=f"list{upload.suffix}")
    except UnusableInput as refusal:
        return _fail(upload, refusal.faults)
    except StandbyError as refusal:
        return _fail(upload, (Fault(what=str(refusal)),))
    keep_json(upload, purpose="table", value=table_to_json(table))
    remembered = upload.source_list.mapping
    mapping = guess_mapping(table, known=_knowledge(operation, now))
    if remembered:
        mapping = _as_before(mapping, Mapping.from_json(cast(Json, remembered)))
    keep_json(upload, purpose="mapping", value=mapping.to_json())
    upload.counts = {"rows": len(table.rows)}
    _go(upload, UploadState.MAPPING)
    return None


def list_occupations(*, operation: OperationView, upload: Upload) -> tuple[OccupationValue, ...]:
    """The distinct occupations under the mapping as it is, with what was chosen before or is guessed now."""
    table, mapping = table_of(upload), mapping_of(upload)
    guessed = value_table(table, mapping, match=match_in_catalogue)
    known = known_occupations([value.key for value in guessed], operation_id=operation.id)
    return value_table(table, mapping, match=match_in_catalogue, remembered=known)


def preview_upload(*, operation: OperationView, upload: Upload, now: datetime) -> None:
    """Works out what would become of every row; nothing is stored."""
    _go(upload, UploadState.CONVERTING)
    table, mapping = table_of(upload), mapping_of(upload)
    try:
        preview = convert(
            table,
            mapping,
            choices=choices_from_json(kept_json(upload, purpose="occupations")),
            today=operation.today(now),
            is_combat=is_combat_offer,
            homes=home_finder(homes_of(operation_id=operation.id)),
            region=DEFAULT_REGION,
            progress=lambda done, total: _tell(upload, done / total),
        )
    except UnusableInput as refusal:
        return _fail(upload, refusal.faults)
    keep_json(upload, purpose="preview", value=rows_to_json(preview.rows))
    upload.counts = {"rows": len(preview.rows), **{outcome.value: preview.count(outcome) for outcome in Outcome}}
    _go(upload, UploadState.PREVIEW)
    return None


def table_of(upload: Upload) -> Table:
    return table_from_json(kept_json(upload, purpose="table"))


def mapping_of(upload: Upload) -> Mapping:
    return Mapping.from_json(kept_json(upload, purpose="mapping"))


def keep_guessed_occupations(*, operation: OperationView, upload: Upload) -> None:
    """Takes the guesses as they are, as a start for whoever corrects them."""
    choices = choices_of(list_occupations(operation=operation, upload=upload))
    keep_json(upload, purpose="occupations", value=choices_to_json(choices))


def _knowledge(operation: OperationView, now: datetime) -> Knowledge:
    return Knowledge(
        match=match_in_catalogue,
        homes=home_finder(homes_of(operation_id=operation.id)),
        region=DEFAULT_REGION,
        near=operation.today(now),
    )


def _as_before(guessed: Mapping, remembered: Mapping) -> Mapping:
    """What a person confirmed for a column of this name goes before a new guess."""
    before = {guess.column: guess.field for guess in remembered.columns}
    return guessed.corrected(
        {guess.column: before[guess.column] for guess in guessed.columns if guess.column in before}
    )


def _go(upload: Upload, state: UploadState) -> None:
    upload.state, upload.fraction = state, 0
    upload.save(update_fields=["state", "fraction", "counts"])


def _tell(upload: Upload, fraction: float) -> None:
    upload.fraction = fraction
    upload.save(update_fields=["fraction"])


def _fail(upload: Upload, faults: tuple[Fault, ...]) -> None:
    upload.faults = [
        {"what": fault.what, "remedy": fault.remedy, "row": fault.row, "line": fault.line, "field": fault.field}
        for fault in faults[:200]
    ]
    upload.state = UploadState.FAILED
    upload.save(update_fields=["state", "faults"])
