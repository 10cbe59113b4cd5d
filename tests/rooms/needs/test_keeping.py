"""Keeping a need true: stale after the policy's hours, renewed, paused, opened again, ended."""

from datetime import datetime, timedelta

import pytest
from tests.rooms.needs.conftest import Asks

from standby.domain.errors import Conflict, NotAllowed, WrongOrder
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.queries import recent
from standby.rooms.needs.actions.approving import approve_need
from standby.rooms.needs.actions.keeping import change_state, open_again, renew_need
from standby.rooms.needs.models import NeedState, Request, Risk
from standby.rooms.needs.queries.planning import needs_to_plan
from standby.rooms.needs.queries.stale import stale_requests
from standby.rooms.operations.queries import OperationView


@pytest.fixture
def open_need(asks: Asks, operation: OperationView, coordinator: Staff, now: datetime) -> Request:
    row = asks(risk=Risk.LOW)
    approve_need(operation=operation, request_ref=row.ref, by=coordinator, now=now)
    row.refresh_from_db()
    return row


def test_a_need_goes_stale_when_nobody_says_that_it_is_still_true(
    open_need: Request, operation: OperationView, now: datetime
) -> None:
    last_moment, too_late = now + timedelta(hours=47, minutes=59), now + timedelta(hours=48)

    assert stale_requests(operation=operation, now=last_moment) == 0
    assert stale_requests(operation=operation, now=too_late) == 1
    assert needs_to_plan(operation=operation, now=too_late) == []


def test_a_stale_need_keeps_the_people_on_their_way_to_it(
    open_need: Request, operation: OperationView, now: datetime
) -> None:
    need = open_need.rotations.get()

    kept = needs_to_plan(operation=operation, now=now + timedelta(hours=50), kept=[need.id])

    assert [(one.id, one.is_open) for one in kept] == [(need.id, False)]


def test_renewing_opens_a_stale_need_again(
    open_need: Request, operation: OperationView, site_contact: Staff, now: datetime
) -> None:
    later = now + timedelta(hours=50)

    renew_need(operation=operation, request_ref=open_need.ref, by=site_contact.actor, now=later)

    assert stale_requests(operation=operation, now=later) == 0
    assert len(needs_to_plan(operation=operation, now=later)) == 1


def test_a_need_whose_days_are_over_is_not_renewed(
    open_need: Request, operation: OperationView, site_contact: Staff, now: datetime
) -> None:
    with pytest.raises(WrongOrder, match="over"):
        renew_need(operation=operation, request_ref=open_need.ref, by=site_contact.actor, now=now + timedelta(days=30))


def test_enough_stops_new_calls_and_the_site_can_take_it_back(
    open_need: Request, operation: OperationView, site_contact: Staff, now: datetime
) -> None:
    ref = open_need.ref
    change_state(operation=operation, request_ref=ref, state=NeedState.PAUSED, by=site_contact.actor, now=now)
    assert needs_to_plan(operation=operation, now=now) == []

    open_again(operation=operation, request_ref=ref, by=site_contact, now=now)

    assert len(needs_to_plan(operation=operation, now=now)) == 1


def test_what_a_coordinator_stopped_a_site_does_not_open(
    open_need: Request, operation: OperationView, coordinator: Staff, site_contact: Staff, now: datetime
) -> None:
    ref = open_need.ref
    change_state(operation=operation, request_ref=ref, state=NeedState.PAUSED, by=coordinator.actor, now=now)

    with pytest.raises(NotAllowed, match="Ask a coordinator"):
        open_again(operation=operation, request_ref=ref, by=site_contact, now=now)

    open_again(operation=operation, request_ref=ref, by=coordinator, now=now)


@pytest.mark.parametrize("end", [NeedState.CANCELLED, NeedState.CLOSED])
def test_what_is_ended_stays_ended(
    open_need: Request, operation: OperationView, coordinator: Staff, now: datetime, end: NeedState
) -> None:
    ref = open_need.ref
    change_state(operation=operation, request_ref=ref, state=end, by=coordinator.actor, now=now)

    with pytest.raises(Conflict):
        change_state(operation=operation, request_ref=ref, state=NeedState.OPEN, by=coordinator.actor, now=now)
    with pytest.raises(WrongOrder):
        renew_need(operation=operation, request_ref=ref, by=coordinator.actor, now=now)


def test_a_draft_cannot_be_opened_around_its_approval(
    asks: Asks, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    row = asks()

    for state in (NeedState.OPEN, NeedState.PAUSED, NeedState.CLOSED):
        with pytest.raises(Conflict):
            change_state(operation=operation, request_ref=row.ref, state=state, by=coordinator.actor, now=now)


def test_each_step_stands_in_the_journal(
    open_need: Request, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    renew_need(operation=operation, request_ref=open_need.ref, by=coordinator.actor, now=now)

    actions = [entry.action for entry in recent(operation=operation.ref, subject=open_need.ref)]

    assert actions[0] == "need.renew"
    assert {"need.request", "need.assess", "proposal.approve", "need.open"} <= set(actions)
