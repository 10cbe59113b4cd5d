"""The gate for the form at the door: no form is refused; one without a proof waits for a person's look."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from standby.domain.sign_up import SignUp
from standby.rooms.door.floods.gate import Held, Passed, Puzzled
from standby.rooms.door.floods.watch import flood_watch
from standby.rooms.operations.requests import address_of
from standby.rooms.people.values import Hold

PROOF_FIELD = "proof"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What a sign-up is stored with: why it waits for a look, and then the hash of where it came from."""

    held: Hold = Hold.NOT
    network: bytes = b""


Weigh = Callable[[SignUp], Weight]


def not_weighed(_sign_up: SignUp) -> Weight:
    """For what a person of ours typed in."""
    return Weight()


def challenge_for(request: HttpRequest, *, now: datetime) -> str:
    """The puzzle a browser solves while somebody looks the form over; empty where none is asked, as almost always."""
    watch = flood_watch()
    network = watch.network(address_of(request), now=now)
    bits = watch.gate.bits_ahead(network, at=now.timestamp())
    return watch.challenge(network, bits=bits, now=now) if bits else ""


def weighing(request: HttpRequest, *, key: str, now: datetime) -> Weigh:
    """Counts the form, and weighs what is in it."""
    watch = flood_watch()
    network = watch.network(address_of(request), now=now)
    watch.gate.knock(network, at=now.timestamp())

    def weigh(sign_up: SignUp) -> Weight:
        proof = request.POST.get(PROOF_FIELD, "")
        verdict = watch.judge(sign_up, network=network, key=key, proof=proof, now=now)
        match verdict:
            case Passed():
                return Weight()
            case Held():
                return Weight(held=verdict.why, network=network)
            case Puzzled():
                return Weight(held=Hold.NETWORK, network=network)

    return weigh
