"""Saying what may be needed, before any site asks for it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from standby.domain.days import Days
from standby.domain.errors import Conflict, Refused
from standby.domain.roles import Level, is_combat, needs_licence
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.actions.requesting import LONGEST_NEED, MOST_PEOPLE, too_many
from standby.rooms.needs.models import Forecast
from standby.rooms.operations.actions import require_open
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.queries.sites import site_ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """So many people of one role, who may be needed at a site on these days, with a probability of `percent`."""

    site_id: int
    site_code: str
    role: str
    level: Level
    days: Days
    headcount: int
    priority: int
    percent: int
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    needs_verified: bool = False

    def __post_init__(self) -> None:
        if is_combat(self.role):
            raise Refused(gettext("This system is for civilian help only. This role is never asked for."))
        if self.headcount < 1:
            raise Refused(gettext("Ask for at least one person."))
        if self.headcount > MOST_PEOPLE:
            raise Refused(too_many(self.headcount))
        if len(self.days) > LONGEST_NEED:
            raise Refused(gettext("A need lasts a year at most. Ask again when it is over."))
        if not 1 <= self.percent <= 99:
            raise Refused(gettext("A probability is 1 to 99 %. What is certain is asked for as a need."))


@transaction.atomic
def foresee(*, operation: OperationView, expected: Expected, by: Actor, now: datetime) -> Forecast:
    """Counts in the next plan. Health roles ask for a checked licence, as a need would."""
    require_open(operation)
    if site_ids(operation_id=operation.id).get(expected.site_code) != expected.site_id:
        raise Refused(gettext("This place does not belong to your operation."))
    try:
        with transaction.atomic():
            row = _store(operation, expected, by=by, now=now)
    except IntegrityError as error:
        raise Conflict(gettext("Somebody asked at the same moment. Send it again.")) from error
    detail: dict[str, str | int] = {
        "site": expected.site_code,
        "role": expected.role,
        "people": expected.headcount,
        "of": expected.percent,
    }
    journal(operation=operation.ref, actor=by, action="forecast.make", now=now, subject=row.ref, detail=detail)
    return row


@transaction.atomic
def end_forecast(*, operation: OperationView, ref: str, by: Actor, now: datetime) -> None:
    """It has come and was asked for, or it is no longer expected: the next plan keeps nobody free for it."""
    rows = Forecast.objects.select_for_update().filter(operation_id=operation.id, ref=ref, ended_at__isnull=True)
    row = rows.first()
    if row is None:
        raise Conflict(gettext("The need was changed meanwhile. Look again."))
    row.ended_at = now
    row.save(update_fields=["ended_at"])
    journal(operation=operation.ref, actor=by, action="forecast.end", now=now, subject=row.ref)


def _store(operation: OperationView, expected: Expected, *, by: Actor, now: datetime) -> Forecast:
    return Forecast.objects.create(
        operation_id=operation.id,
        site_id=expected.site_id,
        # No need is called so: both stand in one file for the planner.
        code=f"forecast-{Forecast.objects.filter(operation_id=operation.id).count() + 1}",
        role=expected.role,
        level=expected.level,
        tags=list(expected.tags),
        languages=list(expected.languages),
        needs_verified=expected.needs_verified or needs_licence(expected.role),
        first_day=expected.days.first,
        last_day=expected.days.last,
        headcount=expected.headcount,
        priority=expected.priority,
        percent=expected.percent,
        made_by=str(by),
        made_at=now,
    )
