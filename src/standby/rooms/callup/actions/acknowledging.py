"""A short word back to who wrote to us, so that nobody wonders whether it came through."""

from datetime import datetime

from standby.rooms.callup.reaching import usable_channels
from standby.rooms.callup.short import ShortMessages
from standby.rooms.messages.actions import queue
from standby.rooms.messages.actions.replying import Incoming
from standby.rooms.messages.letters import Letter
from standby.rooms.messages.models import Channel
from standby.rooms.messages.numbers import is_number
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView


def acknowledge(*, operation: OperationView, person: PersonView, kind: str, incoming: Incoming, now: datetime) -> None:
    """Once a day for each kind of answer: two machines that answer each other stop after the first word."""
    occasion = f"reply {operation.today(now).isoformat()}"
    _write(operation, person, kind, occasion=occasion, channel=incoming.channel, address=incoming.sender, now=now)


def ask_to_confirm(*, operation: OperationView, person: PersonView, number: str, now: datetime) -> bool:
    """Asks who gave this number to answer with their code word, which the message does not hold: whoever else has the
    number does not know it. Once for each person; whether it was asked."""
    if not is_number(number):
        return False
    return _write(operation, person, "confirm", occasion="confirm", channel=Channel.SMS, address=number, now=now)


def _write(
    operation: OperationView,
    person: PersonView,
    kind: str,
    *,
    occasion: str,
    channel: Channel,
    address: str,
    now: datetime,
) -> bool:
    if channel not in usable_channels(operation, installation()):
        return False
    text = ShortMessages(operation=operation).to(
        kind=kind, channel=Channel.SMS, language=person.language, code_word=person.code_word, until=None
    )
    letter = Letter(
        recipient=person.ref,
        occasion=occasion,
        kind=kind,
        language=person.language,
        channel=channel,
        address=address,
        subject="",
        body=text,
    )
    return bool(queue(letters=[letter], operation_id=operation.id, now=now))
