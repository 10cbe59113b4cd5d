"""The tables of this room, one file a noun."""

from standby.rooms.messages.models.budget import PartsSpent, SmsBudget
from standby.rooms.messages.models.choice import ChannelChoice, TelegramChat, TelegramInvitation
from standby.rooms.messages.models.message import Channel, DeliveryEvent, Message, MessageState
from standby.rooms.messages.models.reply import Reply

__all__ = [
    "Channel",
    "ChannelChoice",
    "DeliveryEvent",
    "Message",
    "MessageState",
    "PartsSpent",
    "Reply",
    "SmsBudget",
    "TelegramChat",
    "TelegramInvitation",
]
