"""Plans, announcements and the people in them, for the tests of this room."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from tests.fakes.planner import ScriptedPlanner

from standby.rooms.accounts.queries import Staff
from standby.rooms.callup.actions.announcing import announce
from standby.rooms.callup.actions.approving import approve_plan
from standby.rooms.callup.actions.planning import ask_for_plan, compute_plan
from standby.rooms.callup.models import Announcement, PlanRevision
from standby.rooms.callup.planner import Planner
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.installation import install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.values import PersonView

PUBLIC_URL = "https://standby.example.org"
Plans = Callable[..., PlanRevision]
Announces = Callable[..., Announcement]
Again = Callable[[PersonView], PersonView]


@pytest.fixture
def plans(operation: OperationView, coordinator: Staff, now: datetime, the_need: NeedView) -> Plans:
    """Computes a plan that calls these people to the need; or by another planner, or at another moment."""

    def plan(*called: PersonView, planner: Planner | None = None, at: datetime = now) -> PlanRevision:
        chosen = planner or ScriptedPlanner(calls=[(person.ref, the_need.code) for person in called])
        row = ask_for_plan(operation=operation, seed=7, by=coordinator.actor, now=at)
        return compute_plan(operation=operation, plan_ref=row.ref, planner=chosen, clock=lambda: at)

    return plan


@pytest.fixture
def approved(
    operation: OperationView, coordinator: Staff, second_coordinator: Staff, now: datetime
) -> Callable[..., None]:
    """Both coordinators stand behind a plan."""

    def approve(plan: PlanRevision, *, at: datetime = now) -> None:
        approve_plan(operation=operation, plan_ref=plan.ref, by=coordinator, now=at)
        approve_plan(operation=operation, plan_ref=plan.ref, by=second_coordinator, now=at)

    return approve


@pytest.fixture
def announces(
    operation: OperationView, coordinator: Staff, plans: Plans, approved: Callable[..., None], now: datetime
) -> Announces:
    """Everything from the plan to the announcement that calls these people."""

    def announce_it(*called: PersonView, at: datetime = now) -> Announcement:
        plan = plans(*called, at=at)
        approved(plan, at=at)
        return announce(operation=operation, plan_ref=plan.ref, public_url=PUBLIC_URL, by=coordinator.actor, now=at)

    return announce_it


@pytest.fixture
def again(operation: OperationView) -> Again:
    """The same person as they stand now."""

    def look(person: PersonView) -> PersonView:
        return people_by_id(operation_id=operation.id, ids=[person.id])[person.id]

    return look


@pytest.fixture
def public_address(stopped_clock: None) -> Iterator[None]:
    """The installation was started with --public-url."""
    before = installation()
    install(replace(before, public_url=PUBLIC_URL))
    yield
    install(before)
