"""Signing somebody up by JSON: reading, storing and answering, each apart, so that storing can be done for many.

    read = read_post(posted, …)         an Entry to be stored, or the answer at once
    told = store_entries([entry], …)    one transaction
    answer_entry(entry, told[0])

The ordinary site and the surge lane both go through these three and nothing else.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TypeAlias, assert_never

from django.utils.translation import override

from standby.domain.sign_up import CombatOffer, FaultCode, Field, Mend, SignUp, SignUpFault, read_sign_up
from standby.rooms.door.api.answers import Answer
from standby.rooms.door.api.bodies import Body, BodyFault, read_body
from standby.rooms.door.api.doors import Doors, OpenDoor
from standby.rooms.door.api.posted import Posted
from standby.rooms.door.api.said import (
    say_body_fault,
    say_civilian_only,
    say_door_shut,
    say_faults,
    say_key_missing,
    say_later,
    say_puzzle,
    say_receipt,
    say_spent_key,
    say_unavailable,
    say_unknown_operation,
)
from standby.rooms.door.api.sign_up_fields import OPERATION, said_in
from standby.rooms.door.api.storing import Counted, Entry, NoSuchParty, Told
from standby.rooms.door.floods.gate import Held, Passed, Puzzled
from standby.rooms.door.floods.watch import FloodWatch
from standby.rooms.people.actions.signing_up import LONGEST_KEY, Receipt, Sent, SpentKey
from standby.rooms.people.values import Hold

# What a client sends as its proof that cannot or will not solve a puzzle: then a person looks first.
NO_PROOF = "none"


_NO_PARTY = SignUpFault(code=FaultCode.PARTY_UNKNOWN, field=Field.PARTY_CODE)
# Put into words only once it is known in which language.
Say: TypeAlias = Callable[[], Answer]


def read_post(posted: Posted, *, doors: Doors, watch: FloodWatch, now: datetime) -> Entry | Answer:
    read = _read(posted, doors=doors, watch=watch, now=now)
    if isinstance(read, Entry):
        return read
    with override(posted.language):
        return read()


def answer_entry(entry: Entry, told: Told) -> Answer:
    if isinstance(told, Receipt):
        return say_receipt(told, language=entry.language)
    with override(entry.language):
        match told:
            case SpentKey():
                return say_spent_key()
            case Counted():
                return say_civilian_only()
            case NoSuchParty():
                return say_faults([_NO_PARTY])
            case _:
                assert_never(told)


def unavailable_in(language: str) -> Answer:
    with override(language):
        return say_unavailable()


def _read(posted: Posted, *, doors: Doors, watch: FloodWatch, now: datetime) -> Entry | Say:
    network = watch.network(posted.address, now=now)
    if later := watch.gate.knock(network, at=now.timestamp()):
        return partial(say_later, later.seconds)
    if not 1 <= len(posted.key) <= LONGEST_KEY or not posted.key.isprintable():
        return partial(say_key_missing, LONGEST_KEY)
    body = read_body(posted.body, content_type=posted.content_type)
    if isinstance(body, BodyFault):
        return partial(say_body_fault, body)
    ref = body.get(OPERATION)
    door = doors.find(ref) if ref is None or isinstance(ref, str) else None
    if door is None:
        return say_unknown_operation
    if not door.takes_anybody:
        return partial(say_door_shut, door)
    offer = _offer_in(body, door)
    if isinstance(offer, SignUp):
        return _weighed(offer, posted, door=door, watch=watch, network=network, now=now)
    return offer if callable(offer) else Entry(operation=door.operation, language=posted.language, sent=None)


def _offer_in(body: Body, door: OpenDoor) -> SignUp | CombatOffer | Say:
    said, misfits = said_in(body)
    read = read_sign_up(said, asked=door.asked)
    match read:
        case Mend():
            return partial(say_faults, read.faults, misfits=misfits)
        case SignUp() if misfits:
            return partial(say_faults, (), misfits=misfits)
        case _:
            return read


def _weighed(
    sign_up: SignUp, posted: Posted, *, door: OpenDoor, watch: FloodWatch, network: bytes, now: datetime
) -> Entry | Say:
    """Fit to be taken in; what remains is whether a flood came along with it."""
    verdict = watch.judge(sign_up, network=network, key=posted.key, proof=posted.proof, now=now)
    match verdict:
        case Passed():
            held = Hold.NOT
        case Held():
            held = verdict.why
        case Puzzled() if posted.proof == NO_PROOF:
            held = Hold.NETWORK
        case Puzzled():
            challenge = watch.challenge(network, bits=verdict.bits, now=now)
            return partial(say_puzzle, challenge, bits=verdict.bits, retry_after=watch.gate.limits.pause)
        case _:
            assert_never(verdict)
    sent = Sent(key=posted.key, sign_up=sign_up, held=held, network=network if held is not Hold.NOT else b"")
    return Entry(operation=door.operation, language=posted.language, sent=sent)
