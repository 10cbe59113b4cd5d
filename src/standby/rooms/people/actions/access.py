"""Personal links and receipt codes: made, opened, taken back."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.blinds import code_blind
from standby.rooms.people.models import PersonalCode
from standby.sealing import new_link_token, new_receipt_code, parse_receipt_code

# A link travels by e-mail, which others may read one day; a new one comes with every message.
_LINK_LIFE = timedelta(days=60)


def make_links(*, operation_id: int, person_ids: Sequence[int], now: datetime) -> dict[int, str]:
    """A fresh token for each person's personal link; only its keyed hash is kept."""
    tokens = {person_id: new_link_token() for person_id in person_ids}
    PersonalCode.objects.bulk_create(
        [
            PersonalCode(
                operation_id=operation_id,
                person_id=person_id,
                kind="link",
                blind=code_blind(token),
                made_at=now,
                expires_at=now + _LINK_LIFE,
            )
            for person_id, token in tokens.items()
        ],
        batch_size=5000,
    )
    return tokens


@transaction.atomic
def make_receipt(*, operation: OperationView, person_id: int, person_ref: str, by: Actor, now: datetime) -> str:
    """A receipt code to be printed or read out, in place of any the person had; it is shown this once."""
    _revoke(person_id, kind="receipt", now=now)
    code = new_receipt_code()
    PersonalCode.objects.create(
        operation_id=operation.id,
        person_id=person_id,
        kind="receipt",
        blind=code_blind(parse_receipt_code(code)),
        made_at=now,
    )
    journal(operation=operation.ref, actor=by, action="receipt.make", now=now, subject=person_ref)
    return code


@transaction.atomic
def revoke_codes(*, operation: OperationView, person_id: int, person_ref: str, by: Actor, now: datetime) -> int:
    """Every link and code of this person stops working; how many there were."""
    number = revoke_all(person_id=person_id, now=now)
    journal(
        operation=operation.ref,
        actor=by,
        action="codes.revoke",
        now=now,
        subject=person_ref,
        detail={"codes": number},
    )
    return number


def revoke_all(*, person_id: int, now: datetime) -> int:
    """Without a word in the journal: part of a deed that has its own."""
    return sum(_revoke(person_id, kind=kind, now=now) for kind in ("link", "receipt", "confirm"))


def _revoke(person_id: int, *, kind: str, now: datetime) -> int:
    rows = PersonalCode.objects.filter(person_id=person_id, kind=kind, revoked_at__isnull=True)
    return rows.update(revoked_at=now)
