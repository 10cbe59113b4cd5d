"""Two people stand behind a plan before anybody is told."""

import hashlib
import json
from datetime import datetime, timedelta

from django.db import transaction

from standby.domain.errors import Conflict, WrongOrder
from standby.rooms.accounts.actions import Settled, refuse_proposal, settle
from standby.rooms.accounts.queries import Staff
from standby.rooms.callup.actions.planning import digest_of_input
from standby.rooms.callup.models import PlanRevision, PlanState
from standby.rooms.operations.queries import OperationView

PLAN_PROPOSAL = "plan"
# Made before midnight and announced after it is one evening's work.
_OLDEST = timedelta(days=1)


@transaction.atomic
def approve_plan(*, operation: OperationView, plan_ref: str, by: Staff, now: datetime) -> Settled:
    """The first coordinator proposes the plan, a second approves it; what either means is exactly this plan."""
    row = PlanRevision.objects.select_for_update().get(operation_id=operation.id, ref=plan_ref)
    if row.state not in {PlanState.READY, PlanState.PROPOSED}:
        raise WrongOrder(f"Plan {row.number} is {row.state}: it cannot be approved now.")
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
    """Raises Conflict when places, needs or the policy changed since the plan was made, naming which.

    People come and go by the minute, and an announcement copes with that: whoever left is not called, whoever came
    stands by. Who is called is looked at again, one by one, when it is made.
    """
    if newest_number(operation.id) != plan.number:
        raise Conflict("A newer plan was computed since. Look at that one.")
    if plan.as_of < operation.today(now) - _OLDEST:
        raise Conflict("This plan was made for an earlier day. Compute a new one.")
    current = digest_of_input(operation=operation, plan=plan, now=now)
    changed = [_WORDS[name] for name, digest in current.items() if name in _WORDS and digest != plan.digests.get(name)]
    if changed:
        raise Conflict(f"Since this plan was made, something changed: {', '.join(changed)}. Compute a new plan.")


_WORDS = {
    "sites.csv": "sites",
    "beds.csv": "beds",
    "reception.csv": "reception",
    "transport.csv": "bus seats",
    "routes.csv": "routes",
    "needs.csv": "needs",
    "policy.toml": "the policy or the day",
}


def newest_number(operation_id: int) -> int | None:
    finished = PlanRevision.objects.filter(operation_id=operation_id).exclude(state=PlanState.FAILED)
    return finished.order_by("-number").values_list("number", flat=True).first()


def digest_of(plan: PlanRevision) -> str:
    """What an approval means: these inputs, this seed, this proof."""
    content = json.dumps([plan.input_sha256, plan.seed, plan.proof], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()
