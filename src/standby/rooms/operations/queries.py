"""Reading operations: what every other room needs to know about the one it works in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from standby.domain.errors import Refused
from standby.rooms.operations.models import Operation, Organisation, Policy

EVERY_ROLE = "*"
_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyView:
    rest_days: int
    weights: tuple[int, ...]
    notice_hours: int
    answer_hours: int
    next_word_days: int
    stale_hours: int
    over_call: Mapping[str, int]
    shortfall_risk: int
    waves: int

    def at_least_to_call(self, *, role: str, needed: int) -> int:
        """`needed`, times the role's over-call factor, rounded up: called whatever the risk of a shortfall says."""
        hundredths = self.over_call.get(role, self.over_call.get(EVERY_ROLE, _HUNDRED))
        return -(-needed * hundredths // _HUNDRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    id: int
    ref: str
    name: str
    lead_organisation: str
    lead_organisation_id: int
    is_exercise: bool
    is_open: bool
    languages: tuple[str, ...]
    time_zone: str
    help_contact: str
    insurance: Mapping[str, str]
    terms: Mapping[str, str]
    terms_version: int
    policy: PolicyView

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def today(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()

    def next_word_on(self, now: datetime) -> date:
        """The day by which everyone hears again, at the latest."""
        return self.today(now) + timedelta(days=self.policy.next_word_days)


def operation_by_ref(ref: str) -> OperationView | None:
    row = _operations().filter(ref=ref).first()
    return _view(row) if row else None


def operation_by_id(operation_id: int) -> OperationView:
    return _view(_operations().get(id=operation_id))


def any_operation() -> bool:
    return Operation.objects.exists()


def all_operations() -> list[OperationView]:
    return [_view(row) for row in _operations().order_by("id")]


def organisation_id(*, name: str) -> int:
    """Raises Refused when no organisation has this name."""
    row = Organisation.objects.filter(name=name).first()
    if row is None:
        raise Refused(f"No organisation is called {name!r} here.")
    return row.id


def organisation_names() -> list[tuple[int, str]]:
    return list(Organisation.objects.order_by("name").values_list("id", "name"))


def _operations() -> QuerySet[Operation]:
    return Operation.objects.select_related("lead_organisation", "policy")


def _view(row: Operation) -> OperationView:
    return OperationView(
        id=row.id,
        ref=row.ref,
        name=row.name,
        lead_organisation=row.lead_organisation.name,
        lead_organisation_id=row.lead_organisation_id,
        is_exercise=row.is_exercise,
        is_open=row.is_open,
        languages=tuple(row.languages),
        time_zone=row.time_zone,
        help_contact=row.help_contact,
        insurance=row.insurance,
        terms=row.terms,
        terms_version=row.terms_version,
        policy=_policy(row.policy),
    )


def _policy(row: Policy) -> PolicyView:
    return PolicyView(
        rest_days=row.rest_days,
        weights=tuple(row.weights),
        notice_hours=row.notice_hours,
        answer_hours=row.answer_hours,
        next_word_days=row.next_word_days,
        stale_hours=row.stale_hours,
        over_call=row.over_call,
        shortfall_risk=row.shortfall_risk,
        waves=row.waves,
    )
