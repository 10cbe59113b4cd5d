"""The plain rules of whoever writes a roster on paper: shift after shift, whoever is rested and did least so far."""

from collections.abc import Sequence

from standby.rostering.fitting import Fitting
from standby.rostering.model import Model
from standby.rostering.search import Plan


def by_hand(model: Model) -> Plan:
    """Shifts in the order in which they begin, of those the weightiest first."""
    shifts = range(len(model.slot))
    return _given_out(
        model, sorted(shifts, key=lambda one: (int(model.start[model.slot[one]]), -model.weight[one], one))
    )


def weightiest_first(model: Model) -> Plan:
    """The weightiest shifts first, of those the earliest: better, and nobody can do it with a pencil."""
    shifts = range(len(model.slot))
    return _given_out(
        model, sorted(shifts, key=lambda one: (-model.weight[one], int(model.start[model.slot[one]]), one))
    )


def _given_out(model: Model, order: Sequence[int]) -> Plan:
    fitting, done = Fitting(model), [0] * len(model.may)
    plan = Plan(model=model, duties=[()] * len(model.may))
    for shift in order:
        slot = model.slot[shift]
        for person in sorted(range(len(done)), key=lambda one: (done[one], one)):
            if plan.left[shift] == 0:
                break
            if fitting.may_take(person, shift, beside=plan.duties[person]):
                plan.give(person, (*plan.duties[person], shift))
                done[person] += int(model.end[slot] - model.start[slot])
    return plan
