"""What may be needed, as it was said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from standby.domain.days import Days
from standby.domain.roles import Level
from standby.rooms.needs.models import Forecast
from standby.rooms.operations.queries import OperationView


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastView:
    """A need that may come, with a probability of `percent`."""

    ref: str
    code: str
    site_id: int
    site_ref: str
    site_code: str
    region_code: str
    role: str
    level: Level
    tags: tuple[str, ...]
    languages: tuple[str, ...]
    needs_verified: bool
    days: Days
    headcount: int
    priority: int
    percent: int
    made_at: datetime


def forecasts_in_force(*, operation: OperationView, now: datetime) -> list[ForecastView]:
    """Those that nobody ended and whose days are not over, the soonest first."""
    rows = _rows(operation.id).filter(ended_at__isnull=True, last_day__gte=operation.today(now))
    return [_view(row) for row in rows.order_by("first_day", "id")]


def forecast_by_ref(*, operation_id: int, ref: str) -> ForecastView | None:
    row = _rows(operation_id).filter(ref=ref).first()
    return _view(row) if row else None


def forecasts_by_code(*, operation_id: int, codes: Iterable[str]) -> dict[str, ForecastView]:
    """Also those that are over: a plan that was made while they were expected still tells of them."""
    return {row.code: _view(row) for row in _rows(operation_id).filter(code__in=list(codes))}


def _rows(operation_id: int) -> QuerySet[Forecast]:
    return Forecast.objects.filter(operation_id=operation_id).select_related("site__region")


def _view(row: Forecast) -> ForecastView:
    return ForecastView(
        ref=row.ref,
        code=row.code,
        site_id=row.site_id,
        site_ref=row.site.ref,
        site_code=row.site.code,
        region_code=row.site.region.code,
        role=row.role,
        level=Level(row.level),
        tags=tuple(row.tags),
        languages=tuple(row.languages),
        needs_verified=row.needs_verified,
        days=Days(first=row.first_day, last=row.last_day),
        headcount=row.headcount,
        priority=row.priority,
        percent=row.percent,
        made_at=row.made_at,
    )
