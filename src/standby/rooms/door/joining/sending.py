"""Sending a sign-up from the form: the one rule, the one action, and settling it at once where the door stands open."""

from dataclasses import dataclass
from datetime import datetime

from standby.domain.door import SwitchState
from standby.domain.sign_up import (
    Asked,
    CombatOffer,
    FaultCode,
    Field,
    Mend,
    PartySide,
    ReadSignUp,
    Said,
    SignUp,
    SignUpFault,
    read_sign_up,
)
from standby.rooms.door.floods.forms import Weigh, not_weighed
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.settling import settle_sign_ups
from standby.rooms.people.actions.signing_up import Receipt, Sent, SpentKey, receipt_hash, receive_sign_ups
from standby.rooms.people.queries.parties import is_party
from standby.rooms.people.queries.sign_ups import waiting_sign_ups


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A sign-up that is stored. `is_settled`: its page is there already, and not only its receipt."""

    sign_up: SignUp
    receipt: Receipt
    is_settled: bool


Outcome = Taken | CombatOffer | Mend | SpentKey


def send(
    said: Said,
    *,
    key: str,
    asked: Asked,
    operation: OperationView,
    public_url: str,
    now: datetime,
    weigh: Weigh = not_weighed,
) -> Outcome:
    """Stored before it returns, and never twice. What is weighed and found to wait for a look is not settled."""
    read = read_with_party(said, asked=asked, operation=operation)
    if not isinstance(read, SignUp):
        return read
    weight = weigh(read)
    sent = Sent(key=key, sign_up=read, held=weight.held, network=weight.network)
    (answer,) = receive_sign_ups(operation=operation, sent=[sent], now=now)
    if isinstance(answer, SpentKey):
        return answer
    is_open = asked.door.of_offer(role.code for role in read.offer.roles).state is SwitchState.OPEN
    is_settled = is_open and not answer.is_held
    if is_settled:
        settle_sign_ups(operation=operation, public_url=public_url, now=now, only=[receipt_hash(answer)])
    return Taken(sign_up=read, receipt=answer, is_settled=is_settled)


def read_with_party(said: Said, *, asked: Asked, operation: OperationView) -> ReadSignUp:
    """The rule, and whether there is the party of a code; while others wait to be settled it may be one of theirs."""
    read = read_sign_up(said, asked=asked)
    if not isinstance(read, SignUp) or read.party.side is not PartySide.COMPANION:
        return read
    if is_party(operation_id=operation.id, code=read.party.code) or waiting_sign_ups(operation_id=operation.id):
        return read
    return Mend(faults=(SignUpFault(code=FaultCode.PARTY_UNKNOWN, field=Field.PARTY_CODE),))
