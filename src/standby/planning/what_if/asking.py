"""What if? A plan beside the plan, under a list of changes."""

from collections.abc import Sequence

from standby.planning.limits import Limits
from standby.planning.operation import Operation
from standby.planning.plan import Call
from standby.planning.solving import solve
from standby.planning.what_if.applying import applied
from standby.planning.what_if.comparing import Comparison, compare
from standby.planning.what_if.operation_changes import OperationChange
from standby.planning.what_if.replanning import replan


def what_if(
    operation: Operation,
    changes: Sequence[OperationChange],
    *,
    calls: Sequence[Call] | None = None,
    limits: Limits | None = None,
) -> Comparison:
    """The plan as it stands beside the plan after the changes; both keep what can be kept of `calls`.

    Without `calls` the operation is planned first. Both are improved alike, so that a difference is due to the changes.
    """
    standing = solve(operation, limits=limits).calls if calls is None else calls
    before = replan(operation, previous=standing, limits=limits)
    changed = applied(operation, changes)
    after = replan(changed, previous=before.calls, limits=limits)
    errands = {need.need_id: need.errand for need in (*operation.needs, *changed.needs)}
    return compare(before, after, errands=errands)
