"""Judging licences: the registry was looked up, or a document was seen. No image of it is ever kept."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from standby.domain.credentials import Standing
from standby.domain.errors import Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.persons import merged_offer_of, renew_offers
from standby.rooms.people.models import Credential, CredentialJudgement
from standby.rooms.people.sealed import credential_place
from standby.rooms.vault.actions import key_for, seal_payload

_METHODS = {Standing.PRIMARY_VERIFIED: "registry", Standing.SEEN: "document"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the verifier found. `issuer` and `number` are as the registry or the document has them."""

    standing: Standing
    issuer: str = ""
    number: str = ""
    expires_on: date | None = None

    def __post_init__(self) -> None:
        if self.standing is Standing.CLAIMED:
            raise Refused("Say what you found: checked at the registry, document seen, refused or revoked.")
        if self.standing in _METHODS and not (self.issuer.strip() and self.number.strip()):
            raise Refused("A checked licence has an issuer and a number. Write both down.")


@transaction.atomic
def judge_licence(*, operation: OperationView, credential_ref: str, finding: Finding, by: Actor, now: datetime) -> None:
    """Adds a judgement; what the person can be counted on for changes with it at once."""
    today = operation.today(now)
    if finding.standing in _METHODS and finding.expires_on is not None and finding.expires_on < today:
        raise Refused(f"This licence ended on {finding.expires_on}. Choose “expired”, or correct the date.")
    row = (
        Credential.objects.select_for_update()
        .select_related("person")
        .get(operation_id=operation.id, ref=credential_ref)
    )
    CredentialJudgement.objects.create(
        operation_id=operation.id,
        credential=row,
        state=finding.standing.value,
        method=_METHODS.get(finding.standing, "registry"),
        expires_on=finding.expires_on,
        at=now,
        by=str(by),
    )
    row.state, row.expires_on = finding.standing.value, finding.expires_on
    if finding.number:
        payload = {"issuer": finding.issuer.strip(), "number": finding.number.strip()}
        row.sealed = seal_payload(payload, key=key_for(row.person.ref), place=credential_place(row.ref))
    row.save(update_fields=["state", "expires_on", "sealed"])
    renew_offers(
        operation_id=operation.id,
        offers={row.person_id: merged_offer_of(row.person_id)},
        why="licence",
        by=by,
        today=today,
        now=now,
    )
    journal(
        operation=operation.ref,
        actor=by,
        action="licence.judge",
        now=now,
        subject=row.person.ref,
        detail={"licence": row.ref, "standing": finding.standing.value, "role": row.role, "tag": row.tag},
    )
