"""Licences that people claim, and what became of the claims."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from standby.domain.credentials import Standing
from standby.domain.offers import Offer, PersonalDetails
from standby.domain.statuses import ENDED_STATUSES
from standby.rooms.people.codecs import offer_from_json
from standby.rooms.people.models import Credential, CredentialJudgement, CredentialPhoto, ListRow, RegistrationPerson
from standby.rooms.people.queries.persons import details_of
from standby.rooms.people.sealed import credential_place
from standby.rooms.vault.queries import keys_of, open_payload


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A licence somebody claims, without what identifies them: enough to put claims in order."""

    id: int
    ref: str
    role: str
    tag: str
    offer: Offer
    claimed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    standing: Standing
    method: str
    expires_on: date | None
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceView:
    """A licence opened for who judges it. `found_…` is what registry or document said, once somebody looked."""

    ref: str
    person_ref: str
    person: PersonalDetails
    offer: Offer
    role: str
    tag: str
    standing: Standing
    issuer: str
    number: str
    found_issuer: str
    found_number: str
    expires_on: date | None
    claimed_at: datetime
    judgements: Sequence[Judgement]
    # When a photo was sent that waits to be looked at.
    photo_at: datetime | None


def any_judged(*, operation_id: int) -> bool:
    return CredentialJudgement.objects.filter(operation_id=operation_id).exists()


def credential_of_row(*, list_id: int, row: int, role: str, tag: str) -> str | None:
    """The reference of the claim that a row of a list made, in the list's newest version that has the row."""
    rows = ListRow.objects.filter(version__source_list_id=list_id, row=row).order_by("-version__number")
    owner = RegistrationPerson.objects.filter(registration_id__in=rows.values("registration_id")[:1])
    claims = Credential.objects.filter(person_id__in=owner.values("person_id"), role=role).order_by("id")
    exact = claims.filter(tag=tag).values_list("ref", flat=True).first()
    return exact or claims.values_list("ref", flat=True).first()


def open_claims(*, operation_id: int) -> int:
    """Claims that nobody has checked, of people who may still be called."""
    return _open(operation_id).count()


def claims_for(*, operation_id: int, role: str, limit: int, besides: Iterable[int] = ()) -> list[Claim]:
    """Unchecked claims to a role, the oldest first."""
    rows = _open(operation_id).filter(role=role).exclude(id__in=list(besides))
    return _claims(rows, limit=limit)


def oldest_claims(*, operation_id: int, limit: int, besides: Iterable[int] = ()) -> list[Claim]:
    return _claims(_open(operation_id).exclude(id__in=list(besides)), limit=limit)


def licences_opened(*, operation_id: int, refs: Sequence[str]) -> dict[str, LicenceView]:
    rows = Credential.objects.filter(operation_id=operation_id, ref__in=refs, person__erased_at__isnull=True)
    return {view.ref: view for view in _opened(rows)}


def licences_of(*, person_id: int) -> list[LicenceView]:
    return _opened(Credential.objects.filter(person_id=person_id).order_by("id"))


def _open(operation_id: int) -> QuerySet[Credential]:
    rows = Credential.objects.filter(operation_id=operation_id, state=Standing.CLAIMED.value)
    return rows.filter(person__erased_at__isnull=True).exclude(person__status__in=ENDED_STATUSES)


def _claims(rows: QuerySet[Credential], *, limit: int) -> list[Claim]:
    fields = rows.order_by("id").values_list("id", "ref", "role", "tag", "person__offer", "claimed_at")[:limit]
    return [
        Claim(id=row_id, ref=ref, role=role, tag=tag, offer=offer_from_json(offer), claimed_at=claimed_at)
        for row_id, ref, role, tag, offer, claimed_at in fields
    ]


def _opened(found: QuerySet[Credential]) -> list[LicenceView]:
    rows = list(found.select_related("person"))
    keys = keys_of({row.person.ref for row in rows})
    judgements, photos = _judgements([row.id for row in rows]), _photos([row.id for row in rows])
    details = details_of(list({row.person_id for row in rows}))
    views = []
    for row in rows:
        key = keys.get(row.person.ref)
        sealed = open_payload(row.sealed, key=key, place=credential_place(row.ref)) if key and row.sealed else {}
        person = details.get(row.person_id, PersonalDetails())
        views.append(_view(row, sealed, person, judgements.get(row.id, ()), photos.get(row.id)))
    return views


def _view(
    row: Credential,
    sealed: Mapping[str, object],
    person: PersonalDetails,
    judgements: Sequence[Judgement],
    photo_at: datetime | None,
) -> LicenceView:
    return LicenceView(
        ref=row.ref,
        person_ref=row.person.ref,
        person=person,
        offer=offer_from_json(row.person.offer),
        role=row.role,
        tag=row.tag,
        standing=Standing(row.state),
        issuer=str(sealed.get("issuer", "")),
        number=str(sealed.get("number", "")),
        found_issuer=str(sealed.get("found_issuer", "")),
        found_number=str(sealed.get("found_number", "")),
        expires_on=row.expires_on,
        claimed_at=row.claimed_at,
        judgements=judgements,
        photo_at=photo_at,
    )


def _photos(credential_ids: Sequence[int]) -> dict[int, datetime]:
    rows = CredentialPhoto.objects.filter(credential_id__in=credential_ids).exclude(sealed=b"")
    return dict(rows.values_list("credential_id", "sent_at"))


def _judgements(credential_ids: Sequence[int]) -> dict[int, tuple[Judgement, ...]]:
    """The newest first."""
    found: dict[int, tuple[Judgement, ...]] = {}
    for row in CredentialJudgement.objects.filter(credential_id__in=credential_ids).order_by("-id"):
        judgement = Judgement(
            standing=Standing(row.state), method=row.method, expires_on=row.expires_on, at=row.at, by=row.by
        )
        found[row.credential_id] = (*found.get(row.credential_id, ()), judgement)
    return found
