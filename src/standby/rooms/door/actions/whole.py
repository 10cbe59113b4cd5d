"""A whole list in one go, for those who need no page: the command, and the exercise. The same actions, in order."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from standby.domain.errors import StandbyError, UnusableInput
from standby.exchange import RoleChoice
from standby.exchange.folding import fold
from standby.rooms.audit.actors import Actor
from standby.rooms.door.actions.confirming import import_upload
from standby.rooms.door.actions.mapping import ask_for_preview, choose_roles, correct_columns
from standby.rooms.door.actions.reading import preview_upload, read_upload
from standby.rooms.door.actions.uploading import cancel, declare_list, receive_file
from standby.rooms.door.models import Upload
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.lists import Imported
from standby.rooms.people.actions.registering import Progress
from standby.rooms.people.queries.lists import list_by_title

_READ, _PREVIEWED = 0.1, 0.3


def bring_list(
    *,
    operation: OperationView,
    title: str,
    keeper: str,
    purpose: str,
    filename: str,
    content: bytes,
    occupations: Mapping[str, RoleChoice] | None = None,
    public_url: str = "",
    by: Actor,
    now: datetime,
    on_progress: Progress,
) -> Imported:
    """Declares, reads, maps, previews and confirms a list; under a title that is known it is that list's next version.

    `occupations` says in advance what some wordings stand for; the guesses are taken for the rest. After a refusal
    nothing of the file is left.
    """
    upload = prepare_list(
        operation=operation,
        title=title,
        keeper=keeper,
        purpose=purpose,
        filename=filename,
        content=content,
        occupations=occupations,
        by=by,
        now=now,
        on_progress=lambda fraction: on_progress(fraction * _PREVIEWED),
    )
    with or_nothing(operation=operation, upload=upload, by=by, now=now):
        return import_upload(
            operation=operation,
            upload=upload,
            public_url=public_url,
            by=by,
            now=now,
            on_progress=lambda fraction: on_progress(_PREVIEWED + fraction * (1 - _PREVIEWED)),
        )


def prepare_list(
    *,
    operation: OperationView,
    title: str,
    keeper: str,
    purpose: str,
    filename: str,
    content: bytes,
    occupations: Mapping[str, RoleChoice] | None = None,
    by: Actor,
    now: datetime,
    on_progress: Progress,
) -> Upload:
    """The same as far as the preview, which then waits for a word."""
    source_list = list_by_title(operation_id=operation.id, title=title) or declare_list(
        operation=operation, title=title, keeper=keeper, purpose=purpose, by=by, now=now
    )
    upload = receive_file(
        operation=operation, source_list=source_list, filename=filename, content=content, by=by, now=now
    )
    chosen = {fold(wording): choice for wording, choice in (occupations or {}).items()}
    with or_nothing(operation=operation, upload=upload, by=by, now=now, filename=filename):
        _read_whole(operation=operation, upload=upload, chosen=chosen, now=now, on_progress=on_progress)
    return upload


@contextmanager
def or_nothing(
    *, operation: OperationView, upload: Upload, by: Actor, now: datetime, filename: str = ""
) -> Iterator[None]:
    """Whatever is refused within, nothing of the file is left."""
    try:
        yield
    except StandbyError as refusal:
        cancel(operation=operation, upload=upload, by=by, now=now)
        raise _named(refusal, filename) from refusal


def _read_whole(
    *,
    operation: OperationView,
    upload: Upload,
    chosen: Mapping[str, RoleChoice],
    now: datetime,
    on_progress: Progress,
) -> None:
    read_upload(operation=operation, upload=upload, now=now)
    on_progress(_READ)
    correct_columns(operation=operation, upload=upload, choices={}, now=now)
    choose_roles(upload=upload, choices=chosen)
    ask_for_preview(upload=upload, now=now)
    preview_upload(
        operation=operation,
        upload=upload,
        now=now,
        on_progress=lambda fraction: on_progress(_READ + fraction * (1 - _READ)),
    )


def _named(refusal: StandbyError, filename: str) -> StandbyError:
    """Faults name the file as its owner knows it; what is kept of an upload never does."""
    if not isinstance(refusal, UnusableInput):
        return refusal
    return UnusableInput(tuple(replace(fault, file=filename) for fault in refusal.faults))
