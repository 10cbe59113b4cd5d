"""Counting aside what is very much, so that no page of the desk waits for it."""

from datetime import datetime

from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import CrowdCounts, HeldCounts
from standby.rooms.people.queries.crowd import LARGE, count_crowd, is_large
from standby.rooms.people.queries.held import count_held, held_groups
from standby.rooms.people.queries.held_lately import write_group
from standby.rooms.people.queries.persons import MANY


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
    in_all = count_held(operation_id=operation.id)
    if in_all < many:
        HeldCounts.objects.filter(operation_id=operation.id).delete()
        return False
    groups = [write_group(view) for view in held_groups(operation_id=operation.id)]
    HeldCounts.objects.update_or_create(
        operation_id=operation.id, defaults={"counted_at": now, "in_all": in_all, "groups": groups}
    )
    return True
