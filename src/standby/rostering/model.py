"""The site as arrays of whole numbers. Shifts at the same time share one slot; slots are in the order of their ends."""

from dataclasses import dataclass
from math import gcd

import numpy as np
from numpy.typing import NDArray

from standby.domain.eligibility import Profile, Requirement, meets
from standby.domain.rest import minutes_in_period, runs
from standby.domain.spans import Span
from standby.rostering.problem import Person, Problem, Shift

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

LONG_AGO = -(10**9)
SCALE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """`may[p, s]`: person p has what shift s asks for, is there for all of it, and is rested from before.

    `room[p, t]`: how many minutes p may have done in this roster once slot t is over. `free_from[p]`: the end of what
    they worked before, `run_from[p]` where that run of days began; LONG_AGO for whoever worked nothing.
    """

    problem: Problem
    may: Flags
    slot: Ints
    start: Ints
    end: Ints
    headcount: Ints
    weight: Ints
    room: Ints
    free_from: Ints
    run_from: Ints
    grain: int

    @property
    def slots(self) -> int:
        return len(self.start)


def build(problem: Problem) -> Model:
    people, shifts = problem.people, problem.shifts
    spans = sorted({shift.duty.span for shift in shifts}, key=lambda span: (span.end, span.start))
    number = {span: index for index, span in enumerate(spans)}
    ends = [history[-1].end if history else LONG_AGO for history in problem.histories]
    rules = problem.policy.rules
    began = [runs(history, rules=rules)[-1].start if history else LONG_AGO for history in problem.histories]
    return Model(
        problem=problem,
        may=_may(problem, ends),
        slot=np.array([number[shift.duty.span] for shift in shifts], np.int64),
        start=np.array([span.start for span in spans], np.int64),
        end=np.array([span.end for span in spans], np.int64),
        headcount=np.array([shift.headcount for shift in shifts], np.int64),
        weight=np.array([problem.weight_of(shift) for shift in shifts], np.int64),
        room=np.array([_room(problem, number, spans) for number in range(len(people))], np.int64).reshape(
            len(people), len(spans)
        ),
        free_from=np.array(ends, np.int64),
        run_from=np.array(began, np.int64),
        grain=gcd(*(span.minutes for span in spans)) or 1,
    )


def _may(problem: Problem, ends: list[int]) -> Flags:
    asked: dict[Requirement, list[int]] = {}
    for index, shift in enumerate(problem.shifts):
        asked.setdefault(Requirement.of(shift), []).append(index)
    may = np.zeros((len(problem.people), len(problem.shifts)), bool)
    rest = problem.policy.rules.rest
    for row, person in enumerate(problem.people):
        profile = Profile.of(person.offer)
        for requirement, indices in asked.items():
            if meets(profile, requirement):
                for index in indices:
                    may[row, index] = _is_there(person, problem.shifts[index], rested_from=ends[row] + rest)
    return may


def _is_there(person: Person, shift: Shift, *, rested_from: int) -> bool:
    span = shift.duty.span
    return span.start >= rested_from and any(there.contains(span) for there in person.presence)


def _room(problem: Problem, person: int, spans: list[Span]) -> list[int]:
    rules, history = problem.policy.rules, problem.histories[person]
    own = problem.people[person].most_minutes
    limit = rules.hours if own is None else min(own, rules.hours)
    if not history:
        return [limit] * len(spans)
    left = (rules.hours - minutes_in_period(history, until=span.end, rules=rules) for span in spans)
    return [min(limit, minutes) for minutes in left]
