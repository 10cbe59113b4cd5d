"""The lower tiers: none harms one above it, each is what an oracle works out, and no plan beats a bound."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import assume, given
from tests.oracles import tiers as oracle
from tests.oracles.brute_force import Prices as OraclePrices
from tests.oracles.tiny_operation import Deployment, TinyOperation, read_tiny
from tests.planning.operations import operations

from standby.planning import Operation, Plan, operation_files, solve
from standby.planning.first_come import call_first_come, value_called
from standby.planning.kernels.supply import supply_of_needs
from standby.planning.model.build import build
from standby.planning.plan import CallReason
from standby.planning.tiers.costs import tier_sums
from standby.planning.tiers.settling import settle
from standby.planning.tiers.table import table_of

MOST_PLANS = 3_000


def tiny(operation: Operation) -> TinyOperation:
    with TemporaryDirectory() as folder:
        for name, content in operation_files(operation).items():
            (Path(folder) / name).write_bytes(content)
        return read_tiny(Path(folder))


def calls_in(plan: Plan, operation: TinyOperation) -> list[Deployment]:
    return [operation.deployment(c.person_id, c.need_id) for c in plan.calls if c.reason is CallReason.NEEDED]


def prices_in(plan: Plan) -> OraclePrices:
    prices = plan.proof.prices
    return (
        {("headcount", need, ""): cost for need, cost in prices.need.items()}
        | {("beds", site, str(day)): cost for (site, day), cost in prices.bed.items()}
        | {("reception", region, str(day)): cost for (region, day), cost in prices.reception.items()}
    )


@given(operation=operations())
def test_every_tier_is_worth_what_the_oracle_works_out(operation: Operation) -> None:
    plan, plain = solve(operation), tiny(operation)

    gained = oracle.gains(plain, calls_in(plan, plain), prices_in(plan))

    assert {tier.name: tier.value for tier in plan.proof.tiers[1:]} == oracle.values(plain, gained)


@given(operation=operations())
def test_no_plan_that_is_as_good_above_beats_the_bound_of_a_tier(operation: Operation) -> None:
    plain = tiny(operation)
    every_plan = oracle.plans(plain, MOST_PLANS)
    assume(every_plan is not None)
    plan = solve(operation)
    prices = prices_in(plan)
    reached = oracle.gains(plain, calls_in(plan, plain), prices)

    for calls in every_plan or []:
        gained = oracle.gains(plain, calls, prices)
        values = oracle.values(plain, gained)
        for number, tier in enumerate(plan.proof.tiers[1:], start=1):
            if tier.bound is not None and all(gained[above] >= reached[above] for above in range(number)):
                assert values[tier.name] <= tier.bound if tier.is_most else values[tier.name] >= tier.bound


@given(operation=operations())
def test_no_tier_is_harmed_for_one_below_it(operation: Operation) -> None:
    model = build(operation)
    state, supply = call_first_come(model), supply_of_needs(model.instance)
    price = np.zeros(len(model.instance.left), np.int64)
    table = table_of(model, price)
    before = gains_of(model.instance, state, table)

    settle(model.instance, state, table, supply=supply)

    assert gains_of(model.instance, state, table) >= before


def gains_of(instance, state, table) -> tuple[int, ...]:  # type: ignore[no-untyped-def]  # of the kernels' own types
    sums = np.zeros(4, np.int64)
    tier_sums(instance, state, table, sums)
    waste, travel, kept, hours = sums.tolist()
    return value_called(instance, state), -waste, -travel, kept, hours
