"""Letters on paper that wait to be printed, or lie printed and are not handed over yet."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from standby.rooms.messages.models import Channel, Message, MessageState
from standby.rooms.messages.queries.outbox import MessageView, opened_messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """`waiting` have not been printed; `printed` are references and recipients of those that lie here."""

    waiting: int
    printed: list[tuple[str, str]]


def pile_of(*, operation_id: int) -> Pile:
    waiting = Message.objects.filter(operation_id=operation_id, channel=Channel.PAPER, state=MessageState.QUEUED)
    lying = printed(operation_id).order_by("id").values_list("ref", "recipient")
    return Pile(waiting=waiting.count(), printed=list(lying))


def printed_letters(*, operation_id: int, run: datetime | None) -> list[MessageView]:
    """Opened, those of the run that began then, or of all."""
    rows = printed(operation_id)
    return opened_messages(list((rows.filter(changed_at=run) if run else rows).order_by("id")))


def printed(operation_id: int) -> QuerySet[Message]:
    return Message.objects.filter(operation_id=operation_id, channel=Channel.PAPER, state=MessageState.SENDING)
