"""What may be said to everybody of what is needed: nothing of risk, and no site."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from standby.domain.days import Days
from standby.domain.roles import needs_licence
from standby.rooms.needs.models import Need, Risk
from standby.rooms.needs.queries.planning import needs_to_plan
from standby.rooms.operations.queries import OperationView


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicNeed:
    """One rotation that may be counted in public."""

    id: int
    site_id: int
    role: str
    tags: Sequence[str]
    languages: Sequence[str]
    days: Days
    headcount: int


def public_needs(*, operation: OperationView, now: datetime) -> list[PublicNeed]:
    """Open needs of roles of which no open need is of raised risk or in a zone of risk, and that are no health roles.

    Whoever could tell what a zone of risk or a hospital lacks from what is said elsewhere is told nothing of it.
    """
    views = [need for need in needs_to_plan(operation=operation, now=now) if need.is_open]
    hidden = _of_risk(need.id for need in views)
    return [
        PublicNeed(
            id=need.id,
            site_id=need.site_id,
            role=need.role,
            tags=need.tags,
            languages=need.languages,
            days=need.days,
            headcount=need.headcount,
        )
        for need in views
        if need.role not in hidden and not needs_licence(need.role)
    ]


def _of_risk(ids: Iterable[int]) -> set[str]:
    risky = ~Q(request__risk=Risk.LOW) | Q(request__site__region__is_risk_zone=True)
    rows: QuerySet[Need] = Need.objects.filter(id__in=list(ids)).filter(risky)
    return set(rows.values_list("request__role", flat=True))
