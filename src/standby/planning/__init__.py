"""The planning engine: who goes where, when, with a proof of how good that is.

    operation = read(directory)                    or Operation(people=…, sites=…, needs=…), or from_files({...})
    plan = solve(operation, limits=Limits(), on_progress=…)
    write(plan, directory)

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
from standby.planning.plan import Binding, Call, CallReason, Excess, NeedFill, Plan, Prices, Proof, StandBy, StoppedBy
from standby.planning.reading.operation import from_files, read
from standby.planning.solving import first_come, solve
from standby.planning.writing.operation_files import operation_files
from standby.planning.writing.plan_files import Seconds, plan_files, write

__all__ = [
    "Announcement",
    "Binding",
    "Call",
    "CallReason",
    "Excess",
    "Forecast",
    "Limits",
    "Need",
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
    "first_come",
    "from_files",
    "operation_files",
    "plan_files",
    "read",
    "read_previous",
    "solve",
    "write",
]
