"""Writing the journal."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from standby.rooms.audit.actors import Actor
from standby.rooms.audit.models import JournalEntry

Detail = Mapping[str, str | int | bool | None]


def journal(
    *, operation: str, actor: Actor, action: str, now: datetime, subject: str = "", detail: Detail | None = None
) -> None:
    """Adds one entry, in the transaction of the deed itself.

    Call it last in the transaction: the chain of an operation is one queue, held from here to the commit. `operation`
    and `subject` are references; `detail` holds codes and counts, never what identifies a person.
    """
    journal_each(operation=operation, actor=actor, action=action, now=now, subjects=(subject,), detail=detail)


def journal_each(
    *,
    operation: str,
    actor: Actor,
    action: str,
    now: datetime,
    subjects: Iterable[str],
    detail: Detail | None = None,
) -> None:
    """The same entry for each of several subjects, in their order, in one statement: a sheet opens many people."""
    told = json.dumps(detail or {}, ensure_ascii=False, sort_keys=True)
    JournalEntry.objects.bulk_create(
        JournalEntry(operation=operation, at=now, actor=str(actor), action=action, subject=subject, detail=told)
        for subject in subjects
    )
