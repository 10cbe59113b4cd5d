"""Counting a very large crowd aside, so that no page of the desk waits for it."""

from datetime import datetime

from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import CrowdCounts
from standby.rooms.people.queries.crowd import LARGE, count_crowd, is_large


def keep_counts(*, operation: OperationView, now: datetime, large: int = LARGE) -> bool:
    """Whether there are so many that their counts are kept."""
    if not is_large(operation_id=operation.id, large=large):
        return False
    crowd = count_crowd(operation_id=operation.id, now=now)
    CrowdCounts.objects.update_or_create(
        operation_id=operation.id,
        defaults={
            "counted_at": now,
            "statuses": {status.value: number for status, number in crowd.statuses.items()},
            "hours": [[hour.starts_at.isoformat(), hour.sign_ups, hour.answers] for hour in crowd.surge],
            "to_confirm": crowd.to_confirm,
        },
    )
    return True
