"""What is to be told, before it is sealed, and what a channel says became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from standby.rooms.messages.models import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message to one person. `recipient` is their reference; `address` is empty for paper and calls.

    With `occasion` and `kind` it is sent once by each channel: queued again it stays what it was.
    """

    recipient: str
    occasion: str
    kind: str
    language: str
    channel: Channel
    address: str
    subject: str
    body: str
    # Goes before all that waits.
    is_urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A letter on its way; `ref` lets a server recognise a repeat."""

    ref: str
    address: str
    subject: str
    body: str


class Outcome(StrEnum):
    ACCEPTED = "accepted"
    # A report says that it reached the person's own device.
    DELIVERED = "delivered"
    # The address is wrong or refuses for good: trying again cannot help.
    BOUNCED = "bounced"
    # Not now: the server is busy or away.
    DEFERRED = "deferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """`may_have_gone`: no answer came, so what was put off may be on its way all the same, and billed."""

    ref: str
    outcome: Outcome
    code: str = ""
    may_have_gone: bool = False


class Transport(Protocol):
    """A channel that takes parcels and answers for each, in any order; one that it says nothing of is tried again."""

    def deliver(self, parcels: Iterable[Parcel]) -> Iterator[Receipt]: ...
