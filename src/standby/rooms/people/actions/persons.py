"""Making people out of registrations, and keeping what each can be counted on for."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import connection, transaction

from standby.domain.credentials import JudgedLicence, Standing, with_licences
from standby.domain.merging import merge_offers
from standby.domain.offers import LicenceClaim, Offer, PersonalDetails
from standby.domain.roles import needs_licence
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actors import Actor
from standby.rooms.people.actions.newcomers import Newcomer, store_newcomers, store_offers
from standby.rooms.people.codecs import offer_from_json, offer_to_json
from standby.rooms.people.models import Credential, OfferVersion, Person, Registration, RegistrationPerson
from standby.rooms.people.queries.registrations import RegistrationView, registrations_by_id
from standby.rooms.people.sealed import credential_place
from standby.rooms.vault.actions import seal_payload
from standby.rooms.vault.queries import keys_of
from standby.sealing import DataKey, new_ref

# What a person said on their own page or to a registrar goes before what any list says.
OWN_WORDS = "completed"


@transaction.atomic
def make_people(
    *,
    operation_id: int,
    groups: Sequence[Sequence[RegistrationView]],
    details: Mapping[int, PersonalDetails],
    next_word_on: date,
    by: Actor,
    now: datetime,
    are_confirmed: bool = True,
) -> list[int]:
    """One person for each group of registrations, told at once where they stand; their ids in the groups' order.

    `details` are those of the registrations, by id. `are_confirmed`: somebody stands for how they are reached.
    """
    newcomers = [
        replace(_newcomer(group, details=details, next_word_on=next_word_on), is_confirmed=are_confirmed)
        for group in groups
    ]
    return store_newcomers(newcomers, operation_id=operation_id, by=by, now=now)


def _newcomer(
    group: Sequence[RegistrationView], *, details: Mapping[int, PersonalDetails], next_word_on: date
) -> Newcomer:
    offer = merged_offer(group)
    known = [details[row.id] for row in group if row.id in details]
    status, reason = _first_answer(group, is_complete=offer.is_complete)
    return Newcomer(
        language=max(group, key=lambda row: row.registered_at).language,
        offer=offer,
        status=status,
        reason=reason,
        next_word_on=None if status is PersonStatus.NOT_ACCEPTED else next_word_on,
        registered_at=min(row.registered_at for row in group),
        has_email=any(found.emails for found in known),
        has_phone=any(found.phones for found in known),
    )


def _first_answer(group: Sequence[RegistrationView], *, is_complete: bool) -> tuple[PersonStatus, Reason]:
    if any(row.is_under_age for row in group):
        return PersonStatus.NOT_ACCEPTED, Reason.UNDER_AGE
    if any(row.is_affiliated for row in group):
        return PersonStatus.NOT_ACCEPTED, Reason.AFFILIATED_ELSEWHERE
    if not is_complete:
        return PersonStatus.OFFERED, Reason.INCOMPLETE
    return PersonStatus.STAND_BY, Reason.NO_NEED_NOW


def merged_offer(registrations: Sequence[RegistrationView]) -> Offer:
    newest_first = sorted(registrations, key=lambda row: (row.registered_at, row.id), reverse=True)
    return merge_offers([row.offer for row in newest_first])


def merged_offers(registrations: Mapping[int, Sequence[RegistrationView]]) -> dict[int, Offer]:
    """By person, what their own words say or else all their registrations together, before any licence."""
    own = OfferVersion.objects.filter(person_id__in=registrations, why=OWN_WORDS).order_by("id")
    said = {row.person_id: offer_from_json(row.offer) for row in own}
    return {person_id: said.get(person_id) or merged_offer(rows) for person_id, rows in registrations.items()}


def merged_offer_of(person_id: int) -> Offer:
    links = RegistrationPerson.objects.filter(person_id=person_id).values_list("registration_id", flat=True)
    return merged_offers({person_id: list(registrations_by_id(links).values())})[person_id]


@transaction.atomic
def renew_offers(
    *, operation_id: int, offers: Mapping[int, Offer], why: str, by: Actor, today: date, now: datetime
) -> None:
    """From now on each of these people is counted on for this, with what their checked licences add."""
    people = Person.objects.select_for_update().filter(operation_id=operation_id, id__in=offers).order_by("id")
    licences = judged_licences(list(offers))
    renewed = {
        person_id: with_licences(offers[person_id], licences.get(person_id, ()), on=today)
        for person_id in people.values_list("id", flat=True)
    }
    stored = {person_id: offer_to_json(offer) for person_id, offer in renewed.items()}
    store_offers(stored, operation_id=operation_id, why=why, by=by, now=now)
    with connection.cursor() as cursor:
        columns = (
            list(renewed),
            [json.dumps(offer) for offer in stored.values()],
            [offer.is_complete for offer in renewed.values()],
            [offer.party for offer in renewed.values()],
        )
        cursor.execute(_RENEW, columns)


# One statement for twenty thousand people; Django's own bulk update would write a thousand cases into each.
_RENEW = """
UPDATE people_person AS person SET offer = new.offer, is_complete = new.is_complete, party = new.party
FROM unnest(%s::bigint[], %s::jsonb[], %s::boolean[], %s::text[]) AS new(id, offer, is_complete, party)
WHERE person.id = new.id
"""


def judged_licences(person_ids: Sequence[int]) -> dict[int, tuple[JudgedLicence, ...]]:
    rows = Credential.objects.filter(person_id__in=person_ids).exclude(state=Standing.CLAIMED)
    result: dict[int, tuple[JudgedLicence, ...]] = {}
    for person_id, role, tag, state, expires_on in rows.values_list("person_id", "role", "tag", "state", "expires_on"):
        licence = JudgedLicence(role=role, tag=tag, standing=Standing(state), expires_on=expires_on)
        result[person_id] = (*result.get(person_id, ()), licence)
    return result


def claim_licences(
    *,
    operation_id: int,
    claims: Sequence[tuple[Person, Registration | None, PersonalDetails, Offer]],
    now: datetime,
) -> None:
    """Writes down what people claim to hold: every licence they state, and every health role even without a number."""
    stated = [(*claim, licences) for claim in claims if (licences := _claimed(claim[2], claim[3]))]
    people = {person.id: person.ref for person, *_ in stated}
    held = Credential.objects.filter(person_id__in=people).values_list("person_id", "role", "tag")
    known, keys, rows = set(held), keys_of(people.values()), []
    for person, registration, _, _, licences in stated:
        for licence in licences:
            if (person.id, licence.role, licence.tag) not in known:
                known.add((person.id, licence.role, licence.tag))
                rows.append(_credential(operation_id, person, registration, licence, key=keys[person.ref], now=now))
    Credential.objects.bulk_create(rows, batch_size=2000)


def claims_anything(details: PersonalDetails, offer: Offer) -> bool:
    return bool(details.licences) or any(needs_licence(role.code) for role in offer.roles)


def _claimed(details: PersonalDetails, offer: Offer) -> list[LicenceClaim]:
    stated = {(claim.role, claim.tag) for claim in details.licences}
    unstated = {role.code for role in offer.roles if needs_licence(role.code)} - {role for role, _ in stated}
    return [*details.licences, *(LicenceClaim(role=code) for code in sorted(unstated))]


def _credential(
    operation_id: int,
    person: Person,
    registration: Registration | None,
    licence: LicenceClaim,
    *,
    key: DataKey,
    now: datetime,
) -> Credential:
    ref = new_ref()
    payload = {"issuer": licence.issuer, "number": licence.number}
    return Credential(
        ref=ref,
        operation_id=operation_id,
        person=person,
        registration=registration,
        role=licence.role,
        tag=licence.tag,
        sealed=seal_payload(payload, key=key, place=credential_place(ref)),
        expires_on=licence.expires_on,
        claimed_at=now,
    )
