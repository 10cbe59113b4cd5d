"""How people want to be written to."""

from collections.abc import Collection

from standby.rooms.messages.channels import NO_WISH, Choice
from standby.rooms.messages.models import Channel, ChannelChoice, TelegramChat
from standby.rooms.messages.places import chat_place
from standby.rooms.vault.queries import keys_of, open_payload


def choice_of(*, recipient: str) -> Choice:
    row = ChannelChoice.objects.filter(recipient=recipient).first()
    return _choice(row.first, row.stopped) if row else NO_WISH


def choices_of(*, operation_id: int) -> dict[str, Choice]:
    """By recipient; those who never chose are absent, and most never do."""
    rows = ChannelChoice.objects.filter(operation_id=operation_id)
    return {
        recipient: _choice(first, stopped)
        for recipient, first, stopped in rows.values_list("recipient", "first", "stopped")
    }


def has_chat(*, recipient: str) -> bool:
    return TelegramChat.objects.filter(recipient=recipient).exists()


def chat_holders(*, operation_id: int) -> frozenset[str]:
    return frozenset(TelegramChat.objects.filter(operation_id=operation_id).values_list("recipient", flat=True))


def chats_of(*, recipients: Collection[str]) -> dict[str, str]:
    """The chats of those who opted in, opened."""
    rows = dict(TelegramChat.objects.filter(recipient__in=recipients).values_list("recipient", "sealed"))
    keys = keys_of(rows)
    return {
        recipient: str(open_payload(sealed, key=keys[recipient], place=chat_place(recipient))["chat"])
        for recipient, sealed in rows.items()
        if recipient in keys
    }


def _choice(first: str, stopped: Collection[str]) -> Choice:
    return Choice(first=Channel(first) if first else None, stopped=frozenset(map(Channel, stopped)))
