"""The needs a plan fills, and those people are already called to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from standby.domain.days import Days
from standby.domain.roles import Level
from standby.rooms.needs.models import Need, NeedState, Request
from standby.rooms.operations.queries import OperationView

# People may be newly called to these; a paused or stale need keeps those it has.
OPEN_STATES = (NeedState.OPEN, NeedState.PART_FILLED, NeedState.FILLED)
# What a view needs, and no more: the texts of three hundred requests in four languages are long.
_READ = (
    "ref",
    "code",
    "first_day",
    "last_day",
    "headcount",
    "request__ref",
    "request__code",
    "request__role",
    "request__level",
    "request__tags",
    "request__languages",
    "request__needs_verified",
    "request__priority",
    "request__state",
    "request__renewed_at",
    "request__site__code",
    "request__site__region__code",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedView:
    """One rotation of a request, with what a plan and a page need to know of it."""

    id: int
    ref: str
    code: str
    request_ref: str
    request_code: str
    site_id: int
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
    is_open: bool


def needs_to_plan(*, operation: OperationView, now: datetime, kept: Iterable[int] = ()) -> list[NeedView]:
    """Open, renewed in time and not over; and those whose ids are `kept`, because people stand on the way to them."""
    rows = _rows(operation.id)
    views = [_view(row, operation=operation, now=now) for row in rows]
    wanted = set(kept)
    today = operation.today(now)
    return [need for need in views if (need.is_open and need.days.last >= today) or need.id in wanted]


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesNeeded:
    """`now`: by needs that may still call somebody, also paused or stale ones; `before`: by needs that are over."""

    now: frozenset[str]
    before: frozenset[str]


def roles_needed(*, operation: OperationView, now: datetime) -> RolesNeeded:
    rows = _rows(operation.id)
    over = Q(request__state__in=[NeedState.CANCELLED, NeedState.CLOSED]) | Q(last_day__lt=operation.today(now))
    asked = frozenset(rows.exclude(over).values_list("request__role", flat=True))
    return RolesNeeded(now=asked, before=frozenset(rows.values_list("request__role", flat=True)) - asked)


def needs_by_id(*, operation: OperationView, ids: Iterable[int], now: datetime) -> dict[int, NeedView]:
    rows = _rows(operation.id).filter(id__in=list(ids))
    return {row.id: _view(row, operation=operation, now=now) for row in rows}


def needs_by_code(*, operation: OperationView, codes: Iterable[str], now: datetime) -> dict[str, NeedView]:
    rows = _rows(operation.id).filter(code__in=list(codes))
    return {row.code: _view(row, operation=operation, now=now) for row in rows}


def need_by_ref(*, operation: OperationView, ref: str, now: datetime) -> NeedView | None:
    row = _rows(operation.id).filter(ref=ref).first()
    return _view(row, operation=operation, now=now) if row else None


def request_id_of(*, operation_id: int, need_id: int) -> int:
    """The request that a need is a rotation of."""
    return Need.objects.values_list("request_id", flat=True).get(operation_id=operation_id, id=need_id)


def find_needs(*, operation: OperationView, text: str, now: datetime, limit: int = 20) -> list[NeedView]:
    """Needs whose own code, or whose site's, begins with `text`."""
    begins = Q(code__istartswith=text) | Q(request__site__code__istartswith=text)
    return [_view(row, operation=operation, now=now) for row in _rows(operation.id).filter(begins)[:limit]]


def any_requests(*, operation_id: int) -> bool:
    return Request.objects.filter(operation_id=operation_id).exists()


def _rows(operation_id: int) -> QuerySet[Need]:
    return (
        Need.objects.filter(operation_id=operation_id, request__priority__isnull=False)
        .select_related("request__site__region")
        .only(*_READ)
        .order_by("code")
    )


def _view(row: Need, *, operation: OperationView, now: datetime) -> NeedView:
    request = row.request
    is_fresh = request.renewed_at > now - timedelta(hours=operation.policy.stale_hours)
    return NeedView(
        id=row.id,
        ref=row.ref,
        code=row.code,
        request_ref=request.ref,
        request_code=request.code,
        site_id=request.site_id,
        site_code=request.site.code,
        region_code=request.site.region.code,
        role=request.role,
        level=Level(request.level),
        tags=tuple(request.tags),
        languages=tuple(request.languages),
        needs_verified=request.needs_verified,
        days=Days(first=row.first_day, last=row.last_day),
        headcount=row.headcount,
        priority=request.priority or 5,
        is_open=is_fresh and request.state in OPEN_STATES,
    )
