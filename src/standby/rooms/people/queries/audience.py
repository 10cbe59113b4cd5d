"""How many people an announcement speaks to."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q

from standby.domain.statuses import ENDED_STATUSES, FIXED_STATUSES, PersonStatus
from standby.rooms.people.models import Person

# An announcement leaves these where they are: incomplete, declined, on the way or at work.
STAYING = [PersonStatus.OFFERED, PersonStatus.DECLINED, PersonStatus.RESTING, *FIXED_STATUSES]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """`waiting` are those among the others, beside the people left out, who will stand by."""

    people: int
    waiting: int


def audience_of(*, operation_id: int, without: Collection[int]) -> Audience:
    rows = Person.objects.filter(operation_id=operation_id, erased_at__isnull=True).exclude(status__in=ENDED_STATUSES)
    counted = rows.aggregate(
        people=Count("id"),
        waiting=Count("id", filter=~Q(status__in=STAYING) & ~Q(id__in=list(without))),
    )
    return Audience(**counted)
