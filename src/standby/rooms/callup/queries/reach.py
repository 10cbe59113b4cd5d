"""Told is not reached: who of those told has not been reached by any channel, page or voice, and is to be called."""

from collections.abc import Sequence
from dataclasses import dataclass

from standby.domain.statuses import PersonStatus
from standby.rooms.callup.models import Announcement
from standby.rooms.messages.queries import reached_by_channel
from standby.rooms.people.queries.reaching import Told, reached_ids, told_in

# Who is called or expected is rung first; who waits can wait a little longer for the telephone.
_FIRST = {PersonStatus.CALLED: 0, PersonStatus.ACCEPTED: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Of one announcement: everyone it told, how many were reached, and those who were not, the most urgent first."""

    told: int
    reached: int
    not_reached: Sequence[Told]


def last_announcement(*, operation_id: int) -> Announcement | None:
    return Announcement.objects.filter(operation_id=operation_id).order_by("-number").first()


def reach_of(*, operation_id: int, occasion: str) -> Reach:
    """Only those who still stand where this occasion put them: whoever was told something newer is another matter."""
    told = told_in(operation_id=operation_id, occasion=occasion)
    by_channel = reached_by_channel(operation_id=operation_id, occasion=occasion)
    otherwise = reached_ids(operation_id=operation_id, occasion=occasion)
    left = [row for row in told if row.ref not in by_channel and row.status_change_id not in otherwise]
    left.sort(key=lambda row: (_FIRST.get(row.status, 2), row.person_id))
    return Reach(told=len(told), reached=len(told) - len(left), not_reached=left)
