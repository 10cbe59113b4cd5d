"""A site with an approved need and people who accepted to come, for the tests of this room."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from tests.fakes.rosterer import NearRosterer
from tests.rooms.conftest import Register

from standby.domain.days import Days
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.answering import accept
from standby.rooms.callup.models import Call
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.values import PersonView
from standby.rooms.places.actions.contacts import name_site_contact
from standby.rooms.places.models import Site
from standby.rooms.welfare.actions.rostering import ask_for_roster, compute_roster, publish_roster
from standby.rooms.welfare.actions.shifts import NewShifts, Turn, add_shifts
from standby.rooms.welfare.actions.signing import NewSigning, sign
from standby.rooms.welfare.models import RosterRevision

Calls = Callable[[PersonView], PersonView]
Signs = Callable[..., str]
Rosters = Callable[..., RosterRevision]
DAY = (Turn(start=time(8), end=time(16)),)
THREE = (*DAY, Turn(start=time(16), end=time(0)), Turn(start=time(0), end=time(8)))


@pytest.fixture
def the_contact(
    site_contact_user: User, the_site: Site, operation: OperationView, machine: Actor, now: datetime
) -> User:
    name_site_contact(operation=operation, site_id=the_site.id, user_id=site_contact_user.id, by=machine, now=now)
    return site_contact_user


@pytest.fixture
def comes(calls: Calls, operation: OperationView, machine: Actor, now: datetime) -> Calls:
    """Calls somebody to the site; they accept."""

    def come(person: PersonView) -> PersonView:
        called = calls(person)
        call = Call.objects.get(person_id=person.id)
        accept(
            operation=operation,
            person=called,
            call_ref=call.ref,
            terms_version=operation.terms_version,
            by=machine,
            now=now,
        )
        return people_by_id(operation_id=operation.id, ids=[person.id])[person.id]

    return come


@pytest.fixture
def the_worker(comes: Calls, the_helper: PersonView) -> PersonView:
    return comes(the_helper)


@pytest.fixture
def two_more(comes: Calls, registers: Register) -> list[PersonView]:
    names = (("Aram", "Probayan", "+37400000011"), ("Lilit", "Sampleyan", "+37400000012"))
    return [comes(registers(given=given, surname=surname, phones=(phone,))) for given, surname, phone in names]


@pytest.fixture
def has_shifts(
    operation: OperationView, the_site: Site, the_need: NeedView, machine: Actor, now: datetime
) -> Callable[..., int]:
    """The days of the need in shifts."""

    def add(turns: tuple[Turn, ...] = DAY, *, headcount: int = 1, days: Days | None = None) -> int:
        new = NewShifts(request_ref=the_need.request_ref, days=days or the_need.days, turns=turns, headcount=headcount)
        return add_shifts(operation=operation, site_id=the_site.id, new=new, by=machine, now=now)

    return add


@pytest.fixture
def rosters(operation: OperationView, the_site: Site, machine: Actor, now: datetime) -> Rosters:
    """Makes a roster, and publishes it unless told not to."""

    def make(*, at: datetime = now, is_published: bool = True) -> RosterRevision:
        ref = ask_for_roster(operation=operation, site_id=the_site.id, by=machine, now=at)
        compute_roster(operation=operation, roster_ref=ref, rosterer=NearRosterer(), clock=lambda: at)
        if is_published:
            publish_roster(operation=operation, site_id=the_site.id, roster_ref=ref, by=machine, now=at)
        return RosterRevision.objects.get(ref=ref)

    return make


@pytest.fixture
def signs(operation: OperationView, the_site: Site, machine: Actor, now: datetime) -> Signs:
    """Notes that somebody came or went so many hours before or after `now`, as a sheet of paper says it."""

    def sign_one(person: PersonView, *, hours: float, is_in: bool = True, noted: datetime | None = None) -> str:
        at = now + timedelta(hours=hours)
        new = NewSigning(person_ref=person.ref, is_in=is_in, at=at)
        return sign(operation=operation, site_id=the_site.id, new=new, by=machine, now=noted or max(now, at))

    return sign_one
