"""Everything the desk shows of one person: gathered from the rooms below, and journalled as looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from standby.domain.offers import PersonalDetails
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.queries.of_person import CallCard, calls_of
from standby.rooms.desk.why import SaidWhy, say_why
from standby.rooms.desk.words import doers, joining_entries, offer_entries, told_entries
from standby.rooms.look.timeline import Entry
from standby.rooms.messages.queries import MessageView, of_person
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.card import Codes, codes_of, joinings_of, offers_over_time, registrations_said
from standby.rooms.people.queries.history import history_of
from standby.rooms.people.queries.licences import LicenceView, licences_of
from standby.rooms.people.queries.persons import details_of
from standby.rooms.people.queries.said import Said
from standby.rooms.people.values import PersonView
from standby.rooms.places.queries.homes import home_by_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Without names and without what was said where `is_opened` is false: so an auditor sees it. `home` is the town's
    name in the reader's language, or its code where nobody named it."""

    person: PersonView
    is_opened: bool
    details: PersonalDetails
    home: str
    registrations: Sequence[Said]
    calls: Sequence[CallCard]
    why: SaidWhy | None
    licences: Sequence[LicenceView]
    messages: Sequence[MessageView]
    codes: Codes
    told: Sequence[Entry]
    joinings: Sequence[Entry]
    offers: Sequence[Entry]


def card_of(
    *, operation: OperationView, person: PersonView, is_opened: bool, language: str, by: Actor, now: datetime
) -> Card:
    """Who looked at whose card is in the journal, by references only."""
    journal(operation=operation.ref, actor=by, action="person.view", now=now, subject=person.ref)
    registrations = registrations_said(person_id=person.id, is_opened=is_opened)
    told = history_of(person_id=person.id)
    joinings = joinings_of(person_id=person.id, registration_ids=[said.id for said in registrations])
    offers = offers_over_time(person_id=person.id)
    handles = doers([*(step.by for step in told), *(step.by for step in joinings), *(step.by for step in offers)])
    details = details_of([person.id]).get(person.id, PersonalDetails()) if is_opened else PersonalDetails()
    return Card(
        person=person,
        is_opened=is_opened,
        details=details,
        home=_home_of(operation, person, language=language),
        registrations=registrations,
        calls=calls_of(operation=operation, person=person, language=language, now=now),
        why=say_why(operation=operation, person=person, now=now),
        licences=licences_of(person_id=person.id) if is_opened else (),
        messages=of_person(operation_id=operation.id, recipient=person.ref) if is_opened else (),
        codes=codes_of(person_id=person.id, now=now),
        told=told_entries(told, handles),
        joinings=joining_entries(joinings, handles, person_ref=person.ref),
        offers=offer_entries(offers, handles),
    )


def _home_of(operation: OperationView, person: PersonView, *, language: str) -> str:
    code = person.offer.home or ""
    home = home_by_code(operation_id=operation.id, code=code) if code else None
    return home.name(language) if home else code
