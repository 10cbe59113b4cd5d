"""The same site as a model of CP-SAT, in a process of its own: `python cp_sat.py DIR SECONDS` prints value and bound.

It reads the files with the checker, which shares nothing with our engine. Rest: no two duties nearer than that. Hours:
those of the roster up to the end of each day. A day off: of two duties further apart than a run may last, and with
nothing between them that is far enough from both for a day off, not both.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from ortools.sat.python import cp_model

from standby.cli.check_roster import Site, Span, read_site, run_began


def main(folder: str, seconds: float) -> None:
    site = read_site(Path(folder))
    model = cp_model.CpModel()
    takes: dict[tuple[str, str], cp_model.IntVar] = {}
    for person in site.people:
        for name, shift in site.shifts.items():
            if site.may(person, shift):
                takes[person, name] = model.new_bool_var("")
    for name, shift in site.shifts.items():
        model.add(sum(taken for (_, one), taken in takes.items() if one == name) <= shift.headcount)
    for person in site.people:
        _rest(model, site, person, {name: taken for (one, name), taken in takes.items() if one == person})
    model.maximize(sum(site.weight(name) * taken for (_, name), taken in takes.items()))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    is_found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    value = round(solver.objective_value) if is_found else 0
    print(json.dumps({"value": value, "bound": round(solver.best_objective_bound)}))


def _rest(model: cp_model.CpModel, site: Site, person: str, takes: dict[str, cp_model.IntVar]) -> None:
    """One variable a time of day: on[span] is whether this person works then."""
    by_span: dict[Span, list[cp_model.IntVar]] = defaultdict(list)
    for name, taken in takes.items():
        by_span[site.shifts[name].span].append(taken)
    on = {span: model.new_bool_var("") for span in sorted(by_span)}
    for span, shifts in by_span.items():
        model.add(sum(shifts) == on[span])
    rest = site.rules["rest"]
    for span in on:
        near = [on[other] for other in on if span[0] <= other[0] < span[1] + rest]
        model.add_at_most_one(near)
    for span, is_on in on.items():
        done = sum((other[1] - other[0]) * worked for other, worked in on.items() if other[1] <= span[1])
        model.add(done <= site.room(person, span[1])).only_enforce_if(is_on)
    _days_off(model, site, person, on)


def _days_off(model: cp_model.CpModel, site: Site, person: str, on: dict[Span, cp_model.IntVar]) -> None:
    """Of two duties that are further apart than a run may last, both only with a day off somewhere between."""
    rules, worked = site.rules, site.worked.get(person, [])
    ends = sorted({span[1] for span in on} | ({worked[-1][1]} if worked else set()))
    off = {end: model.new_bool_var("") for end in ends}
    for end, is_off in off.items():
        for span, is_on in on.items():
            if span[0] < end + rules["day_off"] and span[1] > end:
                model.add_implication(is_off, is_on.negated())
    for last, is_last in on.items():
        for first, is_first in on.items():
            if last[1] - first[0] > rules["run"]:
                pauses = [off[end] for end in ends if first[1] <= end and end + rules["day_off"] <= last[0]]
                model.add_bool_or([is_first.negated(), is_last.negated(), *pauses])
        if worked and last[1] - run_began(worked, rules) > rules["run"]:
            pauses = [off[end] for end in ends if worked[-1][1] <= end and end + rules["day_off"] <= last[0]]
            model.add_bool_or([is_last.negated(), *pauses])


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
