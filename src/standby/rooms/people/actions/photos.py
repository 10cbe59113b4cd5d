"""Photos of licences: kept sealed until somebody has judged the licence, a month at most."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from standby.domain.credentials import Standing
from standby.domain.errors import Refused
from standby.domain.statuses import ENDED_STATUSES
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor, system
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import Credential, CredentialPhoto
from standby.rooms.people.sealed import photo_place
from standby.rooms.people.values import PersonView
from standby.rooms.vault.actions import erase_keys, key_for
from standby.rooms.vault.queries import keys_of
from standby.sealing import open_sealed, seal

KEPT_DAYS = 30
_MOST_SENT = 10


@transaction.atomic
def keep_photo(
    *, operation: OperationView, person: PersonView, credential_ref: str, photo: bytes, by: Actor, now: datetime
) -> None:
    """`photo` is one that was made small and bare (standby.exchange.photos). It takes the place of one sent before.

    Raises Refused for a licence that is not theirs or does not wait to be checked, and for the eleventh of one licence.
    """
    claims = Credential.objects.select_for_update().filter(operation_id=operation.id, person_id=person.id)
    claim = claims.filter(ref=credential_ref, state=Standing.CLAIMED.value).first()
    if claim is None:
        raise Refused(gettext("This licence does not wait to be checked."))
    row = CredentialPhoto.objects.filter(credential=claim).first()
    if row is None:
        row = CredentialPhoto(operation_id=operation.id, credential=claim)
    if row.sent >= _MOST_SENT:
        raise Refused(gettext("Very many photos of this licence were sent already. Tell a registrar."))
    row.sealed = seal(key=key_for(row.ref), place=photo_place(row.ref), value=photo)
    row.sent, row.sent_at = row.sent + 1, now
    row.save()
    detail = {"licence": claim.ref}
    journal(operation=operation.ref, actor=by, action="licence.photo", now=now, subject=person.ref, detail=detail)


@transaction.atomic
def look_at_photo(*, operation: OperationView, credential_ref: str, by: Actor, now: datetime) -> bytes | None:
    """The JPEG, for whoever judges the licence; None where none waits. That they looked is in the journal."""
    rows = CredentialPhoto.objects.filter(operation_id=operation.id, credential__ref=credential_ref).exclude(sealed=b"")
    row = rows.filter(credential__person__erased_at__isnull=True).select_related("credential__person").first()
    key = keys_of([row.ref]).get(row.ref) if row else None
    if row is None or key is None:
        return None
    subject, detail = row.credential.person.ref, {"licence": credential_ref}
    journal(operation=operation.ref, actor=by, action="licence.photo_view", now=now, subject=subject, detail=detail)
    return open_sealed(key=key, place=photo_place(row.ref), sealed=bytes(row.sealed))


@transaction.atomic
def take_photo_back(
    *, operation: OperationView, person: PersonView, credential_ref: str, by: Actor, now: datetime
) -> None:
    """Its holder wants it gone now."""
    rows = CredentialPhoto.objects.filter(operation_id=operation.id, credential__person_id=person.id)
    if forget_photos(rows.filter(credential__ref=credential_ref).values_list("credential_id", flat=True)):
        detail = {"licence": credential_ref}
        journal(
            operation=operation.ref, actor=by, action="licence.photo_gone", now=now, subject=person.ref, detail=detail
        )


def forget_photos(credential_ids: Iterable[int]) -> int:
    """Unreadable for ever, here and in every backup; how many. That there was one stays, so that they are counted."""
    rows = CredentialPhoto.objects.filter(credential_id__in=list(credential_ids)).exclude(sealed=b"")
    refs = list(rows.values_list("ref", flat=True))
    rows.update(sealed=b"")
    erase_keys(refs)
    return len(refs)


@transaction.atomic
def forget_old_photos(*, operation: OperationView, now: datetime) -> int:
    """Nobody looked for a month, or their holder is out of the operation."""
    rows = CredentialPhoto.objects.filter(operation_id=operation.id).exclude(sealed=b"")
    over = Q(sent_at__lt=now - timedelta(days=KEPT_DAYS)) | Q(credential__person__status__in=ENDED_STATUSES)
    gone = forget_photos(rows.filter(over).values_list("credential_id", flat=True))
    if gone:
        by, detail = system("forget photos"), {"photos": gone}
        journal(operation=operation.ref, actor=by, action="licence.photo_gone", now=now, detail=detail)
    return gone
