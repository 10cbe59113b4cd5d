"""The rostering engine: who takes which shift at a site, under the rest rules, with a proof of how good that is.

    problem = read(directory)              or Problem(people=…, shifts=…, worked=…), or from_files({...})
    roster = solve(problem, on_progress=…)
    write(roster, directory)

It knows no clock and no database; the same site, seed and limits give the same roster.
"""

from standby.rostering.limits import Limits, OnProgress, Stage
from standby.rostering.problem import Person, PersonId, Policy, Problem, Shift, ShiftId
from standby.rostering.reading import from_files, read
from standby.rostering.roster import Assignment, Binding, Proof, Roster, Share, ShiftFill, StoppedBy
from standby.rostering.solving import solve
from standby.rostering.writing import INPUT_FILES, ROSTER_FILES, Seconds, problem_files, roster_files, write

__all__ = [
    "INPUT_FILES",
    "ROSTER_FILES",
    "Assignment",
    "Binding",
    "Limits",
    "OnProgress",
    "Person",
    "PersonId",
    "Policy",
    "Problem",
    "Proof",
    "Roster",
    "Seconds",
    "Share",
    "Shift",
    "ShiftFill",
    "ShiftId",
    "Stage",
    "StoppedBy",
    "from_files",
    "problem_files",
    "read",
    "roster_files",
    "solve",
    "write",
]
