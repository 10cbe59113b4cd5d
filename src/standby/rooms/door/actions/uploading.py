"""A file comes in: declared, sealed, and gone again within the hour unless its owner confirms it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import PurePath

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.catalogue import CombatJudgement, list_purpose
from standby.domain.errors import Fault, Refused, UnusableInput, WrongOrder
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.door.models import Upload, UploadPiece, UploadProgress, UploadState
from standby.rooms.door.pieces import keep
from standby.rooms.operations.actions import add_organisation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.lists import add_list, drop_unread_lists
from standby.rooms.people.models import SourceList
from standby.rooms.vault.actions import erase_keys

LONGEST_WAIT = timedelta(hours=1)
LARGEST_FILE = 32 * 1024 * 1024


class RefusedList(Refused):
    """The list holds people who asked to fight: nothing of it is stored, its owner gets a text to send them."""

    code = "refused_list"


@transaction.atomic
def declare_list(
    *, operation: OperationView, title: str, keeper: str, purpose: str, by: Actor, now: datetime
) -> SourceList:
    """Who keeps a list and what it was compiled for, said before a row of it is read. Raises RefusedList."""
    refuse_combat_list(title=title, purpose=purpose)
    if not keeper.strip():
        raise Refused(gettext("Say which organisation keeps the list."))
    keeper_id = add_organisation(name=keeper, now=now)
    return add_list(operation=operation, title=title, keeper_id=keeper_id, purpose=purpose, by=by, now=now)


def refuse_combat_list(*, title: str, purpose: str) -> None:
    """Raises RefusedList for a list that was compiled of people who asked to fight."""
    if CombatJudgement.COMBAT in {list_purpose(title), list_purpose(purpose)}:
        raise RefusedList(gettext("This list is of people who asked to fight. Nothing of it is read or kept."))


@transaction.atomic
def bring_new_list(
    *,
    operation: OperationView,
    title: str,
    keeper: str,
    purpose: str,
    filename: str,
    content: bytes,
    by: Actor,
    now: datetime,
) -> Upload:
    """A list that nobody has brought yet, with its file; of one that is refused not even the title stays."""
    source_list = declare_list(operation=operation, title=title, keeper=keeper, purpose=purpose, by=by, now=now)
    return receive_file(
        operation=operation, source_list=source_list, filename=filename, content=content, by=by, now=now
    )


@transaction.atomic
def receive_file(
    *,
    operation: OperationView,
    source_list: SourceList,
    filename: str,
    content: bytes,
    by: Actor,
    now: datetime,
) -> Upload:
    """Seals the file until it is confirmed or cancelled, for an hour at most."""
    refuse_combat_list(title=source_list.title, purpose=source_list.purpose)
    _refuse_unreadable(content)
    upload = Upload.objects.create(
        operation_id=operation.id,
        source_list_id=source_list.id,
        uploaded_by=str(by),
        uploaded_at=now,
        expires_at=now + LONGEST_WAIT,
        suffix=PurePath(filename).suffix.lower()[:8],
        size=len(content),
    )
    UploadProgress.objects.create(upload=upload, at=now)
    keep(upload, purpose="file", content=content)
    journal(
        operation=operation.ref,
        actor=by,
        action="list.upload",
        now=now,
        subject=source_list.ref,
        detail={"bytes": len(content)},
    )
    return upload


@transaction.atomic
def cancel(*, operation: OperationView, upload: Upload, by: Actor, now: datetime) -> None:
    """Deletes the file and everything read from it, and the list itself if nothing of it was ever stored."""
    locked = Upload.objects.select_for_update().filter(id=upload.id).first()
    if locked is None:
        return
    if locked.state in {UploadState.IMPORTING, UploadState.DONE}:
        raise WrongOrder(gettext("This list was confirmed already and is being stored."))
    _delete([locked])
    journal(operation=operation.ref, actor=by, action="list.cancel", now=now, subject=upload.ref)


@transaction.atomic
def delete_expired(*, now: datetime) -> int:
    """Files whose hour is over; how many. Of those that were imported only the numbers stay."""
    expired = list(Upload.objects.select_for_update(skip_locked=True).filter(expires_at__lte=now))
    forget(expired)
    unfinished = [upload for upload in expired if upload.state != UploadState.DONE]
    _delete(unfinished)
    return len(unfinished)


def forget(uploads: Iterable[Upload]) -> None:
    """Loses what was read: the key first, then the pieces."""
    uploads = list(uploads)
    erase_keys(upload.ref for upload in uploads)
    UploadPiece.objects.filter(upload__in=uploads).delete()


def _delete(uploads: Iterable[Upload]) -> None:
    uploads = list(uploads)
    forget(uploads)
    Upload.objects.filter(id__in=[upload.id for upload in uploads]).delete()
    lists = {upload.source_list_id for upload in uploads}
    still_waiting = set(Upload.objects.filter(source_list_id__in=lists).values_list("source_list_id", flat=True))
    drop_unread_lists(lists - still_waiting)


def _refuse_unreadable(content: bytes) -> None:
    if not content:
        raise UnusableInput((Fault(what=gettext("The file is empty."), remedy=gettext("Choose the file again.")),))
    if len(content) > LARGEST_FILE:
        raise too_large()


def too_large() -> UnusableInput:
    what = gettext("The file is larger than %(limit)s MB.") % {"limit": LARGEST_FILE // (1024 * 1024)}
    return UnusableInput((Fault(what=what, remedy=gettext("Save the list alone as CSV, or divide it.")),))
