"""A file comes in: declared, sealed, and gone again within the hour unless its owner confirms it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import PurePath

from django.db import transaction

from standby.domain.catalogue import CombatJudgement, list_purpose
from standby.domain.errors import Fault, Refused, UnusableInput
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actions import journal
from standby.rooms.door.models import Upload, UploadPiece, UploadState
from standby.rooms.door.pieces import keep
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import SourceList
from standby.rooms.vault.actions import erase_keys

LONGEST_WAIT = timedelta(hours=1)
LARGEST_FILE = 50 * 1024 * 1024


class RefusedList(Refused):
    """The list holds people who asked to fight: nothing of it is stored, its owner gets a text to send them."""

    code = "refused_list"


def refuse_combat_list(*, title: str, purpose: str) -> None:
    """Raises RefusedList for a list that was compiled of people who asked to fight."""
    if CombatJudgement.COMBAT in {list_purpose(title), list_purpose(purpose)}:
        raise RefusedList("This list is of people who asked to fight. Nothing of it is read or kept.")


@transaction.atomic
def receive_file(
    *,
    operation: OperationView,
    source_list: SourceList,
    filename: str,
    content: bytes,
    by: Staff,
    now: datetime,
) -> Upload:
    """Seals the file until it is confirmed or cancelled, for an hour at most."""
    refuse_combat_list(title=source_list.title, purpose=source_list.purpose)
    if not content:
        raise UnusableInput((Fault(what="The file is empty.", remedy="Choose the file again."),))
    if len(content) > LARGEST_FILE:
        raise UnusableInput((Fault(what="The file is larger than 50 MB.", remedy="Divide it into several files."),))
    upload = Upload.objects.create(
        operation_id=operation.id,
        source_list_id=source_list.id,
        uploaded_by_id=by.id,
        uploaded_at=now,
        expires_at=now + LONGEST_WAIT,
        suffix=PurePath(filename).suffix.lower()[:8],
        size=len(content),
    )
    keep(upload, purpose="file", content=content)
    journal(
        operation=operation.ref,
        actor=by.actor,
        action="list.upload",
        now=now,
        subject=source_list.ref,
        detail={"bytes": len(content)},
    )
    return upload


@transaction.atomic
def cancel(*, operation: OperationView, upload: Upload, by: Staff, now: datetime) -> None:
    """Deletes the file and everything read from it."""
    forget([upload])
    Upload.objects.filter(id=upload.id).delete()
    journal(operation=operation.ref, actor=by.actor, action="list.cancel", now=now, subject=upload.ref)


@transaction.atomic
def delete_expired(*, now: datetime) -> int:
    """Files whose hour is over; how many. Those that were imported keep their numbers and nothing else."""
    expired = list(Upload.objects.select_for_update(skip_locked=True).filter(expires_at__lte=now))
    forget(expired)
    unfinished = [upload.id for upload in expired if upload.state != UploadState.DONE]
    Upload.objects.filter(id__in=unfinished).delete()
    return len(unfinished)


def forget(uploads: Iterable[Upload]) -> None:
    """Loses what was read: the key first, then the pieces."""
    uploads = list(uploads)
    erase_keys(upload.ref for upload in uploads)
    UploadPiece.objects.filter(upload__in=uploads).delete()
