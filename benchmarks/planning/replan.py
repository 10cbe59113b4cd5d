"""Plans again after one in a hundred of people and needs changed: from the last plan, and from scratch beside it.

Yesterday's plan is announced. Over night one in a hundred of the people withdraw, as many register, one in a hundred of
the needs want other numbers, and as many are new. The plan from scratch knows what was announced too.

    python -m benchmarks.planning.replan --people 20000 --needs 300 --seeds 1-9
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

import numpy as np

from benchmarks.planning.generator import generate
from standby.cli import kernel_cache  # noqa: F401  says where kernels are kept
from standby.domain.statuses import PersonStatus
from standby.planning import Announcement, Need, NeedId, Operation, Person, PersonId, Plan, Previous, from_files, solve

SHARE = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`lost` announced calls nobody could keep: their people withdrew. `changed` of the others, by each way. Seconds
    are the processor's.
    """

    seed: int
    announced: int
    lost: int
    warm_value: int
    warm_bound: int
    warm_changed: int
    warm_seconds: float
    scratch_value: int
    scratch_changed: int
    scratch_seconds: float

    @property
    def worse(self) -> float:
        return 1 - self.warm_value / self.scratch_value

    @property
    def share_changed(self) -> float:
        return self.warm_changed / self.announced


def changed_over_night(operation: Operation, others: Operation, plan: Plan, *, seed: int) -> Operation:
    """`others` is where new people and needs come from."""
    draw = np.random.default_rng(seed)
    gone = set(draw.choice(len(operation.people), int(SHARE * len(operation.people)), replace=False).tolist())
    stay = [person for number, person in enumerate(operation.people) if number not in gone]
    names = {person.person_id for person in stay}
    told = tuple(
        Announcement(person_id=call.person_id, need_id=call.need_id, state=PersonStatus.CALLED, days=call.days)
        for call in plan.calls
        if call.person_id in names
    )
    return replace(
        operation,
        people=(*stay, *_new_people(others, len(gone))),
        needs=tuple(_changed_needs(operation, others, draw)),
        announced=told,
        policy=replace(operation.policy, as_of=operation.as_of),
        input_sha256="0" * 64,  # Hashing is part of reading.
    )


def _new_people(others: Operation, count: int) -> Iterator[Person]:
    alone = [person for person in others.people if not person.offer.party]
    for person in alone[:count]:
        yield replace(person, person_id=PersonId(f"N{person.person_id}"))


def _changed_needs(operation: Operation, others: Operation, draw: np.random.Generator) -> Iterator[Need]:
    count = max(1, int(SHARE * len(operation.needs)))
    touched = set(draw.choice(len(operation.needs), count, replace=False).tolist())
    for number, need in enumerate(operation.needs):
        yield need if number not in touched else replace(need, headcount=max(1, round(need.headcount * 1.3)))
    for need in others.needs[:count]:
        yield replace(need, need_id=NeedId(f"M{need.need_id}"), headcount=max(1, need.headcount // 2))


def measured(*, people: int, needs: int, seed: int) -> Row:
    operation = from_files(generate(people=people, needs=needs, seed=seed))
    others = from_files(generate(people=people, needs=needs, seed=seed + 1000))
    first = solve(operation)
    told = changed_over_night(operation, others, first, seed=seed)
    began = time.process_time()
    warm = solve(told, previous=Previous.of(first))
    warmed = time.process_time()
    scratch = solve(told)
    done = time.process_time()
    keepable = {(row.person_id, row.need_id) for row in told.announced}
    return Row(
        seed=seed,
        announced=len(first.calls),
        lost=len(first.calls) - len(keepable),
        warm_value=warm.proof.value,
        warm_bound=warm.proof.bound,
        warm_changed=_changed(keepable, warm),
        warm_seconds=warmed - began,
        scratch_value=scratch.proof.value,
        scratch_changed=_changed(keepable, scratch),
        scratch_seconds=done - warmed,
    )


def _changed(keepable: set[tuple[PersonId, NeedId]], plan: Plan) -> int:
    return len(keepable - {(call.person_id, call.need_id) for call in plan.calls})


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure planning again.")
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--needs", type=int, default=300)
    parser.add_argument("--seeds", default="1-9", help="first-last")
    arguments = parser.parse_args()
    first, last = map(int, arguments.seeds.split("-"))
    measured(people=400, needs=20, seed=0)  # Compiles, so that no figure holds the compiler.
    print("| seed | announced | lost | from the last plan | gap | changed | s | from scratch | changed | s | worse |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    rows = []
    for seed in range(first, last + 1):
        row = measured(people=arguments.people, needs=arguments.needs, seed=seed)
        rows.append(row)
        gap = 1 - row.warm_value / row.warm_bound
        print(
            f"| {row.seed} | {row.announced} | {row.lost} | {row.warm_value} | {gap:.3%} | "
            f"{row.share_changed:.2%} | {row.warm_seconds:.2f} | {row.scratch_value} | "
            f"{row.scratch_changed / row.announced:.2%} | {row.scratch_seconds:.2f} | {row.worse:.3%} |",
            flush=True,
        )
    print(
        f"\nMedian: {median(row.worse for row in rows):.3%} worse, "
        f"{median(row.share_changed for row in rows):.2%} changed, "
        f"{median(row.warm_seconds for row in rows):.2f} s; worst: {max(row.worse for row in rows):.3%}, "
        f"{max(row.share_changed for row in rows):.2%}, {max(row.warm_seconds for row in rows):.2f} s."
    )


if __name__ == "__main__":
    main()
