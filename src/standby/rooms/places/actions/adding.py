"""Regions, sites, homes, routes, and who speaks for a site."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from standby.domain.errors import Conflict, Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.models import Home, Region, Route, Site, SiteContact
from standby.rooms.places.sealed import site_place
from standby.rooms.vault.actions import key_for, seal_payload
from standby.sealing import new_ref


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

    def __post_init__(self) -> None:
        if not self.code.strip() or not any(name.strip() for name in self.names.values()):
            raise Refused("A site needs a code and a name.")
        if self.beds is not None and not 0 <= self.beds <= 100_000:
            raise Refused("Give the number of beds as a number from 0 to 100,000, or leave it empty.")


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
        raise Conflict(f"There is a region {code!r} already.") from error
    _journal(operation, "region.add", code, by=by, now=now)
    return row


@transaction.atomic
def add_site(*, operation: OperationView, new: NewSite, by: Actor, now: datetime) -> Site:
    ref = new_ref()
    payload = {
        "names": dict(new.names),
        "address": new.address,
        "meeting_point": new.meeting_point,
        "contact_phone": new.contact_phone,
    }
    try:
        with transaction.atomic():
            row = Site.objects.create(
                ref=ref,
                operation_id=operation.id,
                region_id=new.region_id,
                code=new.code.strip(),
                sealed=seal_payload(payload, key=key_for(ref), place=site_place(ref)),
                beds=new.beds,
                created_at=now,
            )
    except IntegrityError as error:
        raise Conflict(f"There is a site {new.code!r} already.") from error
    _journal(operation, "site.add", ref, by=by, now=now)
    return row


@transaction.atomic
def add_home(
    *, operation: OperationView, code: str, names: Mapping[str, str], country: str, by: Actor, now: datetime
) -> Home:
    try:
        with transaction.atomic():
            row = Home.objects.create(operation_id=operation.id, code=code, names=dict(names), country=country)
    except IntegrityError as error:
        raise Conflict(f"There is a home {code!r} already.") from error
    _journal(operation, "home.add", code, by=by, now=now)
    return row


@transaction.atomic
def set_routes(*, operation: OperationView, days: Mapping[tuple[int, int], int], by: Actor, now: datetime) -> None:
    """Whole days of travel each way, by the ids of home and region; what is not named stays as it is."""
    if any(not 0 <= number <= 30 for number in days.values()):
        raise Refused("A way takes 0 to 30 whole days.")
    Route.objects.bulk_create(
        [
            Route(operation_id=operation.id, home_id=home_id, region_id=region_id, days=number)
            for (home_id, region_id), number in days.items()
        ],
        update_conflicts=True,
        unique_fields=["home", "region"],
        update_fields=["days"],
    )
    _journal(operation, "routes.set", "", by=by, now=now)


@transaction.atomic
def name_site_contact(*, operation: OperationView, site_id: int, user_id: int, by: Actor, now: datetime) -> None:
    SiteContact.objects.get_or_create(operation_id=operation.id, site_id=site_id, user_id=user_id)
    _journal(operation, "site.contact", str(site_id), by=by, now=now)


def _journal(operation: OperationView, action: str, subject: str, *, by: Actor, now: datetime) -> None:
    journal(operation=operation.ref, actor=by, action=action, now=now, subject=subject)
