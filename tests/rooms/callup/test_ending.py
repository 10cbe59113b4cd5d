"""Calls that end without their person's word: lapsed, recalled, did not arrive."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from tests.rooms.callup.conftest import PUBLIC_URL, Again

from standby.domain.errors import Refused
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.answering import accept
from standby.rooms.callup.actions.ending import lapse_unanswered, recall, report_missing
from standby.rooms.callup.models import Call, CallState
from standby.rooms.callup.queries.recalling import people_in_scope
from standby.rooms.messages.models import Message
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

Calls = Callable[[PersonView], PersonView]


def test_no_answer_in_time_lapses_to_stand_by_and_is_told(
    calls: Calls, again: Again, operation: OperationView, now: datetime, the_helper: PersonView
) -> None:
    calls(the_helper)
    late = now + timedelta(hours=operation.policy.answer_hours, minutes=1)

    before = lapse_unanswered(operation=operation, public_url=PUBLIC_URL, now=now)
    after = lapse_unanswered(operation=operation, public_url=PUBLIC_URL, now=late)

    person = again(the_helper)
    assert (before, after) == (0, 1)
    assert (person.status, person.reason) == (PersonStatus.STAND_BY, Reason.LAPSED)
    assert Message.objects.get().kind == "lapsed"


def test_whoever_answered_in_time_does_not_lapse(
    calls: Calls, operation: OperationView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    called = calls(the_helper)
    accept(
        operation=operation,
        person=called,
        call_ref=Call.objects.get().ref,
        terms_version=1,
        by=machine,
        now=now,
    )

    assert lapse_unanswered(operation=operation, public_url=PUBLIC_URL, now=now + timedelta(days=9)) == 0


@pytest.mark.parametrize("scope", ["need", "site", "region", "operation"])
def test_a_recall_reaches_just_those_it_counted(
    scope: str,
    calls: Calls,
    again: Again,
    operation: OperationView,
    the_need: NeedView,
    machine: Actor,
    now: datetime,
    the_helper: PersonView,
    the_driver: PersonView,
) -> None:
    calls(the_helper)
    subject = {"need": the_need.code, "site": "school-1", "region": "north"}.get(scope, "")
    counted = people_in_scope(operation_id=operation.id, scope=scope, subject=subject)

    row = recall(operation=operation, scope=scope, subject=subject, public_url=PUBLIC_URL, by=machine, now=now)

    assert (counted, row.recalled) == (1, 1)
    assert again(the_helper).status is PersonStatus.STAND_BY
    assert Message.objects.get().kind == "recall"


def test_whoever_is_at_work_is_not_told_to_turn_back(
    calls: Calls, operation: OperationView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    calls(the_helper)
    Call.objects.update(state=CallState.ON_DUTY, terms_version=1)

    assert people_in_scope(operation_id=operation.id, scope="operation", subject="") == 0
    row = recall(operation=operation, scope="operation", subject="", public_url=PUBLIC_URL, by=machine, now=now)

    assert row.recalled == 0
    assert Call.objects.get().state == CallState.ON_DUTY


def test_a_recall_of_something_unknown_is_refused(operation: OperationView, machine: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="need, a site, a region"):
        recall(operation=operation, scope="planet", subject="", public_url=PUBLIC_URL, by=machine, now=now)


def test_nobody_is_missed_before_their_first_day(
    calls: Calls, operation: OperationView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    called = calls(the_helper)
    call = Call.objects.get()
    accept(operation=operation, person=called, call_ref=call.ref, terms_version=1, by=machine, now=now)

    with pytest.raises(Refused, match="expected later"):
        report_missing(operation=operation, call_ref=call.ref, by=machine, now=now)
    report_missing(operation=operation, call_ref=call.ref, by=machine, now=now + timedelta(days=6))

    call.refresh_from_db()
    assert call.state == CallState.DID_NOT_ARRIVE
