"""Told is not reached: who of those told has not been reached by any channel, page or voice, and is to be rung."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from standby.rooms.callup.models import Announcement, Call, CallState, ReachCounts
from standby.rooms.callup.queries.promises import spared
from standby.rooms.messages.queries import taken
from standby.rooms.people.queries.crowd import FRESH
from standby.rooms.people.queries.persons import MANY
from standby.rooms.people.queries.unreached import (
    count_told,
    count_unreached,
    is_unreached,
    page_of_unreached,
)
from standby.rooms.people.values import PersonView

PAGE = 25
# Whoever held one of these until lately may be packing, or on the road.
_NOT_EXPECTED = [CallState.RECALLED, CallState.RELEASED, CallState.LAPSED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Of one occasion: how many it told who still stand where it put them, and how many of these were not reached."""

    told: int
    not_reached: int

    @property
    def reached(self) -> int:
        return self.told - self.not_reached


def last_announcement(*, operation_id: int) -> Announcement | None:
    return Announcement.objects.filter(operation_id=operation_id).order_by("-number").first()


def reach_of(*, operation_id: int, occasion: str) -> Reach:
    """Only those who still stand where this occasion put them: whoever was told something newer is another matter."""
    told, not_reached = count_told(operation_id=operation_id, taken=_by_channel(), occasion=occasion)
    return Reach(told=told, not_reached=not_reached)


def to_ring(*, operation_id: int) -> int:
    """How many stand on the call sheet, whatever they were told last."""
    return count_unreached(operation_id=operation_id, taken=_by_channel())


def reach_lately(*, operation_id: int, occasion: str, now: datetime) -> Reach:
    """The same as `reach_of`, at most some minutes old where there are very many."""
    row = _kept(operation_id, now)
    if row is None or row.occasion != occasion or row.not_reached < MANY:
        return reach_of(operation_id=operation_id, occasion=occasion)
    return Reach(told=row.told, not_reached=row.not_reached)


def to_ring_lately(*, operation_id: int, now: datetime) -> int:
    """The same as `to_ring`, at most some minutes old where there are very many."""
    row = _kept(operation_id, now)
    return row.to_ring if row and row.to_ring >= MANY else to_ring(operation_id=operation_id)


def page_of_sheet(*, operation_id: int, page: int) -> tuple[list[PersonView], int]:
    """Page `page` of the call sheet, from 1, and how many stand on it: those first who may travel unexpected."""
    return page_of_unreached(
        operation_id=operation_id,
        taken=_by_channel(),
        urgent=_may_be_travelling(operation_id),
        offset=(page - 1) * PAGE,
        limit=PAGE,
    )


def is_on_sheet(*, operation_id: int, person_id: int) -> bool:
    return is_unreached(operation_id=operation_id, person_id=person_id, taken=_by_channel())


def _kept(operation_id: int, now: datetime) -> ReachCounts | None:
    return ReachCounts.objects.filter(operation_id=operation_id, counted_at__gt=now - FRESH).first()


def _may_be_travelling(operation_id: int) -> set[int]:
    rows = Call.objects.filter(operation_id=operation_id, state__in=_NOT_EXPECTED, person__status="stand_by")
    return set(rows.values_list("person_id", flat=True))


def _by_channel() -> Q:
    """A channel took it; or they wished not to be written to about it, and nobody rings them about it either."""
    return Q(taken(recipient="ref", occasion="status_change__occasion")) | Q(spared())
