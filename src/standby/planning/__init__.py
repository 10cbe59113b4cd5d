"""The planning engine: who goes where, when, with a proof of how good that is.

    operation = read(directory)                    or Operation(people=…, sites=…, needs=…), or from_files({...})
    plan = solve(operation, limits=Limits(), on_progress=…)
    write(plan, directory)

    what_if(operation, [operation_change("site:S1:closed")], calls=plan.calls)    what_would_help(operation, plan)

It knows no clock and no database; the same operation, seed and limits give the same plan.
"""

from standby.planning.horizon.previous import Previous, read_previous
from standby.planning.limits import Limits, OnProgress, Stage
from standby.planning.operation import (
    Announcement,
    Forecast,
    Need,
    NeedId,
    Operation,
    Person,
    PersonId,
    PlaceId,
    Point,
    Policy,
    Region,
    Site,
    SiteId,
    Transport,
)
from standby.planning.plan import (
    Binding,
    Call,
    CallReason,
    Excess,
    KeptFree,
    NeedFill,
    Plan,
    Prices,
    Proof,
    StandBy,
    StoppedBy,
)
from standby.planning.reading.operation import from_files, read
from standby.planning.solving import first_come, solve
from standby.planning.what_if.applying import applied, applied_for
from standby.planning.what_if.asking import what_if
from standby.planning.what_if.comparing import Comparison, NeedDifference
from standby.planning.what_if.grammar import operation_change, person_change
from standby.planning.what_if.helping import Help, what_would_help
from standby.planning.what_if.reading import read_changes
from standby.planning.what_if.replanning import replan
from standby.planning.what_if.standing import read_calls
from standby.planning.writing.operation_files import operation_files
from standby.planning.writing.plan_files import Seconds, plan_files, write

__all__ = [
    "Announcement",
    "Binding",
    "Call",
    "CallReason",
    "Comparison",
    "Excess",
    "Forecast",
    "Help",
    "KeptFree",
    "Limits",
    "Need",
    "NeedDifference",
    "NeedFill",
    "NeedId",
    "OnProgress",
    "Operation",
    "Person",
    "PersonId",
    "PlaceId",
    "Plan",
    "Point",
    "Policy",
    "Previous",
    "Prices",
    "Proof",
    "Region",
    "Seconds",
    "Site",
    "SiteId",
    "Stage",
    "StandBy",
    "StoppedBy",
    "Transport",
    "applied",
    "applied_for",
    "first_come",
    "from_files",
    "operation_change",
    "operation_files",
    "person_change",
    "plan_files",
    "read",
    "read_calls",
    "read_changes",
    "read_previous",
    "replan",
    "solve",
    "what_if",
    "what_would_help",
    "write",
]
