"""A request to sign somebody up, as whichever server took it in hands it over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """`key` and `proof` are the headers Idempotency-Key and Proof; `address` is the caller's, for counting alone."""

    body: bytes
    content_type: str
    key: str
    proof: str
    language: str
    address: str
