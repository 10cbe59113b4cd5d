"""Letters on paper: printed, and then handed over or posted by somebody who says so."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import F

from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.messages.actions.recording import record_all
from standby.rooms.messages.letters import Outcome, Receipt
from standby.rooms.messages.models import Channel, Message, MessageState
from standby.rooms.messages.queries.paper import printed
from standby.rooms.operations.queries import OperationView


@transaction.atomic
def print_letters(*, operation: OperationView, limit: int, by: Actor, now: datetime) -> int:
    """Takes the next letters of the pile, the urgent first; they lie printed until they are handed over. How many."""
    waiting = Message.objects.filter(
        operation_id=operation.id, channel=Channel.PAPER, state=MessageState.QUEUED
    ).select_for_update(skip_locked=True)
    ids = list(waiting.order_by("-is_urgent", "id").values_list("id", flat=True)[:limit])
    taken = Message.objects.filter(id__in=ids)
    taken.update(state=MessageState.SENDING, attempts=F("attempts") + 1, changed_at=now)
    _journal(operation, "letters.print", len(ids), by=by, now=now)
    return len(ids)


@transaction.atomic
def letters_handed(*, operation: OperationView, refs: Collection[str], by: Actor, now: datetime) -> int:
    """These were handed over or posted; how many. The others of the pile stay printed."""
    found = printed(operation.id).filter(ref__in=refs).values_list("ref", flat=True)
    receipts = [Receipt(ref=ref, outcome=Outcome.ACCEPTED, code="handed over") for ref in found]
    record_all(receipts=receipts, now=now)
    _journal(operation, "letters.handed", len(receipts), by=by, now=now)
    return len(receipts)


def _journal(operation: OperationView, action: str, letters: int, *, by: Actor, now: datetime) -> None:
    detail = {"letters": letters}
    journal(operation=operation.ref, actor=by, action=action, now=now, subject=operation.ref, detail=detail)
