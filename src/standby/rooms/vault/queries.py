"""Opening what was sealed: only for what is shown, never for a whole list."""

import json
from collections.abc import Iterable
from typing import cast

from django.db import connection

from standby.rooms.vault.ring import key_ring
from standby.sealing import DataKey, open_sealed

_KEYS = "SELECT subject, master_id, wrapped FROM vault_subjectkey WHERE subject = ANY(%s)"


def keys_of(subjects: Iterable[str]) -> dict[str, DataKey]:
    """Data keys by subject; a subject whose key was erased, or never made, is absent.

    Asked at every opening of anything, so that its statement is not put together anew each time.
    """
    asked = list(subjects)
    if not asked:
        return {}
    ring = key_ring()
    with connection.cursor() as cursor:
        cursor.execute(_KEYS, [asked])
        return {
            subject: ring.unwrap(bytes(wrapped), master_id=master_id, subject=subject)
            for subject, master_id, wrapped in cursor.fetchall()
        }


def open_payload(sealed: bytes | memoryview, *, key: DataKey, place: str) -> dict[str, object]:
    """The mapping that `actions.seal_payload` sealed at this very place."""
    return cast(dict[str, object], json.loads(open_sealed(key=key, place=place, sealed=bytes(sealed))))


def blind(value: str | bytes, *, purpose: str, length: int = 16) -> bytes:
    """The keyed hash, `length` bytes long, under which a phone, an e-mail, a code or a fold is looked up."""
    return key_ring().blind.of(value, purpose=purpose, length=length)
