"""How many are called so that enough come: chosen, foretold, learned, and called in two waves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.fakes.planner import ScriptedPlanner, rows_of
from tests.rooms.callup.conftest import PUBLIC_URL, Again, Announces, Plans

from standby.domain.days import Days
from standby.domain.errors import Conflict, Refused
from standby.domain.offers import Offer, PersonalDetails, Travel
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import PersonStatus
from standby.planning.turnout import ASSUMED, most_to_call, plan_waves
from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.models import JournalEntry
from standby.rooms.callup.actions.answering import accept, decline
from standby.rooms.callup.actions.approving import approve_plan
from standby.rooms.callup.actions.ending import lapse_unanswered
from standby.rooms.callup.actions.letting_go import let_go
from standby.rooms.callup.actions.next_wave import settle_second_waves
from standby.rooms.callup.actions.risking import Sureness, choose_for_request, choose_sureness
from standby.rooms.callup.models import Announcement, Call, CallState, NextInLine, PlanNeed
from standby.rooms.callup.queries.calls import needs_called_to
from standby.rooms.callup.queries.foreseen import turnout_of_plan
from standby.rooms.callup.queries.next_ones import is_next
from standby.rooms.callup.queries.surplus import surpluses
from standby.rooms.callup.turnout.choosing import chosen_for
from standby.rooms.callup.turnout.foreseeing import Chosen, Foreseen, NeedCount, after_planning, foresee
from standby.rooms.callup.turnout.history import history_of
from standby.rooms.door.saying import answer_for
from standby.rooms.messages.models import Message
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView, operation_by_id
from standby.rooms.people.actions.joining import settle_identities
from standby.rooms.people.actions.registering import register
from standby.rooms.people.models import Person
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.values import Incoming, PersonView
from standby.rooms.places.models import Site

LogIn = Callable[[User], Client]
USUAL = Chosen(risk=5, waves=2, at_least=0)


@pytest.fixture
def crowd(operation: OperationView, machine: Actor, now: datetime) -> list[PersonView]:
    """Everybody could take the need; the first waited longest."""
    offer = Offer(
        roles=(OfferedRole(code="9629", level=Level.SUPERVISED),),
        languages=("hy",),
        windows=(Days(first=now.date(), last=now.date() + timedelta(days=30)),),
        travel=Travel.OWN,
    )
    incoming = [
        Incoming(
            row=number,
            details=PersonalDetails(given=f"Name{number}", surname="Testyan", emails=(f"p{number}@example.org",)),
            offer=offer,
            language="en",
            registered_at=now + timedelta(seconds=number),
            fingerprint=str(number).encode(),
        )
        for number in range(28)
    ]
    _, new_ids = register(
        operation_id=operation.id,
        source_list_id=None,
        incoming=incoming,
        default_region="AM",
        now=now,
        on_progress=lambda _: None,
    )
    settle_identities(
        operation_id=operation.id,
        new_ids=new_ids,
        continues={},
        default_region="AM",
        next_word_on=operation.next_word_on(now),
        today=operation.today(now),
        by=machine,
        now=now,
    )
    refs = Person.objects.filter(operation_id=operation.id).order_by("registered_at").values_list("id", flat=True)
    people = people_by_id(operation_id=operation.id, ids=refs)
    return [people[person_id] for person_id in refs]


@pytest.fixture
def first_wave(crowd: list[PersonView], announces: Announces) -> list[PersonView]:
    """Eighteen are called to ten places; ten people more stand by."""
    announces(*crowd[:18])
    return crowd[:18]


def answer(
    people: list[PersonView], *, yes: int, operation: OperationView, by: Staff, now: datetime, again: Again
) -> None:
    """The first so many say yes, the others no."""
    for number, person in enumerate(people):
        call = Call.objects.get(person_id=person.id)
        if number < yes:
            accept(
                operation=operation,
                person=again(person),
                call_ref=call.ref,
                terms_version=operation.terms_version,
                by=by.actor,
                now=now + timedelta(minutes=number),
            )
        else:
            decline(operation=operation, person=again(person), call_ref=call.ref, by=by.actor, now=now)


def test_ten_places_are_called_for_in_two_waves() -> None:
    found = foresee(headcount=10, count=NeedCount(), chosen=USUAL, answering=ASSUMED)

    assert (found.call, found.held, found.enough) == (18, 7, 13)
    assert 0 < found.risk <= 5
    assert found.in_vain < found.once_in_vain / 2
    assert found.once_call == 21


def test_who_is_there_needs_no_call_and_who_said_yes_counts_once_all_have_answered() -> None:
    there = foresee(headcount=10, count=NeedCount(there=10), chosen=USUAL, answering=ASSUMED)
    settled = foresee(headcount=10, count=NeedCount(accepted=13, refused=5), chosen=USUAL, answering=ASSUMED)
    short = foresee(headcount=10, count=NeedCount(accepted=9, refused=9), chosen=USUAL, answering=ASSUMED)
    under_way = foresee(headcount=10, count=NeedCount(accepted=1, pending=17), chosen=USUAL, answering=ASSUMED)

    assert (there.call, there.risk, there.in_vain) == (10, 0, 0)
    assert (settled.call, settled.held) == (13, 0)
    assert short.call > 13
    assert short.risk <= 5
    assert under_way.call == 18


def test_a_plan_that_finds_too_few_says_the_risk_as_it_is() -> None:
    wanted = foresee(headcount=10, count=NeedCount(), chosen=USUAL, answering=ASSUMED)

    found = after_planning(wanted, planned=11)

    assert found.is_riskier
    assert found.risk > 50
    assert (found.held, found.planned) == (0, 11)
    assert Foreseen.read(found.stored()) == found
    assert Foreseen.read({}) is None


def test_the_plain_factor_is_the_least_that_is_called_and_all_where_no_risk_is_chosen() -> None:
    more = foresee(headcount=10, count=NeedCount(), chosen=replace(USUAL, at_least=30), answering=ASSUMED)
    alone = foresee(headcount=10, count=NeedCount(), chosen=Chosen(risk=0, waves=2, at_least=12), answering=ASSUMED)

    assert (more.call, more.held) == (30, 0)
    assert (alone.call, alone.held, alone.is_riskier) == (12, 0, False)
    assert alone.risk > 5


def test_two_waves_need_time_to_answer_one_after_the_other(operation: OperationView, the_need: NeedView) -> None:
    """Each has a day to answer."""
    first = the_need.days.first

    waves = [
        chosen_for(the_need, policy=operation.policy, risks={}, today=first - timedelta(days=days)).waves
        for days in (1, 2, 3)
    ]

    assert waves == [1, 1, 2]


def test_a_plan_calls_for_the_risk_and_fills_beds_by_who_will_come(
    the_need: NeedView, plans: Plans, crowd: list[PersonView]
) -> None:
    Site.objects.filter(id=the_need.site_id).update(beds=10)
    seen: dict[str, list[dict[str, str]]] = {}

    class Looking(ScriptedPlanner):
        def plan(self, folder, *, out, seed, tell, last=None):  # type: ignore[no-untyped-def]
            seen.update({name: rows_of(folder / f"{name}.csv") for name in ("needs", "beds")})
            super().plan(folder, out=out, seed=seed, tell=tell, last=last)

    plan = plans(planner=Looking(calls=[(person.ref, the_need.code) for person in crowd[:18]]))

    assert [row["headcount"] for row in seen["needs"]] == ["10", "8"]
    widened = most_to_call(places=10, turnout=ASSUMED.at_once, risk=0.05)
    assert {row["beds"] for row in seen["beds"]} == {str(widened)}
    foreseen = turnout_of_plan(plan_id=plan.id)[the_need.id]
    assert (foreseen.planned, foreseen.held, foreseen.chosen_risk) == (18, 7, 5)


def test_a_risk_of_a_need_s_own_is_journalled_and_makes_the_plan_void(
    operation: OperationView,
    the_need: NeedView,
    plans: Plans,
    crowd: list[PersonView],
    coordinator: Staff,
    now: datetime,
) -> None:
    plan = plans(*crowd[:18])

    choose_for_request(operation=operation, need=the_need, risk=1, by=coordinator.actor, now=now)

    assert JournalEntry.objects.filter(action="need.risk").count() == 1
    with pytest.raises(Conflict, match="how sure it must be"):
        approve_plan(operation=operation, plan_ref=plan.ref, by=coordinator, now=now)
    sure = plans(*crowd[:18])
    assert PlanNeed.objects.get(plan=sure).turnout["chosen_risk"] == 1
    assert PlanNeed.objects.get(plan=sure).to_call > 18
    choose_for_request(operation=operation, need=the_need, risk=None, by=coordinator.actor, now=now)
    with pytest.raises(Refused, match="1 to 50"):
        choose_for_request(operation=operation, need=the_need, risk=80, by=coordinator.actor, now=now)


def test_answers_do_not_make_a_plan_void(
    operation: OperationView,
    plans: Plans,
    first_wave: list[PersonView],
    coordinator: Staff,
    now: datetime,
    again: Again,
) -> None:
    """What is learned from them changes the numbers of the next plan, not what two people are deciding about."""
    plan = plans(*first_wave)

    answer(first_wave[:4], yes=2, operation=operation, by=coordinator, now=now, again=again)

    approve_plan(operation=operation, plan_ref=plan.ref, by=coordinator, now=now)


def test_the_second_wave_is_told_that_it_is_next_and_by_when_it_hears(
    first_wave: list[PersonView], crowd: list[PersonView], again: Again, operation: OperationView, now: datetime
) -> None:
    rows = NextInLine.objects.order_by("place")

    assert [row.person_id for row in rows] == [person.id for person in crowd[18:25]]
    following, waiting = again(crowd[18]), again(crowd[27])
    assert following.status is PersonStatus.STAND_BY
    assert following.next_word_on == operation.today(now + timedelta(hours=operation.policy.answer_hours))
    assert waiting.next_word_on == operation.next_word_on(now)
    pages = [
        answer_for(person, [], operation=operation, now=now, is_next=is_next(person_id=person.id)).reason
        for person in (following, waiting)
    ]
    assert ["You are next if others cannot come" in reason for reason in pages] == [True, False]
    kinds = dict(Message.objects.values_list("recipient", "kind"))
    assert (kinds[following.ref], kinds[waiting.ref]) == ("next", "stand_by")


def test_the_second_wave_is_called_for_what_the_first_left_open_and_the_rest_is_told(
    first_wave: list[PersonView],
    crowd: list[PersonView],
    again: Again,
    operation: OperationView,
    coordinator: Staff,
    now: datetime,
) -> None:
    answer(first_wave[:16], yes=11, operation=operation, by=coordinator, now=now, again=again)
    assert settle_second_waves(operation=operation, public_url=PUBLIC_URL, now=now).called == 0
    late = now + timedelta(hours=operation.policy.answer_hours, minutes=1)
    lapse_unanswered(operation=operation, public_url=PUBLIC_URL, now=late)

    settled = settle_second_waves(operation=operation, public_url=PUBLIC_URL, now=late)
    twice = settle_second_waves(operation=operation, public_url=PUBLIC_URL, now=late)

    assert 0 < settled.called < 7
    assert settled.let_wait == 7 - settled.called
    assert (twice.called, twice.let_wait) == (0, 0)
    assert Call.objects.filter(state=CallState.CALLED).count() == settled.called
    assert again(crowd[18]).status is PersonStatus.CALLED
    last = again(crowd[24])
    assert last.status is PersonStatus.STAND_BY
    assert last.next_word_on == operation.next_word_on(late)
    assert not NextInLine.objects.filter(settled_at__isnull=True).exists()
    assert JournalEntry.objects.filter(action="call.second_wave").count() == 1


def test_whoever_is_more_than_enough_is_let_go_before_setting_out(
    first_wave: list[PersonView],
    again: Again,
    operation: OperationView,
    the_need: NeedView,
    coordinator: Staff,
    now: datetime,
) -> None:
    answer(first_wave, yes=16, operation=operation, by=coordinator, now=now, again=again)
    surplus = surpluses(operation=operation, needs=needs_called_to(operation=operation, now=now), now=now)

    let_go(operation=operation, need=the_need, public_url=PUBLIC_URL, by=coordinator.actor, now=now)

    assert [(one.accepted, one.enough, one.people) for one in surplus] == [(16, 13, 3)]
    assert Call.objects.filter(state=CallState.ACCEPTED).count() == 13
    assert again(first_wave[15]).status is PersonStatus.STAND_BY
    assert again(first_wave[0]).status is PersonStatus.ACCEPTED
    assert Message.objects.get(recipient=first_wave[15].ref, kind="released").is_urgent
    assert surpluses(operation=operation, needs=needs_called_to(operation=operation, now=now), now=now) == []
    with pytest.raises(Conflict, match="more than enough"):
        let_go(operation=operation, need=the_need, public_url=PUBLIC_URL, by=coordinator.actor, now=now)


def test_a_new_announcement_ends_the_old_second_wave(
    first_wave: list[PersonView], announces: Announces, now: datetime
) -> None:
    announces(*first_wave, at=now + timedelta(hours=1))

    assert Announcement.objects.count() == 2
    assert NextInLine.objects.filter(settled_at__isnull=True).count() == 7
    assert NextInLine.objects.filter(settled_at__isnull=False).count() == 7


def test_a_batch_teaches_once_nobody_in_it_is_still_to_answer(
    first_wave: list[PersonView], again: Again, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    answer(first_wave[:17], yes=12, operation=operation, by=coordinator, now=now, again=again)
    before = history_of(operation=operation)
    answer(first_wave[17:], yes=0, operation=operation, by=coordinator, now=now, again=again)
    Call.objects.filter(person_id=first_wave[0].id).update(state=CallState.ARRIVED)
    Call.objects.filter(person_id=first_wave[1].id).update(state=CallState.DID_NOT_ARRIVE)

    after = history_of(operation=operation)

    assert before.all_answers == []
    assert sum(batch.asked for batch in after.all_answers) == 18
    assert sum(batch.did for batch in after.all_answers) == 12
    assert sum(batch.asked for batch in after.all_arrivals) == 2
    assert sum(batch.did for batch in after.all_arrivals) == 1


def test_the_pages_say_the_risk_beside_the_journeys_in_vain(
    first_wave: list[PersonView],
    the_need: NeedView,
    again: Again,
    operation: OperationView,
    coordinator: Staff,
    coordinator_user: User,
    logged_in: LogIn,
    now: datetime,
) -> None:
    answer(first_wave, yes=16, operation=operation, by=coordinator, now=now, again=again)
    desk = logged_in(coordinator_user)

    def text(address: str) -> str:
        return " ".join(desk.get(address).content.decode().split())

    waves = plan_waves(headcount=10, answering=ASSUMED, risk=0.05)
    need = f"/desk/callup/plan/turnout/{the_need.ref}/"
    assert f"We call 18 first so that 10 come, and hold {waves.held} more as a second wave." in text(need)
    assert f"About {round(waves.in_vain, 1)} journeys will have been in vain" in text(need)
    assert 'id="turnout"' in text("/desk/callup/plan/turnout/")
    assert "expected 12.6" in text("/desk/callup/plan/turnout/")
    assert '<td class="number">89</td>' in text("/desk/callup/plan/turnout/foretold/")
    assert "Will enough come?" in text("/desk/callup/plan/")
    assert "To be let go: 3." in text("/desk/callup/calls/")
    assert desk.post(need, {"risk": "1"}).status_code == 302
    assert desk.post(f"/desk/callup/calls/let-go/{the_need.ref}/").status_code == 302
    assert desk.get("/desk/callup/plan/turnout/nothing/").status_code == 404


def test_the_choice_for_the_operation_is_journalled_with_what_was_chosen(
    operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    choose_sureness(
        operation=operation,
        chosen=Sureness(risk=10, waves=1, over_call={"*": 110}),
        by=coordinator.actor,
        now=now,
    )

    policy = operation_by_id(operation.id).policy
    assert (policy.shortfall_risk, policy.waves, policy.over_call) == (10, 1, {"*": 110})
    assert '"shortfall_risk": 10' in JournalEntry.objects.get(action="policy.change").detail
    with pytest.raises(Refused, match="at most 50"):
        choose_sureness(
            operation=operation,
            chosen=Sureness(risk=60, waves=1, over_call={}),
            by=coordinator.actor,
            now=now,
        )
