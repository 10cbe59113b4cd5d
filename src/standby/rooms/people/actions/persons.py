"""Making people out of registrations, and keeping what each can be counted on for."""

import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import connection, transaction

from standby.domain.code_words import code_word
from standby.domain.credentials import JudgedLicence, Standing, with_licences
from standby.domain.merging import merge_offers
from standby.domain.offers import LicenceClaim, Offer, PersonalDetails
from standby.domain.roles import needs_licence
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actors import Actor
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.codecs import offer_from_json, offer_to_json
from standby.rooms.people.models import Credential, OfferVersion, Person, Registration, RegistrationPerson
from standby.rooms.people.sealed import credential_place
from standby.rooms.people.values import NewStatus
from standby.rooms.vault.actions import make_keys, seal_payload
from standby.rooms.vault.queries import keys_of
from standby.sealing import DataKey, new_ref

_DRAWS = 63 * 90

# What a person said on their own page or to a registrar goes before what any list says.
OWN_WORDS = "completed"


@transaction.atomic
def make_people(
    *, operation_id: int, groups: Sequence[Sequence[Registration]], next_word_on: date, by: Actor, now: datetime
) -> list[int]:
    """One person for each group of registrations, told at once where they stand; their ids in the groups' order."""
    people = [_person(operation_id, group, now) for group in groups]
    made = Person.objects.bulk_create(people, batch_size=2000)
    make_keys(person.ref for person in made)
    statuses = [
        _first_status(person, group, next_word_on=next_word_on) for person, group in zip(made, groups, strict=True)
    ]
    tell(operation_id=operation_id, statuses=statuses, occasion="registered", by=by, now=now)
    return [person.id for person in made]


def _person(operation_id: int, group: Sequence[Registration], now: datetime) -> Person:
    newest = max(group, key=lambda row: row.registered_at)
    # The status is told in the same transaction; until then there is none to stand by.
    return Person(
        ref=new_ref(),
        operation_id=operation_id,
        code_word=code_word(language=newest.language, draw=secrets.randbelow(_DRAWS)),
        language=newest.language,
        status=PersonStatus.OFFERED,
        reason=Reason.INCOMPLETE,
        registered_at=min(row.registered_at for row in group),
        is_complete=merged_offer(group).is_complete,
        created_at=now,
    )


def _first_status(person: Person, group: Sequence[Registration], *, next_word_on: date) -> NewStatus:
    status, reason, hears_again = PersonStatus.STAND_BY, Reason.NO_NEED_NOW, True
    if any(row.is_under_age for row in group):
        status, reason, hears_again = PersonStatus.NOT_ACCEPTED, Reason.UNDER_AGE, False
    elif any(row.is_affiliated for row in group):
        status, reason, hears_again = PersonStatus.NOT_ACCEPTED, Reason.AFFILIATED_ELSEWHERE, False
    elif not person.is_complete:
        status, reason = PersonStatus.OFFERED, Reason.INCOMPLETE
    return NewStatus(
        person_id=person.id, status=status, reason=reason, next_word_on=next_word_on if hears_again else None
    )


def merged_offer(registrations: Sequence[Registration]) -> Offer:
    newest_first = sorted(registrations, key=lambda row: (row.registered_at, row.id), reverse=True)
    return merge_offers([offer_from_json(row.offer) for row in newest_first])


def merged_offers(registrations: Mapping[int, Sequence[Registration]]) -> dict[int, Offer]:
    """By person, what their own words say or else all their registrations together, before any licence."""
    own = OfferVersion.objects.filter(person_id__in=registrations, why=OWN_WORDS).order_by("id")
    said = {row.person_id: offer_from_json(row.offer) for row in own}
    return {person_id: said.get(person_id) or merged_offer(rows) for person_id, rows in registrations.items()}


def merged_offer_of(person_id: int) -> Offer:
    links = RegistrationPerson.objects.filter(person_id=person_id).select_related("registration")
    return merged_offers({person_id: [link.registration for link in links]})[person_id]


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
    OfferVersion.objects.bulk_create(
        [
            OfferVersion(
                operation_id=operation_id, person_id=person_id, offer=offer, made_at=now, made_by=str(by), why=why
            )
            for person_id, offer in stored.items()
        ],
        batch_size=5000,
    )
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
    claims: Sequence[tuple[Person, Registration, PersonalDetails, Offer]],
    now: datetime,
) -> None:
    """Writes down what people claim to hold: every licence they state, and every health role even without a number."""
    known = {
        (person_id, role, tag)
        for person_id, role, tag in Credential.objects.filter(
            person_id__in={person.id for person, *_ in claims}
        ).values_list("person_id", "role", "tag")
    }
    keys = keys_of({person.ref for person, *_ in claims})
    rows = []
    for person, registration, details, offer in claims:
        for licence in _claimed(details, offer):
            if (person.id, licence.role, licence.tag) not in known:
                known.add((person.id, licence.role, licence.tag))
                rows.append(_credential(operation_id, person, registration, licence, key=keys[person.ref], now=now))
    Credential.objects.bulk_create(rows, batch_size=2000)


def _claimed(details: PersonalDetails, offer: Offer) -> list[LicenceClaim]:
    stated = {(claim.role, claim.tag) for claim in details.licences}
    unstated = {role.code for role in offer.roles if needs_licence(role.code)} - {role for role, _ in stated}
    return [*details.licences, *(LicenceClaim(role=code) for code in sorted(unstated))]


def _credential(
    operation_id: int, person: Person, registration: Registration, licence: LicenceClaim, *, key: DataKey, now: datetime
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
