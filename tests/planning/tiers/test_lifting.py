"""Places before insurance: of two rows that ask for the same, the weightier one is filled first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.operations import operations

from standby.cli import check
from standby.domain.days import Days
from standby.domain.offers import Offer, Travel
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import PersonStatus
from standby.planning import (
    Announcement,
    CallReason,
    Need,
    NeedId,
    Operation,
    Person,
    PersonId,
    Plan,
    Policy,
    Region,
    Site,
    SiteId,
    operation_files,
    solve,
    write,
)
from standby.planning.first_come import call_first_come
from standby.planning.model.build import build
from standby.planning.tiers.lifting import lift_alike
from standby.planning.tiers.table import table_of

DAYS = Days(first=date(2020, 10, 12), last=date(2020, 10, 16))
BOTH = Policy(weights=(200, 60, 20, 6, 2, 100, 30, 10, 3, 1), as_of=date(2020, 10, 5))
NOBODY_TOLD: tuple[Announcement, ...] = ()


def rows(name: str, *, places: int, more: int, priority: int) -> list[Need]:
    """As the desk writes a need: its places, and its insurance five priorities below."""
    row = Need(
        need_id=NeedId(name),
        site_id=SiteId("S1"),
        role="9629",
        level=Level.SUPERVISED,
        days=DAYS,
        headcount=places,
        priority=priority,
        need_group=name,
    )
    return [row, replace(row, need_id=NeedId(f"{name}.more"), headcount=more, priority=priority + 5)]


def helpers(count: int) -> tuple[Person, ...]:
    offer = Offer(
        roles=(OfferedRole(code="9629", level=Level.SUPERVISED),),
        windows=(Days(first=date(2020, 10, 1), last=date(2020, 10, 31)),),
        travel=Travel.OWN,
    )
    return tuple(Person(person_id=PersonId(f"P{number}"), offer=offer) for number in range(1, count + 1))


def operation(
    *needs: Sequence[Need], people: int, announced: tuple[Announcement, ...] = NOBODY_TOLD, policy: Policy = BOTH
) -> Operation:
    return Operation(
        people=helpers(people),
        sites=(Site(site_id=SiteId("S1"), region=Region("R1")),),
        needs=tuple(row for of_need in needs for row in of_need),
        announced=announced,
        policy=policy,
    )


def filled(plan: Plan) -> dict[str, int]:
    return {need.need_id: need.filled for need in plan.needs}


def told(person: str, need: str, *, state: PersonStatus = PersonStatus.CALLED) -> Announcement:
    return Announcement(person_id=PersonId(person), need_id=NeedId(need), state=state, days=DAYS)


def test_both_needs_get_their_places_before_either_gets_insurance() -> None:
    one, other = rows("A", places=3, more=3, priority=2), rows("B", places=3, more=3, priority=2)

    plan = solve(operation(one, other, people=7))

    found = filled(plan)
    assert (found["A"], found["B"]) == (3, 3)
    assert found["A.more"] + found["B.more"] == 1


def test_an_urgent_needs_insurance_at_half_of_a_hundred_goes_before_a_place_of_the_lowest_priority() -> None:
    urgent, last = rows("A", places=2, more=2, priority=1), rows("B", places=2, more=2, priority=5)

    plan = solve(operation(urgent, last, people=5))

    assert filled(plan) == {"A": 2, "A.more": 2, "B": 1, "B.more": 0}


def test_where_priorities_lie_close_every_place_goes_before_any_insurance() -> None:
    close = replace(BOTH, weights=(20, 16, 14, 12, 11, 10, 8, 7, 6, 5))
    urgent, last = rows("A", places=2, more=2, priority=1), rows("B", places=2, more=2, priority=5)

    plan = solve(operation(urgent, last, people=4, policy=close))

    assert filled(plan) == {"A": 2, "A.more": 0, "B": 2, "B.more": 0}


def test_whoever_was_told_keeps_the_call_in_whichever_row_it_is() -> None:
    """The place of somebody who withdrew is free: one of the insured takes it, and nobody's call has changed."""
    announced = (told("P2", "A"), told("P3", "A.more"), told("P4", "A.more"))
    given_ = operation(rows("A", places=2, more=2, priority=1), people=4, announced=announced)
    without = replace(given_, people=given_.people[1:])

    plan = solve(without)

    assert filled(plan) == {"A": 2, "A.more": 1}
    assert [tier.value for tier in plan.proof.tiers if tier.name == "change"] == [0]


def test_whoever_leaves_within_the_notice_hours_stays_in_the_row_they_have() -> None:
    announced = (told("P1", "A.more"), told("P2", "A"))
    soon = replace(BOTH, as_of=date(2020, 10, 11))

    plan = solve(operation(rows("A", places=2, more=1, priority=1), people=2, announced=announced, policy=soon))

    assert {call.person_id: call.need_id for call in plan.calls} == {"P1": "A.more", "P2": "A"}


@pytest.mark.parametrize("state", [PersonStatus.CALLED, PersonStatus.ON_DUTY])
def test_a_checker_that_shares_no_line_agrees_on_ten_weights_and_on_what_is_kept(
    state: PersonStatus, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("both")
    announced = (told("P2", "A.more"), told("P1", "A", state=state))
    given_ = operation(rows("A", places=2, more=2, priority=1), people=3, announced=announced)
    (folder / "operation").mkdir()
    for name, content in operation_files(given_).items():
        (folder / "operation" / name).write_bytes(content)

    plan = solve(given_)
    write(plan, folder / "plan")

    assert filled(plan) == {"A": 2, "A.more": 1}
    assert check.main([str(folder / "operation"), str(folder / "plan")]) == 0


def test_a_place_left_free_by_the_search_is_taken_by_whoever_stands_in_the_insurance() -> None:
    places, insurance = rows("A", places=2, more=3, priority=1)
    state = call_first_come(build(operation([replace(places, priority=10), insurance], people=3)))
    model = build(operation([places, insurance], people=3))
    assert state.left[:2].tolist() == [2, 0]

    lifted = lift_alike(model, model.instance, state, table_of(model, state.left * 0))

    assert lifted == 2
    assert state.left[:2].tolist() == [0, 2]


@st.composite
def doubled(draw: st.DrawFn) -> Operation:
    """A drawn operation in which every need has an insurance."""
    drawn = draw(operations())
    weights = tuple(2 * weight for weight in drawn.policy.weights) + drawn.policy.weights
    more = draw(st.integers(1, 2))
    needs = tuple(
        row
        for need in drawn.needs
        for row in (
            replace(need, need_group=need.need_id),
            replace(
                need,
                need_group=need.need_id,
                need_id=NeedId(f"{need.need_id}.more"),
                headcount=more,
                priority=need.priority + 5,
            ),
        )
    )
    return replace(drawn, needs=needs, policy=replace(drawn.policy, weights=weights, change_within_notice=True))


@given(given_=doubled())
def test_nobody_stands_in_an_insurance_while_a_place_of_the_need_is_free(given_: Operation) -> None:
    plan = solve(given_)

    weights = {need.need_id: given_.weight_of(need) for need in given_.needs}
    insured = Counter(call.need_id for call in plan.calls if call.reason is CallReason.NEEDED)
    short = {need.need_id for need in plan.needs if need.short and weights[need.need_id]}
    assert not [need for need in short if insured[NeedId(f"{need}.more")]]
