"""Everyone has an answer: announcing tells each person of the operation, or nobody."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.fakes.planner import ScriptedPlanner
from tests.rooms.callup.conftest import PUBLIC_URL, Again, Announces, Plans

from standby.domain.errors import Conflict, Refused, WrongOrder
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.announcing import announce
from standby.rooms.callup.actions.answering import accept, decline, withdraw
from standby.rooms.callup.models import Announcement, Call, CallState
from standby.rooms.messages.models import Message, MessageState
from standby.rooms.needs.actions.keeping import change_state
from standby.rooms.needs.models import NeedState
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.actions import PolicyChange, change_policy
from standby.rooms.operations.queries import OperationView, operation_by_id
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.models import StatusChange
from standby.rooms.people.values import NewStatus, PersonView

Approves = Callable[..., None]


def test_each_person_gets_one_dated_status_with_a_reason(
    announces: Announces, again: Again, the_helper: PersonView, the_driver: PersonView
) -> None:
    announcement = announces(the_helper)

    called, waiting = again(the_helper), again(the_driver)
    assert (called.status, called.reason) == (PersonStatus.CALLED, Reason.NEEDED)
    assert (waiting.status, waiting.reason) == (PersonStatus.STAND_BY, Reason.NO_NEED_NOW)
    assert {called.occasion, waiting.occasion} == {announcement.ref}
    assert called.next_word_on is not None
    assert waiting.next_word_on == announcement.next_word_on
    assert (announcement.told, announcement.called, announcement.standing_by) == (2, 1, 1)


def test_whoever_is_called_hears_again_by_the_day_on_which_the_answer_is_due(
    announces: Announces, again: Again, operation: OperationView, the_helper: PersonView
) -> None:
    announces(the_helper)

    call = Call.objects.get()
    assert again(the_helper).next_word_on == operation.today(call.answer_by)


def test_the_database_refuses_an_announcement_that_leaves_somebody_out(
    transactional_db: None,
    operation: OperationView,
    plans: Plans,
    machine: Actor,
    now: datetime,
    the_helper: PersonView,
    the_driver: PersonView,
) -> None:
    plan = plans()
    before = StatusChange.objects.count()

    def tell_all_but_the_driver() -> None:
        with transaction.atomic():
            row = Announcement.objects.create(
                operation_id=operation.id,
                plan=plan,
                number=1,
                at=now,
                by="tests",
                next_word_on=now.date(),
                told=1,
                called=0,
                standing_by=1,
            )
            word = NewStatus(
                person_id=the_helper.id,
                status=PersonStatus.STAND_BY,
                reason=Reason.NO_NEED_NOW,
                next_word_on=now.date(),
            )
            tell(operation_id=operation.id, statuses=[word], occasion=row.ref, by=machine, now=now)

    with pytest.raises(IntegrityError, match="leaves 1 without a told status"):
        tell_all_but_the_driver()
    assert not Announcement.objects.exists()
    assert StatusChange.objects.count() == before


def test_the_same_plan_is_not_announced_twice(
    announces: Announces, operation: OperationView, coordinator: Staff, now: datetime, the_helper: PersonView
) -> None:
    plan = announces(the_helper).plan

    with pytest.raises(Conflict, match="announced already"):
        announce(operation=operation, plan_ref=plan.ref, public_url=PUBLIC_URL, by=coordinator.actor, now=now)


def test_a_plan_that_one_person_stands_behind_is_not_announced(
    plans: Plans, operation: OperationView, coordinator: Staff, now: datetime, the_helper: PersonView
) -> None:
    plan = plans(the_helper)

    with pytest.raises(WrongOrder, match="not approved by two"):
        announce(operation=operation, plan_ref=plan.ref, public_url=PUBLIC_URL, by=coordinator.actor, now=now)


def test_a_real_operation_without_an_address_for_personal_links_may_not_announce(
    plans: Plans,
    approved: Approves,
    operation: OperationView,
    coordinator: Staff,
    now: datetime,
    the_helper: PersonView,
) -> None:
    plan = plans(the_helper)
    approved(plan)

    with pytest.raises(Refused, match="--public-url"):
        announce(operation=operation, plan_ref=plan.ref, public_url="", by=coordinator.actor, now=now)


def test_a_need_changed_after_the_plan_is_named_and_nobody_is_told(
    plans: Plans,
    approved: Approves,
    operation: OperationView,
    coordinator: Staff,
    now: datetime,
    the_need: NeedView,
    the_helper: PersonView,
) -> None:
    plan = plans(the_helper)
    approved(plan)
    change_state(
        operation=operation,
        request_ref=the_need.request_ref,
        state=NeedState.PAUSED,
        by=coordinator.actor,
        now=now,
    )

    with pytest.raises(Conflict, match="something changed: needs"):
        announce(operation=operation, plan_ref=plan.ref, public_url=PUBLIC_URL, by=coordinator.actor, now=now)
    assert not Call.objects.exists()


def test_a_policy_changed_after_the_plan_is_named(
    plans: Plans,
    approved: Approves,
    operation: OperationView,
    coordinator: Staff,
    now: datetime,
    the_helper: PersonView,
) -> None:
    plan = plans(the_helper)
    approved(plan)
    change_policy(operation=operation, change=PolicyChange(rest_days=5), by=coordinator.actor, now=now)
    changed = operation_by_id(operation.id)

    with pytest.raises(Conflict, match="the rules of the operation"):
        announce(operation=changed, plan_ref=plan.ref, public_url=PUBLIC_URL, by=coordinator.actor, now=now)


def test_whoever_withdrew_between_plan_and_announcement_is_not_called(
    plans: Plans,
    approved: Approves,
    again: Again,
    operation: OperationView,
    coordinator: Staff,
    machine: Actor,
    now: datetime,
    the_helper: PersonView,
) -> None:
    plan = plans(the_helper)
    approved(plan)
    withdraw(operation=operation, person=the_helper, by=machine, now=now)

    announce(operation=operation, plan_ref=plan.ref, public_url=PUBLIC_URL, by=coordinator.actor, now=now)

    assert again(the_helper).status is PersonStatus.WITHDRAWN
    assert not Call.objects.exists()
    assert not Message.objects.filter(recipient=the_helper.ref).exists()


def test_newcomers_after_the_plan_stand_by(
    plans: Plans,
    approved: Approves,
    again: Again,
    operation: OperationView,
    coordinator: Staff,
    now: datetime,
    registers: Callable[..., PersonView],
    the_helper: PersonView,
) -> None:
    plan = plans(the_helper)
    approved(plan)
    newcomer = registers(given="Aram", phones=("+37400000077",))

    row = announce(operation=operation, plan_ref=plan.ref, public_url=PUBLIC_URL, by=coordinator.actor, now=now)

    assert again(newcomer).status is PersonStatus.STAND_BY
    assert again(newcomer).occasion == row.ref


def test_an_incomplete_newcomer_is_asked_to_complete_their_offer(
    plans: Plans,
    approved: Approves,
    again: Again,
    operation: OperationView,
    coordinator: Staff,
    now: datetime,
    registers: Callable[..., PersonView],
    the_helper: PersonView,
) -> None:
    plan = plans(the_helper)
    approved(plan)
    newcomer = registers(given="Aram", phones=("+37400000077",), emails=("aram@example.org",), roles=())

    announce(operation=operation, plan_ref=plan.ref, public_url=PUBLIC_URL, by=coordinator.actor, now=now)

    assert (again(newcomer).status, again(newcomer).reason) == (PersonStatus.OFFERED, Reason.INCOMPLETE)
    assert Message.objects.get(recipient=newcomer.ref).kind == "complete"


def test_whoever_is_at_work_keeps_their_place_and_their_status(
    announces: Announces,
    again: Again,
    plans: Plans,
    approved: Approves,
    operation: OperationView,
    coordinator: Staff,
    machine: Actor,
    now: datetime,
    the_helper: PersonView,
) -> None:
    announces(the_helper)
    Call.objects.update(state=CallState.ON_DUTY, terms_version=1)
    for status in (PersonStatus.ACCEPTED, PersonStatus.ARRIVED, PersonStatus.BRIEFED, PersonStatus.ON_DUTY):
        _moves(the_helper, status, operation, machine, now)

    later = now + timedelta(hours=3)
    plan = plans(at=later)
    approved(plan, at=later)
    announce(operation=operation, plan_ref=plan.ref, public_url=PUBLIC_URL, by=coordinator.actor, now=later)

    assert (again(the_helper).status, again(the_helper).reason) == (PersonStatus.ON_DUTY, Reason.FIXED)
    assert Call.objects.get().state == CallState.ON_DUTY


@pytest.mark.parametrize("status", [PersonStatus.UNACCOUNTED, PersonStatus.INJURED, PersonStatus.DIED])
def test_the_dead_and_the_missing_get_no_letter(
    status: PersonStatus,
    announces: Announces,
    again: Again,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    the_helper: PersonView,
) -> None:
    _moves(the_helper, status, operation, machine, now)

    announces()

    assert again(the_helper).status is status
    assert not Message.objects.exists()


def test_a_call_that_the_new_plan_has_no_place_for_is_taken_back_and_said(
    announces: Announces, again: Again, now: datetime, the_helper: PersonView
) -> None:
    announces(the_helper)
    announces(at=now + timedelta(hours=3))

    assert again(the_helper).status is PersonStatus.STAND_BY
    assert Call.objects.get().state == CallState.RELEASED
    assert Message.objects.order_by("-id").values_list("kind", flat=True)[0] == "released"


def test_whoever_accepted_and_is_called_again_stays_accepted(
    announces: Announces, again: Again, operation: OperationView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    announces(the_helper)
    accept(
        operation=operation,
        person=again(the_helper),
        call_ref=Call.objects.get().ref,
        terms_version=1,
        by=machine,
        now=now,
    )

    announces(the_helper, at=now + timedelta(hours=3))

    assert again(the_helper).status is PersonStatus.ACCEPTED
    assert Call.objects.count() == 1


def test_whoever_declined_while_the_plan_lay_there_is_not_asked_again_by_it(
    announces: Announces,
    again: Again,
    plans: Plans,
    approved: Approves,
    operation: OperationView,
    coordinator: Staff,
    machine: Actor,
    now: datetime,
    the_helper: PersonView,
) -> None:
    announces(the_helper)
    later = now + timedelta(hours=3)
    plan = plans(the_helper, at=later)
    approved(plan, at=later)
    decline(operation=operation, person=again(the_helper), call_ref=Call.objects.get().ref, by=machine, now=later)

    announce(operation=operation, plan_ref=plan.ref, public_url=PUBLIC_URL, by=coordinator.actor, now=later)

    assert again(the_helper).status is PersonStatus.DECLINED
    assert Call.objects.get().state == CallState.DECLINED


def test_a_letter_that_still_waits_is_overtaken_by_the_next_word(
    announces: Announces, now: datetime, the_helper: PersonView
) -> None:
    announces(the_helper)
    announces(the_helper, at=now + timedelta(hours=3))

    states = list(Message.objects.order_by("id").values_list("state", flat=True))
    assert states == [MessageState.CANCELLED, MessageState.QUEUED]


def _moves(person: PersonView, status: PersonStatus, operation: OperationView, by: Actor, now: datetime) -> None:
    word = NewStatus(person_id=person.id, status=status, reason=Reason.NEEDED, next_word_on=now.date())
    tell(operation_id=operation.id, statuses=[word], occasion="tests", by=by, now=now)


def test_the_next_plan_begins_from_the_one_that_was_announced(
    announces: Announces, plans: Plans, the_helper: PersonView, the_driver: PersonView, the_need: NeedView
) -> None:
    planner = ScriptedPlanner(calls=[(the_helper.ref, the_need.code)])
    plans(planner=planner)
    announces(the_helper)
    plans(the_driver)

    plans(planner=planner)

    assert [[row["person_id"] for row in calls] for calls in planner.begun_from] == [[], [the_helper.ref]]
