"""One sealed value: ChaCha20-Poly1305, bound to the very cell it stands in.

A sealed value is `version (1 byte) | nonce (12) | ciphertext and tag`. The place (table, column, row) is authenticated
with it, so a value copied to another row or column does not open there.
"""

import os
from collections.abc import Iterable
from typing import NewType

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from standby.domain.errors import StandbyError

DataKey = NewType("DataKey", bytes)

_VERSION = b"\x01"
_NONCE_BYTES = 12
KEY_BYTES = 32


class Unsealable(StandbyError):
    """The key was erased, is another one, or the value was changed or moved."""

    code = "unsealable"


def new_data_key() -> DataKey:
    return DataKey(ChaCha20Poly1305.generate_key())


def seal(*, key: bytes, place: str, value: bytes) -> bytes:
    """`place` names the cell, as `table|column|row`; it is needed again to open the value."""
    return seal_each(key=key, values=[(place, value)])[0]


def seal_each(*, key: bytes, values: Iterable[tuple[str, bytes]]) -> list[bytes]:
    """Many of them, each with its place, in their order, each under a nonce of its own."""
    encrypt = ChaCha20Poly1305(key).encrypt
    sealed = []
    for place, value in values:
        nonce = os.urandom(_NONCE_BYTES)
        sealed.append(_VERSION + nonce + encrypt(nonce, value, place.encode()))
    return sealed


def open_sealed(*, key: bytes, place: str, sealed: bytes) -> bytes:
    """Raises Unsealable unless `sealed` was sealed under this key for this very place."""
    nonce, ciphertext = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if sealed[:1] != _VERSION or len(nonce) != _NONCE_BYTES:
        raise Unsealable("This is not a sealed value of a version known here.")
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, ciphertext, place.encode())
    except InvalidTag as error:
        raise Unsealable("The value does not open with this key at this place.") from error
