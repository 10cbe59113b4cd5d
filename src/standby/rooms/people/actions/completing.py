"""People complete and change their own offer; what they say goes before what any list says."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.domain.offers import Offer, PersonalDetails
from standby.domain.roles import is_combat
from standby.domain.statuses import PersonStatus, Reason
from standby.identity import fold_prefixes
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.persons import OWN_WORDS, claim_licences, renew_offers
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.blinds import search_blind
from standby.rooms.people.models import Person, RegistrationPerson, SearchPrefix
from standby.rooms.people.sealed import open_own_words, person_place, seal_details
from standby.rooms.people.values import NewStatus, PersonView
from standby.rooms.vault.actions import key_for


@transaction.atomic
def complete_offer(*, operation: OperationView, person: PersonView, offer: Offer, by: Actor, now: datetime) -> None:
    """Stores a person's own words; whoever was only offered and is complete now stands by, and is told so."""
    if any(is_combat(role.code) for role in offer.roles):
        raise Refused(gettext("This is for civilian help only. Offers to fight are not taken or kept."))
    today = operation.today(now)
    renew_offers(operation_id=operation.id, offers={person.id: offer}, why=OWN_WORDS, by=by, today=today, now=now)
    row = Person.objects.get(id=person.id)
    claim_licences(operation_id=operation.id, claims=[(row, None, PersonalDetails(), offer)], now=now)
    if offer.is_complete and (person.status is PersonStatus.OFFERED or person.gives_only):
        Person.objects.filter(id=person.id).update(gives_only=False)
        stands_by = NewStatus(
            person_id=person.id,
            status=PersonStatus.STAND_BY,
            reason=Reason.NO_NEED_NOW if person.is_confirmed else Reason.INCOMPLETE,
            next_word_on=operation.next_word_on(now),
        )
        tell(operation_id=operation.id, statuses=[stands_by], occasion="completed", by=by, now=now)
    journal(operation=operation.ref, actor=by, action="offer.complete", now=now, subject=person.ref)


@transaction.atomic
def change_contact(
    *,
    operation: OperationView,
    person: PersonView,
    phone: str = "",
    email: str = "",
    name: str = "",
    by: Actor,
    now: datetime,
) -> None:
    """A name, a phone or an e-mail of a person's own, before all that lists say; empty fields leave what there is."""
    row = Person.objects.select_for_update().get(id=person.id)
    before = open_own_words([row]).get(row.id, PersonalDetails())
    details = replace(
        before,
        name=name or before.name,
        phones=_first(phone, before.phones),
        emails=_first(email, before.emails),
    )
    row.sealed = seal_details(details, key=key_for(row.ref), place=person_place(row.ref))
    row.has_phone, row.has_email = row.has_phone or bool(phone), row.has_email or bool(email)
    row.save(update_fields=["sealed", "has_phone", "has_email"])
    if name:
        _let_be_found(row, name)
    detail = {"name": bool(name), "phone": bool(phone), "email": bool(email)}
    journal(operation=operation.ref, actor=by, action="contact.change", now=now, subject=person.ref, detail=detail)


def _first(value: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*([value] if value else []), *others]))


def _let_be_found(row: Person, name: str) -> None:
    """The search looks registrations up: the corrected name is one more way to find one of theirs."""
    registration = RegistrationPerson.objects.filter(person_id=row.id).order_by("registration_id").first()
    if registration is None:
        return
    SearchPrefix.objects.bulk_create(
        SearchPrefix(
            operation_id=row.operation_id,
            registration_id=registration.registration_id,
            blind=search_blind(operation_id=row.operation_id, prefix=prefix),
        )
        for prefix in sorted(fold_prefixes(name))
    )


def choose_language(*, person: PersonView, language: str) -> None:
    """The language we write to them in."""
    Person.objects.filter(id=person.id).update(language=language)
