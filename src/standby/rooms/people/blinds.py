"""The keyed hashes by which registrations are found; those of two operations are never comparable."""

from standby.rooms.vault.queries import blind

_SEARCH_BYTES = 8


def match_blind(*, operation_id: int, key: str) -> bytes:
    return blind(key, purpose=f"match {operation_id}")


def name_blind(*, operation_id: int, key: str) -> bytes:
    return blind(key, purpose=f"name {operation_id}", length=_SEARCH_BYTES)


def search_blind(*, operation_id: int, prefix: str) -> bytes:
    return blind(prefix, purpose=f"search {operation_id}", length=_SEARCH_BYTES)


def fingerprint_blind(fingerprint: bytes, *, operation_id: int, list_id: int | None) -> bytes:
    return blind(fingerprint, purpose=f"fingerprint {operation_id} {list_id}")


def row_key_blind(value: bytes, *, kind: int) -> bytes:
    return blind(value, purpose=f"row key {kind}")


def party_blind(code: str, *, operation_id: int) -> bytes:
    return blind(code, purpose=f"party code {operation_id}")


def code_blind(code: str) -> bytes:
    """Personal links and receipt codes lead to one page whatever the operation: they are looked up by this alone."""
    return blind(code, purpose="personal code")
