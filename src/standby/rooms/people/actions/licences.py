"""Judging licences: the registry was looked up, or a document was seen. A photo of it goes with the judgement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.credentials import Standing
from standby.domain.errors import Refused, WrongOrder
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor, system
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.persons import merged_offers, renew_offers
from standby.rooms.people.actions.photos import forget_photos
from standby.rooms.people.models import Credential, CredentialJudgement, RegistrationPerson
from standby.rooms.people.queries.registrations import registrations_by_id
from standby.rooms.people.sealed import credential_place
from standby.rooms.vault.actions import key_for, seal_payload
from standby.rooms.vault.queries import open_payload

_METHODS = {Standing.PRIMARY_VERIFIED: "registry", Standing.SEEN: "document"}
_HOLDING = (Standing.SEEN, Standing.PRIMARY_VERIFIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the verifier found. `issuer` and `number` are as the registry or the document has them.

    `tags` are the specialities that it names: they count as checked with it.
    """

    standing: Standing
    issuer: str = ""
    number: str = ""
    expires_on: date | None = None
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.standing is Standing.CLAIMED:
            raise Refused(gettext("Say what you found: checked at the registry, document seen, refused or revoked."))
        if self.standing in _METHODS and not (self.issuer.strip() and self.number.strip()):
            raise Refused(gettext("A checked licence has an issuer and a number. Write both down."))


@transaction.atomic
def judge_licence(*, operation: OperationView, credential_ref: str, finding: Finding, by: Actor, now: datetime) -> None:
    """Adds a judgement; what the person can be counted on for changes with it at once."""
    today = operation.today(now)
    if finding.standing in _METHODS and finding.expires_on is not None and finding.expires_on < today:
        ended = {"day": finding.expires_on.isoformat()}
        raise Refused(gettext("This licence ended on %(day)s. Choose “expired”, or correct the date.") % ended)
    claim = _claim(operation, credential_ref)
    for row in (claim, *_with_tags(claim, finding.tags, now=now)):
        _judge(row, finding, by=by, now=now)
    forget_photos([claim.id])
    _renew(operation, [claim.person_id], by=by, now=now)
    journal(
        operation=operation.ref,
        actor=by,
        action="licence.judge",
        now=now,
        subject=claim.person.ref,
        detail={"licence": claim.ref, "standing": finding.standing.value, "role": claim.role, "tag": claim.tag},
    )


@transaction.atomic
def take_back_judgement(*, operation: OperationView, credential_ref: str, by: Actor, now: datetime) -> None:
    """Undo: the licence stands where it stood before its last judgement, which is kept and answered by another."""
    claim = _claim(operation, credential_ref)
    judged = list(CredentialJudgement.objects.filter(credential=claim).order_by("-id")[:2])
    if not judged or claim.state == Standing.CLAIMED:
        raise WrongOrder(gettext("Nobody has judged this licence yet."))
    together = CredentialJudgement.objects.filter(
        at=judged[0].at, credential__person_id=claim.person_id, credential__role=claim.role
    ).values("credential_id")
    before = judged[1] if len(judged) > 1 else None
    for row in Credential.objects.select_for_update().filter(id__in=together).order_by("id"):
        _note(row, before.state if before else Standing.CLAIMED, before.expires_on if before else None, by=by, now=now)
    _renew(operation, [claim.person_id], by=by, now=now)
    journal(
        operation=operation.ref,
        actor=by,
        action="licence.take_back",
        now=now,
        subject=claim.person.ref,
        detail={"licence": claim.ref},
    )


@transaction.atomic
def expire_licences(*, operation: OperationView, now: datetime) -> int:
    """Licences that have ended lose their effect; how many. Whoever was called keeps the call: the desk decides."""
    today, by = operation.today(now), system("expire licences")
    rows = list(
        Credential.objects.select_for_update()
        .filter(operation_id=operation.id, state__in=_HOLDING, expires_on__lt=today)
        .order_by("id")
    )
    for row in rows:
        _note(row, Standing.EXPIRED, row.expires_on, by=by, now=now)
    if rows:
        _renew(operation, sorted({row.person_id for row in rows}), by=by, now=now)
        detail = {"licences": len(rows)}
        journal(operation=operation.ref, actor=by, action="licence.expire", now=now, detail=detail)
    return len(rows)


def state_again(row: Credential, *, by: Actor, now: datetime) -> None:
    """Its holder states it anew after it ended or was refused: it waits to be checked, and its history stays."""
    if row.state != Standing.CLAIMED:
        _note(row, Standing.CLAIMED, row.expires_on, by=by, now=now)


def _claim(operation: OperationView, credential_ref: str) -> Credential:
    rows = Credential.objects.select_for_update(of=("self",)).select_related("person")
    row = rows.filter(operation_id=operation.id, ref=credential_ref, person__erased_at__isnull=True).first()
    if row is None:
        raise Refused(gettext("There is no such licence."))
    return row


def _with_tags(claim: Credential, tags: Sequence[str], *, now: datetime) -> list[Credential]:
    """A row of its own for each speciality that the licence names beside its role."""
    rows = []
    for tag in dict.fromkeys(tag for tag in tags if tag and tag != claim.tag):
        row, _ = Credential.objects.select_for_update().get_or_create(
            operation_id=claim.operation_id,
            person_id=claim.person_id,
            role=claim.role,
            tag=tag,
            defaults={"registration_id": claim.registration_id, "claimed_at": now},
        )
        rows.append(row)
    return rows


def _judge(row: Credential, finding: Finding, *, by: Actor, now: datetime) -> None:
    if finding.number.strip():
        place, key = credential_place(row.ref), key_for(row.person.ref)
        claimed = open_payload(row.sealed, key=key, place=place) if row.sealed else {}
        row.sealed = seal_payload(_found(claimed, finding), key=key, place=place)
        row.save(update_fields=["sealed"])
    _note(row, finding.standing, finding.expires_on, by=by, now=now)


def _found(claimed: Mapping[str, object], finding: Finding) -> dict[str, object]:
    """What was found goes beside what was claimed, not over it."""
    return {**claimed, "found_issuer": finding.issuer.strip(), "found_number": finding.number.strip()}


def _note(row: Credential, state: str, expires_on: date | None, *, by: Actor, now: datetime) -> None:
    standing = Standing(state)
    CredentialJudgement.objects.create(
        operation_id=row.operation_id,
        credential=row,
        state=standing.value,
        method=_METHODS.get(standing, "registry"),
        expires_on=expires_on,
        at=now,
        by=str(by),
    )
    row.state = standing.value
    if standing is not Standing.CLAIMED:
        row.expires_on = expires_on
    row.save(update_fields=["state", "expires_on"])


def _renew(operation: OperationView, person_ids: Sequence[int], *, by: Actor, now: datetime) -> None:
    owned: dict[int, list[int]] = {person_id: [] for person_id in person_ids}
    links = RegistrationPerson.objects.filter(person_id__in=person_ids)
    for person_id, registration_id in links.values_list("person_id", "registration_id"):
        owned[person_id].append(registration_id)
    known = registrations_by_id(row_id for ids in owned.values() for row_id in ids)
    offers = merged_offers({person_id: [known[row_id] for row_id in ids] for person_id, ids in owned.items()})
    renew_offers(operation_id=operation.id, offers=offers, why="licence", by=by, today=operation.today(now), now=now)
