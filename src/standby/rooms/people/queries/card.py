"""Everything that is known of one person, for their card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from standby.domain.offers import Offer
from standby.rooms.people.codecs import offer_from_json
from standby.rooms.people.models import JoinEvent, OfferVersion, PersonalCode, RegistrationPerson
from standby.rooms.people.queries.said import Said, said_in

_SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """That a registration came to a person, or left them. `why`: first, rule, judged or split."""

    registration_ref: str
    person_ref: str
    previous_ref: str
    why: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferThen:
    offer: Offer
    why: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """How many links and receipt codes open this person's page now."""

    links: int
    receipts: int


def registrations_said(*, person_id: int, is_opened: bool) -> Sequence[Said]:
    """Every registration of this person, the oldest first."""
    ids = RegistrationPerson.objects.filter(person_id=person_id).values_list("registration_id", flat=True)
    return list(said_in(list(ids), is_opened=is_opened).values())


def joinings_of(*, person_id: int, registration_ids: Sequence[int]) -> list[Joining]:
    """How these registrations came to be one person, and what was taken away, the newest first."""
    theirs = JoinEvent.objects.filter(registration_id__in=registration_ids)
    rows = theirs | JoinEvent.objects.filter(previous_id=person_id)
    return [
        Joining(
            registration_ref=row.registration.ref,
            person_ref=row.person.ref,
            previous_ref=row.previous.ref if row.previous else "",
            why=row.why,
            at=row.at,
            by=row.by,
        )
        for row in rows.select_related("registration", "person", "previous").order_by("-id")[:_SHOWN]
    ]


def offers_over_time(*, person_id: int) -> list[OfferThen]:
    """What they could be counted on for, the newest first; a renewal that changed nothing is left out."""
    rows = OfferVersion.objects.filter(person_id=person_id).order_by("id")
    changed: list[OfferThen] = []
    for row in rows:
        offer = offer_from_json(row.offer)
        if not changed or changed[-1].offer != offer:
            changed.append(OfferThen(offer=offer, why=row.why, at=row.made_at, by=row.made_by))
    return changed[: -_SHOWN - 1 : -1]


def codes_of(*, person_id: int, now: datetime) -> Codes:
    rows = PersonalCode.objects.filter(person_id=person_id, revoked_at__isnull=True)
    kinds = list(rows.exclude(expires_at__lte=now).values_list("kind", flat=True))
    return Codes(links=kinds.count("link"), receipts=kinds.count("receipt"))
