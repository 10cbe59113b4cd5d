"""A plan keeps people free for what may come, and leaves those alone who set out soon, unless somebody decides."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.fakes.planner import EnginePlanner, ScriptedPlanner
from tests.rooms.callup.conftest import Plans

from standby.domain.errors import Conflict
from standby.domain.roles import Level
from standby.domain.statuses import Reason
from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.models import JournalEntry
from standby.rooms.callup.actions.approving import approve_plan
from standby.rooms.callup.actions.planning import ask_for_plan, compute_plan
from standby.rooms.callup.models import PlanNeed, PlanRevision, PlanStandBy
from standby.rooms.needs.actions.forecasting import Expected, end_forecast, foresee
from standby.rooms.needs.models import Forecast, Request
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

LogsIn = Callable[[User], Client]


@pytest.fixture
def the_forecast(operation: OperationView, the_need: NeedView, machine: Actor, now: datetime) -> Forecast:
    """On the days of the need, at its site, helpers may be needed far more urgently."""
    expected = Expected(
        site_id=the_need.site_id,
        site_code=the_need.site_code,
        role="9629",
        level=Level.SUPERVISED,
        days=the_need.days,
        headcount=3,
        priority=1,
        percent=90,
    )
    return foresee(operation=operation, expected=expected, by=machine, now=now)


def in_files(plan: PlanRevision, name: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(plan.files)) as archive:
        path = f"operation/{name}"
        return archive.read(path).decode().splitlines() if path in archive.namelist() else []


def test_the_planner_is_told_what_may_be_needed(the_forecast: Forecast, plans: Plans, the_need: NeedView) -> None:
    plan = plans()

    header, row = in_files(plan, "forecast.csv")
    assert header.endswith(",headcount,priority,probability")
    assert row == (f"forecast-1,{the_need.site_code},9629,1,,no,,{the_need.days.first},{the_need.days.last},3,1,0.90")


def test_where_nothing_is_expected_no_file_says_so(plans: Plans) -> None:
    assert in_files(plans(), "forecast.csv") == []


def test_whoever_is_kept_free_stands_by_and_the_plan_says_for_what(
    logged_in: LogsIn,
    coordinator_user: User,
    the_forecast: Forecast,
    plans: Plans,
    the_helper: PersonView,
) -> None:
    Request.objects.update(priority=3)
    plan = plans(planner=EnginePlanner())

    page = " ".join(logged_in(coordinator_user).get("/desk/callup/plan/").content.decode().split())

    assert (plan.called, plan.kept_free) == (0, {"forecast-1": 1})
    assert PlanStandBy.objects.get(plan=plan).reason == Reason.KEPT_FREE
    assert PlanNeed.objects.get(plan=plan).reason == "kept_free"
    assert "Whoever could come is kept free" in page
    assert "Kept free for what may come" in page
    assert "1 of 3" in page


def test_a_plan_is_not_approved_when_something_else_is_expected_now(
    the_forecast: Forecast, plans: Plans, operation: OperationView, coordinator: Staff, machine: Actor, now: datetime
) -> None:
    plan = plans()
    end_forecast(operation=operation, ref=the_forecast.ref, by=machine, now=now)

    with pytest.raises(Conflict, match="what may be needed"):
        approve_plan(operation=operation, plan_ref=plan.ref, by=coordinator, now=now)


def test_only_a_decision_that_is_written_down_changes_calls_of_those_who_leave_soon(
    logged_in: LogsIn, coordinator_user: User, the_need: NeedView, the_helper: PersonView
) -> None:
    desk = logged_in(coordinator_user)

    desk.post("/desk/callup/plan/compute/", {"idempotency_key": "a", "notice": "changes"})

    assert PlanRevision.objects.get().changes_notice
    assert "changes_notice" in JournalEntry.objects.get(action="plan.ask").detail


@pytest.mark.parametrize("changes", [True, False])
def test_the_planner_is_told_of_that_decision(
    operation: OperationView, the_need: NeedView, coordinator: Staff, now: datetime, *, changes: bool
) -> None:
    row = ask_for_plan(operation=operation, seed=1, by=coordinator.actor, now=now, changes_notice=changes)

    plan = compute_plan(operation=operation, plan_ref=row.ref, planner=ScriptedPlanner(), clock=lambda: now)

    assert ("change_within_notice = true" in in_files(plan, "policy.toml")) is changes
