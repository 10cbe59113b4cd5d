"""The regions of an operation."""

from dataclasses import dataclass

from standby.rooms.places.models import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionView:
    """`arrivals` a day where no day says otherwise; None = no limit."""

    id: int
    code: str
    name: str
    is_risk_zone: bool
    arrivals: int | None


def regions_of(*, operation_id: int) -> list[RegionView]:
    rows = Region.objects.filter(operation_id=operation_id).order_by("code")
    return [_view(row) for row in rows]


def region_by_code(*, operation_id: int, code: str) -> RegionView | None:
    row = Region.objects.filter(operation_id=operation_id, code=code).first()
    return _view(row) if row else None


def _view(row: Region) -> RegionView:
    return RegionView(id=row.id, code=row.code, name=row.name, is_risk_zone=row.is_risk_zone, arrivals=row.arrivals)
