"""Equality without reading: keyed hashes of phones, e-mails, folds and codes.

Whoever holds the database but not the key can see which rows share a value and how often, and nothing else
(SECURITY.md, "What frequencies leak").
"""

import hashlib

_BLOCK = 64  # bytes; of SHA-256
_INNER, _OUTER = (bytes(byte ^ pad for byte in range(256)) for pad in (0x36, 0x5C))
# Purposes are words of ours with a number or a day in them, never a value.
_MOST_PURPOSES = 256


class BlindIndex:
    """HMAC-SHA-256, whose beginning (the secret, the purpose) is hashed once and gone on from: thousands are made a
    second, and the standard library's call spends most of its time on beginning.
    """

    def __init__(self, *, secret: bytes) -> None:
        # RFC 2104: a longer secret is hashed first, a shorter one filled up.
        key = (secret if len(secret) <= _BLOCK else hashlib.sha256(secret).digest()).ljust(_BLOCK, b"\0")
        self._inner = hashlib.sha256(key.translate(_INNER))
        self._outer = hashlib.sha256(key.translate(_OUTER))
        self._begun: dict[str, hashlib._Hash] = {}

    def __repr__(self) -> str:
        return "BlindIndex(…)"

    def of(self, value: str | bytes, *, purpose: str, length: int = 16) -> bytes:
        """The keyed hash of `value`, `length` bytes long; another purpose gives another, unrelated hash."""
        inner = (self._begun.get(purpose) or self._begin(purpose)).copy()
        inner.update(value.encode() if isinstance(value, str) else value)
        outer = self._outer.copy()
        outer.update(inner.digest())
        return outer.digest()[:length]

    def _begin(self, purpose: str) -> "hashlib._Hash":
        named = purpose.encode()
        inner = self._inner.copy()
        inner.update(len(named).to_bytes(2, "big") + named)
        if len(self._begun) >= _MOST_PURPOSES:
            self._begun.clear()
        self._begun[purpose] = inner
        return inner
