"""What a person says about a list before it is previewed: what its columns hold, and what its occupations mean."""

from collections.abc import Mapping as Pairs
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused, WrongOrder
from standby.exchange import Field, RoleChoice, choices_from_json, choices_of, choices_to_json
from standby.exchange.kept import Json
from standby.rooms.door.actions.reading import list_occupations, list_towns, mapping_of, said_of_towns
from standby.rooms.door.actions.standing import go_on
from standby.rooms.door.models import Upload, UploadState
from standby.rooms.door.pieces import keep_json, kept_json
from standby.rooms.operations.queries import OperationView

# Until something is stored, a person may come back and correct.
CORRECTABLE = frozenset({UploadState.MAPPING, UploadState.OCCUPATIONS, UploadState.PREVIEW})


@transaction.atomic
def correct_columns(
    *, operation: OperationView, upload: Upload, choices: Pairs[str, Field | None], now: datetime
) -> None:
    """Each column is read for what a person said; then the occupations found under it are guessed."""
    _refuse_unless_correctable(upload)
    mapping = mapping_of(upload).corrected(choices)
    if not any(guess.field for guess in mapping.columns):
        raise Refused(gettext("Say of at least one column what it holds."))
    keep_json(upload, purpose="mapping", value=mapping.to_json())
    values = list_occupations(operation=operation, upload=upload)
    found: list[Json] = [[value.value, value.count, value.choice is None] for value in values]
    keep_json(upload, purpose="values", value=found)
    keep_json(upload, purpose="occupations", value=choices_to_json(choices_of(values)))
    towns, said = list_towns(operation=operation, upload=upload)
    keep_json(upload, purpose="towns", value=[[town.value, town.count] for town in towns])
    keep_json(upload, purpose="towns_said", value={**said})
    go_on(upload, UploadState.OCCUPATIONS, now=now)


@transaction.atomic
def choose_roles(*, upload: Upload, choices: Pairs[str, RoleChoice]) -> None:
    """What these occupations (folded) stand for; what is said of the others stays as it was guessed or said before."""
    _refuse_unless_correctable(upload)
    known = choices_from_json(kept_json(upload, purpose="occupations"))
    keep_json(upload, purpose="occupations", value=choices_to_json({**known, **choices}))


@transaction.atomic
def choose_towns(*, upload: Upload, choices: Pairs[str, str]) -> None:
    """Which home these towns (by key) mean, by its code; empty for one that is none of the operation's."""
    _refuse_unless_correctable(upload)
    known = said_of_towns(upload)
    keep_json(upload, purpose="towns_said", value={**known, **choices})


def ask_for_preview(*, upload: Upload, now: datetime) -> None:
    """Takes what is known of the occupations for what they are; the preview is worked out next."""
    _refuse_unless_correctable(upload)
    go_on(upload, UploadState.CONVERTING, now=now)


def _refuse_unless_correctable(upload: Upload) -> None:
    if upload.state not in CORRECTABLE:
        raise WrongOrder(gettext("This list does not wait for corrections any more."))
