"""Counting aside who of a very large crowd has heard where they stand, so that no page of the desk waits for it."""

from datetime import datetime

from standby.rooms.callup.models import ReachCounts
from standby.rooms.callup.queries.reach import Reach, last_announcement, reach_of, to_ring
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.crowd import LARGE, is_large

_NOBODY = Reach(told=0, not_reached=0)


def keep_reach(*, operation: OperationView, now: datetime, large: int = LARGE) -> bool:
    """Whether there are so many that these counts are kept."""
    if not is_large(operation_id=operation.id, large=large):
        return False
    announcement = last_announcement(operation_id=operation.id)
    occasion = announcement.ref if announcement else ""
    reach = reach_of(operation_id=operation.id, occasion=occasion) if occasion else _NOBODY
    ReachCounts.objects.update_or_create(
        operation_id=operation.id,
        defaults={
            "counted_at": now,
            "to_ring": to_ring(operation_id=operation.id),
            "occasion": occasion,
            "told": reach.told,
            "not_reached": reach.not_reached,
        },
    )
    return True
