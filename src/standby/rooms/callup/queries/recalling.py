"""Whom a recall would reach: everybody called to it who is not there yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from standby.domain.errors import Refused
from standby.rooms.callup.models import Call, CallState

SCOPES = ("need", "site", "region", "operation")
# Nobody who is already there is told to turn back: that is for the site and the welfare officer.
NOT_YET_THERE = [CallState.CALLED, CallState.INTERESTED, CallState.ACCEPTED, CallState.TRAVELLING]
_FIELDS = {
    "need": "need__code",
    "site": "need__request__site__code",
    "region": "need__request__site__region__code",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recallable:
    """One need, site or region, by its code, with the people that a recall of it would reach."""

    scope: str
    code: str
    people: int


def in_scope(scope: str, subject: str) -> Q:
    """Raises Refused for a scope that is none."""
    if scope == "operation":
        return Q()
    if scope not in _FIELDS:
        raise Refused("A recall is for a need, a site, a region or the whole operation.")
    return Q(**{_FIELDS[scope]: subject})


def people_in_scope(*, operation_id: int, scope: str, subject: str) -> int:
    """Exactly those whom the recall would reach now."""
    rows = Call.objects.filter(in_scope(scope, subject), operation_id=operation_id, state__in=NOT_YET_THERE)
    return rows.values("person_id").distinct().count()


def recallable(*, operation_id: int, scope: str) -> Sequence[Recallable]:
    """Everything of this scope that somebody is called to."""
    if scope not in _FIELDS:
        return []
    rows = Call.objects.filter(operation_id=operation_id, state__in=NOT_YET_THERE)
    counted = (
        rows.values_list(_FIELDS[scope]).annotate(people=Count("person_id", distinct=True)).order_by(_FIELDS[scope])
    )
    return [Recallable(scope=scope, code=code, people=people) for code, people in counted]
