"""Sealing: everything that identifies a person passes through here before it is stored."""

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from django.db import transaction

from standby.rooms.vault.copying import copy_rows
from standby.rooms.vault.models import SubjectKey
from standby.rooms.vault.queries import keys_of
from standby.rooms.vault.ring import key_ring
from standby.sealing import DataKey, seal
from standby.sealing.box import new_data_key

Payload: TypeAlias = Mapping[str, object]


_HOUR_KEYS: dict[str, DataKey] = {}


@transaction.atomic
def make_keys(subjects: Iterable[str]) -> dict[str, DataKey]:
    """A fresh data key for each subject; many at once cost one statement."""
    ring = key_ring()
    keys = {subject: new_data_key() for subject in subjects}
    wrapped = ((subject, *ring.wrap(key, subject=subject)) for subject, key in keys.items())
    rows = ({"subject": subject, "master_id": master_id, "wrapped": box} for subject, master_id, box in wrapped)
    copy_rows(SubjectKey, rows)
    return keys


def key_for(subject: str) -> DataKey:
    """The subject's key, made now if there is none yet."""
    return keys_of([subject]).get(subject) or make_keys([subject])[subject]


@transaction.atomic
def shared_key(subject: str) -> DataKey:
    """A key under which many write at once: made by whoever comes first, the same for all of them."""
    found = keys_of([subject]).get(subject)
    if found is not None:
        return found
    master_id, wrapped = key_ring().wrap(new_data_key(), subject=subject)
    row = SubjectKey(subject=subject, master_id=master_id, wrapped=wrapped)
    SubjectKey.objects.bulk_create([row], ignore_conflicts=True)
    return keys_of([subject])[subject]


def hour_key(subject: str) -> DataKey:
    """A shared key that many transactions after one another write under.

    Kept for the process once it was found in the database, where it is committed: a key that was only just made may
    still be rolled back, and what is sealed under it would be lost.
    """
    kept = _HOUR_KEYS.get(subject)
    if kept is None:
        kept = keys_of([subject]).get(subject)
        if kept is None:
            return shared_key(subject)
        _HOUR_KEYS.clear()  # the last hour's is over
        _HOUR_KEYS[subject] = kept
    return kept


def seal_payload(payload: Payload, *, key: DataKey, place: str) -> bytes:
    """`payload` as sealed JSON; `place` is `table|column|ref` and is needed again to open it."""
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return seal(key=key, place=place, value=text.encode())


@transaction.atomic
def erase_keys(subjects: Iterable[str]) -> int:
    """Makes everything sealed for these subjects unreadable for ever; how many keys there were."""
    deleted, _ = SubjectKey.objects.filter(subject__in=list(subjects)).delete()
    return deleted


@transaction.atomic
def rewrap_keys(*, limit: int = 10_000) -> int:
    """Wraps data keys of older master keys by the newest; how many were left to do and are done now."""
    ring = key_ring()
    rows = list(
        SubjectKey.objects.select_for_update(skip_locked=True).exclude(master_id=ring.newest_id).order_by("id")[:limit]
    )
    for row in rows:
        key = ring.unwrap(bytes(row.wrapped), master_id=row.master_id, subject=row.subject)
        row.master_id, row.wrapped = ring.wrap(key, subject=row.subject)
    SubjectKey.objects.bulk_update(rows, ["master_id", "wrapped"], batch_size=1000)
    return len(rows)
