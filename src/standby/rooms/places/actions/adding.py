"""Regions, sites, homes and the ways between them, when they are new."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused
from standby.domain.points import MapPoint
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.actions.owning import refuse_foreign
from standby.rooms.places.models import Home, Region, Route, Site
from standby.rooms.places.sealed import seal_site
from standby.sealing import new_ref

MOST_BEDS = 100_000
MOST_TRAVEL_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSite:
    """Where people work. `names` by language code; `address` and `meeting_point` are shown only to who accepted."""

    region_id: int
    code: str
    names: Mapping[str, str]
    address: str = ""
    meeting_point: str = ""
    contact_phone: str = ""
    beds: int | None = None
    point: MapPoint | None = None

    def __post_init__(self) -> None:
        if not self.code.strip() or not any(name.strip() for name in self.names.values()):
            raise Refused(gettext("A site needs a code and a name."))
        if self.beds is not None and not 0 <= self.beds <= MOST_BEDS:
            raise Refused(gettext("Give the number of beds as a number from 0 to 100,000, or leave it empty."))


@transaction.atomic
def add_region(
    *,
    operation: OperationView,
    code: str,
    name: str,
    is_risk_zone: bool,
    arrivals: int | None,
    by: Actor,
    now: datetime,
) -> Region:
    try:
        with transaction.atomic():
            row = Region.objects.create(
                operation_id=operation.id, code=code, name=name, is_risk_zone=is_risk_zone, arrivals=arrivals
            )
    except IntegrityError as error:
        raise Conflict(
            gettext("There is a region “%(code)s” already. Choose another code.") % {"code": code}
        ) from error
    _journal(operation, "region.add", code, by=by, now=now)
    return row


@transaction.atomic
def add_site(*, operation: OperationView, new: NewSite, by: Actor, now: datetime) -> Site:
    refuse_foreign(Region, {new.region_id}, operation=operation)
    ref = new_ref()
    try:
        with transaction.atomic():
            row = Site.objects.create(
                ref=ref,
                operation_id=operation.id,
                region_id=new.region_id,
                code=new.code.strip(),
                sealed=seal_site(ref, new),
                beds=new.beds,
                created_at=now,
            )
    except IntegrityError as error:
        known = {"code": new.code}
        raise Conflict(gettext("There is a site “%(code)s” already. Choose another code.") % known) from error
    _journal(operation, "site.add", ref, by=by, now=now)
    return row


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFacts:
    """What is said of a town that people set out from. `names` by language code, `country` in two letters or empty."""

    names: Mapping[str, str]
    country: str = ""
    point: MapPoint | None = None

    def columns(self) -> dict[str, object]:
        lat, lon = (self.point.lat, self.point.lon) if self.point else (None, None)
        return {"names": dict(self.names), "country": self.country, "lat": lat, "lon": lon}


@transaction.atomic
def add_home(*, operation: OperationView, code: str, facts: HomeFacts, by: Actor, now: datetime) -> Home:
    try:
        with transaction.atomic():
            row = Home.objects.create(operation_id=operation.id, code=code, **facts.columns())
    except IntegrityError as error:
        raise Conflict(gettext("There is a town “%(code)s” already. Choose another code.") % {"code": code}) from error
    _journal(operation, "home.add", code, by=by, now=now)
    return row


@transaction.atomic
def set_routes(*, operation: OperationView, days: Mapping[tuple[int, int], int], by: Actor, now: datetime) -> None:
    """Whole days of travel each way, by the ids of home and region; what is not named stays as it is."""
    if any(not 0 <= number <= MOST_TRAVEL_DAYS for number in days.values()):
        raise Refused(gettext("A way takes 0 to 30 whole days."))
    refuse_foreign(Home, {home_id for home_id, _ in days}, operation=operation)
    refuse_foreign(Region, {region_id for _, region_id in days}, operation=operation)
    Route.objects.bulk_create(
        [
            Route(operation_id=operation.id, home_id=home_id, region_id=region_id, days=number)
            for (home_id, region_id), number in days.items()
        ],
        update_conflicts=True,
        unique_fields=["home", "region"],
        update_fields=["days"],
    )
    detail: dict[str, str | int | bool | None] = {"routes": len(days)}
    journal(operation=operation.ref, actor=by, action="routes.set", now=now, detail=detail)


def _journal(operation: OperationView, action: str, subject: str, *, by: Actor, now: datetime) -> None:
    journal(operation=operation.ref, actor=by, action=action, now=now, subject=subject)
