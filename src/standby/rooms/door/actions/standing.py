"""Where an upload stands, and how far the work on it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction

from standby.domain.errors import Fault, StandbyError, UnusableInput
from standby.exchange.kept import Json
from standby.exchange.table_json import fault_to_json
from standby.rooms.door.actions.uploading import forget
from standby.rooms.door.models import Upload, UploadProgress, UploadState
from standby.rooms.people.actions.registering import Progress

_MOST_FAULTS = 200
_STEP = 0.01

_NOTE = "UPDATE door_uploadprogress SET fraction = %s, at = %s WHERE upload_id = %s"


def go_on(upload: Upload, state: UploadState, *, now: datetime) -> None:
    """The next state, from its beginning. An upload that was cancelled meanwhile stays gone."""
    upload.state = state
    Upload.objects.filter(id=upload.id).update(state=state, counts=upload.counts)
    UploadProgress.objects.filter(upload_id=upload.id).update(fraction=0, at=now)


@transaction.atomic
def fail(upload: Upload, refusal: StandbyError, *, now: datetime) -> None:
    """The file cannot be used and goes at once; what is wrong with it is all that is kept, to be read."""
    still_there = Upload.objects.select_for_update().filter(id=upload.id, state=upload.state)
    if not still_there.exists():
        return
    faults = refusal.faults if isinstance(refusal, UnusableInput) else (Fault(what=str(refusal)),)
    still_there.update(faults=[_plain(fault) for fault in faults[:_MOST_FAULTS]])
    forget([upload])
    go_on(upload, UploadState.FAILED, now=now)


@contextmanager
def noting_progress(upload: Upload, *, clock: Callable[[], datetime]) -> Iterator[Progress]:
    """Makes progress seen at once, by a connection of its own: the work itself shows nothing before its end."""
    aside = connection.copy()
    last = 0.0

    def note(fraction: float) -> None:
        nonlocal last
        if fraction - last >= _STEP:
            last = fraction
            with aside.cursor() as cursor:
                cursor.execute(_NOTE, [fraction, clock(), upload.id])

    try:
        yield note
    finally:
        aside.close()


def _plain(fault: Fault) -> Json:
    """Without the file's name: it may hold a person's."""
    kept = fault_to_json(fault)
    return {name: value for name, value in kept.items() if name != "file"} if isinstance(kept, dict) else {}
