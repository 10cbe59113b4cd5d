"""The gate of this process, with what it needs to know networks, contacts and puzzles."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from standby.domain.sign_up import SignUp
from standby.rooms.door.floods.gate import Gate, Verdict
from standby.rooms.door.floods.limits import limits_in_use
from standby.rooms.door.floods.networks import network_hash
from standby.rooms.door.floods.proof import Puzzles
from standby.rooms.vault.queries import blind

_MINUTE = 60
_SECRET_BYTES = 32
_HASH_BYTES = 8


@dataclass(slots=True, kw_only=True)
class FloodWatch:
    """Nothing it holds can be read back to an address, a telephone or an e-mail, and nothing outlives the process."""

    gate: Gate = field(default_factory=lambda: Gate(limits_in_use()))
    puzzles: Puzzles

    def network(self, address: str, *, now: datetime) -> bytes:
        return network_hash(address, day=now.date())

    def judge(self, sign_up: SignUp, *, network: bytes, key: str, proof: str, now: datetime) -> Verdict:
        contacts = [
            blind(contact, purpose="contact at the gate", length=_HASH_BYTES)
            for contact in (*sign_up.details.phones, *sign_up.details.emails)
        ]
        form = blind(key, purpose="form at the gate", length=_HASH_BYTES) if contacts else b""
        solved = self.puzzles.bits_of(proof, key=key, network=network, minute=_minute(now)) if proof else 0
        return self.gate.judge(network=network, contacts=contacts, form=form, solved_bits=solved, at=now.timestamp())

    def challenge(self, network: bytes, *, bits: int, now: datetime) -> str:
        return self.puzzles.challenge(network=network, bits=bits, minute=_minute(now))


@cache
def flood_watch() -> FloodWatch:
    """One for each process."""
    return FloodWatch(puzzles=Puzzles(secret=blind("puzzles", purpose="proof of work", length=_SECRET_BYTES)))


def _minute(now: datetime) -> int:
    return int(now.timestamp()) // _MINUTE
