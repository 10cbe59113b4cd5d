"""A short word back to who wrote to us, so that nobody wonders whether it came through."""

from datetime import datetime

from standby.rooms.callup.reaching import usable_channels
from standby.rooms.callup.short import ShortMessages
from standby.rooms.messages.actions import queue
from standby.rooms.messages.actions.replying import Incoming
from standby.rooms.messages.letters import Letter
from standby.rooms.messages.models import Channel
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView


def acknowledge(*, operation: OperationView, person: PersonView, kind: str, incoming: Incoming, now: datetime) -> None:
    """Once a day for each kind of answer: two machines that answer each other stop after the first word."""
    if incoming.channel not in usable_channels(operation, installation()):
        return
    text = ShortMessages(operation=operation).to(
        kind=kind, channel=Channel.SMS, language=person.language, code_word=person.code_word, until=None
    )
    letter = Letter(
        recipient=person.ref,
        occasion=f"reply {operation.today(now).isoformat()}",
        kind=kind,
        language=person.language,
        channel=incoming.channel,
        address=incoming.sender,
        subject="",
        body=text,
    )
    queue(letters=[letter], operation_id=operation.id, now=now)
