"""A small operation is planned as a whole too: what prices round away is found."""

import pytest
from benchmarks.planning.generator import generate
from hypothesis import given
from tests.planning.operations import operations

from standby.planning import Operation, from_files, solve
from standby.planning.first_come import value_called
from standby.planning.model.build import build
from standby.planning.model.instance import Ints
from standby.planning.relaxation.program import Program, branched
from standby.planning.search.supply import counted_supply
from standby.planning.whole import solving


def test_a_small_operation_gets_more_than_prices_alone_find(monkeypatch: pytest.MonkeyPatch) -> None:
    operation = from_files(generate(people=500, needs=20, seed=7))
    as_a_whole = solve(operation).proof.value

    monkeypatch.setattr("standby.planning.search.search.plan_whole", lambda *_: None)

    assert as_a_whole > solve(operation).proof.value


@given(operation=operations())
def test_everybody_whom_the_programme_calls_can_be_entered(operation: Operation) -> None:
    """But for limits on days in all, of which it knows nothing."""
    model = build(operation)
    asked: list[float] = []

    def heard(program: Program) -> Ints | None:
        taken = branched(program)
        asked.append(0.0 if taken is None else float(program.gain @ taken))
        return taken

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(solving, "branched", heard)
        state = solving.plan_whole(model.instance, counted_supply(model.instance))

    if state is not None and all(person.offer.max_total_days is None for person in operation.people):
        assert value_called(model.instance, state) == asked[0]


def test_a_large_operation_is_left_to_prices(monkeypatch: pytest.MonkeyPatch) -> None:
    model = build(from_files(generate(people=200, needs=20, seed=1)))
    supply = counted_supply(model.instance)
    assert solving.plan_whole(model.instance, supply) is not None

    monkeypatch.setattr(solving, "_MOST_COLUMNS", 10)

    assert solving.plan_whole(model.instance, supply) is None


def test_where_no_plan_was_found_in_whole_numbers_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    model = build(from_files(generate(people=200, needs=20, seed=1)))
    monkeypatch.setattr(solving, "branched", lambda _: None)

    assert solving.plan_whole(model.instance, counted_supply(model.instance)) is None
