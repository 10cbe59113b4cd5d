"""Work of the call-up that nobody waits for at a page."""

import logging
from datetime import date

from procrastinate.contrib.django import app

from standby.rooms.audit.actors import actor_from, system
from standby.rooms.callup.actions.asking_numbers import ask_numbers
from standby.rooms.callup.actions.counting import keep_reach
from standby.rooms.callup.actions.ending import lapse_unanswered
from standby.rooms.callup.actions.falling_back import fall_back
from standby.rooms.callup.actions.next_wave import settle_second_waves
from standby.rooms.callup.actions.planning import compute_plan, fail_abandoned
from standby.rooms.callup.actions.promising import renew_promises
from standby.rooms.callup.actions.thanking import thank_waiting
from standby.rooms.callup.actions.trying import ask_what_helps, compute_trial
from standby.rooms.callup.models import PlanState
from standby.rooms.callup.planner import CommandPlanner
from standby.rooms.callup.queries.promises import is_time_to_renew, promises_due, renews_by_itself
from standby.rooms.callup.trier import CommandTrier
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import all_operations, operation_by_id
from standby.sealing import new_ref

_log = logging.getLogger("standby.promises")


@app.task(queue="plans")
def compute(operation_id: int, plan_ref: str) -> None:
    """What would help it most is worked out next, so that it stands there when somebody looks."""
    operation, where = operation_by_id(operation_id), installation()
    row = compute_plan(operation=operation, plan_ref=plan_ref, planner=CommandPlanner(), clock=where.clock)
    if row.state == PlanState.READY:
        asked = ask_what_helps(operation=operation, plan_ref=plan_ref, by=system("plans"), now=where.clock())
        try_out.defer(operation_id=operation_id, ref=asked.ref)


@app.task(queue="plans")
def try_out(operation_id: int, ref: str) -> None:
    """A plan beside the plan."""
    compute_trial(operation=operation_by_id(operation_id), ref=ref, trier=CommandTrier(), clock=installation().clock)


@app.periodic(cron="* * * * *")
@app.task(queue="calls", queueing_lock="fall back")
def write_by_next_channel(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """Messages that came back go out by the next channel."""
    where = installation()
    for operation in all_operations():
        fall_back(operation=operation, public_url=where.public_url, now=where.clock())


@app.periodic(cron="* * * * *")
@app.task(queue="counts", queueing_lock="count reach", lock="count reach")
def count_reach(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """For the pages of the desk, where so many were told that counting them takes longer than a page may."""
    now = installation().clock()
    for operation in all_operations():
        keep_reach(operation=operation, now=now)


@app.periodic(cron="* * * * *")
@app.task(queue="calls", queueing_lock="ask numbers")
def ask_by_sms(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """Whoever signed up with a telephone alone is asked within the minute, as far as the hour's money goes."""
    where = installation()
    for operation in all_operations():
        while ask_numbers(operation=operation, now=where.clock()):
            pass


@app.task(queue="promises")
def renew(operation_id: int, until: str, occasion: str, by: str) -> None:
    """Batch after batch, each told and committed by itself: begun again, it goes on with whoever is left."""
    operation, where = operation_by_id(operation_id), installation()
    last: int | None = 0
    day, actor = date.fromisoformat(until), actor_from(by)
    while last is not None:
        last = renew_promises(
            operation=operation,
            until=day,
            occasion=occasion,
            after=last,
            public_url=where.public_url,
            by=actor,
            now=where.clock(),
        ).last


@app.task(queue="promises")
def thank(operation_id: int, role: str, occasion: str, by: str) -> None:
    """Batch after batch, as `renew` does."""
    operation, where = operation_by_id(operation_id), installation()
    last: int | None = 0
    while last is not None:
        last = thank_waiting(
            operation=operation,
            role=role,
            occasion=occasion,
            after=last,
            public_url=where.public_url,
            by=actor_from(by),
            now=where.clock(),
        ).last


@app.periodic(cron="7 * * * *")
@app.task(queue="promises", queueing_lock="keep promises")
def keep_promises(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """Promises that end today: renewed where a coordinator wished so, else named in the log and on the first page."""
    where = installation()
    for operation in all_operations():
        now = where.clock()
        lapse_unanswered(operation=operation, public_url=where.public_url, now=now)
        due = promises_due(operation=operation, now=now)
        ending = due.overdue + due.today
        if not ending or not is_time_to_renew(operation, now, overdue=due.overdue):
            continue
        if renews_by_itself(operation_id=operation.id):
            renew(operation.id, operation.today(now).isoformat(), new_ref(), str(system("promises")))
        else:
            _log.warning("%d promises end today in operation %s, and nobody has renewed them.", ending, operation.ref)


@app.periodic(cron="*/5 * * * *")
@app.task(queue="calls", queueing_lock="lapse")
def lapse(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """Calls that nobody answered in time, the second waves that wait for them, and plans that were cut off."""
    where = installation()
    for operation in all_operations():
        lapse_unanswered(operation=operation, public_url=where.public_url, now=where.clock())
        settle_second_waves(operation=operation, public_url=where.public_url, now=where.clock())
        fail_abandoned(operation=operation, now=where.clock())
