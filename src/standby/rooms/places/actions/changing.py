"""Places that turned out otherwise: each change is journalled, with what changed and never with what it says."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.actions.adding import HomeFacts, NewSite
from standby.rooms.places.actions.owning import refuse_foreign
from standby.rooms.places.models import Home, Region, Site
from standby.rooms.places.sealed import seal_site


@transaction.atomic
def change_region(
    *,
    operation: OperationView,
    code: str,
    name: str,
    is_risk_zone: bool,
    arrivals: int | None,
    by: Actor,
    now: datetime,
) -> None:
    """A region that becomes a risk zone raises the risk of needs assessed from now on; those open stay approved."""
    row = Region.objects.select_for_update().filter(operation_id=operation.id, code=code).first()
    if row is None:
        raise Refused(gettext("There is no such region."))
    row.name, row.is_risk_zone, row.arrivals = name, is_risk_zone, arrivals
    row.save(update_fields=["name", "is_risk_zone", "arrivals"])
    detail: dict[str, str | int | bool | None] = {"risk_zone": is_risk_zone, "arrivals": arrivals}
    journal(operation=operation.ref, actor=by, action="region.change", now=now, subject=code, detail=detail)


@transaction.atomic
def change_site(*, operation: OperationView, ref: str, changed: NewSite, by: Actor, now: datetime) -> None:
    """Everything but the code, which stands on lists and papers already."""
    row = Site.objects.select_for_update().filter(operation_id=operation.id, ref=ref).first()
    if row is None:
        raise Refused(gettext("There is no such site."))
    refuse_foreign(Region, {changed.region_id}, operation=operation)
    row.region_id, row.beds, row.sealed = changed.region_id, changed.beds, seal_site(ref, changed)
    row.save(update_fields=["region", "beds", "sealed"])
    detail: dict[str, str | int | bool | None] = {"beds": changed.beds}
    journal(operation=operation.ref, actor=by, action="site.change", now=now, subject=ref, detail=detail)


@transaction.atomic
def change_home(*, operation: OperationView, code: str, facts: HomeFacts, by: Actor, now: datetime) -> None:
    changed = Home.objects.filter(operation_id=operation.id, code=code).update(**facts.columns())
    if not changed:
        raise Refused(gettext("There is no such town."))
    journal(operation=operation.ref, actor=by, action="home.change", now=now, subject=code)
