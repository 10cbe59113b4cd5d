"""Work of the door that nobody waits for at a page; the arguments are references and nothing else."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from procrastinate.contrib.django import app

from standby.domain.errors import StandbyError
from standby.rooms.audit.actors import actor_from
from standby.rooms.door.actions.confirming import import_upload
from standby.rooms.door.actions.counting import count_public_numbers
from standby.rooms.door.actions.drafting import drop_expired_drafts
from standby.rooms.door.actions.reading import preview_upload, read_upload
from standby.rooms.door.actions.standing import fail, noting_progress
from standby.rooms.door.actions.uploading import delete_expired
from standby.rooms.door.models import Upload, UploadState
from standby.rooms.door.queries.uploads import abandoned_uploads, upload_by_ref
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView, all_operations, operation_by_id
from standby.rooms.people.actions.registering import Progress
from standby.rooms.people.actions.weighing import weigh_weeks

# The machine stopped, or the worker was killed: nothing is half-stored, and the work is begun again.
_ABANDONED = timedelta(minutes=3)
Step = Callable[[OperationView, Upload, datetime, Progress], object]


@app.task(queue="lists")
def read(upload_ref: str) -> None:
    _work_on(upload_ref)


@app.task(queue="lists")
def preview(upload_ref: str) -> None:
    _work_on(upload_ref)


@app.task(queue="lists")
def take_in(upload_ref: str) -> None:
    _work_on(upload_ref)


_NEXT = {
    UploadState.WAITING: read,
    UploadState.READING: read,
    UploadState.CONVERTING: preview,
    UploadState.IMPORTING: take_in,
}
WORKING = frozenset(_NEXT)


def go_to_work(upload: Upload) -> None:
    """Queues the step that the upload waits for; joins the transaction of whoever asked for it."""
    _NEXT[UploadState(upload.state)].defer(upload_ref=upload.ref)


@app.periodic(cron="*/5 * * * *")
@app.task(queue="lists", queueing_lock="expire lists")
def expire(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """Files whose hour is over go; work that was cut off goes on."""
    now = installation().clock()
    delete_expired(now=now)
    for upload in abandoned_uploads(states=WORKING, before=now - _ABANDONED):
        go_to_work(upload)


@app.periodic(cron="*/15 * * * *")
@app.task(queue="sign-ups", queueing_lock="expire drafts", lock="expire drafts")
def expire_drafts(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """Answers of sign-ups that nobody finished go after two days."""
    drop_expired_drafts(now=installation().clock())


@app.periodic(cron="*/5 * * * *")
@app.task(queue="counts", queueing_lock="public numbers", lock="public numbers")
def count_numbers(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """How many are registered for how many places, and what is short: as far as everybody may know."""
    now = installation().clock()
    for operation in all_operations():
        if operation.is_open:
            weigh_weeks(operation=operation, now=now)
            count_public_numbers(operation=operation, now=now)


def _work_on(upload_ref: str) -> None:
    """Whatever the upload waits for now; nothing where it waits for a person, or is gone."""
    upload = upload_by_ref(upload_ref)
    if upload is not None and upload.state in WORKING:
        finish_or_fail(upload, STEPS[UploadState(upload.state)])


def finish_or_fail(upload: Upload, step: Step) -> None:
    clock = installation().clock
    with noting_progress(upload, clock=clock) as note:
        try:
            step(operation_by_id(upload.operation_id), upload, clock(), note)
        except StandbyError as refusal:
            fail(upload, refusal, now=clock())


def _read(operation: OperationView, upload: Upload, now: datetime, _: Progress) -> None:
    read_upload(operation=operation, upload=upload, now=now)


def _preview(operation: OperationView, upload: Upload, now: datetime, note: Progress) -> None:
    preview_upload(operation=operation, upload=upload, now=now, on_progress=note)


def _take_in(operation: OperationView, upload: Upload, now: datetime, note: Progress) -> None:
    by = actor_from(upload.confirmed_by)
    url = installation().public_url
    import_upload(operation=operation, upload=upload, public_url=url, by=by, now=now, on_progress=note)


STEPS: Mapping[UploadState, Step] = {
    UploadState.WAITING: _read,
    UploadState.READING: _read,
    UploadState.CONVERTING: _preview,
    UploadState.IMPORTING: _take_in,
}
