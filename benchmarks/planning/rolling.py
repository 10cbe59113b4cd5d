"""Replays a month day by day, as it would be lived: people register and withdraw, needs become known, forecasts fail.

Every morning what is known is planned; whoever leaves that day has left. Ways to decide are compared, as shares of what
no plan could have exceeded that knew the whole month from the start (the proven bound of the plan of hindsight): first
come, first served (whoever registers is promised the best place there is, and keeps it), the planner by itself, and the
planner that holds scarce people back for forecast needs.

    python -m benchmarks.planning.rolling --people 1500 --needs 60 --seeds 1-5
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np

from benchmarks.planning.generator import DAY_ZERO, generate
from standby.cli import kernel_cache  # noqa: F401  says where kernels are kept
from standby.domain.days import Days
from standby.domain.statuses import PersonStatus
from standby.planning import (
    Announcement,
    Call,
    Forecast,
    Need,
    NeedId,
    Operation,
    Person,
    Plan,
    Previous,
    first_come,
    from_files,
    solve,
)

MONTH = 30
LIKELY = 80
ANNOUNCED_AHEAD = timedelta(days=7)
ONE_DAY = timedelta(days=1)
PRESENT_AT_START, WITHDRAW = 0.5, 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What will happen. `arrives` and `leaves` are by person, `known` by need; `decoys` are forecast and never come."""

    operation: Operation
    arrives: dict[str, date]
    leaves: dict[str, date]
    known: dict[NeedId, date]
    decoys: tuple[Need, ...]

    def present(self, today: date) -> list[Person]:
        return [p for p in self.operation.people if self.arrives[p.person_id] <= today < self.leaves[p.person_id]]

    def needs_known(self, today: date) -> list[Need]:
        return [need for need in self.operation.needs if self.known[need.need_id] <= today]

    def forecast(self, today: date) -> tuple[Forecast, ...]:
        """What is not yet known, true or not: of a hundred such needs about eighty come."""
        coming = [need for need in self.operation.needs if self.known[need.need_id] > today]
        decoys = [need for need in self.decoys if need.days.first > today + 2 * ONE_DAY]
        return tuple(Forecast(need=need, percent=LIKELY) for need in (*coming, *decoys))


