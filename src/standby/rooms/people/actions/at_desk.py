"""Somebody stands at the desk: registered by hand, joined with who they are already, and given a receipt."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.domain.offers import Offer, PersonalDetails
from standby.domain.roles import is_combat
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_receipt
from standby.rooms.people.actions.joining import settle_identities
from standby.rooms.people.actions.registering import register
from standby.rooms.people.codecs import details_to_json, offer_to_json
from standby.rooms.people.models import Person
from standby.rooms.people.values import Incoming


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """`code` is the receipt code, to be printed and given away: it is shown this once."""

    person_ref: str
    code: str
    is_new: bool
    was_known: bool


@transaction.atomic
def register_at_desk(
    *,
    operation: OperationView,
    details: PersonalDetails,
    offer: Offer,
    language: str,
    default_region: str,
    by: Actor,
    now: datetime,
    registered_at: datetime | None = None,
) -> Registered:
    """The same steps as a row of a list takes. Whoever says the very same again is found, not registered again.

    `registered_at` is the hour on a form of paper that was typed in later; it counts for their place from then on.
    """
    if any(is_combat(role.code) for role in offer.roles):
        raise Refused(gettext("This is for civilian help only. Offers to fight are not taken or kept."))
    incoming = Incoming(
        row=1,
        details=details,
        offer=offer,
        language=language,
        registered_at=registered_at or now,
        fingerprint=_fingerprint(details, offer),
    )
    by_row, new_ids = register(
        operation_id=operation.id,
        source_list_id=None,
        incoming=[incoming],
        default_region=default_region,
        now=now,
        on_progress=lambda _: None,
    )
    joined = settle_identities(
        operation_id=operation.id,
        new_ids=new_ids,
        continues={},
        default_region=default_region,
        next_word_on=operation.next_word_on(now),
        today=operation.today(now),
        by=by,
        now=now,
    )
    person = Person.objects.get(registrations__registration_id=by_row[1])
    _keep_their_place(person, registered_at or now)
    code = make_receipt(operation=operation, person_id=person.id, person_ref=person.ref, by=by, now=now)
    journal(operation=operation.ref, actor=by, action="person.register", now=now, subject=person.ref)
    return Registered(person_ref=person.ref, code=code, is_new=bool(joined.made), was_known=not new_ids)


def _keep_their_place(person: Person, registered_at: datetime) -> None:
    """Whoever is known already and asked on paper before that has waited since then."""
    if registered_at < person.registered_at:
        person.registered_at = registered_at
        person.save(update_fields=["registered_at"])


def _fingerprint(details: PersonalDetails, offer: Offer) -> bytes:
    content = json.dumps([details_to_json(details), offer_to_json(offer)], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).digest()
