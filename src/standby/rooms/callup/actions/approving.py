"""Two people stand behind a plan before anybody is told."""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.domain.errors import Conflict, WrongOrder
from standby.rooms.accounts.actions import Settled, refuse_proposal, settle
from standby.rooms.accounts.queries import Staff
from standby.rooms.callup.actions.planning import digest_of_input
from standby.rooms.callup.models import Call, PlanRevision, PlanState
from standby.rooms.operations.queries import OperationView

PLAN_PROPOSAL = "plan"
# Made before midnight and announced after it is one evening's work.
_OLDEST = timedelta(days=1)
_MAY_BE_APPROVED = {PlanState.READY, PlanState.PROPOSED}


@transaction.atomic
def approve_plan(*, operation: OperationView, plan_ref: str, by: Staff, now: datetime) -> Settled:
    """The first coordinator proposes the plan, a second approves it; what either means is exactly this plan."""
    row = PlanRevision.objects.select_for_update().get(operation_id=operation.id, ref=plan_ref)
    if row.state not in _MAY_BE_APPROVED:
        raise WrongOrder(
            gettext("Plan %(number)s cannot be approved now. Look at the newest plan.") % {"number": row.number}
        )
    refuse_if_overtaken(operation=operation, plan=row, now=now)
    settled = settle(
        operation=operation,
        kind=PLAN_PROPOSAL,
        subject=row.ref,
        digest=digest_of(row),
        needs_two=True,
        by=by,
        now=now,
    )
    row.state = PlanState.APPROVED if settled is Settled.APPROVED else PlanState.PROPOSED
    row.save(update_fields=["state"])
    return settled


@transaction.atomic
def refuse_plan(*, operation: OperationView, plan_ref: str, by: Staff, now: datetime) -> None:
    """Back to being only computed; anybody may propose it again."""
    row = PlanRevision.objects.select_for_update().get(operation_id=operation.id, ref=plan_ref)
    refuse_proposal(operation=operation, kind=PLAN_PROPOSAL, subject=row.ref, by=by, now=now)
    row.state = PlanState.READY
    row.save(update_fields=["state"])


def refuse_if_overtaken(*, operation: OperationView, plan: PlanRevision, now: datetime) -> None:
    """Raises Conflict when what the plan was made from changed since, naming what.

    People come and go by the minute, and an announcement copes with that: whoever left is not called, whoever came
    stands by. Who is called is looked at again, one by one, when it is made.
    """
    if newest_number(operation.id) != plan.number:
        raise Conflict(gettext("A newer plan was computed since. Look at that one."))
    if plan.as_of < operation.today(now) - _OLDEST:
        raise Conflict(gettext("This plan was made for an earlier day. Compute a new one."))
    changed = list(_changed(operation=operation, plan=plan, now=now))
    if changed:
        raise Conflict(
            gettext("Since this plan was made, something changed: %(what)s. Compute a new plan.")
            % {"what": ", ".join(changed)}
        )


_WORDS = {
    "sites.csv": _("sites"),
    "beds.csv": _("beds"),
    "reception.csv": _("arrivals at the reception"),
    "transport.csv": _("bus seats"),
    "routes.csv": _("days of travel"),
    "places.csv": _("where towns lie on the map"),
    "needs.csv": _("needs"),
    "forecast.csv": _("what may be needed"),
    "policy.toml": _("the rules of the operation"),
    "turnout.csv": _("how sure it must be that enough come"),
}


def _changed(*, operation: OperationView, plan: PlanRevision, now: datetime) -> Iterator[str]:
    current = digest_of_input(operation=operation, plan=plan, now=now)
    for name in sorted(current.keys() | plan.digests.keys()):
        if name in _WORDS and current.get(name) != plan.digests.get(name):
            yield str(_WORDS[name])
    if Call.objects.filter(operation_id=operation.id, called_at__gt=plan.asked_at).exists():
        yield gettext("people called one by one")


def newest_number(operation_id: int) -> int | None:
    finished = PlanRevision.objects.filter(operation_id=operation_id).exclude(state=PlanState.FAILED)
    return finished.order_by("-number").values_list("number", flat=True).first()


def digest_of(plan: PlanRevision) -> str:
    """What an approval means: these inputs, this seed, this proof."""
    content = json.dumps([plan.input_sha256, plan.seed, plan.proof], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()
