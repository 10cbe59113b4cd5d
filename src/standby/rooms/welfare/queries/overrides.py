"""Rest that is owed: who let whom work on, why, and when it is given back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from standby.rooms.accounts.queries import logins
from standby.rooms.audit.actors import ActorKind
from standby.rooms.vault.queries import keys_of, open_payload
from standby.rooms.welfare.models import RestOverride
from standby.rooms.welfare.places import why_place
from standby.sealing import DataKey

_STAFF = f"{ActorKind.STAFF}:"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOverride:
    ref: str
    person_id: int
    who: str
    why: str
    rest_on: date
    at: datetime


def open_overrides(*, operation_id: int, person_ids: Iterable[int]) -> dict[int, OpenOverride]:
    """By person: one at a time is open."""
    found = RestOverride.objects.filter(
        operation_id=operation_id, person_id__in=list(person_ids), closed_at__isnull=True
    )
    rows = list(found.select_related("person"))
    keys, known = keys_of(row.person.ref for row in rows), logins({row.by.removeprefix(_STAFF) for row in rows})
    return {row.person_id: _override(row, keys, known) for row in rows if row.person.ref in keys}


def _override(row: RestOverride, keys: Mapping[str, DataKey], known: dict[str, str]) -> OpenOverride:
    opened = open_payload(row.sealed_why, key=keys[row.person.ref], place=why_place(row.ref))
    return OpenOverride(
        ref=row.ref,
        person_id=row.person_id,
        who=known.get(row.by.removeprefix(_STAFF), ""),
        why=str(opened.get("why", "")),
        rest_on=row.rest_on,
        at=row.at,
    )
