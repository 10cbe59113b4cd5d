"""What one place can take on each of some days, where a day has a number of its own."""

from datetime import date

from standby.domain.days import Days
from standby.rooms.places.models import BedDay, BusSeats, ReceptionDay


def beds_by_day(*, operation_id: int, site_id: int, days: Days) -> dict[date, int]:
    rows = BedDay.objects.filter(operation_id=operation_id, site_id=site_id, day__range=(days.first, days.last))
    return dict(rows.values_list("day", "beds"))


def arrivals_by_day(*, operation_id: int, region_id: int, days: Days) -> dict[date, int]:
    rows = ReceptionDay.objects.filter(
        operation_id=operation_id, region_id=region_id, day__range=(days.first, days.last)
    )
    return dict(rows.values_list("day", "arrivals"))


def seats_by_day(*, operation_id: int, home_id: int, region_id: int | None, days: Days) -> dict[date, int]:
    """Of buses for one region, or with None of those for every region."""
    rows = BusSeats.objects.filter(operation_id=operation_id, home_id=home_id, day__range=(days.first, days.last))
    rows = rows.filter(region__isnull=True) if region_id is None else rows.filter(region_id=region_id)
    return dict(rows.values_list("day", "seats"))
