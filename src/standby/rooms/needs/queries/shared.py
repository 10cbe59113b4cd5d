"""Requests as those above need them who divide their days into shifts."""

from dataclasses import dataclass

from django.db.models import QuerySet

from standby.domain.days import Days
from standby.rooms.needs.models import NeedState, Request
from standby.rooms.needs.queries.planning import OPEN_STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestToStaff:
    id: int
    ref: str
    code: str
    site_id: int
    role: str
    tag: str
    days: Days
    posts: int
    state: NeedState


def request_to_staff(*, operation_id: int, ref: str) -> RequestToStaff | None:
    row = _rows(operation_id).filter(ref=ref).first()
    return _view(row) if row else None


def requests_to_staff(*, operation_id: int, site_id: int) -> list[RequestToStaff]:
    """The open ones of a site, in the order of their first days."""
    rows = _rows(operation_id).filter(site_id=site_id, state__in=OPEN_STATES).order_by("first_day", "code")
    return [_view(row) for row in rows]


def _rows(operation_id: int) -> QuerySet[Request]:
    return Request.objects.filter(operation_id=operation_id).defer("sealed", "texts")


def _view(row: Request) -> RequestToStaff:
    return RequestToStaff(
        id=row.id,
        ref=row.ref,
        code=row.code,
        site_id=row.site_id,
        role=row.role,
        tag=row.tags[0] if row.tags else "",
        days=Days(first=row.first_day, last=row.last_day),
        posts=row.posts,
        state=NeedState(row.state),
    )
