"""Keeping what people write back, each message once, and noting that a human has answered it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.messages.models import Channel, Reply
from standby.rooms.messages.places import address_blind, reply_fingerprint, reply_place, reply_subject
from standby.rooms.messages.queries.replies import count_from
from standby.rooms.operations.queries import OperationView
from standby.rooms.vault.actions import key_for, seal_payload
from standby.sealing import new_ref

_LONGEST = 2000
# Beyond so many a day from one sender, a person does not read faster: the rest is dropped.
_MOST_A_DAY = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A message that came in. Dangerous: `sender` is a number or a chat.

    `moment` is what the gateway says tells it from another with the same text: its id, or the second it came in.
    """

    channel: Channel
    sender: str = field(repr=False)
    text: str = field(repr=False)
    moment: str = ""


@transaction.atomic
def keep_reply(
    *,
    operation: OperationView,
    incoming: Incoming,
    recipient: str,
    read_as: str,
    now: datetime,
) -> str | None:
    """Its reference; None where it was kept before, or its sender writes without end. It waits for a human."""
    if is_flooding(incoming, now=now):
        return None
    ref = new_ref()
    key = key_for(recipient or reply_subject(ref))
    payload = {"text": incoming.text[:_LONGEST], "sender": incoming.sender}
    try:
        with transaction.atomic():
            Reply.objects.create(
                ref=ref,
                operation_id=operation.id,
                recipient=recipient,
                channel=incoming.channel,
                blind=address_blind(incoming.sender, channel=incoming.channel),
                fingerprint=reply_fingerprint(incoming.sender, incoming.text, incoming.moment),
                sealed=seal_payload(payload, key=key, place=reply_place(ref)),
                read_as=read_as,
                at=now,
            )
    except IntegrityError:
        return None
    return ref


def is_flooding(incoming: Incoming, *, now: datetime) -> bool:
    since = now - timedelta(days=1)
    return count_from(address=incoming.sender, channel=incoming.channel, since=since) >= _MOST_A_DAY


def settle_at_once(*, ref: str, by: Actor, now: datetime) -> None:
    """What it asks for is done already; the deed itself stands in the journal."""
    Reply.objects.filter(ref=ref).update(settled_at=now, settled_by=str(by))


@transaction.atomic
def settle_reply(*, operation: OperationView, ref: str, by: Actor, now: datetime) -> None:
    """A human has read it and done what it asks for."""
    waiting = Reply.objects.filter(operation_id=operation.id, ref=ref, settled_at__isnull=True)
    if not waiting.update(settled_at=now, settled_by=str(by)):
        raise Conflict(gettext("Somebody did this already. Look again."))
    journal(operation=operation.ref, actor=by, action="reply.settle", now=now, subject=ref)
