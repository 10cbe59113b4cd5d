"""More is called than is needed: planned with one weight for every call, and with places before insurance beside it.

Each need is to call as many as a first wave takes for a risk of 5 %, by the law that is assumed before anybody has
answered; beds and arrivals are widened to as many calls as have a turnout that finds room. What a plan then brings is
worked out exactly by that law: how many places come to be filled, and how many journeys are in vain.

    python -m benchmarks.planning.insurance --people 20000 --needs 300 --seeds 1-3
"""

import argparse
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from benchmarks.planning.generator import generate
from standby.cli import kernel_cache  # noqa: F401  says where kernels are kept
from standby.planning import Need, NeedId, Operation, Plan, from_files, solve
from standby.planning.turnout import ASSUMED, most_to_call, outlook, plan_waves
from standby.rooms.callup.insurance import insurance_priority, weights_of_both

RISK = 0.05
_LAW = ASSUMED.at_once


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Of one plan: `places` are filled by its calls, `come` by those of them who will come, on average."""

    calls: int
    places: int
    asked: int
    empty: int
    risky: int
    come: float
    in_vain: float
    gap: float
    seconds: float


@cache
def to_call(headcount: int) -> int:
    return max(headcount, plan_waves(headcount=headcount, answering=ASSUMED, risk=RISK).first)


@cache
def room_for(places: int) -> int:
    return most_to_call(places=places, turnout=_LAW, risk=RISK)


def widened(operation: Operation) -> Operation:
    sites = (replace(site, beds=None if site.beds is None else room_for(site.beds)) for site in operation.sites)
    return replace(
        operation,
        sites=tuple(sites),
        beds={key: room_for(beds) for key, beds in operation.beds.items()},
        arrivals={key: room_for(arrivals) for key, arrivals in operation.arrivals.items()},
        input_sha256="",
    )


def in_one_row(operation: Operation) -> Operation:
    return replace(operation, needs=tuple(replace(need, headcount=to_call(need.headcount)) for need in operation.needs))


def in_two_rows(operation: Operation) -> Operation:
    both = replace(operation.policy, weights=tuple(weights_of_both(operation.policy.weights)))
    return replace(operation, needs=tuple(row for need in operation.needs for row in _rows(need)), policy=both)


def _rows(need: Need) -> tuple[Need, Need]:
    more = to_call(need.headcount) - need.headcount
    below = insurance_priority(need.priority)
    return need, replace(need, need_id=NeedId(f"{need.need_id}.more"), headcount=more, priority=below)


def measured(operation: Operation, headcounts: Mapping[str, int]) -> Row:
    start = time.process_time()
    plan = solve(operation)
    seconds = time.process_time() - start
    called = _called(plan)
    ends = [(called[need], headcount, outlook(called=called[need], headcount=headcount, turnout=_LAW))
            for need, headcount in headcounts.items()]  # fmt: skip
    return Row(
        calls=called.total(),
        places=sum(min(number, headcount) for number, headcount, _ in ends),
        asked=sum(headcounts.values()),
        empty=sum(number < headcount for number, headcount, _ in ends),
        risky=sum(end.risk > RISK for _, _, end in ends),
        come=sum(number * _LAW.chance - end.in_vain for number, _, end in ends),
        in_vain=sum(end.in_vain for _, _, end in ends),
        gap=plan.proof.gap,
        seconds=seconds,
    )


def _called(plan: Plan) -> Counter[str]:
    called: Counter[str] = Counter()
    for need in plan.needs:
        called[need.need_id.removesuffix(".more")] += need.filled
    return called


def said(seed: int, way: str, row: Row) -> str:
    places = f"{row.places} of {row.asked}"
    return (
        f"| {seed} | {way} | {row.calls} | {places} | {row.empty} | {row.risky} | {row.come:.0f} | {row.in_vain:.0f} | "
        f"{row.gap:.3%} | {row.seconds:.1f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Places before insurance, beside one weight for every call.")
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--needs", type=int, default=300)
    parser.add_argument("--seeds", default="1-3")
    given = parser.parse_args()
    low, _, high = given.seeds.partition("-")
    print("| seed | planned | calls | places called for | needs short of places | above the risk", end="")
    print(" | places filled by who comes | in vain | gap | solve s |")
    print(f"|{'---|' * 10}")
    for seed in range(int(low), int(high or low) + 1):
        operation = widened(from_files(generate(people=given.people, needs=given.needs, seed=seed)))
        headcounts = {need.need_id: need.headcount for need in operation.needs}
        print(said(seed, "one weight", measured(in_one_row(operation), headcounts)), flush=True)
        print(said(seed, "places first", measured(in_two_rows(operation), headcounts)), flush=True)


if __name__ == "__main__":
    main()
