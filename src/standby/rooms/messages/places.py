"""Where the sealed values of this room stand, and under which keyed hashes addresses are found."""

from standby.rooms.messages.models import Channel
from standby.rooms.vault.queries import blind


def message_place(ref: str) -> str:
    return f"standby_messages_message|sealed|{ref}"


def chat_place(recipient: str) -> str:
    return f"standby_messages_telegramchat|sealed|{recipient}"


def reply_place(ref: str) -> str:
    return f"standby_messages_reply|sealed|{ref}"


def reply_subject(ref: str) -> str:
    """Whose key a reply is sealed under where its sender is nobody's."""
    return f"reply {ref}"


def address_blind(address: str, *, channel: Channel) -> bytes:
    """Numbers are compared by their digits: gateways write the same one with + or 00, with spaces or without."""
    plain = "".join(filter(str.isdecimal, address)).removeprefix("00") if channel is Channel.SMS else address
    return blind(plain, purpose=f"message to {channel.value}")


def reply_fingerprint(sender: str, text: str, moment: str) -> bytes:
    return blind(f"{sender}\x00{text}\x00{moment}", purpose="reply")


def invitation_blind(token: str) -> bytes:
    return blind(token, purpose="telegram invitation")


def report_token(ref: str) -> str:
    """What an address for delivery reports carries beside the reference, so that nobody makes reports up."""
    return blind(ref, purpose="delivery report").hex()
