"""People state a licence of theirs, or correct what they stated, until somebody has checked it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.credentials import Standing
from standby.domain.errors import Refused
from standby.domain.offers import LicenceClaim
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.licences import state_again
from standby.rooms.people.models import Credential, Person
from standby.rooms.people.sealed import credential_place
from standby.rooms.people.values import PersonView
from standby.rooms.vault.actions import key_for, seal_payload

_CHECKED = (Standing.SEEN.value, Standing.PRIMARY_VERIFIED.value)
_LONGEST_LIST = 30


@transaction.atomic
def state_licence(
    *, operation: OperationView, person: PersonView, licence: LicenceClaim, by: Actor, now: datetime
) -> str:
    """Its reference. What stands there already is corrected; one that ended or was refused waits to be checked anew.

    Raises Refused for one that was checked: what a registry said is not corrected by its holder.
    """
    if licence.expires_on is not None and licence.expires_on < operation.today(now):
        raise Refused(gettext("This licence has ended. Give the last day of the new one."))
    Person.objects.select_for_update().get(id=person.id)
    rows = Credential.objects.select_for_update().filter(operation_id=operation.id, person_id=person.id)
    row = rows.filter(role=licence.role, tag=licence.tag).first()
    if row is None:
        if rows.count() >= _LONGEST_LIST:
            raise Refused(gettext("There are very many licences here already. Tell a registrar about this one."))
        row = Credential(
            operation_id=operation.id, person_id=person.id, role=licence.role, tag=licence.tag, claimed_at=now
        )
    elif row.state in _CHECKED:
        raise Refused(gettext("This licence was checked already. If something about it changed, tell a registrar."))
    stated = {"issuer": licence.issuer, "number": licence.number}
    row.sealed = seal_payload(stated, key=key_for(person.ref), place=credential_place(row.ref))
    row.expires_on, row.claimed_at = licence.expires_on, now
    row.save()
    state_again(row, by=by, now=now)
    detail = {"licence": row.ref, "role": row.role, "tag": row.tag}
    journal(operation=operation.ref, actor=by, action="licence.state", now=now, subject=person.ref, detail=detail)
    return row.ref
