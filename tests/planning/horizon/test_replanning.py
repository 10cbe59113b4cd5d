"""Plans that begin from the last one: what was announced is kept, and what is near is not touched at all."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.operations import operations
from tests.planning.test_solving import judged

from standby.domain.errors import UnusableInput
from standby.domain.statuses import PersonStatus
from standby.planning import Announcement, Forecast, Operation, Plan, Previous, read_previous, solve, write
from standby.planning.plan import CallReason


def announced(operation: Operation, plan: Plan, *, state: PersonStatus = PersonStatus.CALLED) -> Operation:
    """The same operation the day after its plan was announced; what was fixed stays so."""
    fixed = tuple(row for row in operation.announced if row.is_fixed)
    told = tuple(
        Announcement(person_id=call.person_id, need_id=call.need_id, state=state, days=call.days)
        for call in plan.calls
        if call.reason is CallReason.NEEDED
    )
    return replace(operation, announced=(*fixed, *told))


def calls(plan: Plan) -> set[tuple[str, str]]:
    return {(call.person_id, call.need_id) for call in plan.calls}


@given(operation=operations())
def test_whoever_was_told_keeps_their_call_when_nothing_changed(operation: Operation) -> None:
    first = solve(operation)

    again = solve(announced(operation, first), previous=Previous.of(first))

    assert again.proof.value == first.proof.value
    assert calls(again) == calls(first)


@given(operation=operations(), gone=st.integers(0, 7))
def test_a_plan_begun_from_the_last_holds_and_is_proven(operation: Operation, gone: int) -> None:
    first = solve(operation)
    told = announced(operation, first)
    changed = replace(
        told,
        people=tuple(person for person in told.people if person.person_id != f"P{gone}"),
        announced=tuple(row for row in told.announced if row.person_id != f"P{gone}"),
    )

    again = solve(changed, previous=Previous.of(first))

    assert not judged(changed, again)
    assert again.proof.first_come <= again.proof.value or changed.announced


@given(operation=operations(may_be_fixed=False))
def test_inside_the_notice_period_nothing_changes_unless_that_is_decided(operation: Operation) -> None:
    first = solve(operation)
    near = replace(operation.policy, as_of=operation.as_of, notice_hours=24 * 60)
    told = replace(announced(operation, first, state=PersonStatus.ACCEPTED), policy=near)
    heavier = tuple(replace(need, priority=6 - need.priority) for need in told.needs)
    changed = replace(told, needs=heavier)

    again = solve(changed)

    assert calls(first) <= calls(again)
    assert not judged(changed, again)


@given(operation=operations(), percent=st.integers(0, 100))
def test_what_is_only_forecast_is_called_for_by_nobody(operation: Operation, percent: int) -> None:
    if not operation.needs:
        return
    need = operation.needs[0]
    later = replace(need.days, first=need.days.first + timedelta(days=1), last=need.days.last + timedelta(days=1))
    coming = Forecast(need=replace(need, need_id="F1", days=later), percent=percent)  # type: ignore[arg-type]
    foreseen = replace(operation, forecast=(coming,), input_sha256="")

    plan = solve(foreseen)

    assert "F1" not in {call.need_id for call in plan.calls}
    assert not judged(foreseen, plan)


def test_a_plan_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    plan = solve(Operation())
    write(plan, tmp_path / "plan")

    assert read_previous(tmp_path / "plan") == Previous.of(plan)


@pytest.mark.parametrize("content", ["", "{}", '{"prices": {"scale": 7}}'])
def test_a_folder_that_holds_no_plan_is_refused(tmp_path: Path, content: str) -> None:
    write(solve(Operation()), tmp_path / "plan")
    (tmp_path / "plan" / "proof.json").write_text(content, encoding="utf-8")

    with pytest.raises(UnusableInput):
        read_previous(tmp_path / "plan")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="nowhere"):
        read_previous(tmp_path / "nowhere")
