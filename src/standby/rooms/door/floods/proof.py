"""Proof of work: a puzzle that costs a visitor half a second, and whoever sends thousands their whole machine.

    challenge = "1.<minute>.<bits>.<mac>"       given out, kept nowhere: the mac says that it is ours
    proof     = "<challenge>.<nonce>"           SHA-256("<proof>|<key of the form>") begins with <bits> zero bits

The key of the form is hashed along, so each form needs a proof of its own, and a form sent again may bring the same.
The browser's side is static/proof.js; both are tested on tests/vectors/proof.json.
"""

import hashlib
import hmac
from dataclasses import dataclass
from itertools import count

_VERSION = "1"
_MAC_LETTERS = 24
_PARTS = 4
_LONGEST = 120
_MOST_BITS = 24
_BITS_A_BYTE = 8
MINUTES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Puzzles:
    """Gives out challenges and checks proofs under one secret. `network` binds a challenge to where it was asked."""

    secret: bytes

    def challenge(self, *, network: bytes, bits: int, minute: int) -> str:
        bits = min(bits, _MOST_BITS)
        return f"{_VERSION}.{minute}.{bits}.{self._mac(network, minute, bits)}"

    def bits_of(self, proof: str, *, key: str, network: bytes, minute: int) -> int:
        """How hard a puzzle was solved for this form; 0 for none, or one that is not ours, not theirs or too old."""
        challenge, _, nonce = proof.rpartition(".")
        parts = challenge.split(".")
        if len(proof) > _LONGEST or len(parts) != _PARTS or not nonce or not proof.isascii():
            return 0
        version, given, bits, mac = parts
        if version != _VERSION or not (given.isdecimal() and bits.isdecimal()):
            return 0
        is_ours = hmac.compare_digest(mac, self._mac(network, int(given), int(bits)))
        is_fresh = 0 <= minute - int(given) <= MINUTES
        return int(bits) if is_ours and is_fresh and zero_bits(_digest(proof, key)) >= int(bits) else 0

    def _mac(self, network: bytes, minute: int, bits: int) -> str:
        text = f"{minute}.{bits}.".encode() + network
        return hmac.digest(self.secret, text, "sha256").hex()[:_MAC_LETTERS]


def solve(challenge: str, *, key: str) -> str:
    """What the browser does; for tests and for programs."""
    bits = int(challenge.split(".")[2])
    proofs = (f"{challenge}.{nonce}" for nonce in count())
    return next(proof for proof in proofs if zero_bits(_digest(proof, key)) >= bits)


def zero_bits(digest: bytes) -> int:
    """How many bits at the beginning are zero.

    >>> zero_bits(bytes([0, 0b00010000]))
    11
    """
    number = int.from_bytes(digest, "big")
    return len(digest) * _BITS_A_BYTE - number.bit_length()


def _digest(proof: str, key: str) -> bytes:
    return hashlib.sha256(f"{proof}|{key}".encode("utf-8", "replace")).digest()
