"""Storing sign-ups that were read: many at once, each answered only after its COMMIT."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from standby.domain.sign_up import PartySide, SignUp
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.refusing import count_refused
from standby.rooms.people.actions.signing_up import Acknowledged, Sent, receive_sign_ups
from standby.rooms.people.queries.parties import is_party
from standby.rooms.people.queries.sign_ups import waiting_sign_ups


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Fit to be stored. Without `sent` it was an offer to fight: counted, and nothing of it kept."""

    operation: OperationView
    language: str
    sent: Sent | None


@dataclass(frozen=True, slots=True)
class Counted:
    """An offer to fight was counted."""


@dataclass(frozen=True, slots=True)
class NoSuchParty:
    """A companion's party is not known, and nobody waits who could have begun it: nothing is stored."""


Told: TypeAlias = Acknowledged | Counted | NoSuchParty


def store_entries(entries: Sequence[Entry], *, now: datetime) -> list[Told]:
    """In the order of `entries`, once it is committed: one transaction for each operation among them.

    That is one, but for the moment when two crises meet.
    """
    told: dict[int, Told] = {}
    for operation in {entry.operation.id: entry.operation for entry in entries}.values():
        sent = {
            place: entry.sent
            for place, entry in enumerate(entries)
            if entry.operation.id == operation.id and entry.sent is not None
        }
        strays = {place for place, one in sent.items() if not _party_may_be(one.sign_up, operation)}
        taken = {place: one for place, one in sent.items() if place not in strays}
        receipts = receive_sign_ups(operation=operation, sent=list(taken.values()), now=now)
        told |= dict.fromkeys(strays, NoSuchParty()) | dict(zip(taken, receipts, strict=True))
    told |= _count_refused(entries, now=now)
    return [told[place] for place in range(len(entries))]


def _count_refused(entries: Sequence[Entry], *, now: datetime) -> dict[int, Told]:
    refused = {place: entry.operation for place, entry in enumerate(entries) if entry.sent is None}
    for operation in {operation.id: operation for operation in refused.values()}.values():
        number = sum(other.id == operation.id for other in refused.values())
        count_refused(operation_id=operation.id, day=operation.today(now), number=number)
    return dict.fromkeys(refused, Counted())


def _party_may_be(sign_up: SignUp, operation: OperationView) -> bool:
    """While others wait to be settled the party may be one of theirs."""
    if sign_up.party.side is not PartySide.COMPANION:
        return True
    return is_party(operation_id=operation.id, code=sign_up.party.code) or bool(
        waiting_sign_ups(operation_id=operation.id)
    )
