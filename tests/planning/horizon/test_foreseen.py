"""Scarce people are held back for what is forecast, at the probability that it comes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from standby.domain.days import Days
from standby.domain.errors import UnusableInput
from standby.domain.offers import Offer
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import Reason
from standby.planning import (
    Forecast,
    KeptFree,
    Need,
    NeedId,
    Operation,
    Person,
    PersonId,
    Policy,
    Region,
    Site,
    SiteId,
    from_files,
    operation_files,
    solve,
    write,
)

WEEK = Days(first=date(2020, 10, 12), last=date(2020, 10, 18))
BOXES, WARD = "9629", "2221"


def need(name: str, code: str, *, priority: int) -> Need:
    return Need(
        need_id=NeedId(name),
        site_id=SiteId("S1"),
        role=code,
        level=Level.SUPERVISED,
        days=WEEK,
        headcount=1,
        priority=priority,
    )


def the_nurse_may_be_needed(percent: int) -> Operation:
    """One nurse, boxes to carry now, and a ward that may ask for her on the same days."""
    roles = (OfferedRole(code=BOXES, level=Level.SUPERVISED), OfferedRole(code=WARD, level=Level.SUPERVISED))
    return Operation(
        people=(Person(person_id=PersonId("nurse"), offer=Offer(roles=roles, windows=(WEEK,))),),
        sites=(Site(site_id=SiteId("S1"), region=Region("R1")),),
        needs=(need("boxes", BOXES, priority=2),),
        forecast=(Forecast(need=need("ward", WARD, priority=1), percent=percent),),
        policy=Policy(as_of=date(2020, 10, 7)),
    )


@pytest.mark.parametrize(("percent", "called"), [(0, 1), (20, 1), (50, 0), (100, 0)])
def test_the_nurse_is_held_back_if_the_ward_is_likely_enough(percent: int, called: int) -> None:
    plan = solve(the_nurse_may_be_needed(percent))

    assert len(plan.calls) == called
    assert plan.proof.bound == 30
    held = () if called else (KeptFree(need_id=NeedId("ward"), person_id=PersonId("nurse")),)
    assert plan.kept_free == held
    assert [one.reason for one in plan.stand_by] == [Reason.NO_NEED_NOW] * (1 - called)


def test_a_plan_without_a_forecast_keeps_nobody_free_and_says_nothing_of_it(tmp_path: Path) -> None:
    operation = the_nurse_may_be_needed(100)
    write(solve(operation), tmp_path / "plan")
    assert (tmp_path / "plan" / "kept_free.csv").read_text() == "need_id,person_id\nward,nurse\n"

    write(solve(replace(operation, forecast=())), tmp_path / "plan")

    assert not (tmp_path / "plan" / "kept_free.csv").exists()


def test_a_forecast_is_read_back_as_it_was_written() -> None:
    operation = the_nurse_may_be_needed(35)

    again = from_files(operation_files(operation))

    assert again.forecast == operation.forecast
    assert again.input_sha256 != from_files(operation_files(replace(operation, forecast=()))).input_sha256


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b",0.35", b",1.5", "no probability"),
        (b",0.35", b",often", "no probability"),
        (b"ward,", b"boxes,", "stands in needs.csv already"),
    ],
)
def test_a_forecast_that_cannot_be_is_named(old: bytes, new: bytes, fault: str) -> None:
    files = operation_files(the_nurse_may_be_needed(35))
    files["forecast.csv"] = files["forecast.csv"].replace(old, new)

    with pytest.raises(UnusableInput) as refused:
        from_files(files)

    assert fault in str(refused.value.faults[0])


def test_a_policy_says_yes_or_no_to_changes_within_notice() -> None:
    files = operation_files(the_nurse_may_be_needed(35))

    decided = from_files(files | {"policy.toml": b"change_within_notice = true"})
    with pytest.raises(UnusableInput):
        from_files(files | {"policy.toml": b"change_within_notice = 1"})

    assert decided.policy.change_within_notice
    assert not from_files(files).policy.change_within_notice
