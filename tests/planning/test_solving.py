"""What holds for every plan, whatever the operation: the checker, which knows nothing of the planner, is the judge."""

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from tests.oracles.brute_force import optimum
from tests.oracles.tiny_operation import read_tiny
from tests.planning.operations import operations

from standby.cli import check
from standby.planning import (
    Limits,
    Operation,
    Plan,
    Stage,
    StoppedBy,
    first_come,
    from_files,
    operation_files,
    plan_files,
    read,
    solve,
    write,
)  # fmt: skip
from standby.planning.writing.plan_files import Seconds

REFERENCE = Path(__file__).parents[3] / "shared" / "data" / "operations" / "seed1_20k"


def judged(operation: Operation, plan: Plan) -> str:
    """What the checker says of a plan; nothing, if it finds nothing."""
    with TemporaryDirectory() as folder, redirect_stdout(io.StringIO()) as said, redirect_stderr(said):
        source, out = put(operation, Path(folder) / "in"), Path(folder) / "out"
        write(plan, out)
        return said.getvalue() if check.main([str(source), str(out)]) else ""


def put(operation: Operation, folder: Path) -> Path:
    folder.mkdir()
    for name, content in operation_files(operation).items():
        (folder / name).write_bytes(content)
    return folder


@given(operation=operations())
def test_no_plan_breaks_a_rule_and_every_bound_is_what_its_prices_prove(operation: Operation) -> None:
    assert not judged(operation, solve(operation))


@given(operation=operations(may_be_fixed=False))
def test_no_bound_is_below_the_best_plan_and_no_plan_above_it(operation: Operation) -> None:
    plan = solve(operation)

    with TemporaryDirectory() as folder:
        best = optimum(read_tiny(put(operation, Path(folder) / "in")))

    assert plan.proof.value <= best <= plan.proof.bound
    assert plan.proof.gap >= 0


@given(operation=operations())
def test_a_plan_is_never_worth_less_than_first_come_first_served(operation: Operation) -> None:
    # Otherwise whoever was told to leave soon keeps the call, and first come, first served knows of no promises.
    may_change = replace(operation.policy, change_within_notice=True)

    proof = solve(replace(operation, policy=may_change)).proof

    assert proof.first_come <= proof.value


@given(operation=operations(), random=st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_byte(operation: Operation, random: Random) -> None:
    people, needs = list(operation.people), list(operation.needs)
    random.shuffle(people)
    random.shuffle(needs)
    shuffled = replace(operation, people=tuple(people), needs=tuple(needs))

    assert bytes_of(solve(shuffled)) == bytes_of(solve(operation))


@given(operation=operations())
def test_a_column_that_says_nothing_of_the_operation_changes_nothing(operation: Operation) -> None:
    files = operation_files(operation)
    rows = files["people.csv"].split(b"\r\n")
    marked = [rows[0] + b",colour", *(row + b",blue" for row in rows[1:-1]), b""]
    same = from_files(files | {"people.csv": b"\r\n".join(marked)})

    plan, other = plan_files(solve(from_files(files)), seconds=Seconds()), plan_files(solve(same), seconds=Seconds())

    assert {name: plan[name] for name in plan if name != "proof.json"} == {
        name: other[name] for name in other if name != "proof.json"
    }


@given(operation=operations())
def test_files_give_the_operation_back(operation: Operation) -> None:
    again = from_files(operation_files(operation))

    assert operation_files(again) == operation_files(operation)
    assert bytes_of(solve(again)) == bytes_of(solve(operation))


@given(operation=operations())
def test_everybody_has_exactly_one_answer(operation: Operation) -> None:
    plan = solve(operation)

    called, waiting = {call.person_id for call in plan.calls}, [one.person_id for one in plan.stand_by]
    assert called.isdisjoint(waiting)
    assert sorted([*called, *waiting]) == sorted(person.person_id for person in operation.people)


@given(operation=operations())
def test_the_baseline_is_the_one_in_the_proof(operation: Operation) -> None:
    weight = {need.need_id: operation.weight_of(need) for need in operation.needs}

    assert sum(weight[call.need_id] for call in first_come(operation)) == solve(operation).proof.first_come


@given(operation=operations())
def test_nothing_is_searched_where_first_come_is_close_enough_already(operation: Operation) -> None:
    stages: list[Stage] = []
    as_it_is = replace(operation, announced=(), forecast=())

    solve(as_it_is, limits=Limits(gap=1.0), on_progress=lambda stage, _: stages.append(stage))

    assert Stage.IMPROVING not in stages


@given(operation=operations())
def test_a_plan_stops_at_a_wanted_gap_exactly_if_it_has_reached_it(operation: Operation) -> None:
    plan = solve(operation, limits=Limits(gap=0.25))

    assert (plan.proof.stopped_by is StoppedBy.GAP) == (plan.proof.gap <= 0.25)
    assert plan.proof.value <= plan.proof.bound
    # Whoever keeps a call that was announced may be in the way of first come, first served, which knows of no promise.
    assert operation.announced or plan.proof.first_come <= plan.proof.value


def bytes_of(plan: Plan) -> dict[str, bytes]:
    return plan_files(plan, seconds=Seconds())


def test_the_reference_operation_is_planned_within_half_a_hundredth() -> None:
    plan = solve(read(REFERENCE))

    assert plan.proof.first_come < plan.proof.value
    assert plan.proof.gap <= 0.005
