"""Erasing somebody: their keys go, and with them everything that could be read of them, here and in every backup."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import WrongOrder
from standby.domain.statuses import ENDED_STATUSES
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.messages.actions.choosing import forget
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import revoke_all
from standby.rooms.people.actions.photos import forget_photos
from standby.rooms.people.actions.regrouping import registrations_of
from standby.rooms.people.models import (
    ContactClaim,
    Credential,
    JoinEvent,
    MatchKey,
    NameKey,
    Person,
    Registration,
    RowKey,
    SearchPrefix,
)
from standby.rooms.people.values import PersonView
from standby.rooms.vault.actions import erase_keys


@transaction.atomic
def erase_person(*, operation: OperationView, person: PersonView, by: Actor, now: datetime) -> int:
    """Makes unreadable for ever whatever was sealed for this person; how many keys that were. It cannot be undone.

    They have to have withdrawn first, so that no place waits for them. The journal keeps that there was somebody; the
    fingerprints of their rows stay, so that the same list does not bring them in again.
    """
    if person.status not in ENDED_STATUSES:
        raise WrongOrder(gettext("Withdraw their offer first: somebody may be counting on them."))
    registrations = registrations_of(person.id)
    people = [person.id, *_absorbed(registrations, person.id)]
    rows = list(Person.objects.select_for_update().filter(operation_id=operation.id, id__in=people).order_by("id"))
    refs = [row.ref for row in rows]
    registration_refs = Registration.objects.filter(id__in=registrations).values_list("ref", flat=True)
    forget_photos(Credential.objects.filter(person_id__in=people).values_list("id", flat=True))
    erased = erase_keys([*refs, *registration_refs])
    for table in (MatchKey, NameKey, RowKey, SearchPrefix, ContactClaim):
        table.objects.filter(registration_id__in=registrations).delete()
    for row in rows:
        revoke_all(person_id=row.id, now=now)
        _empty(row, now=now)
    forget(recipients=refs, now=now)
    journal(
        operation=operation.ref,
        actor=by,
        action="person.erase",
        now=now,
        subject=person.ref,
        detail={"registrations": len(registrations), "keys": erased},
    )
    return erased


def _absorbed(registration_ids: Sequence[int], person_id: int) -> list[int]:
    """Those who were found to be the same person: what they wrote themselves is sealed under keys of their own."""
    before = JoinEvent.objects.filter(registration_id__in=registration_ids).values_list("person_id", flat=True)
    others = set(before) - {person_id}
    still_somebody = Person.objects.filter(id__in=others, registrations__isnull=False).values_list("id", flat=True)
    return sorted(others - set(still_somebody))


def _empty(row: Person, *, now: datetime) -> None:
    row.sealed, row.code_word, row.party, row.offer = b"", "", "", {}
    row.has_email = row.has_phone = row.is_complete = False
    row.next_word_on, row.erased_at = None, now
    row.save()
