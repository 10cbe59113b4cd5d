"""A person has looked at the preview and says yes: now, and only now, something is stored."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import WrongOrder
from standby.domain.statuses import Reason
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.letters import Occasion
from standby.rooms.door.actions.standing import go_on
from standby.rooms.door.actions.taking_in import take_in
from standby.rooms.door.actions.uploading import forget
from standby.rooms.door.models import Upload, UploadState
from standby.rooms.door.pieces import Gone
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.lists import Imported
from standby.rooms.people.actions.registering import Progress
from standby.rooms.people.queries.lists import version_id
from standby.rooms.people.queries.planning import standing_of


@transaction.atomic
def confirm(*, operation: OperationView, upload: Upload, by: Actor, now: datetime) -> None:
    """Somebody has looked at the preview and says yes; the import itself is the next step."""
    waiting = Upload.objects.select_for_update().filter(operation_id=operation.id, id=upload.id)
    if waiting.filter(state=UploadState.PREVIEW).update(confirmed_by=str(by)) == 0:
        raise WrongOrder(gettext("This list does not wait for a confirmation any more."))
    go_on(upload, UploadState.IMPORTING, now=now)


def import_upload(
    *,
    operation: OperationView,
    upload: Upload,
    public_url: str,
    by: Actor,
    now: datetime,
    on_progress: Progress,
) -> Imported:
    """Takes the list in, whole or not at all, and deletes the file.

    Those who have to complete their offer are written to, where they gave an e-mail address and `public_url` is known.
    """
    with transaction.atomic():
        locked = Upload.objects.select_for_update().filter(id=upload.id).first()
        if locked is None:
            raise Gone
        if locked.state not in {UploadState.PREVIEW, UploadState.IMPORTING}:
            raise WrongOrder(gettext("This list does not wait for a confirmation any more."))
        imported = take_in(operation=operation, upload=locked, by=by, now=now, on_progress=on_progress)
        _ask_to_complete(operation=operation, imported=imported, public_url=public_url, now=now)
        locked.version_id = version_id(imported.version_ref)
        locked.state = UploadState.DONE
        locked.counts = {**locked.counts, **_numbers(imported)}
        locked.save(update_fields=["state", "version", "counts"])
        forget([locked])
    return imported


def _ask_to_complete(*, operation: OperationView, imported: Imported, public_url: str, now: datetime) -> None:
    """Whoever came in without a role or dates hears of it at once: confirm that you want this, complete your offer."""
    if not (public_url or operation.is_exercise):
        return
    made = standing_of(operation_id=operation.id, ids=imported.people.made)
    write_to(
        operation=operation,
        people=[person for person in made if person.reason is Reason.INCOMPLETE],
        occasion=imported.version_ref,
        public_url=public_url,
        now=now,
        cause=Occasion.COMPLETE,
    )


def _numbers(imported: Imported) -> dict[str, int]:
    """What the page says afterwards."""
    return {
        "new": imported.new,
        "changed": imported.changed,
        "unchanged": imported.unchanged,
        "missing": imported.missing,
        "people": imported.people.people_made,
        "joined": imported.people.joined,
        "doubtful": imported.people.doubtful,
    }
