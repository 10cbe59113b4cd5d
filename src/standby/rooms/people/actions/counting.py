"""Counting aside what is very much, so that no page of the desk waits for it."""

from datetime import datetime

from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import CrowdCounts, HeldCounts
from standby.rooms.people.queries.crowd import LARGE, count_crowd, is_large
from standby.rooms.people.queries.held import count_held
from standby.rooms.people.queries.held_lately import MANY, held_lane, write_group


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
            "pairs": crowd.pairs,
            "licences": crowd.licences,
        },
    )
    return True


def keep_held(*, operation: OperationView, now: datetime, many: int = MANY) -> bool:
    """Whether so many sign-ups wait for a look that these are kept as they were counted; else nothing is kept."""
    if count_held(operation_id=operation.id) < many:
        HeldCounts.objects.filter(operation_id=operation.id).delete()
        return False
    lane = held_lane(operation_id=operation.id)
    groups = [write_group(view) for view in lane.groups]
    HeldCounts.objects.update_or_create(
        operation_id=operation.id, defaults={"counted_at": now, "in_all": lane.in_all, "groups": groups}
    )
    return True
