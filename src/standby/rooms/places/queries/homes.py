"""The towns people set out from."""

from collections.abc import Mapping
from dataclasses import dataclass

from standby.domain.points import MapPoint
from standby.rooms.places.models import Home, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    id: int
    code: str
    names: Mapping[str, str]
    country: str
    point: MapPoint | None = None

    def name(self, language: str) -> str:
        return self.names.get(language) or next((name for name in self.names.values() if name), self.code)


def homes_of(*, operation_id: int) -> list[HomeView]:
    return [_view(row) for row in Home.objects.filter(operation_id=operation_id).order_by("code")]


def home_by_code(*, operation_id: int, code: str) -> HomeView | None:
    row = Home.objects.filter(operation_id=operation_id, code=code).first()
    return _view(row) if row else None


def travel_days_from(*, operation_id: int, home_id: int) -> dict[int, int]:
    """Whole days of travel each way, by region id."""
    rows = Route.objects.filter(operation_id=operation_id, home_id=home_id)
    return dict(rows.values_list("region_id", "days"))


def _view(row: Home) -> HomeView:
    return HomeView(id=row.id, code=row.code, names=row.names, country=row.country, point=point_of(row.lat, row.lon))


def point_of(lat: float | None, lon: float | None) -> MapPoint | None:
    return None if lat is None or lon is None else MapPoint(lat=lat, lon=lon)
