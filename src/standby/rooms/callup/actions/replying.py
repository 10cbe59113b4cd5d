"""What somebody answers to a message is done at once where it is plain; all else waits for a human."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from django.db import transaction

from standby.domain.errors import StandbyError
from standby.domain.replies import is_code_word, names_code_word, read_answer
from standby.rooms.audit.actors import Actor, ActorKind
from standby.rooms.callup.actions.acknowledging import acknowledge
from standby.rooms.callup.actions.answering import decline_all, say_interested, withdraw
from standby.rooms.callup.actions.joining import say_by_code_word
from standby.rooms.messages.actions.choosing import close_chat, stop_channel
from standby.rooms.messages.actions.replying import Incoming, keep_reply, settle_at_once
from standby.rooms.messages.models import Channel
from standby.rooms.messages.queries.replies import written_to
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView, all_operations, operation_by_id
from standby.rooms.people.actions.confirming import confirm_contact
from standby.rooms.people.queries.persons import person_by_ref
from standby.rooms.people.values import PersonView


class ReadAs(StrEnum):
    """What a message was understood as."""

    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    STOP = "stop"
    CODE_WORD = "code_word"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """Who may have written, and who it was if that is certain."""

    operation: OperationView
    candidates: Sequence[PersonView]
    person: PersonView | None


@transaction.atomic
def take_reply(*, incoming: Incoming, now: datetime) -> ReadAs | None:
    """Does what a message asks for; None where it was taken before, or there is nobody to bring it to.

    A yes is noted, and waits all the same: somebody has to read them the terms.
    """
    heard = _heard(incoming)
    if heard is None:
        return None
    read = _read(heard, incoming.text)
    recipient = heard.person.ref if heard.person else ""
    kept = keep_reply(operation=heard.operation, incoming=incoming, recipient=recipient, read_as=read.value, now=now)
    if kept is None:
        return None
    if _do(heard, read, incoming, now=now):
        settle_at_once(ref=kept, by=_actor(recipient), now=now)
    return read


def _heard(incoming: Incoming) -> _Heard | None:
    """A stranger's message goes to the newest operation that is open."""
    found = written_to(address=incoming.sender, channel=incoming.channel)
    if found is None:
        running = [operation for operation in all_operations() if operation.is_open]
        return _Heard(operation=running[-1], candidates=(), person=None) if running else None
    operation = operation_by_id(found.operation_id)
    people = [person_by_ref(operation_id=operation.id, ref=ref) for ref in found.recipients]
    candidates = [person for person in people if person is not None]
    return _Heard(operation=operation, candidates=candidates, person=_writer(candidates, incoming.text))


def _writer(candidates: Sequence[PersonView], text: str) -> PersonView | None:
    """A number may be a whole family's: who writes is certain when it is one person's, or a code word says so."""
    if len(candidates) == 1:
        return candidates[0]
    named = [person for person in candidates if names_code_word(text, code_word=person.code_word)]
    return named[0] if len(named) == 1 else None


def _read(heard: _Heard, text: str) -> ReadAs:
    word = heard.person.code_word if heard.person else ""
    if is_code_word(text, code_word=word):
        return ReadAs.CODE_WORD
    answer = read_answer(text, code_word=word)
    return ReadAs(answer.value) if answer else ReadAs.OTHER


def _do(heard: _Heard, read: ReadAs, incoming: Incoming, *, now: datetime) -> bool:
    """Whether all is done; a refusal of ours is for a human to explain."""
    people = heard.candidates if read is ReadAs.STOP else [heard.person] if heard.person else []
    if not people:
        return False
    try:
        with transaction.atomic():
            done = [_do_for(heard.operation, person, read, incoming, now=now) for person in people]
    except StandbyError:
        return False
    return all(done)


def _do_for(operation: OperationView, person: PersonView, read: ReadAs, incoming: Incoming, *, now: datetime) -> bool:
    by, kind, is_done = _actor(person.ref), "", True
    match read:
        case ReadAs.ACCEPT:
            is_done = False
            kind = "interested" if say_interested(operation=operation, person=person, by=by, now=now) else "read"
        case ReadAs.DECLINE:
            is_done = bool(decline_all(operation=operation, person=person, by=by, now=now))
            kind = "declined" if is_done else "read"
        case ReadAs.WITHDRAW:
            withdraw(operation=operation, person=person, by=by, now=now)
            kind = "withdrawn"
        case ReadAs.STOP:
            _stop(operation, person, incoming.channel, by=by, now=now)
            kind = "stopped"
        case ReadAs.CODE_WORD:
            _prove(operation, person, by=by, now=now)
        case ReadAs.OTHER:
            is_done, kind = False, "read"
        case _:
            assert_never(read)
    if kind:
        acknowledge(operation=operation, person=person, kind=kind, incoming=incoming, now=now)
    return is_done


def _prove(operation: OperationView, person: PersonView, *, by: Actor, now: datetime) -> None:
    """Nobody else knows their code word: the number is theirs, and so is the yes to what they are asked there."""
    found = confirm_contact(operation=operation, person=person, kind="phone", how="sms", by=by, now=now)
    public_url = installation().public_url
    say_by_code_word(operation=operation, person_id=found.id, public_url=public_url, by=by, now=now)


def _stop(operation: OperationView, person: PersonView, channel: Channel, *, by: Actor, now: datetime) -> None:
    if channel is Channel.TELEGRAM:
        close_chat(operation=operation, recipient=person.ref, by=by, now=now)
    else:
        stop_channel(operation=operation, recipient=person.ref, channel=channel, by=by, now=now)


def _actor(ref: str) -> Actor:
    return Actor(kind=ActorKind.VOLUNTEER, ref=ref or "unknown")
