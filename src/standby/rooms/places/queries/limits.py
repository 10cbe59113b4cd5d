"""What places can take: beds, arrivals, seats and the days of travel, as a plan needs them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from standby.rooms.places.models import BedDay, BusSeats, Home, ReceptionDay, Region, Route, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLimits:
    code: str
    region: str
    beds: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Everything by code. `arrivals` holds a region's number for days without a row of their own; absent = no limit.

    `seats` is by home, region and day; the region is empty for buses that serve every region.
    """

    sites: tuple[SiteLimits, ...]
    beds: Mapping[tuple[str, date], int]
    arrivals: Mapping[str, int]
    reception: Mapping[tuple[str, date], int]
    seats: Mapping[tuple[str, str, date], int]
    routes: Mapping[tuple[str, str], int]
    homes: tuple[str, ...]


def limits_of(*, operation_id: int) -> Limits:
    sites = Site.objects.filter(operation_id=operation_id).order_by("code")
    bed_days = BedDay.objects.filter(operation_id=operation_id)
    regions = Region.objects.filter(operation_id=operation_id, arrivals__isnull=False)
    reception = ReceptionDay.objects.filter(operation_id=operation_id)
    seats = BusSeats.objects.filter(operation_id=operation_id)
    routes = Route.objects.filter(operation_id=operation_id)
    return Limits(
        sites=tuple(
            SiteLimits(code=code, region=region, beds=beds)
            for code, region, beds in sites.values_list("code", "region__code", "beds")
        ),
        beds={(code, day): beds for code, day, beds in bed_days.values_list("site__code", "day", "beds")},
        arrivals={code: arrivals for code, arrivals in regions.values_list("code", "arrivals") if arrivals is not None},
        reception={
            (code, day): arrivals for code, day, arrivals in reception.values_list("region__code", "day", "arrivals")
        },
        seats={
            (home, region or "", day): number
            for home, region, day, number in seats.values_list("home__code", "region__code", "day", "seats")
        },
        routes={
            (home, region): days for home, region, days in routes.values_list("home__code", "region__code", "days")
        },
        homes=tuple(Home.objects.filter(operation_id=operation_id).order_by("code").values_list("code", flat=True)),
    )


def region_of_site(*, operation_id: int) -> dict[str, str]:
    """The code of each site's region."""
    return dict(Site.objects.filter(operation_id=operation_id).values_list("code", "region__code"))


def travel_days(*, operation_id: int) -> dict[tuple[str, str], int]:
    """Whole days of travel each way, by home and region; absent = 0."""
    rows = Route.objects.filter(operation_id=operation_id).values_list("home__code", "region__code", "days")
    return {(home, region): days for home, region, days in rows}
