"""A plan beside the plan: what a change does, and nothing that it does not do."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from tests.planning.operations import operations

from standby.domain.days import Days
from standby.domain.errors import Refused
from standby.domain.offers import Offer, PartyRule
from standby.domain.roles import Level, OfferedRole
from standby.planning import (
    Need,
    NeedId,
    Operation,
    Person,
    PersonId,
    Policy,
    Region,
    Site,
    SiteId,
    applied,
    operation_change,
    person_change,
    replan,
    solve,
    what_if,
    what_would_help,
)

WEEK = Days(first=date(2020, 10, 12), last=date(2020, 10, 18))


def nurse(name: str, *, is_verified: bool = True, party: str = "") -> Person:
    role = OfferedRole(code="2221", level=Level.INDEPENDENT, is_verified=is_verified)
    return Person(person_id=PersonId(name), offer=Offer(roles=(role,), windows=(WEEK,), party=party))


def ward(*, headcount: int = 3, site: str = "S1", name: str = "WARD") -> Need:
    return Need(
        need_id=NeedId(name),
        site_id=SiteId(site),
        role="2221",
        level=Level.INDEPENDENT,
        days=WEEK,
        headcount=headcount,
        priority=1,
        must_be_verified=True,
    )


def hospital(*people: Person, needs: tuple[Need, ...] = (), beds: int | None = None) -> Operation:
    sites = (
        Site(site_id=SiteId("S1"), region=Region("R1"), beds=beds),
        Site(site_id=SiteId("S2"), region=Region("R1")),
    )
    return Operation(people=people, sites=sites, needs=needs or (ward(),))


@pytest.mark.parametrize(
    "text",
    [
        "beds:S1:2020-10-12..2020-10-16:+2",
        "reception:R1:2020-10-12..2020-10-12:-3",
        "seats:H1:2020-10-12..2020-10-13:+40",
        "seats:H1;R1:2020-10-12..2020-10-13:+40",
        "need:N17:+1",
        "need:N17:cancelled",
        "new_need:N99:S1:2221:2:v:2020-10-14..2020-10-20:12:1",
        "site:S1:closed",
        "people:20:2221:2:v:H1:2020-10-14..2020-10-30",
        "people:5:5311:1:-:2020-10-14..2020-10-30",
        "route:H1:R1:2",
        "licences:2221:checked",
        "parties:may_split",
    ],
)
def test_every_change_of_an_operation_reads_back_as_it_is_written(text: str) -> None:
    assert str(operation_change(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "window:2020-10-12..2020-10-20",
        "verified:2221",
        "tag:C:v",
        "language:ru",
        "level:2221:2",
        "role:5311:1",
        "max_stay:12",
        "max_total:20",
        "party:may_split",
        "travel:own",
    ],
)
def test_every_change_of_a_person_reads_back_as_it_is_written(text: str) -> None:
    assert str(person_change(text)) == text


@pytest.mark.parametrize("text", ["people:5:0110:1:-:2020-10-14", "beds:S1:2020-10-31..2020-10-01:+2", "rain:S1"])
def test_a_change_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        operation_change(text)


@pytest.mark.parametrize("text", ["site:S9:closed", "need:N9:+1", "beds:S9:2020-10-12:+1", "seats:H1:2020-10-12:+1"])
def test_a_change_of_what_is_not_there_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        applied(hospital(), [operation_change(text)])


def test_when_a_site_closes_its_people_are_called_elsewhere() -> None:
    operation = hospital(nurse("A"), nurse("B"), needs=(ward(headcount=2), ward(headcount=2, site="S2", name="CAMP")))

    other = what_if(operation, [operation_change("site:S1:closed")])

    assert {call.need_id for call in other.after.calls} == {"CAMP"}
    assert other.after.proof.value == other.before.proof.value == 200
    assert not other.called
    assert not other.not_called


def test_nurses_who_arrive_fill_what_is_short() -> None:
    other = what_if(hospital(nurse("A")), [operation_change("people:20:2221:2:v:-:2020-10-12..2020-10-20")])

    [need] = other.needs
    assert (need.filled_before, need.filled) == (1, 3)
    assert len(other.called) == 2


def test_a_need_that_is_cancelled_frees_its_people() -> None:
    other = what_if(hospital(nurse("A")), [operation_change("need:WARD:cancelled")])

    assert other.not_called == ("A",)


def test_a_need_that_is_added_is_filled() -> None:
    added = operation_change("new_need:CAMP:S2:2221:2:v:2020-10-12..2020-10-18:1:1")

    other = what_if(hospital(nurse("A"), nurse("B"), needs=(ward(headcount=1),)), [added])

    assert [(need.need_id, need.filled) for need in other.needs] == [("CAMP", 1)]


def test_a_need_that_is_added_has_a_priority_that_has_a_weight() -> None:
    added = operation_change("new_need:CAMP:S2:2221:2:v:2020-10-12..2020-10-18:1:6")

    with pytest.raises(Refused, match="6 is no priority from 1, the highest, to 5"):
        applied(hospital(), [added])
    weighed = replace(hospital(), policy=Policy(weights=(6, 5, 4, 3, 2, 1)))
    assert applied(weighed, [added]).needs[-1].priority == 6


def test_whoever_is_called_to_another_row_of_one_need_is_not_moved() -> None:
    places = replace(ward(headcount=1), need_group="WARD", priority=1)
    insurance = replace(places, need_id=NeedId("WARD.more"), priority=2)
    operation = hospital(nurse("A"), nurse("B"), needs=(places, insurance))

    other = what_if(operation, [operation_change("need:WARD:+1")])

    assert {call.need_id for call in other.after.calls} == {"WARD"}
    assert [*other.called, *other.not_called, *other.moved] == []


@given(operation=operations())
def test_where_nothing_changes_nothing_is_different(operation: Operation) -> None:
    other = what_if(operation, [])

    assert [*other.called, *other.not_called, *other.moved, *other.needs] == []


@given(operation=operations())
def test_planning_again_is_never_worth_less(operation: Operation) -> None:
    plan = solve(operation)

    assert plan.proof.value <= replan(operation, previous=plan.calls).proof.value <= plan.proof.bound


def test_what_would_help_most_is_planned_again_and_ordered_by_worth() -> None:
    people = [nurse("A"), nurse("B"), nurse("C", is_verified=False)]
    operation = hospital(*people, needs=(ward(headcount=5),))

    helps = what_would_help(operation, solve(operation))

    assert [(str(one.change), one.worth, one.people) for one in helps] == [
        ("people:3:2221:2:v:-:2020-10-12..2020-10-18", 300, 3),
        ("licences:2221:checked", 100, 1),
    ]
    assert [(one.gaining, one.needs) for one in helps] == [(("WARD",), 1), (("WARD",), 1)]


def test_beds_that_would_help_are_worth_what_planning_again_gives() -> None:
    operation = hospital(nurse("A"), nurse("B"), nurse("C"), beds=1)

    helps = what_would_help(operation, solve(operation))

    assert (str(helps[0].change), helps[0].worth) == ("beds:S1:2020-10-12..2020-10-18:+2", 200)


def test_a_party_that_may_be_divided_helps() -> None:
    operation = hospital(nurse("A", party="G"), nurse("B", party="G"), needs=(ward(headcount=1),))

    helps = what_would_help(operation, solve(operation))

    assert "parties:may_split" in {str(one.change) for one in helps}
    assert applied(operation, [helps[0].change]).people[0].offer.party_rule in set(PartyRule)
