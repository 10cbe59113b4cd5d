"""Reading the journal, and proving that nothing in it was changed, left out or put in between."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from standby.rooms.audit.models import JournalEntry

_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    sequence: int
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainState:
    """How many entries were read, and the sequence number of the first that does not fit, if any."""

    entries: int
    broken_at: int | None


def recent(*, operation: str, before: int | None = None, subject: str = "", limit: int = _PAGE) -> list[Entry]:
    """The newest entries first, from the one before `before` on; of one subject where it is given."""
    rows = JournalEntry.objects.filter(operation=operation)
    if before is not None:
        rows = rows.filter(sequence__lt=before)
    if subject:
        rows = rows.filter(subject=subject)
    return [_entry(row) for row in rows.order_by("-sequence")[:limit]]


def whole(*, operation: str) -> Iterator[Entry]:
    """Every entry in the order in which it was written, for an export."""
    return (_entry(row) for row in _in_order(operation))


def happened(*, operation: str, actions: Collection[str]) -> frozenset[str]:
    """Those of `actions` that were done in the operation at least once."""
    rows = JournalEntry.objects.filter(operation=operation, action__in=actions)
    return frozenset(rows.values_list("action", flat=True).distinct())


def verify_chain(*, operation: str) -> ChainState:
    """Reads the whole chain and recomputes each digest (the rule stands in migration 0002, in SQL)."""
    previous, expected = b"", 1
    for row in _in_order(operation):
        fits = row.sequence == expected and bytes(row.previous) == previous
        if not fits or bytes(row.digest) != digest_of(row):
            return ChainState(entries=expected - 1, broken_at=row.sequence)
        previous, expected = bytes(row.digest), expected + 1
    return ChainState(entries=expected - 1, broken_at=None)


def digest_of(row: JournalEntry) -> bytes:
    """SHA-256 over the previous digest and every field, each with its length before it."""
    at = row.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    fields = (row.operation, str(row.sequence), at, row.actor, row.action, row.subject, row.detail)
    raw = b"".join(f"{len(field.encode())}:".encode() + field.encode() for field in fields)
    return hashlib.sha256(bytes(row.previous) + raw).digest()


def _in_order(operation: str) -> Iterator[JournalEntry]:
    return JournalEntry.objects.filter(operation=operation).order_by("sequence").iterator(chunk_size=2000)


def _entry(row: JournalEntry) -> Entry:
    return Entry(
        sequence=row.sequence,
        at=row.at,
        actor=row.actor,
        action=row.action,
        subject=row.subject,
        detail=row.detail,
    )
