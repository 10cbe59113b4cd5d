"""Needs that wait for somebody: for an assessment, for an approval, for their site to say that they are still true."""

from datetime import datetime, timedelta

from standby.rooms.needs.models import NeedState, Request
from standby.rooms.needs.queries.planning import OPEN_STATES
from standby.rooms.operations.queries import OperationView


def waiting_requests(*, operation_id: int) -> int:
    """Drafts to be assessed and assessed needs to be approved."""
    states = [NeedState.DRAFT, NeedState.RISK_ASSESSED]
    return Request.objects.filter(operation_id=operation_id, state__in=states).count()


def stale_requests(*, operation: OperationView, now: datetime) -> int:
    """Not over yet, and not renewed within the policy's hours: each is a telephone call."""
    since = now - timedelta(hours=operation.policy.stale_hours)
    rows = Request.objects.filter(operation_id=operation.id, state__in=OPEN_STATES, renewed_at__lte=since)
    return rows.filter(last_day__gte=operation.today(now)).count()
