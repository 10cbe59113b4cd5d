"""A queue opens at a place and is shut again."""

import secrets
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.enquiry.models import Queue
from standby.rooms.operations.queries import OperationView

_SCREEN_BYTES = 18


@transaction.atomic
def open_queue(*, operation: OperationView, place: str, by: Actor, now: datetime) -> Queue:
    """People wait here from now on; the screen gets an address that nobody guesses."""
    try:
        with transaction.atomic():
            row = Queue.objects.create(
                operation_id=operation.id,
                place=place.strip(),
                screen_code=secrets.token_urlsafe(_SCREEN_BYTES),
                opened_at=now,
            )
    except IntegrityError as error:
        raise Conflict(gettext("There is a queue of this name already. Open it, or choose another name.")) from error
    journal(operation=operation.ref, actor=by, action="queue.open", now=now, subject=row.ref)
    return row


@transaction.atomic
def shut_queue(*, operation: OperationView, queue_ref: str, by: Actor, now: datetime) -> None:
    """No more numbers are given; those who wait are still called."""
    _set_open(operation, queue_ref, is_open=False, action="queue.shut", by=by, now=now)


@transaction.atomic
def open_again(*, operation: OperationView, queue_ref: str, by: Actor, now: datetime) -> None:
    _set_open(operation, queue_ref, is_open=True, action="queue.open_again", by=by, now=now)


def lock_queue(operation: OperationView, queue_ref: str) -> Queue:
    """Every deed at a queue waits for the one before it: no number is given or called twice."""
    row = Queue.objects.select_for_update().filter(operation_id=operation.id, ref=queue_ref).first()
    if row is None:
        raise Refused(gettext("There is no such queue."))
    return row


def _set_open(
    operation: OperationView, queue_ref: str, *, is_open: bool, action: str, by: Actor, now: datetime
) -> None:
    row = lock_queue(operation, queue_ref)
    row.is_open = is_open
    row.save(update_fields=["is_open"])
    journal(operation=operation.ref, actor=by, action=action, now=now, subject=row.ref)
