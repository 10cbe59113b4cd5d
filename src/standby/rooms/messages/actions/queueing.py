"""Queueing what is to be told, and stopping what has not gone out yet."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.domain.short_messages import forbidden_in
from standby.domain.sms_parts import count_parts
from standby.rooms.messages.letters import Letter
from standby.rooms.messages.models import Channel, Message, MessageState
from standby.rooms.messages.places import address_blind, message_place
from standby.rooms.vault.actions import make_keys, seal_payload
from standby.rooms.vault.queries import keys_of
from standby.sealing import DataKey, new_ref

_BATCH = 2000
# Read by anybody who picks the telephone up, and easy to send in our name: no link and no place in these.
SHORT = frozenset({Channel.SMS, Channel.TELEGRAM})


@transaction.atomic
def queue(*, letters: Sequence[Letter], operation_id: int, now: datetime) -> int:
    """Seals and stores letters; how many were new. Joins the caller's transaction: told and queued are one.

    Raises Refused for a short message that holds a link: whoever wrote the text has to mend it first.
    """
    _refuse_links(letters)
    subjects = {letter.recipient for letter in letters}
    keys = keys_of(subjects)
    keys |= make_keys(subjects - keys.keys())
    batches = (letters[start : start + _BATCH] for start in range(0, len(letters), _BATCH))
    return sum(
        _store([_row(letter, operation_id=operation_id, key=keys[letter.recipient], now=now) for letter in batch])
        for batch in batches
    )


@transaction.atomic
def cancel_waiting(*, recipients: Iterable[str], now: datetime, channel: Channel | None = None) -> int:
    """Stops what has not gone out yet: it was overtaken, or its person must not be written to any more."""
    rows = Message.objects.filter(recipient__in=list(recipients), state=MessageState.QUEUED)
    rows = rows.filter(channel=channel) if channel else rows
    return rows.update(state=MessageState.CANCELLED, changed_at=now)


def _store(rows: Sequence[Message]) -> int:
    """How many were not there yet; counted by their own references, since the outbox may hold hundreds of thousands."""
    Message.objects.bulk_create(rows, ignore_conflicts=True)
    return Message.objects.filter(ref__in=[row.ref for row in rows]).count()


def _refuse_links(letters: Iterable[Letter]) -> None:
    if any(forbidden_in(letter.body) for letter in letters if letter.channel in SHORT):
        raise Refused(
            gettext(
                "A short message may hold no link, no address and no place. Nobody was told. Look whether the name of "
                "the organisation or the contact for questions holds one."
            )
        )


def _row(letter: Letter, *, operation_id: int, key: DataKey, now: datetime) -> Message:
    ref = new_ref()
    payload = {"address": letter.address, "subject": letter.subject, "body": letter.body}
    return Message(
        ref=ref,
        operation_id=operation_id,
        recipient=letter.recipient,
        occasion=letter.occasion,
        kind=letter.kind,
        language=letter.language,
        channel=letter.channel,
        is_urgent=letter.is_urgent,
        parts=count_parts(letter.body) if letter.channel is Channel.SMS else 0,
        sealed=seal_payload(payload, key=key, place=message_place(ref)),
        blind=address_blind(letter.address, channel=letter.channel) if letter.channel in SHORT else b"",
        next_attempt_at=now,
        created_at=now,
        changed_at=now,
    )
