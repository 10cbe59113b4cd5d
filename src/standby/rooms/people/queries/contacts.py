"""Telephones and e-mails that people gave at the door, and which of them were shown to be theirs."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import connection

from standby.domain.offers import PersonalDetails
from standby.identity import RecordId, record_keys
from standby.rooms.people.blinds import match_blind
from standby.rooms.people.models import ContactClaim
from standby.rooms.people.records import record_of

_NOBODY = RecordId("")
# Asked for everybody who signs up: its statement is not put together anew each time.
_UNPROVEN = """
SELECT registration_id, operation_id, blind FROM people_contactclaim
WHERE registration_id = ANY(%s) AND confirmed_at IS NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """One contact of a person, without what it is."""

    kind: str
    confirmed_at: datetime | None
    how: str
    asked_at: datetime | None = None


def contacts_of(*, person_id: int) -> list[ContactView]:
    rows = ContactClaim.objects.filter(registration__registrationperson__person_id=person_id).order_by("id")
    return [
        ContactView(kind=row.kind, confirmed_at=row.confirmed_at, how=row.how, asked_at=row.asked_at) for row in rows
    ]


def are_proven(registration_ids: Collection[int]) -> bool:
    """Whether somebody stands for how one of these is reached: a list, the desk, or whoever answered from it."""
    claims = ContactClaim.objects.filter(registration_id__in=registration_ids)
    claimed = set(claims.values_list("registration_id", flat=True))
    return bool(set(registration_ids) - claimed) or claims.filter(confirmed_at__isnull=False).exists()


def without_unproven(details: Mapping[int, PersonalDetails]) -> dict[int, PersonalDetails]:
    """By registration id, leaving out contacts that anybody could have typed: by these nobody is recognised."""
    if not details:
        return {}
    claimed: dict[int, tuple[int, set[bytes]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_UNPROVEN, [list(details)])
        for registration_id, operation_id, blind in cursor.fetchall():
            claimed.setdefault(registration_id, (operation_id, set()))[1].add(bytes(blind))
    return {
        row_id: _without(known, *claimed[row_id]) if row_id in claimed else known for row_id, known in details.items()
    }


def _without(details: PersonalDetails, operation_id: int, claimed: set[bytes]) -> PersonalDetails:
    phones = [PersonalDetails(phones=(phone,)) for phone in details.phones]
    emails = [PersonalDetails(emails=(email,)) for email in details.emails]
    return replace(
        details,
        phones=tuple(one.phones[0] for one in phones if not _blinds(one, operation_id) & claimed),
        emails=tuple(one.emails[0] for one in emails if not _blinds(one, operation_id) & claimed),
    )


def _blinds(details: PersonalDetails, operation_id: int) -> set[bytes]:
    keys: Iterable[str] = record_keys(record_of(_NOBODY, details))
    return {match_blind(operation_id=operation_id, key=key) for key in keys}
