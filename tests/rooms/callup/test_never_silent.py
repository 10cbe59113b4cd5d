"""Silence is impossible: whatever people and the desk do, in whatever order, nobody who waits lacks a dated word.

A random walk through the real actions; the hour goes on, and the tasks that run by themselves run.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

import pytest
from tests.fakes.planner import ScriptedPlanner
from tests.rooms.callup.conftest import PUBLIC_URL

from standby.domain.days import Days
from standby.domain.errors import StandbyError
from standby.domain.offers import Offer, PersonalDetails, Travel
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import ENDED_STATUSES, PersonStatus, Reason
from standby.domain.words import Wish
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.callup import tasks
from standby.rooms.callup.actions.announcing import announce
from standby.rooms.callup.actions.answering import accept, decline, offer_again, withdraw
from standby.rooms.callup.actions.approving import approve_plan
from standby.rooms.callup.actions.arriving import note_arrival
from standby.rooms.callup.actions.ending import recall, report_missing
from standby.rooms.callup.actions.planning import ask_for_plan, compute_plan
from standby.rooms.callup.actions.promising import renew_promises, set_renewing
from standby.rooms.callup.actions.replacing import call_next
from standby.rooms.callup.actions.thanking import thank_waiting
from standby.rooms.callup.actions.wishing import wish_for_words
from standby.rooms.callup.models import Call
from standby.rooms.callup.models.call import HOLDING_STATES
from standby.rooms.callup.queries.promises import due_until, list_of_due, promises_due
from standby.rooms.callup.queries.replacements import next_in_line
from standby.rooms.needs.actions.keeping import renew_need
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.installation import install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.at_desk import register_at_desk
from standby.rooms.people.actions.erasing import erase_person
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.models import Person
from standby.rooms.people.queries.persons import page_of_people
from standby.rooms.people.values import NewStatus, PersonView
from standby.sealing import new_ref

_STEPS = 60


@dataclass(kw_only=True, slots=True)
class Walk:
    """Everybody who may act, and the hour it is."""

    rng: Random
    operation: OperationView
    need: NeedView
    by: Actor
    coordinators: tuple[Staff, Staff]
    now: datetime
    came: int = 0
    done: list[str] = field(default_factory=list)

    def step(self) -> None:
        """One deed, which may be refused: a refusal changes nothing."""
        deed = self.rng.choice(_DEEDS)
        self.done.append(deed.__name__)
        try:
            deed(self)
        except StandbyError as refusal:
            self.done[-1] += f" ({type(refusal).__name__})"

    def people(self) -> Sequence[PersonView]:
        return page_of_people(operation_id=self.operation.id)

    def somebody(self) -> PersonView:
        return self.rng.choice(self.people())

    def call_of_somebody(self) -> Call:
        return self.rng.choice(list(Call.objects.filter(state__in=HOLDING_STATES)) or [Call(ref="none", person_id=0)])


def come(walk: Walk) -> None:
    """Now and then with an offer that says neither what nor when."""
    walk.came += 1
    letters = "".join(walk.rng.choice("abdegiklmnorstuvz") for _ in range(8))
    email = (f"{letters}@example.org",) if walk.rng.random() < 0.5 else ()
    whole = Offer(
        roles=(OfferedRole(code="9629", level=Level.SUPERVISED),),
        windows=(Days(first=walk.now.date(), last=walk.now.date() + timedelta(days=30)),),
        travel=Travel.OWN,
    )
    register_at_desk(
        operation=walk.operation,
        details=PersonalDetails(name=letters.title(), phones=(f"+3740000{walk.came:04}",), emails=email),
        offer=whole if walk.rng.random() < 0.8 else Offer(),
        language="en",
        default_region="AM",
        by=walk.by,
        now=walk.now,
    )


def let_time_pass(walk: Walk) -> None:
    """Hours or days; what runs by itself runs on the hour."""
    end = walk.now + timedelta(hours=walk.rng.choice([1, 5, 17, 30, 60]))
    while walk.now < end:
        walk.now += timedelta(hours=1)
        install(replace(installation(), clock=lambda: walk.now, public_url=PUBLIC_URL))
        tasks.lapse()
        tasks.keep_promises()
    renew_need(operation=walk.operation, request_ref=walk.need.request_ref, by=walk.by, now=walk.now)


def announce_a_plan(walk: Walk) -> None:
    standing = [person for person in walk.people() if person.status in {PersonStatus.STAND_BY, PersonStatus.CALLED}]
    is_over = walk.need.days.last < walk.operation.today(walk.now)
    chosen = [] if is_over else walk.rng.sample(standing, min(len(standing), 3))
    planner = ScriptedPlanner(calls=[(person.ref, walk.need.code) for person in chosen])
    row = ask_for_plan(operation=walk.operation, seed=1, by=walk.by, now=walk.now)
    compute_plan(operation=walk.operation, plan_ref=row.ref, planner=planner, clock=lambda: walk.now)
    for coordinator in walk.coordinators:
        approve_plan(operation=walk.operation, plan_ref=row.ref, by=coordinator, now=walk.now)
    announce(operation=walk.operation, plan_ref=row.ref, public_url=PUBLIC_URL, by=walk.by, now=walk.now)


def fill_a_place(walk: Walk) -> None:
    line = next_in_line(operation=walk.operation, need=walk.need, now=walk.now)
    call_next(
        operation=walk.operation,
        need_ref=walk.need.ref,
        person_refs=[walk.rng.choice(line).ref if line else walk.somebody().ref],
        public_url=PUBLIC_URL,
        by=walk.by,
        now=walk.now,
    )


def say_yes(walk: Walk) -> None:
    call = walk.call_of_somebody()
    holder = next((person for person in walk.people() if person.id == call.person_id), walk.somebody())
    accept(operation=walk.operation, person=holder, call_ref=call.ref, terms_version=1, by=walk.by, now=walk.now)


def say_no(walk: Walk) -> None:
    call = walk.call_of_somebody()
    holder = next((person for person in walk.people() if person.id == call.person_id), walk.somebody())
    decline(operation=walk.operation, person=holder, call_ref=call.ref, by=walk.by, now=walk.now)


def leave(walk: Walk) -> None:
    withdraw(operation=walk.operation, person=walk.somebody(), by=walk.by, now=walk.now)


def come_back(walk: Walk) -> None:
    offer_again(operation=walk.operation, person=walk.somebody(), by=walk.by, now=walk.now)


def be_erased(walk: Walk) -> None:
    gone = [person for person in walk.people() if person.status is PersonStatus.WITHDRAWN] or walk.people()
    erase_person(operation=walk.operation, person=walk.rng.choice(gone), by=walk.by, now=walk.now)


def arrive(walk: Walk) -> None:
    note_arrival(operation=walk.operation, call_ref=walk.call_of_somebody().ref, by=walk.by, now=walk.now)


def be_missed(walk: Walk) -> None:
    report_missing(operation=walk.operation, call_ref=walk.call_of_somebody().ref, by=walk.by, now=walk.now)


def turn_back(walk: Walk) -> None:
    recall(operation=walk.operation, scope="operation", subject="", public_url=PUBLIC_URL, by=walk.by, now=walk.now)


def wish(walk: Walk) -> None:
    said = walk.rng.choice([Wish(), Wish(every_days=7), Wish(every_days=30), Wish(only_changes=True)])
    wish_for_words(operation=walk.operation, person=walk.somebody(), wish=said, by=walk.by, now=walk.now)


def press_the_button(walk: Walk) -> None:
    renew_promises(
        operation=walk.operation,
        until=due_until(walk.operation, walk.now),
        occasion=new_ref(),
        after=0,
        public_url=PUBLIC_URL,
        by=walk.by,
        now=walk.now,
    )


def thank_everybody(walk: Walk) -> None:
    if walk.rng.random() < 0.2:
        thank_waiting(
            operation=walk.operation,
            role="",
            occasion=new_ref(),
            after=0,
            public_url=PUBLIC_URL,
            by=walk.by,
            now=walk.now,
        )


def be_hurt(walk: Walk) -> None:
    hurt = NewStatus(
        person_id=walk.somebody().id, status=PersonStatus.INJURED, reason=Reason.NO_NEED_NOW, next_word_on=None
    )
    tell(operation_id=walk.operation.id, statuses=[hurt], occasion="x", by=walk.by, now=walk.now)


_DEEDS: Sequence[Callable[[Walk], None]] = (
    *(come, come, come, let_time_pass, let_time_pass, announce_a_plan, announce_a_plan, fill_a_place),
    *(say_yes, say_yes, say_no, leave, come_back, come_back, be_erased, arrive, be_missed, turn_back),
    *(wish, wish, press_the_button, thank_everybody, be_hurt),
)


@pytest.fixture
def walk(
    operation: OperationView,
    the_need: NeedView,
    machine: Actor,
    coordinator: Staff,
    second_coordinator: Staff,
    now: datetime,
) -> Callable[[int], Walk]:
    def begin(seed: int) -> Walk:
        set_renewing(operation=operation, renews=True, by=machine, now=now)
        begun = Walk(
            rng=Random(seed),
            operation=operation,
            need=the_need,
            by=machine,
            coordinators=(coordinator, second_coordinator),
            now=now,
        )
        for _ in range(5):
            come(begun)
        return begun

    return begin


@pytest.mark.parametrize("seed", range(6))
def test_nobody_who_waits_lacks_a_word_whatever_is_done(walk: Callable[[int], Walk], seed: int) -> None:
    here = walk(seed)
    for _ in range(_STEPS):
        here.step()
        silent = [person.ref for person in Person.objects.filter(erased_at__isnull=True) if _is_silent(person, here)]

        assert silent == [], here.done
        assert _listed(here) == _due_by_hand(here), here.done


def _is_silent(person: Person, walk: Walk) -> bool:
    """Without a told status, or waiting without a day that is still to come."""
    told = person.status_change
    if told is None or (told.status, told.reason) != (person.status, person.reason):
        return True
    if PersonStatus(person.status) in ENDED_STATUSES:
        return False
    return person.next_word_on is None or person.next_word_on < walk.operation.today(walk.now)


def _listed(walk: Walk) -> tuple[int, set[int]]:
    counted = promises_due(operation=walk.operation, now=walk.now).in_all
    return counted, {person.id for person in list_of_due(operation=walk.operation, now=walk.now)[:1000]}


def _due_by_hand(walk: Walk) -> tuple[int, set[int]]:
    """The oracle: everybody, looked at one by one."""
    until = walk.operation.today(walk.now) + timedelta(days=1)
    due = {
        person.id
        for person in Person.objects.filter(operation_id=walk.operation.id)
        if person.erased_at is None
        and PersonStatus(person.status) not in ENDED_STATUSES
        and (person.next_word_on is None or person.next_word_on <= until)
    }
    return len(due), due


def test_the_walk_goes_everywhere(walk: Callable[[int], Walk]) -> None:
    """A walk that is refused everywhere would prove nothing."""
    here = walk(99)
    for _ in range(200):
        here.step()

    assert {deed.__name__ for deed in _DEEDS} - set(here.done) <= {"be_missed", "arrive"}
