"""People choose how they are written to, stop a channel, and open or close a chat with the bot."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor, ActorKind
from standby.rooms.messages.actions.queueing import cancel_waiting
from standby.rooms.messages.models import (
    Channel,
    ChannelChoice,
    Message,
    Reply,
    TelegramChat,
    TelegramInvitation,
)
from standby.rooms.messages.places import address_blind, chat_place, invitation_blind
from standby.rooms.operations.queries import OperationView, operation_by_id
from standby.rooms.vault.actions import key_for, seal_payload
from standby.sealing import new_link_token

_CHOOSABLE = {Channel.EMAIL, Channel.SMS, Channel.TELEGRAM, Channel.PAPER}
_INVITATION = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedChat:
    """Whose chat it is from now on."""

    operation_id: int
    recipient: str


@transaction.atomic
def choose_channel(*, operation: OperationView, recipient: str, first: Channel, by: Actor, now: datetime) -> None:
    """From now on this channel goes first; choosing it again also undoes an earlier "stop"."""
    if first not in _CHOOSABLE:
        raise Refused(gettext("This way of writing cannot be chosen."))
    row = _choice(operation, recipient, now=now)
    row.first, row.stopped, row.changed_at = first, [one for one in row.stopped if one != first], now
    row.save()
    _journal(operation, recipient, "channel.choose", first, by=by, now=now)


@transaction.atomic
def stop_channel(*, operation: OperationView, recipient: str, channel: Channel, by: Actor, now: datetime) -> None:
    """Nothing more goes there, and what waits is not sent; other channels and the call sheet remain."""
    row = _choice(operation, recipient, now=now)
    row.first = "" if row.first == channel else row.first
    row.stopped, row.changed_at = sorted({*row.stopped, channel.value}), now
    row.save()
    cancel_waiting(recipients=[recipient], now=now, channel=channel)
    _journal(operation, recipient, "channel.stop", channel, by=by, now=now)


@transaction.atomic
def invite_to_telegram(*, operation: OperationView, recipient: str, now: datetime) -> str:
    """A code that opens the chat with the bot, in place of any earlier one; it is shown this once."""
    token = new_link_token()
    TelegramInvitation.objects.update_or_create(
        recipient=recipient,
        defaults={
            "operation_id": operation.id,
            "blind": invitation_blind(token),
            "expires_at": now + _INVITATION,
        },
    )
    return token


@transaction.atomic
def open_chat(*, token: str, chat: str, now: datetime) -> OpenedChat | None:
    """The chat that a code was sent from is its holder's from now on; None for no such code."""
    row = TelegramInvitation.objects.select_for_update().filter(blind=invitation_blind(token)).first()
    if row is None or row.expires_at < now:
        return None
    TelegramChat.objects.update_or_create(
        recipient=row.recipient,
        defaults={
            "operation_id": row.operation_id,
            "sealed": seal_payload({"chat": chat}, key=key_for(row.recipient), place=chat_place(row.recipient)),
            "blind": address_blind(chat, channel=Channel.TELEGRAM),
            "since": now,
        },
    )
    row.delete()
    operation = operation_by_id(row.operation_id)
    by = Actor(kind=ActorKind.VOLUNTEER, ref=row.recipient)
    choose_channel(operation=operation, recipient=row.recipient, first=Channel.TELEGRAM, by=by, now=now)
    return OpenedChat(operation_id=operation.id, recipient=row.recipient)


@transaction.atomic
def close_chat(*, operation: OperationView, recipient: str, by: Actor, now: datetime) -> None:
    """The opt-in is taken back, and what tied the person to the chat is deleted."""
    stop_channel(operation=operation, recipient=recipient, channel=Channel.TELEGRAM, by=by, now=now)
    TelegramChat.objects.filter(recipient=recipient).delete()


@transaction.atomic
def forget(*, recipients: Collection[str], now: datetime) -> None:
    """Part of erasing somebody: nothing waits for them any more, and no keyed hash leads to them."""
    cancel_waiting(recipients=recipients, now=now)
    Message.objects.filter(recipient__in=recipients).exclude(blind=b"").update(blind=b"")
    for table in (ChannelChoice, TelegramChat, TelegramInvitation):
        table.objects.filter(recipient__in=recipients).delete()
    Reply.objects.filter(recipient__in=recipients).update(blind=b"")


def _choice(operation: OperationView, recipient: str, *, now: datetime) -> ChannelChoice:
    defaults = {"operation_id": operation.id, "changed_at": now}
    row, _ = ChannelChoice.objects.select_for_update().get_or_create(recipient=recipient, defaults=defaults)
    return row


def _journal(
    operation: OperationView, recipient: str, action: str, channel: Channel, *, by: Actor, now: datetime
) -> None:
    journal(
        operation=operation.ref,
        actor=by,
        action=action,
        now=now,
        subject=recipient,
        detail={"channel": channel.value},
    )
