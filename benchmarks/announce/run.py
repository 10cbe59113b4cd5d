"""A plan computed and checked, and everyone of an operation told where they stand, in one transaction.

    ./standby bench announce                 a tenth of the exercise
    BENCH_SCALE=1 ./standby bench announce   all of it

Beside it stands the plainest way to store as much: one bare INSERT and commit for each person, in the same run.
"""

import os
import time

from benchmarks.exercise import loaded_exercise, plain_rows_a_second


def main() -> None:
    with loaded_exercise(scale=float(os.environ.get("BENCH_SCALE", "0.1"))) as url:
        planned, announced, told = _announce_again()
        plain = told / plain_rows_a_second(url)
    print(f"a second plan, computed and checked by two processes of its own: {planned:.1f} s")
    print(f"announced to {told} people, each with a status, a message and a line of the journal's: {announced:.1f} s")
    print(f"baseline: a bare INSERT and commit for each of them: {plain:.1f} s; ratio {announced / plain:.2f}")


def _announce_again() -> tuple[float, float, int]:
    """Seconds for the plan, seconds for the announcement, people told."""
    from standby.rooms.accounts.models import User  # noqa: PLC0415  # Django stands only once its settings do
    from standby.rooms.accounts.queries import staff_in  # noqa: PLC0415
    from standby.rooms.callup.actions.announcing import announce  # noqa: PLC0415
    from standby.rooms.callup.actions.approving import approve_plan  # noqa: PLC0415
    from standby.rooms.callup.actions.planning import ask_for_plan, compute_plan  # noqa: PLC0415
    from standby.rooms.callup.planner import CommandPlanner  # noqa: PLC0415
    from standby.rooms.callup.queries.reach import reach_of  # noqa: PLC0415
    from standby.rooms.operations.installation import installation  # noqa: PLC0415
    from standby.rooms.operations.queries import all_operations  # noqa: PLC0415

    (operation,), clock = all_operations(), installation().clock
    first, second = (
        staff_in(user=User.objects.get(login=login), operation=operation) for login in ("coordinator", "coordinator-2")
    )
    began = time.perf_counter()
    plan = ask_for_plan(operation=operation, seed=2, by=first.actor, now=clock())
    compute_plan(operation=operation, plan_ref=plan.ref, planner=CommandPlanner(), clock=clock)
    planned = time.perf_counter()
    approve_plan(operation=operation, plan_ref=plan.ref, by=first, now=clock())
    approve_plan(operation=operation, plan_ref=plan.ref, by=second, now=clock())
    approved = time.perf_counter()
    announcement = announce(
        operation=operation, plan_ref=plan.ref, public_url="https://example.org", by=second.actor, now=clock()
    )
    done = time.perf_counter()
    return planned - began, done - approved, reach_of(operation_id=operation.id, occasion=announcement.ref).told


if __name__ == "__main__":
    main()
