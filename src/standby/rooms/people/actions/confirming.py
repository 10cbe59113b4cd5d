"""A contact is shown to be somebody's own, or a registrar vouches for them: from then on plans count on them."""

from datetime import datetime

from django.db import transaction

from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.reuniting import reunite
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.models import ContactClaim, MatchKey, Person
from standby.rooms.people.queries.contacts import contacts_of
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.values import NewStatus, PersonView
from standby.rooms.vault.copying import copy_rows

VOUCHED = "vouched"


@transaction.atomic
def confirm_contact(
    *, operation: OperationView, person: PersonView, kind: str, how: str, by: Actor, now: datetime
) -> PersonView:
    """They answered from the e-mail or the telephone (`kind`) that they gave; `how` is "link" or "sms".

    The person they are now: they may turn out to be somebody who is known by the same contact. Done again it changes
    nothing.
    """
    proven = _prove(person.id, kinds=[kind], how=how, by=by, now=now)
    if not proven:
        return person
    found = _counts_from_now_on(operation, person.id, by=by, now=now)
    detail = {"kind": kind, "how": how}
    journal(operation=operation.ref, actor=by, action="contact.confirm", now=now, subject=person.ref, detail=detail)
    return found


@transaction.atomic
def vouch_for(*, operation: OperationView, person: PersonView, by: Actor, now: datetime) -> PersonView:
    """A registrar spoke to them, or has them in front of the desk: all they gave counts as theirs."""
    if person.is_confirmed:
        return person
    _prove(person.id, kinds=["phone", "email"], how=VOUCHED, by=by, now=now)
    found = _counts_from_now_on(operation, person.id, by=by, now=now)
    journal(operation=operation.ref, actor=by, action="person.vouch", now=now, subject=person.ref)
    return found


def _prove(person_id: int, *, kinds: list[str], how: str, by: Actor, now: datetime) -> int:
    """From now on others are recognised by these contacts; how many there were."""
    Person.objects.select_for_update().get(id=person_id)
    claims = ContactClaim.objects.filter(
        registration__registrationperson__person_id=person_id, kind__in=kinds, confirmed_at__isnull=True
    )
    rows = list(claims.order_by("id"))
    keys = (
        {
            "operation_id": row.operation_id,
            "registration_id": row.registration_id,
            "kind": row.kind,
            "blind": bytes(row.blind),
        }
        for row in rows
    )
    copy_rows(MatchKey, keys)
    return ContactClaim.objects.filter(id__in=[row.id for row in rows]).update(confirmed_at=now, how=how, by=str(by))


def _counts_from_now_on(operation: OperationView, person_id: int, *, by: Actor, now: datetime) -> PersonView:
    row = Person.objects.get(id=person_id)
    kinds = {contact.kind for contact in contacts_of(person_id=person_id)}
    row.has_email, row.has_phone = row.has_email or "email" in kinds, row.has_phone or "phone" in kinds
    row.contact_confirmed_at = row.contact_confirmed_at or now
    row.save(update_fields=["has_email", "has_phone", "contact_confirmed_at"])
    if row.status == PersonStatus.STAND_BY and row.reason == Reason.INCOMPLETE and row.is_complete:
        _tell_that_they_count(operation, row, by=by, now=now)
    now_id = reunite(operation=operation, person_id=person_id, by=by, now=now)
    return people_by_id(operation_id=operation.id, ids=[now_id])[now_id]


def _tell_that_they_count(operation: OperationView, row: Person, *, by: Actor, now: datetime) -> None:
    counted = NewStatus(
        person_id=row.id,
        status=PersonStatus.STAND_BY,
        reason=Reason.NO_NEED_NOW,
        next_word_on=operation.next_word_on(now),
    )
    tell(operation_id=operation.id, statuses=[counted], occasion="confirmed", by=by, now=now)
