"""The lower tiers: none harms one above it, each is what an oracle works out, and no plan beats a bound."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import assume, given
from tests.oracles import tiers as oracle
from tests.oracles.brute_force import Prices as OraclePrices
from tests.oracles.tiny_operation import Deployment, TinyOperation, read_tiny
from tests.planning.operations import operations

from standby.domain.days import Days
from standby.domain.offers import Offer
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import PersonStatus
from standby.planning import (
    Announcement,
    Need,
    NeedId,
    Operation,
    Person,
    PersonId,
    PlaceId,
    Plan,
    Point,
    Policy,
    Region,
    Site,
    SiteId,
    operation_files,
    solve,
)
from standby.planning.first_come import call_first_come, value_called
from standby.planning.model.build import build
from standby.planning.plan import CallReason
from standby.planning.search.supply import counted_supply
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
    state, supply = call_first_come(model), counted_supply(model.instance)
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


DAYS = Days(first=date(2020, 10, 12), last=date(2020, 10, 14))
LATER = Days(first=date(2020, 10, 13), last=date(2020, 10, 15))
YEREVAN, GORIS = Point(lat=40.18, lon=44.51), Point(lat=39.51, lon=46.34)


def somebody(name: str, *codes: str, home: str = "", registered_at: str = "", party: str = "") -> Person:
    roles = tuple(OfferedRole(code=code, level=Level.INDEPENDENT) for code in codes)
    window = Days(first=date(2020, 10, 1), last=date(2020, 10, 31))
    offer = Offer(roles=roles, windows=(window,), home=home, party=party)
    return Person(person_id=PersonId(name), offer=offer, registered_at=registered_at)


def wanted(name: str, code: str, *, site: str = "S1", days: Days = DAYS, heads: int = 1, priority: int = 1) -> Need:
    return Need(
        need_id=NeedId(name),
        site_id=SiteId(site),
        role=code,
        level=Level.SUPERVISED,
        days=days,
        headcount=heads,
        priority=priority,
    )


def operation_of(*people: Person, needs: tuple[Need, ...], announced: tuple[Announcement, ...] = ()) -> Operation:
    return Operation(
        people=people,
        sites=(
            Site(site_id=SiteId("S1"), region=Region("R1"), point=YEREVAN),
            Site(site_id=SiteId("S2"), region=Region("R1"), point=GORIS),
        ),
        needs=needs,
        announced=announced,
        places={PlaceId("Yerevan"): YEREVAN, PlaceId("Goris"): GORIS},
        policy=Policy(as_of=date(2020, 10, 1)),
    )


def who(plan: Plan) -> set[tuple[str, str]]:
    return {(call.person_id, call.need_id) for call in plan.calls}


NURSE, HELPER = "2221", "9629"
CASES = {
    "a scarce nurse does not carry boxes while a nurse may be needed": (
        operation_of(
            somebody("A", NURSE, HELPER),
            somebody("B", HELPER),
            needs=(wanted("boxes", HELPER, priority=3), wanted("ward", NURSE, heads=2, priority=1)),
        ),
        {("A", "ward"), ("B", "boxes")},
    ),
    "whoever lives near goes, the need being the same": (
        operation_of(
            somebody("A", HELPER, home="Yerevan"),
            somebody("B", HELPER, home="Goris"),
            needs=(wanted("n", HELPER, site="S2"),),
        ),
        {("B", "n")},
    ),
    "two who were called across each other change places": (
        operation_of(
            somebody("A", HELPER, home="Yerevan"),
            somebody("B", HELPER, home="Goris"),
            needs=(wanted("m", HELPER, site="S2"), wanted("n", HELPER, site="S1", days=LATER)),
        ),
        {("A", "n"), ("B", "m")},
    ),
    "three rotate among three needs": (
        operation_of(
            somebody("A", "1111", "2222", home="Yerevan"),
            somebody("B", "2222", "3333", home="Goris"),
            somebody("C", "3333", "1111", home="Yerevan"),
            needs=(wanted("l", "1111", site="S1"), wanted("m", "2222", site="S2"), wanted("n", "3333", site="S1")),
        ),
        {("A", "l"), ("B", "m"), ("C", "n")},
    ),
    "whoever was told is called again, though another waits longer": (
        operation_of(
            somebody("A", HELPER, registered_at="2020-09-01"),
            somebody("B", HELPER, registered_at="2020-09-20"),
            needs=(wanted("n", HELPER),),
            announced=(
                Announcement(person_id=PersonId("B"), need_id=NeedId("n"), state=PersonStatus.CALLED, days=DAYS),
            ),
        ),
        {("B", "n")},
    ),
    "whoever waits longest is called, all else being equal": (
        operation_of(
            somebody("A", HELPER, registered_at="2020-09-20"),
            somebody("B", HELPER, registered_at="2020-09-01T08:00"),
            needs=(wanted("n", HELPER),),
        ),
        {("B", "n")},
    ),
    "a party that lives near takes the places of one from afar": (
        operation_of(
            somebody("A", HELPER, home="Yerevan", party="G1"),
            somebody("B", HELPER, home="Yerevan", party="G1"),
            somebody("C", HELPER, home="Goris", party="G2"),
            somebody("D", HELPER, home="Goris", party="G2"),
            needs=(wanted("n", HELPER, site="S2", heads=2),),
        ),
        {("C", "n"), ("D", "n")},
    ),
}


@pytest.mark.parametrize(("operation", "best"), CASES.values(), ids=CASES)
def test_the_best_of_equal_plans_is_found(operation: Operation, best: set[tuple[str, str]]) -> None:
    assert who(solve(operation)) == best


@pytest.mark.parametrize(("operation", "best"), CASES.values(), ids=CASES)
def test_no_other_plan_is_better_tier_by_tier(operation: Operation, best: set[tuple[str, str]]) -> None:
    plain, plan = tiny(operation), solve(operation)
    prices, every_plan = prices_in(plan), oracle.plans(plain, MOST_PLANS)

    reached = oracle.gains(plain, calls_in(plan, plain), prices)

    assert reached == max(oracle.gains(plain, calls, prices) for calls in every_plan or [])
