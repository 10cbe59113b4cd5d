"""Choosing how sure it must be that enough come: for the whole operation, or for one request."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.models import RiskChoice
from standby.rooms.needs.queries.planning import NeedView, request_id_of
from standby.rooms.operations.actions import HIGHEST_RISK, PolicyChange, change_policy
from standby.rooms.operations.queries import OperationView


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """`risk` in per cent, 0 for the plain factors alone; `over_call` calls at least so many of a hundred, by role."""

    risk: int
    waves: int
    over_call: Mapping[str, int]


def choose_sureness(*, operation: OperationView, chosen: Sureness, by: Actor, now: datetime) -> None:
    """For every need without a risk of its own; it takes effect with the next plan."""
    policy = operation.policy
    change = PolicyChange(
        rest_days=policy.rest_days,
        weights=policy.weights,
        notice_hours=policy.notice_hours,
        answer_hours=policy.answer_hours,
        next_word_days=policy.next_word_days,
        stale_hours=policy.stale_hours,
        over_call=chosen.over_call,
        shortfall_risk=chosen.risk,
        waves=chosen.waves,
    )
    change_policy(operation=operation, change=change, by=by, now=now)


@transaction.atomic
def choose_for_request(*, operation: OperationView, need: NeedView, risk: int | None, by: Actor, now: datetime) -> None:
    """In per cent, for all rotations of the need's request; None goes with the operation again."""
    if risk is not None and not 1 <= risk <= HIGHEST_RISK:
        raise Refused(gettext("Choose a risk of 1 to 50 in a hundred."))
    rows = RiskChoice.objects.filter(operation_id=operation.id, request__ref=need.request_ref)
    if risk is None:
        rows.delete()
    else:
        RiskChoice.objects.update_or_create(
            operation_id=operation.id,
            request_id=request_id_of(operation_id=operation.id, need_id=need.id),
            defaults={"shortfall_risk": risk, "changed_at": now, "changed_by": str(by)},
        )
    detail = {"shortfall_risk": risk or 0}
    journal(operation=operation.ref, actor=by, action="need.risk", now=now, subject=need.request_ref, detail=detail)
