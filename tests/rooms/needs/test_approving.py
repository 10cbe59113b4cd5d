"""A need is real before anyone moves: assessed, approved by one or by two, and never by half."""

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from tests.rooms.needs.conftest import Asks

from standby.domain.errors import Conflict, NotAllowed, Refused, WrongOrder
from standby.rooms.accounts.actions import Settled
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.actions.approving import approve_need, assess_risk, refuse_need
from standby.rooms.needs.models import NeedState, Request, Risk
from standby.rooms.needs.queries.planning import needs_to_plan
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.models import Site


def _approve(operation: OperationView, row: Request, by: Staff, now: datetime) -> Settled:
    return approve_need(operation=operation, request_ref=row.ref, by=by, now=now)


def test_one_person_approves_a_need_of_low_risk(
    asks: Asks, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    row = asks(risk=Risk.LOW)

    assert _approve(operation, row, coordinator, now) is Settled.APPROVED

    row.refresh_from_db()
    assert row.state == NeedState.OPEN
    assert [need.request_ref for need in needs_to_plan(operation=operation, now=now)] == [row.ref]


def test_a_need_of_raised_risk_takes_two_different_people(
    asks: Asks, operation: OperationView, coordinator: Staff, second_coordinator: Staff, now: datetime
) -> None:
    row = asks(risk=Risk.RAISED)

    assert _approve(operation, row, coordinator, now) is Settled.PROPOSED
    row.refresh_from_db()
    assert row.state == NeedState.RISK_ASSESSED
    assert needs_to_plan(operation=operation, now=now) == []

    assert _approve(operation, row, second_coordinator, now) is Settled.APPROVED
    row.refresh_from_db()
    assert (row.state, row.proposed_by_id, row.approved_by_id) == (
        NeedState.OPEN,
        coordinator.id,
        second_coordinator.id,
    )


def test_nobody_approves_a_need_of_raised_risk_twice(
    asks: Asks, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    row = asks(risk=Risk.RAISED)
    _approve(operation, row, coordinator, now)

    with pytest.raises(NotAllowed, match="Somebody else"):
        _approve(operation, row, coordinator, now)

    row.refresh_from_db()
    assert row.state == NeedState.RISK_ASSESSED


def test_in_a_risk_zone_the_risk_is_raised_whatever_anybody_thinks(asks: Asks, the_risky_site: Site) -> None:
    assert asks(risk=Risk.LOW, site=the_risky_site).risk == Risk.RAISED


def test_what_is_judged_anew_is_approved_anew_by_two(
    asks: Asks,
    operation: OperationView,
    coordinator: Staff,
    second_coordinator: Staff,
    machine: Actor,
    now: datetime,
) -> None:
    row = asks(risk=Risk.RAISED)
    _approve(operation, row, coordinator, now)
    assess_risk(operation=operation, request_ref=row.ref, risk=Risk.RAISED, priority=5, by=machine, now=now)

    settled = _approve(operation, row, second_coordinator, now)

    assert settled is Settled.PROPOSED, "the first approval was of something else"


def test_a_need_without_a_supervisor_is_not_approved(
    asks: Asks, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    row = asks(risk=Risk.LOW, supervisor="  ")

    with pytest.raises(Refused, match="named supervisor"):
        _approve(operation, row, coordinator, now)


def test_a_need_is_assessed_before_it_is_approved(
    asks: Asks, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    with pytest.raises(WrongOrder, match="Assess the risk"):
        _approve(operation, asks(), coordinator, now)


@pytest.mark.parametrize("priority", [0, 6])
def test_priorities_run_from_one_to_five(
    asks: Asks, operation: OperationView, machine: Actor, now: datetime, priority: int
) -> None:
    row = asks()

    with pytest.raises(Refused, match="from 1"):
        assess_risk(operation=operation, request_ref=row.ref, risk=Risk.LOW, priority=priority, by=machine, now=now)


def test_a_refusal_ends_the_proposal_and_not_the_need(
    asks: Asks, operation: OperationView, coordinator: Staff, second_coordinator: Staff, now: datetime
) -> None:
    row = asks(risk=Risk.RAISED)
    _approve(operation, row, coordinator, now)

    refuse_need(operation=operation, request_ref=row.ref, by=second_coordinator, now=now)

    with pytest.raises(Conflict):
        refuse_need(operation=operation, request_ref=row.ref, by=second_coordinator, now=now)
    assert _approve(operation, row, second_coordinator, now) is Settled.PROPOSED


def test_a_need_of_another_operation_is_no_need(
    asks: Asks, other_operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    row = asks(risk=Risk.LOW)

    with pytest.raises(Refused, match="no such need"):
        _approve(other_operation, row, coordinator, now)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": NeedState.OPEN},
        {"state": NeedState.OPEN, "risk": "low", "priority": 1, "has_supervisor": False},
        {"headcount": 0},
        {"headcount": 10_001},
        {"posts": 0},
        {"hours_per_day": 25},
        {"level": 4},
        {"priority": 6},
        {"minimum_age": 17},
    ],
)
def test_the_database_refuses_what_no_action_would_do(asks: Asks, wrong: dict[str, object]) -> None:
    row = asks()

    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(id=row.id).update(**wrong)


def test_the_database_refuses_one_person_in_both_places_of_a_raised_risk(asks: Asks, coordinator: Staff) -> None:
    row = asks(risk=Risk.RAISED)
    twice = {"proposed_by_id": coordinator.id, "approved_by_id": coordinator.id}

    with pytest.raises(IntegrityError, match="request_approved_by_two"), transaction.atomic():
        Request.objects.filter(id=row.id).update(state=NeedState.OPEN, **twice)
