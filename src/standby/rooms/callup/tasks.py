"""Work of the call-up that nobody waits for at a page."""

from procrastinate.contrib.django import app

from standby.rooms.callup.actions.ending import lapse_unanswered
from standby.rooms.callup.actions.planning import compute_plan, fail_abandoned
from standby.rooms.callup.planner import CommandPlanner
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import all_operations, operation_by_id


@app.task(queue="plans")
def compute(operation_id: int, plan_ref: str) -> None:
    compute_plan(
        operation=operation_by_id(operation_id),
        plan_ref=plan_ref,
        planner=CommandPlanner(),
        clock=installation().clock,
    )


@app.periodic(cron="*/5 * * * *")
@app.task(queue="calls", queueing_lock="lapse")
def lapse(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """Calls that nobody answered in time, and plans whose computing was cut off."""
    where = installation()
    for operation in all_operations():
        lapse_unanswered(operation=operation, public_url=where.public_url, now=where.clock())
        fail_abandoned(operation=operation, now=where.clock())
