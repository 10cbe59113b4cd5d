"""The places of the exercise, what they can take, and what they ask for."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from standby.cli.loading.founding import LOADER
from standby.domain.days import Days
from standby.domain.points import MapPoint
from standby.exercise import Exercise
from standby.exercise.places import Town
from standby.exercise.requests import Request
from standby.rooms.accounts.queries import Staff
from standby.rooms.needs.actions.approving import approve_need, assess_risk
from standby.rooms.needs.actions.requesting import Wish, request_people
from standby.rooms.needs.models import Risk
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.actions.adding import HomeFacts, NewSite, add_home, add_region, add_site, set_routes
from standby.rooms.places.actions.limiting import set_arrivals, set_beds, set_bus_seats


@transaction.atomic
def settle_places(exercise: Exercise, *, operation: OperationView, now: datetime) -> dict[str, int]:
    """Regions, sites, homes, routes and their limits; the ids of the sites by their code."""
    regions = {
        region.id: add_region(
            operation=operation,
            code=region.id,
            name=region.name.en,
            is_risk_zone=region.is_risk_zone,
            arrivals=None,
            by=LOADER,
            now=now,
        ).id
        for region in exercise.regions
    }
    sites = {
        site.id: add_site(
            operation=operation,
            new=NewSite(
                region_id=regions[site.region],
                code=site.id,
                names=site.name.as_dict(),
                address=site.town.name.en,
                meeting_point=site.name.en,
                contact_phone="+374 00 000 200",
                point=_near(site.town),
            ),
            by=LOADER,
            now=now,
        ).id
        for site in exercise.sites
    }
    _settle_homes(exercise, operation=operation, regions=regions, sites=sites, now=now)
    return sites


def _settle_homes(
    exercise: Exercise,
    *,
    operation: OperationView,
    regions: Mapping[str, int],
    sites: Mapping[str, int],
    now: datetime,
) -> None:
    homes = {
        home.id: add_home(
            operation=operation,
            code=home.id,
            facts=HomeFacts(
                names={**home.town.name.as_dict(), "ka": home.town.name_ka},
                country=home.town.country,
                point=_near(home.town),
            ),
            by=LOADER,
            now=now,
        ).id
        for home in exercise.homes
    }
    ways = {(homes[route.home], regions[route.region]): route.days for route in exercise.routes}
    set_routes(operation=operation, days=ways, by=LOADER, now=now)
    limits = exercise.limits
    beds = {(sites[line.site], line.day): line.beds for line in limits.beds}
    set_beds(operation=operation, beds=beds, by=LOADER, now=now)
    arrivals = {(regions[line.region], line.day): line.people for line in limits.arrivals}
    set_arrivals(operation=operation, arrivals=arrivals, by=LOADER, now=now)
    seats: dict[tuple[int, int | None, date], int] = {
        (homes[line.home], None, line.day): line.seats for line in limits.bus_seats
    }
    set_bus_seats(operation=operation, seats=seats, by=LOADER, now=now)


def _near(town: Town) -> MapPoint:
    return MapPoint.near(lat=town.lat, lon=town.lon)


@transaction.atomic
def ask_for_people(
    exercise: Exercise,
    *,
    operation: OperationView,
    staff: Mapping[str, Staff],
    sites: Mapping[str, int],
    now: datetime,
) -> None:
    """Every request, made by its site contact, assessed by one coordinator, approved by as many as its risk needs."""
    regions = {site.id: site.region for site in exercise.sites}
    contacts = {region: member.handle for member in exercise.staff for region in member.regions}
    first, second = staff["coordinator"], staff["coordinator-2"]
    for request in exercise.requests:
        contact = staff[contacts[regions[request.site]]]
        row = request_people(
            operation=operation,
            wish=_wish(request, site_id=sites[request.site]),
            requested_by=contact.id,
            by=contact.actor,
            now=now,
        )
        risk = Risk.LOW if request.risk.value == Risk.LOW.value else Risk.RAISED
        assess_risk(
            operation=operation,
            request_ref=row.ref,
            risk=risk,
            priority=request.priority,
            by=first.actor,
            now=now,
        )
        approve_need(operation=operation, request_ref=row.ref, by=first, now=now)
        row.refresh_from_db(fields=["state", "risk"])
        if row.risk != Risk.LOW:
            approve_need(operation=operation, request_ref=row.ref, by=second, now=now)


def _wish(request: Request, *, site_id: int) -> Wish:
    return Wish(
        site_id=site_id,
        site_code=request.site,
        role=request.trade.role,
        level=request.level,
        days=Days(first=request.first_day, last=request.last_day),
        posts=request.posts or request.people,
        hours_per_day=request.hours_per_day or 8,
        supervisor=request.supervisor,
        supervisor_phone="+374 00 000 300",
        texts={
            "provided": request.provided.as_dict(),
            "hazards": request.hazards.as_dict(),
            "if_nobody_comes": request.without_it.as_dict(),
        },
        tags=(request.trade.tag,) if request.trade.tag else (),
        languages=tuple("|".join(condition) for condition in request.languages),
        headcount=request.people,
        longest_rotation=request.rotation_days,
        code=request.id,
    )
