"""The keys with which an installation signs what it says in public; they live in the folder of the master keys.

Ed25519 (RFC 8032), so that anybody can check with openssl and the published key. The newest key signs; every key of the
ring verifies, so that what was said under an older one stays provable after a rotation.
"""

import contextlib
import os
import secrets
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_PATTERN = "notices-*.key"
_SEED_BYTES = 32
_ID_DIGITS = 16


class SigningKey:
    """One key pair; `fingerprint` is the SHA-256 of the public key as openssl writes it in DER."""

    def __init__(self, *, number: int, seed: bytes) -> None:
        self.number = number
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self._public = self._private.public_key()
        self.public_pem = self._public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
        der = self._public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        self.fingerprint = sha256(der).hexdigest()

    def __repr__(self) -> str:
        return f"SigningKey({self.id})"

    @property
    def id(self) -> str:
        """The beginning of the fingerprint: names the key in addresses and beside signatures."""
        return self.fingerprint[:_ID_DIGITS]

    @property
    def fingerprint_in_groups(self) -> str:
        """To be compared by eye and read aloud: four signs at a time."""
        return " ".join(self.fingerprint[at : at + 4] for at in range(0, len(self.fingerprint), 4))

    def sign(self, message: bytes) -> bytes:
        return self._private.sign(message)

    def has_signed(self, message: bytes, *, signature: bytes) -> bool:
        try:
            self._public.verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A detached signature, and the key it was made with."""

    key_id: str
    value: bytes


class SigningRing:
    def __init__(self, keys: Iterable[SigningKey]) -> None:
        self.keys = tuple(sorted(keys, key=lambda key: key.number))
        if not self.keys:
            raise ValueError("A ring of signing keys holds at least one.")
        self._by_id = {key.id: key for key in self.keys}

    @property
    def newest(self) -> SigningKey:
        return self.keys[-1]

    def key(self, key_id: str) -> SigningKey | None:
        return self._by_id.get(key_id)

    def sign(self, message: bytes) -> Signature:
        return Signature(key_id=self.newest.id, value=self.newest.sign(message))

    def is_signed(self, message: bytes, signature: Signature) -> bool:
        """False for a changed message, a changed signature, and a key that is not ours."""
        key = self.key(signature.key_id)
        return key is not None and key.has_signed(message, signature=signature.value)

    @classmethod
    def load_or_make(cls, folder: Path) -> "SigningRing":
        """The ring of this installation, with a first key where there is none yet."""
        if not any(folder.glob(_PATTERN)):
            # Of two processes that start at once one makes the key, and both use it.
            with contextlib.suppress(FileExistsError):
                _write(folder, number=1)
        return cls(
            SigningKey(number=int(path.stem.removeprefix("notices-")), seed=bytes.fromhex(path.read_text("ascii")))
            for path in folder.glob(_PATTERN)
        )


def add_signing_key(folder: Path) -> SigningKey:
    """A new newest key; what older keys signed can still be verified."""
    _write(folder, number=SigningRing.load_or_make(folder).newest.number + 1)
    return SigningRing.load_or_make(folder).newest


def _write(folder: Path, *, number: int) -> None:
    """Whole or not at all: nobody ever reads half a key, and nobody overwrites one."""
    descriptor, unfinished = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_SEED_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(unfinished, folder / f"notices-{number}.key")
    finally:
        Path(unfinished).unlink()
