"""Whose page a code opens."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from standby.rooms.people.blinds import code_blind
from standby.rooms.people.models import PersonalCode
from standby.sealing import InvalidCode, parse_receipt_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who may see a personal page: enough to keep in a session, and nothing that identifies."""

    code_id: int
    person_ref: str
    operation_id: int


def holder_of_link(token: str, *, now: datetime) -> Holder | None:
    return _holder(token, kind="link", now=now)


def holder_of_receipt(text: str, *, now: datetime) -> Holder | None:
    """None for a code that was mistyped as well as for one that was never given out: neither tells anything."""
    try:
        code = parse_receipt_code(text)
    except InvalidCode:
        return None
    return _holder(code, kind="receipt", now=now)


def holder_of_confirmation(token: str, *, now: datetime) -> Holder | None:
    """Whose address a letter's link confirms; the link alone opens no page."""
    return _holder(token, kind="confirm", now=now)


def still_holds(holder: Holder, *, now: datetime) -> bool:
    """Whether the code a session was opened with has not been taken back since."""
    return _valid(now).filter(id=holder.code_id, person__ref=holder.person_ref).exists()


def _holder(code: str, *, kind: str, now: datetime) -> Holder | None:
    rows = _valid(now).filter(kind=kind, blind=code_blind(code)).select_related("person")
    row = rows.first()
    if row is None:
        return None
    return Holder(code_id=row.id, person_ref=row.person.ref, operation_id=row.operation_id)


def _valid(now: datetime) -> QuerySet[PersonalCode]:
    return PersonalCode.objects.filter(
        Q(expires_at__isnull=True) | Q(expires_at__gt=now),
        revoked_at__isnull=True,
        person__erased_at__isnull=True,
    )
