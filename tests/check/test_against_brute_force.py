"""The checker and the oracle share no line: on drawn operations they must agree on the rules and on the bound."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.check.verdicts import verdict_on
from tests.oracles.brute_force import Prices, best_calls, bound, is_allowed_plan, optimum
from tests.oracles.hard_rules import limit_of, taken
from tests.oracles.published import publish
from tests.oracles.tiny_operation import Deployment, TinyOperation, read_tiny
from tests.strategies import Files, small_operations, write_operation


@contextmanager
def written(files: Files) -> Iterator[tuple[Path, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        yield write_operation(Path(folder) / "operation", files), Path(folder) / "plan"


def prices_of(data: st.DataObject, operation: TinyOperation) -> Prices:
    """Prices on limits that exist and that somebody could run into."""
    everyone = [operation.deployment(person, need) for person in operation.people for need in operation.needs]
    limits = sorted(limit for limit in taken(operation, everyone) if limit_of(operation, limit) is not None)
    chosen = data.draw(st.lists(st.sampled_from(limits), unique=True)) if limits else []
    return {limit: data.draw(st.integers(0, 120_000)) for limit in chosen}


def new_calls_of(data: st.DataObject, operation: TinyOperation) -> list[Deployment]:
    """Some calls, allowed or not: often the best ones with one left out or one put in."""
    everything = [operation.deployment(person, need) for person in operation.people for need in operation.needs]
    taken_already = {(row.person, row.need) for row in operation.fixed}
    free = [call for call in everything if (call.person, call.need) not in taken_already]
    changed = set(data.draw(st.lists(st.sampled_from(free), max_size=2))) if free else set()
    return sorted(changed ^ set(best_calls(operation)), key=str)


@given(files=small_operations(), data=st.data())
def test_the_bound_is_the_same_by_brute_force_and_never_below_the_optimum(files: Files, data: st.DataObject) -> None:
    with written(files) as (folder, plan):
        operation = read_tiny(folder)
        prices = prices_of(data, operation)
        publish(folder, plan, prices=prices)

        assert verdict_on(folder, plan).broken == []
        assert optimum(operation, recalls=False) <= bound(operation, prices)


@given(files=small_operations(), data=st.data())
def test_a_plan_is_refused_exactly_when_it_breaks_a_hard_rule(files: Files, data: st.DataObject) -> None:
    with written(files) as (folder, plan):
        operation = read_tiny(folder)
        calls = new_calls_of(data, operation)
        publish(folder, plan, new_calls=calls)

        rules = [line for line in verdict_on(folder, plan).broken if line.startswith("rule")]

        assert (not rules) == is_allowed_plan(operation, calls), rules


@given(files=small_operations(), data=st.data())
def test_the_bounds_of_the_lower_tiers_are_the_same_by_brute_force(files: Files, data: st.DataObject) -> None:
    with written(files) as (folder, plan):
        operation = read_tiny(folder)
        prices, rates = prices_of(data, operation), data.draw(st.lists(st.integers(0, 40), min_size=4, max_size=4))
        charged = prices_of(data, operation)
        certificates = [([*rates[:number], 1 + rates[-1]], charged) for number in range(1, 5)]
        publish(folder, plan, prices=prices, certificates=certificates)

        assert verdict_on(folder, plan).broken == []
