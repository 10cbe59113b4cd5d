"""The steps that nobody waits for: they end in a state a person can act on, whatever happens in between."""

from datetime import datetime, timedelta

import pytest
from tests.rooms.door.conftest import EVERYONE, as_csv

from standby.rooms.audit.actors import Actor
from standby.rooms.door import tasks
from standby.rooms.door.actions.confirming import confirm, import_upload
from standby.rooms.door.actions.standing import go_on
from standby.rooms.door.actions.uploading import bring_new_list
from standby.rooms.door.actions.whole import prepare_list
from standby.rooms.door.models import Upload, UploadPiece, UploadState
from standby.rooms.door.queries.uploads import abandoned_uploads
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import Person

SAID = {"title": "The list", "keeper": "A union", "purpose": "help", "filename": "list.csv"}


@pytest.fixture
def brought(operation: OperationView, machine: Actor, now: datetime) -> Upload:
    return bring_new_list(operation=operation, **SAID, content=as_csv(EVERYONE), by=machine, now=now)


@pytest.fixture
def previewed(operation: OperationView, machine: Actor, now: datetime) -> Upload:
    return prepare_list(
        operation=operation,
        title=SAID["title"],
        keeper=SAID["keeper"],
        purpose=SAID["purpose"],
        filename=SAID["filename"],
        content=as_csv(EVERYONE),
        by=machine,
        now=now,
        on_progress=lambda _: None,
    )


def state_of(upload: Upload) -> str:
    return Upload.objects.get(id=upload.id).state


def test_reading_ends_where_a_person_corrects_the_columns(brought: Upload) -> None:
    tasks.read(brought.ref)

    assert state_of(brought) == UploadState.MAPPING


def test_reading_again_after_a_cut_ends_in_the_same_place(brought: Upload, now: datetime) -> None:
    go_on(brought, UploadState.READING, now=now)

    tasks.read(brought.ref)

    assert state_of(brought) == UploadState.MAPPING


def test_a_file_that_cannot_be_read_says_why_and_is_gone(
    operation: OperationView, machine: Actor, now: datetime
) -> None:
    upload = bring_new_list(operation=operation, **SAID, content=b"\x89PNG\r\n\x1a\n....", by=machine, now=now)

    tasks.read(upload.ref)

    upload.refresh_from_db()
    assert upload.state == UploadState.FAILED
    assert "not a table" in upload.faults[0]["what"]
    assert UploadPiece.objects.count() == 0


def test_work_on_an_upload_that_was_cancelled_meanwhile_does_nothing(brought: Upload) -> None:
    Upload.objects.all().delete()

    tasks.read(brought.ref)

    assert UploadPiece.objects.count() == 0


def test_a_confirmed_list_is_taken_in_once_however_often_the_step_runs(
    previewed: Upload, operation: OperationView, machine: Actor, now: datetime
) -> None:
    confirm(operation=operation, upload=previewed, by=machine, now=now)

    tasks.take_in(previewed.ref)
    tasks.take_in(previewed.ref)

    assert Person.objects.count() == 6
    assert state_of(previewed) == UploadState.DONE


def test_a_second_worker_that_comes_late_leaves_the_list_stored(
    previewed: Upload, operation: OperationView, machine: Actor, now: datetime
) -> None:
    confirm(operation=operation, upload=previewed, by=machine, now=now)
    late = Upload.objects.get(id=previewed.id)
    import_upload(operation=operation, upload=previewed, public_url="", by=machine, now=now, on_progress=lambda _: None)

    tasks.finish_or_fail(late, tasks.STEPS[UploadState.IMPORTING])

    assert state_of(previewed) == UploadState.DONE


def test_work_that_fell_silent_is_found_and_waiting_for_a_person_is_not(
    brought: Upload, operation: OperationView, machine: Actor, now: datetime
) -> None:
    later = now + timedelta(minutes=10)

    assert abandoned_uploads(states=tasks.WORKING, before=later) == [brought]
    go_on(brought, UploadState.MAPPING, now=now)
    assert abandoned_uploads(states=tasks.WORKING, before=later) == []
