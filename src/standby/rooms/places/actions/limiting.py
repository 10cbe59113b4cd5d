"""What places can take on which day: beds, arrivals, bus seats. No number for a day takes the day's own number back."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.actions.owning import refuse_foreign
from standby.rooms.places.models import BedDay, BusSeats, Home, ReceptionDay, Region, Site

MOST_A_DAY = 100_000
_BATCH = 5000
# By place and day; None where the place's usual number shall hold again.
ByDay = Mapping[tuple[int, date], int | None]


@transaction.atomic
def set_beds(*, operation: OperationView, beds: ByDay, by: Actor, now: datetime) -> None:
    """Beds by site id and day; a site that loses beds sends nobody home, the next plan shows the conflict."""
    _refuse_impossible(beds.values())
    refuse_foreign(Site, {site_id for site_id, _ in beds}, operation=operation)
    BedDay.objects.bulk_create(
        [
            BedDay(operation_id=operation.id, site_id=site_id, day=day, beds=number)
            for (site_id, day), number in beds.items()
            if number is not None
        ],
        update_conflicts=True,
        unique_fields=["site", "day"],
        update_fields=["beds"],
        batch_size=_BATCH,
    )
    BedDay.objects.filter(_taken_back(beds, "site_id"), operation_id=operation.id).delete()
    _journal(operation, "beds.set", beds, by=by, now=now)


@transaction.atomic
def set_arrivals(*, operation: OperationView, arrivals: ByDay, by: Actor, now: datetime) -> None:
    """People a region's reception takes, by region id and day."""
    _refuse_impossible(arrivals.values())
    refuse_foreign(Region, {region_id for region_id, _ in arrivals}, operation=operation)
    ReceptionDay.objects.bulk_create(
        [
            ReceptionDay(operation_id=operation.id, region_id=region_id, day=day, arrivals=number)
            for (region_id, day), number in arrivals.items()
            if number is not None
        ],
        update_conflicts=True,
        unique_fields=["region", "day"],
        update_fields=["arrivals"],
        batch_size=_BATCH,
    )
    ReceptionDay.objects.filter(_taken_back(arrivals, "region_id"), operation_id=operation.id).delete()
    _journal(operation, "reception.set", arrivals, by=by, now=now)


@transaction.atomic
def set_bus_seats(
    *,
    operation: OperationView,
    seats: Mapping[tuple[int, int | None, date], int | None],
    by: Actor,
    now: datetime,
) -> None:
    """Bus seats by home id, region id (None: for every region) and day; without a number no bus leaves."""
    _refuse_impossible(seats.values())
    refuse_foreign(Home, {home_id for home_id, _, _ in seats}, operation=operation)
    named = {region_id for _, region_id, _ in seats if region_id is not None}
    refuse_foreign(Region, named, operation=operation)
    BusSeats.objects.filter(_same_buses(seats), operation_id=operation.id).delete()
    BusSeats.objects.bulk_create(
        [
            BusSeats(operation_id=operation.id, home_id=home_id, region_id=region_id, day=day, seats=number)
            for (home_id, region_id, day), number in seats.items()
            if number is not None
        ],
        batch_size=_BATCH,
    )
    by_day = {(home_id, day): number for (home_id, _, day), number in seats.items()}
    _journal(operation, "seats.set", by_day, by=by, now=now)


def _same_buses(seats: Iterable[tuple[int, int | None, date]]) -> Q:
    """The rows of the same homes, regions and days, whether or not each combination of them is named."""
    days: dict[tuple[int, int | None], list[date]] = {}
    for home_id, region_id, day in seats:
        days.setdefault((home_id, region_id), []).append(day)
    found = Q(pk__in=[])
    for (home_id, region_id), of_these in days.items():
        found |= Q(home_id=home_id, region_id=region_id, day__in=of_these)
    return found


def _taken_back(numbers: ByDay, place: str) -> Q:
    days: dict[int, list[date]] = {}
    for (place_id, day), number in numbers.items():
        if number is None:
            days.setdefault(place_id, []).append(day)
    found = Q(pk__in=[])
    for place_id, of_these in days.items():
        found |= Q(**{place: place_id}, day__in=of_these)
    return found


def _refuse_impossible(numbers: Iterable[int | None]) -> None:
    if any(number is not None and not 0 <= number <= MOST_A_DAY for number in numbers):
        raise Refused(gettext("Give numbers from 0 to 100,000."))


def _journal(operation: OperationView, action: str, numbers: ByDay, *, by: Actor, now: datetime) -> None:
    """The first and last day and how many; a place by its id where only one was changed."""
    days = [day for _, day in numbers]
    places = {place_id for place_id, _ in numbers}
    detail: dict[str, str | int | bool | None] = {"days": len(days), "places": len(places)}
    if days:
        detail |= {"from": min(days).isoformat(), "until": max(days).isoformat()}
    subject = str(next(iter(places))) if len(places) == 1 else ""
    journal(operation=operation.ref, actor=by, action=action, now=now, subject=subject, detail=detail)
