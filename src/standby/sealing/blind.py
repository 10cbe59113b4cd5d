"""Equality without reading: keyed hashes of phones, e-mails, folds and codes.

Whoever holds the database but not the key can see which rows share a value and how often, and nothing else
(SECURITY.md, "What frequencies leak").
"""

import hmac


class BlindIndex:
    def __init__(self, *, secret: bytes) -> None:
        self._secret = secret

    def __repr__(self) -> str:
        return "BlindIndex(…)"

    def of(self, value: str | bytes, *, purpose: str, length: int = 16) -> bytes:
        """The keyed hash of `value`, `length` bytes long; another purpose gives another, unrelated hash."""
        raw = value.encode() if isinstance(value, str) else value
        message = len(purpose.encode()).to_bytes(2, "big") + purpose.encode() + raw
        return hmac.digest(self._secret, message, "sha256")[:length]