def month_of(*, people: int, needs: int, seed: int) -> Month:
    base, draw = from_files(generate(people=people, needs=2 * needs, seed=seed)), np.random.default_rng(seed)
    last = DAY_ZERO + MONTH * ONE_DAY
    wanted = [need for need in base.needs if DAY_ZERO + 2 * ONE_DAY <= need.days.first < last]
    known = {need.need_id: max(DAY_ZERO, need.days.first - int(draw.integers(2, 13)) * ONE_DAY) for need in wanted}
    unknown = [need for need in wanted if known[need.need_id] > DAY_ZERO]
    decoys = [replace(need, need_id=NeedId(f"D{need.need_id}")) for need in unknown[:: 100 // (100 - LIKELY) - 1]]
    units = sorted({person.offer.party or person.person_id for person in base.people})
    arrival = {u: DAY_ZERO if draw.random() < PRESENT_AT_START else _day(draw, MONTH - 5) for u in units}
    leave = {u: _day(draw, MONTH) + 3 * ONE_DAY if draw.random() < WITHDRAW else date.max for u in units}
    unit_of = {person.person_id: person.offer.party or person.person_id for person in base.people}
    return Month(
        operation=replace(base, needs=tuple(wanted)),
        arrives={person: arrival[unit] for person, unit in unit_of.items()},
        leaves={person: leave[unit] for person, unit in unit_of.items()},
        known=known,
        decoys=tuple(decoys),
    )


def _day(draw: np.random.Generator, days: int) -> date:
    return DAY_ZERO + int(draw.integers(0, days)) * ONE_DAY


def hindsight(month: Month) -> tuple[int, int]:
    """What the plan that knew everything is worth, and what no plan could have exceeded."""
    people = [_within(person, month) for person in month.operation.people]
    whole = replace(
        month.operation,
        people=tuple(people),
        policy=replace(month.operation.policy, as_of=DAY_ZERO),
        input_sha256="",
    )
    proof = solve(whole).proof
    return proof.value, proof.bound


def _within(person: Person, month: Month) -> Person:
    """Somebody who could leave home from their registration on, and be called until they withdraw."""
    first, last = month.arrives[person.person_id], month.leaves[person.person_id] - ONE_DAY
    windows = [Days(first=max(w.first, first), last=w.last) for w in person.offer.windows if w.last >= first]
    if last < date.max - ONE_DAY:
        # Whoever sets out before they withdraw serves to the end, so only later departures are ruled out.
        longest = timedelta(days=MONTH)
        windows = [Days(first=w.first, last=min(w.last, last + longest)) for w in windows if w.first <= last]
    return replace(person, offer=replace(person.offer, windows=tuple(windows)))


@dataclass(slots=True, kw_only=True)
class Lived:
    """Who has left, and until when they are away; what was promised for later."""

    served: list[Call] = field(default_factory=list)
    promised: list[Call] = field(default_factory=list)
    previous: Previous | None = None

    def leave(self, calls: Iterable[Call], today: date) -> None:
        self.served += [call for call in calls if call.days.first == today]

    def away(self, today: date) -> list[Call]:
        return [call for call in self.served if call.days.last >= today]

    def rested_from(self, rest_days: int) -> dict[str, date]:
        back: dict[str, date] = {}
        for call in self.served:
            until = call.days.last + (rest_days + 1) * ONE_DAY
            back[call.person_id] = max(until, back.get(call.person_id, until))
        return back

    def worth(self, operation: Operation) -> int:
        weight = {need.need_id: operation.weight_of(need) for need in operation.needs}
        return sum(weight[call.need_id] for call in self.served)


def morning(month: Month, lived: Lived, today: date, *, soft: Sequence[Call], foresees: bool) -> Operation:
    """The operation as it is known today."""
    away = lived.away(today)
    gone = {call.person_id for call in away}
    serving = {call.need_id for call in away}
    rested = lived.rested_from(month.operation.policy.rest_days)
    people = {p.person_id: p for p in month.operation.people if p.person_id in gone}
    people |= {p.person_id: _rested(p, rested) for p in month.present(today) if p.person_id not in gone}
    needs = {need.need_id: need for need in month.needs_known(today) if need.days.first >= today}
    needs |= {need.need_id: need for need in month.operation.needs if need.need_id in serving}
    told = [_announced(call, PersonStatus.ON_DUTY) for call in away]
    told += [
        _announced(call, PersonStatus.CALLED)
        for call in soft
        if call.person_id in people and call.person_id not in gone and call.need_id in needs
    ]
    return replace(
        month.operation,
        people=tuple(people.values()),
        needs=tuple(needs.values()),
        announced=tuple(told),
        forecast=month.forecast(today) if foresees else (),
        policy=replace(month.operation.policy, as_of=today),
        input_sha256="0" * 64,
    )


def _rested(person: Person, rested: dict[str, date]) -> Person:
    if person.person_id not in rested:
        return person
    return replace(person, offer=replace(person.offer, rested_from=rested[person.person_id]))


def _announced(call: Call, state: PersonStatus) -> Announcement:
    return Announcement(person_id=call.person_id, need_id=call.need_id, state=state, days=call.days)


def days() -> list[date]:
    return [DAY_ZERO + number * ONE_DAY for number in range(MONTH)]


def planned(month: Month, *, foresees: bool) -> Lived:
    """Every morning a plan from the last one; what begins within a week is announced."""
    lived = Lived()
    for today in days():
        operation = morning(month, lived, today, soft=lived.promised, foresees=foresees)
        plan: Plan = solve(operation, previous=lived.previous)
        new = [call for call in plan.calls if call.days.first >= today and call.reason == "needed"]
        lived.leave(new, today)
        lived.promised = [call for call in new if today < call.days.first <= today + ANNOUNCED_AHEAD]
        lived.previous = Previous.of(plan) if not foresees else None
    return lived


def promised_at_once(month: Month) -> Lived:
    """Whoever is there is promised the best place there is, in the order of registration, and keeps it."""
    lived = Lived()
    for today in days():
        operation = morning(month, lived, today, soft=lived.promised, foresees=False)
        kept = tuple(replace(row, state=PersonStatus.TRAVELLING) for row in operation.announced)
        calls = [call for call in first_come(replace(operation, announced=kept)) if call.days.first >= today]
        lived.leave(calls, today)
        lived.promised = [call for call in calls if call.days.first > today]
    return lived


WAYS: dict[str, Callable[[Month], Lived]] = {
    "first come": promised_at_once,
    "planned": lambda month: planned(month, foresees=False),
    "planned with forecasts": lambda month: planned(month, foresees=True),
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Replay a month.")
    parser.add_argument("--people", type=int, default=1_500)
    parser.add_argument("--needs", type=int, default=60)
    parser.add_argument("--seeds", default="1-5", help="first-last")
    arguments = parser.parse_args()
    first, last = map(int, arguments.seeds.split("-"))
    print(f"| seed | bound of hindsight | plan of hindsight | {' | '.join(WAYS)} |")
    print("|---|---|---|" + "---|" * len(WAYS))
    shares: dict[str, list[float]] = {way: [] for way in WAYS}
    of_plan: dict[str, list[float]] = {way: [] for way in WAYS}
    for seed in range(first, last + 1):
        month = month_of(people=arguments.people, needs=arguments.needs, seed=seed)
        value, bound = hindsight(month)
        for way, live in WAYS.items():
            worth = live(month).worth(month.operation)
            shares[way].append(worth / bound)
            of_plan[way].append(worth / value)
        figures = " | ".join(f"{found[-1]:.2%}" for found in shares.values())
        print(f"| {seed} | {bound} | {value / bound:.2%} | {figures} |", flush=True)
    for what, found in (("the bound", shares), ("the plan", of_plan)):
        medians = ", ".join(f"{way} {np.median(some):.2%} (worst {min(some):.2%})" for way, some in found.items())
        print(f"\nOf {what} of hindsight, median: {medians}.")


if __name__ == "__main__":
    main()
