"""Requests in lists: what waits for somebody, and what is open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import F, Prefetch, Q, QuerySet

from standby.domain.days import Days
from standby.rooms.needs.models import Need, NeedState, Request, Risk
from standby.rooms.needs.queries.planning import OPEN_STATES
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.queries.contacts import SiteScope

_WAITING = (NeedState.DRAFT, NeedState.RISK_ASSESSED)
# Sealed or long, and never in a list.
_NOT_LISTED = ("sealed", "texts", "provides", "hazards", "site__sealed")
_ENDED = (NeedState.CANCELLED, NeedState.CLOSED)


class Show(StrEnum):
    """Which requests a list shows."""

    OPEN = "open"
    DRAFT = "draft"
    ASSESSED = "assessed"
    STALE = "stale"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    need_id: int
    ref: str
    code: str
    days: Days
    headcount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """One request in a list. `headcount` is people at one time; `places` counts every rotation that is not over."""

    ref: str
    code: str
    site_id: int
    site_ref: str
    site_code: str
    region_code: str
    region_name: str
    role: str
    tag: str
    level: int
    days: Days
    headcount: int
    priority: int | None
    risk: Risk | None
    state: NeedState
    renewed_at: datetime
    is_stale: bool
    is_over: bool
    rotations: Sequence[Rotation]


def requests_shown(
    *, operation: OperationView, scope: SiteScope, show: Show, now: datetime, region: str = "", role: str = ""
) -> list[RequestRow]:
    """The most urgent first: by priority, then by the first day; what is not assessed yet before everything."""
    rows = _visible(operation, scope).filter(_shown(show, operation=operation, now=now))
    if region:
        rows = rows.filter(site__region__code=region)
    if role:
        rows = rows.filter(role=role)
    return _rows(rows, operation=operation, now=now)


def count_shown(*, operation: OperationView, scope: SiteScope, now: datetime) -> dict[Show, int]:
    """How many each list would show."""
    visible = _visible(operation, scope)
    return {show: visible.filter(_shown(show, operation=operation, now=now)).count() for show in Show}


def requests_of_site(*, operation: OperationView, site_id: int, now: datetime) -> list[RequestRow]:
    """Everything a site asked for that is not over."""
    today = operation.today(now)
    rows = Request.objects.filter(operation_id=operation.id, site_id=site_id, last_day__gte=today)
    return _rows(rows.exclude(state__in=_ENDED), operation=operation, now=now)


def roles_asked(*, operation_id: int) -> list[str]:
    rows = Request.objects.filter(operation_id=operation_id).order_by("role")
    return list(rows.values_list("role", flat=True).distinct())


def _visible(operation: OperationView, scope: SiteScope) -> QuerySet[Request]:
    rows = Request.objects.filter(operation_id=operation.id)
    return rows if scope.is_every_site else rows.filter(site_id__in=scope.site_ids)


def _shown(show: Show, *, operation: OperationView, now: datetime) -> Q:
    since = now - timedelta(hours=operation.policy.stale_hours)
    not_over = Q(last_day__gte=operation.today(now))
    match show:
        case Show.OPEN:
            return Q(state__in=OPEN_STATES) & not_over
        case Show.DRAFT:
            return Q(state=NeedState.DRAFT) & not_over
        case Show.ASSESSED:
            return Q(state=NeedState.RISK_ASSESSED) & not_over
        case Show.STALE:
            return Q(state__in=OPEN_STATES, renewed_at__lte=since) & not_over
        case Show.PAUSED:
            return Q(state=NeedState.PAUSED) & not_over
        case Show.ENDED:
            return Q(state__in=_ENDED) | ~not_over


def _rows(found: QuerySet[Request], *, operation: OperationView, now: datetime) -> list[RequestRow]:
    rotations = Prefetch("rotations", queryset=Need.objects.order_by("first_day"))
    rows = found.select_related("site__region").prefetch_related(rotations).defer(*_NOT_LISTED)
    urgent_first = (F("priority").asc(nulls_first=True), "first_day", "code")
    return [_row(row, operation=operation, now=now) for row in rows.order_by(*urgent_first)]


def _row(row: Request, *, operation: OperationView, now: datetime) -> RequestRow:
    is_over = row.last_day < operation.today(now)
    return RequestRow(
        ref=row.ref,
        code=row.code,
        site_id=row.site_id,
        site_ref=row.site.ref,
        site_code=row.site.code,
        region_code=row.site.region.code,
        region_name=row.site.region.name,
        role=row.role,
        tag=row.tags[0] if row.tags else "",
        level=row.level,
        days=Days(first=row.first_day, last=row.last_day),
        headcount=row.headcount,
        priority=row.priority,
        risk=Risk(row.risk) if row.risk else None,
        state=NeedState(row.state),
        renewed_at=row.renewed_at,
        is_stale=not is_over and is_stale(row, operation=operation, now=now),
        is_over=is_over,
        rotations=rotations_of(row.rotations.all()),
    )


def is_stale(row: Request, *, operation: OperationView, now: datetime) -> bool:
    """Open, and not renewed within the policy's hours: nobody new is called until somebody telephoned."""
    since = now - timedelta(hours=operation.policy.stale_hours)
    return row.state in OPEN_STATES and row.renewed_at <= since


def rotations_of(rows: Iterable[Need]) -> tuple[Rotation, ...]:
    return tuple(
        Rotation(
            need_id=row.id,
            ref=row.ref,
            code=row.code,
            days=Days(first=row.first_day, last=row.last_day),
            headcount=row.headcount,
        )
        for row in rows
    )
