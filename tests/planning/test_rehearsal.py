"""What comes after the search, gone through with nobody called."""

from hypothesis import given
from tests.planning.operations import operations

from standby.planning.operation import Operation
from standby.planning.rehearsal import rehearse_answers


@given(operation=operations(may_be_fixed=False))
def test_a_rehearsal_calls_nobody_and_has_an_answer_for_everybody(operation: Operation) -> None:
    plan = rehearse_answers(operation)

    assert plan.calls == ()
    assert [answer.person_id for answer in plan.stand_by] == sorted(person.person_id for person in operation.people)
    assert len(plan.needs) == len(operation.needs)
