"""Whoever stands by is told the truth: with the one change made, planning again calls them, or is worth more."""

from hypothesis import given
from hypothesis import strategies as st
from tests.planning.operations import operations

from standby.planning import Operation, Plan, StandBy, applied, applied_for, operation_change, replan, solve


def told_a_change(plan: Plan) -> list[StandBy]:
    return [one for one in plan.stand_by if one.would_be_called_if and not one.would_be_called_if.startswith("surplus")]


@given(operation=operations(), data=st.data())
def test_the_one_change_calls_the_person_or_makes_the_plan_worth_more(
    operation: Operation, data: st.DataObject
) -> None:
    plan = solve(operation)

    for one in data.draw(st.lists(st.sampled_from(told), max_size=3)) if (told := told_a_change(plan)) else []:
        changed = applied_for(operation, person_id=one.person_id, would_be_called_if=one.would_be_called_if)
        again = replan(changed, previous=plan.calls)

        is_called = one.person_id in {call.person_id for call in again.calls}
        assert is_called or again.proof.value > plan.proof.value


@given(operation=operations())
def test_a_surplus_is_counted_and_is_one(operation: Operation) -> None:
    plan = solve(operation)

    headcount = {need.need_id: need.headcount for need in plan.needs}
    for one in plan.stand_by:
        _, found, rest = one.would_be_called_if.partition("surplus:")
        if found:
            need_id, suited, places = rest.split(":")
            assert 0 < int(places) <= headcount[need_id]  # type: ignore[index]  # an id as text
            assert int(suited) > int(places)


@given(operation=operations())
def test_a_relief_is_worth_what_is_said_or_more(operation: Operation) -> None:
    plan = solve(operation)

    for need in plan.needs:
        change, relieves, worth = need.relief.rpartition("=")
        if relieves:
            again = replan(applied(operation, [operation_change(change)]), previous=plan.calls)
            assert again.proof.value - plan.proof.value >= int(worth) > 0
