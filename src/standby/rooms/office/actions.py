"""What founding an operation comes to: more than one room at once, in one transaction."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from standby.domain.errors import NotAllowed
from standby.rooms.accounts.actions import appoint
from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.queries import may_found
from standby.rooms.audit.actors import Actor, ActorKind
from standby.rooms.operations.actions import NewOperation, found_operation, once
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.actions.adding import NewSite, add_region, add_site


def found_and_lead(*, key: str, new: NewOperation, user: User, now: datetime) -> str:
    """Whoever founds an operation coordinates it; its reference. The same form sent twice founds one."""
    actor = Actor(kind=ActorKind.STAFF, ref=user.ref)

    def found() -> str:
        if not may_found(user):
            raise NotAllowed("Only a coordinator founds another operation.")
        operation = found_operation(new=new, by=actor, now=now)
        appoint(user=user, operation=operation, duty=Duty.COORDINATOR, by=actor, now=now)
        return operation.ref

    return once(key=key, operation_id=None, actor=actor, action="operation.found", now=now, do=found)


@transaction.atomic
def add_first_site(
    *,
    operation: OperationView,
    region: str,
    is_risk_zone: bool,
    arrivals: int | None,
    site: NewSite,
    by: Actor,
    now: datetime,
) -> None:
    """The first region and the first site in it; both or neither."""
    row = add_region(
        operation=operation,
        code="R1",
        name=region,
        is_risk_zone=is_risk_zone,
        arrivals=arrivals,
        by=by,
        now=now,
    )
    add_site(operation=operation, new=replace(site, region_id=row.id), by=by, now=now)
