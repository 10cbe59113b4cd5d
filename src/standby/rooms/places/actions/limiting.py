"""What places can take on which day: beds, arrivals, bus seats."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from standby.domain.errors import Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.models import BedDay, BusSeats, ReceptionDay

_MOST = 100_000
_BATCH = 5000


@transaction.atomic
def set_beds(*, operation: OperationView, beds: Mapping[tuple[int, date], int], by: Actor, now: datetime) -> None:
    """Beds by site id and day; a site that loses beds sends nobody home, the next plan shows the conflict."""
    _refuse_impossible(beds.values())
    BedDay.objects.bulk_create(
        [
            BedDay(operation_id=operation.id, site_id=site_id, day=day, beds=number)
            for (site_id, day), number in beds.items()
        ],
        update_conflicts=True,
        unique_fields=["site", "day"],
        update_fields=["beds"],
        batch_size=_BATCH,
    )
    _journal(operation, "beds.set", len(beds), by=by, now=now)


@transaction.atomic
def set_arrivals(
    *, operation: OperationView, arrivals: Mapping[tuple[int, date], int], by: Actor, now: datetime
) -> None:
    """People a region's reception takes, by region id and day."""
    _refuse_impossible(arrivals.values())
    ReceptionDay.objects.bulk_create(
        [
            ReceptionDay(operation_id=operation.id, region_id=region_id, day=day, arrivals=number)
            for (region_id, day), number in arrivals.items()
        ],
        update_conflicts=True,
        unique_fields=["region", "day"],
        update_fields=["arrivals"],
        batch_size=_BATCH,
    )
    _journal(operation, "reception.set", len(arrivals), by=by, now=now)


@transaction.atomic
def set_bus_seats(
    *,
    operation: OperationView,
    seats: Mapping[tuple[int, int | None, date], int],
    by: Actor,
    now: datetime,
) -> None:
    """Bus seats by home id, region id (None: for every region) and day."""
    _refuse_impossible(seats.values())
    for (home_id, region_id, day), number in seats.items():
        rows = BusSeats.objects.filter(operation_id=operation.id, home_id=home_id, day=day)
        same = rows.filter(region_id__isnull=True) if region_id is None else rows.filter(region_id=region_id)
        if not same.update(seats=number):
            BusSeats.objects.create(
                operation_id=operation.id, home_id=home_id, region_id=region_id, day=day, seats=number
            )
    _journal(operation, "seats.set", len(seats), by=by, now=now)


def _refuse_impossible(numbers: Iterable[int]) -> None:
    if any(not 0 <= number <= _MOST for number in numbers):
        raise Refused(f"Give numbers from 0 to {_MOST}.")


def _journal(operation: OperationView, action: str, days: int, *, by: Actor, now: datetime) -> None:
    journal(operation=operation.ref, actor=by, action=action, now=now, detail={"days": days})
