"""Who may open what: every route against every duty, everybody else's references, forged forms, deeds by a link."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.fakes.planner import ScriptedPlanner
from tests.rooms.conftest import Register
from tests.rooms.situation.notices import a_notice
from tests.security.house import House
from tests.security.routes import Decided, Route, all_routes, decided

from standby.domain.days import Days
from standby.domain.roles import Level, OfferedRole
from standby.rooms.accounts.actions import appoint
from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.planning import ask_for_plan, compute_plan
from standby.rooms.callup.actions.trying import ask_what_if
from standby.rooms.callup.models import Call, CallState
from standby.rooms.door.models import Upload
from standby.rooms.enquiry.actions.papers import print_forms
from standby.rooms.enquiry.actions.queues import open_queue
from standby.rooms.enquiry.actions.tickets import give_ticket
from standby.rooms.messages.actions.replying import Incoming, keep_reply
from standby.rooms.messages.models import Channel, Message
from standby.rooms.needs.models import Request
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.matching import weigh_pairs
from standby.rooms.people.actions.photos import keep_photo
from standby.rooms.people.models import (
    Credential,
    CredentialState,
    DoubtfulPair,
    HeldJoin,
    MatchRun,
    Overlap,
    Person,
    SourceList,
)
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.values import PersonView
from standby.rooms.places.actions.adding import HomeFacts, add_home
from standby.rooms.places.actions.contacts import name_site_contact
from standby.rooms.places.models import Site
from standby.rooms.situation.actions import publish
from standby.rooms.welfare.actions.overriding import allow_in_red
from standby.rooms.welfare.actions.shifts import NewShifts, Turn, add_shifts
from standby.rooms.welfare.models import RestOverride, Shift

LogIn = Callable[[User], Client]
# A list that is gone already is answered by the page of all lists: to cancel twice is no fault, and says nothing.
_GONE = {"lists:cancel": 302}
# Open to whoever is logged in, or to anybody, by what they are for; each is tested by its own room.
OPEN = {
    "set_language",
    "accounts:log_in",
    "accounts:log_out",
    "accounts:no_duty",
    "operations:found",
    "callup:start",
}
_USERS = {
    Duty.COORDINATOR: "coordinator_user",
    Duty.REGISTRAR: "registrar_user",
    Duty.VERIFIER: "verifier_user",
    Duty.SITE_CONTACT: "site_contact_user",
    Duty.AUDITOR: "auditor_user",
}
_ANSWERED, _NO_SUCH_PAGE, _ONLY_POST, _FORBIDDEN = {200, 302, 409}, 404, 405, 403


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """One reference of each kind in our operation, by the route that takes it."""

    by_prefix: dict[str, str]

    def address(self, route: Route) -> str:
        given = {name: self._value(route.name, name) for _, name in route.parameters}
        return reverse(route.name, kwargs=given)

    def _value(self, route: str, parameter: str) -> str:
        for key in (f"{route} {parameter}", route, f"{route.partition(':')[0]} {parameter}"):
            if key in self.by_prefix:
                return self.by_prefix[key]
        raise AssertionError(f"No reference is known for {parameter} of {route}: add one to `lived`.")


def _held_join(operation: OperationView, now: datetime) -> HeldJoin:
    older, newer = Person.objects.filter(operation_id=operation.id).order_by("id")[:2]
    pair = DoubtfulPair.objects.filter(operation_id=operation.id).first()
    assert pair is not None
    return HeldJoin.objects.create(
        operation_id=operation.id, pair=pair, older=older, newer=newer, made_at=now, made_by="tests"
    )


def _match_run(operation: OperationView, now: datetime) -> MatchRun:
    found = MatchRun.objects.filter(operation_id=operation.id).first() or weigh_pairs(operation=operation, now=now)
    assert found is not None
    return found


def _overlap(operation: OperationView, now: datetime) -> Overlap:
    found, _ = Overlap.objects.get_or_create(
        operation_id=operation.id,
        partner="A union",
        defaults={"is_ours": True, "state": "read", "found": 0, "proposed_at": now, "proposed_by": "tests"},
    )
    return found


def _photographed(operation: OperationView, by: Actor, now: datetime) -> str:
    """A claim with a photo that waits."""
    claim = Credential.objects.filter(operation_id=operation.id, state=CredentialState.CLAIMED).latest("id")
    person = people_by_id(operation_id=operation.id, ids=[claim.person_id])[claim.person_id]
    keep_photo(operation=operation, person=person, credential_ref=claim.ref, photo=b"photo", by=by, now=now)
    return claim.ref


@pytest.fixture
def lived(
    operation: OperationView,
    coordinator: Staff,
    second_coordinator_user: User,
    site_contact_user: User,
    registers: Register,
    machine: Actor,
    now: datetime,
) -> Lived:
    house = House(operation=operation, coordinator=coordinator, now=now)
    people = house.bring_people()
    need = house.ask_for(2)
    house.call(people[:2])
    house.send()
    site = Site.objects.get(operation_id=operation.id)
    name_site_contact(operation=operation, site_id=site.id, user_id=site_contact_user.id, by=machine, now=now)
    add_home(operation=operation, code="x", facts=HomeFacts(names={"en": "Town"}), by=machine, now=now)
    registers(given="Nare", surname="Claimyan", roles=(OfferedRole(code="2212", level=Level.INDEPENDENT),))
    plan = ask_for_plan(operation=operation, seed=1, by=machine, now=now)
    compute_plan(operation=operation, plan_ref=plan.ref, planner=ScriptedPlanner(calls=[]), clock=lambda: now)
    call = Call.objects.get(operation_id=operation.id, person_id=people[0].id)
    asked = ask_what_if(operation=operation, plan_ref=plan.ref, changes=["need:x:+1"], by=machine, now=now)
    queue = open_queue(operation=operation, place="Entrance", by=machine, now=now)
    ticket = give_ticket(operation=operation, queue_ref=queue.ref, language="hy", by=machine, now=now)
    forms = print_forms(operation=operation, language="hy", copies=1, by=machine, now=now)
    rest = _shift_and_rest(house, need, person=people[1])
    return Lived(
        by_prefix={
            "accounts ref": second_coordinator_user.ref,
            "needs ref": need.ref,
            "places ref": site.ref,
            "places code": "north",
            "places:home": "x",
            "places:routes": "x",
            "places:seats": "x",
            "enquiry ref": queue.ref,
            "enquiry:open_or_shut kind": "shut",
            "enquiry:slip ref": ticket.ref,
            "enquiry:deed ref": ticket.ref,
            "enquiry:deed kind": "again",
            "enquiry:sheets ref": forms.ref,
            "lists ref": Upload.objects.exclude(state="done").get(operation_id=operation.id).ref,
            "lists:list": SourceList.objects.filter(operation_id=operation.id).first().ref,  # type: ignore[union-attr]
            "callup ref": plan.ref,
            "callup:changed kind": "new",
            "callup:spoken": people[0].ref,
            "callup:terms": people[0].ref,
            "callup:slip": people[0].ref,
            "callup:free_place": need.rotations.get().ref,
            "callup:let_go": need.rotations.get().ref,
            "callup:need_turnout": need.rotations.get().ref,
            "callup:call": call.ref,
            "callup:trial": asked.ref,
            "situation ref": publish(operation=operation, new=a_notice(now=now), by=machine, now=now),
            "messages ref": Message.objects.filter(operation_id=operation.id).first().ref,  # type: ignore[union-attr]
            "messages:settle": keep_reply(
                operation=operation,
                incoming=Incoming(channel=Channel.SMS, sender="+37400000009", text="hello"),
                recipient="",
                read_as="other",
                now=now,
            )
            or "",
            "welfare ref": site.ref,
            "welfare code": rest.ref,
            "welfare:withdraw_shift code": Shift.objects.get(operation_id=operation.id).ref,
            "welfare:override code": people[1].ref,
            "desk ref": people[0].ref,
            "desk:judge_pair": DoubtfulPair.objects.filter(operation_id=operation.id).first().ref,  # type: ignore[union-attr]
            "desk:second_look": DoubtfulPair.objects.filter(operation_id=operation.id).first().ref,  # type: ignore[union-attr]
            "desk:apply_taught": _match_run(operation, now).ref,
            "desk:undo_taught": _match_run(operation, now).ref,
            "desk:overlap ref": _overlap(operation, now).ref,
            "desk:decide_overlap ref": _overlap(operation, now).ref,
            "desk:take_overlap ref": _overlap(operation, now).ref,
            "desk:vouch_join": _held_join(operation, now).ref,
            "desk:judge_licence": Credential.objects.filter(operation_id=operation.id).first().ref,  # type: ignore[union-attr]
            "desk:take_back_licence": Credential.objects.filter(operation_id=operation.id).first().ref,  # type: ignore[union-attr]
            "desk:licence_photo": _photographed(operation, machine, now),
            "desk:site ref": site.ref,
            "desk:site_codes ref": site.ref,
            "desk:arrived ref": site.ref,
            "desk:missing ref": site.ref,
            "desk call": call.ref,
        }
    )


def _shift_and_rest(house: House, need: Request, *, person: PersonView) -> RestOverride:
    """One shift of the need, and somebody who accepted to come to it and is owed a day of rest."""
    new = NewShifts(
        request_ref=need.ref,
        days=Days(first=need.first_day, last=need.first_day),
        turns=[Turn(start=time(8), end=time(16))],
        headcount=1,
    )
    by, now = house.coordinator.actor, house.now
    add_shifts(operation=house.operation, site_id=need.site_id, new=new, by=by, now=now)
    Call.objects.filter(person_id=person.id).update(state=CallState.ACCEPTED, terms_version=1)
    rest_on = now.date() + timedelta(days=2)
    ref = allow_in_red(operation=house.operation, person=person, why="Alone.", rest_on=rest_on, by=by, now=now)
    return RestOverride.objects.get(ref=ref)


def _guarded() -> Iterator[tuple[Route, Decided]]:
    table = decided()
    for route in all_routes():
        if route.name in table:
            yield route, table[route.name]


def test_every_route_of_the_staff_is_decided_upon_and_no_line_is_left_over() -> None:
    staff = {route.name for route in all_routes() if route.path.startswith("/desk/")} - OPEN

    assert staff == decided().keys()


def test_no_address_takes_anything_but_references_and_codes() -> None:
    taken = {(route.name, name) for route in all_routes() for _, name in route.parameters}

    assert {name for _, name in taken} <= {"ref", "code", "kind", "call", "token", "step"}
    assert {route for route, name in taken if name == "token"} == {
        "door:confirm",
        "door:link",
        "enquiry_public:screen",
        "enquiry_public:ticket",
        "gateway:sms_report",
    }


def _expected(rule: Decided, *, may: bool) -> set[int]:
    if not may:
        return {_NO_SUCH_PAGE}
    return _ANSWERED if rule.is_read else {_ONLY_POST}


@pytest.mark.parametrize("duty", Duty)
def test_a_duty_opens_its_own_pages_and_no_others(
    duty: Duty, lived: Lived, request: pytest.FixtureRequest, logged_in: LogIn
) -> None:
    browser, wrong = logged_in(request.getfixturevalue(_USERS[duty])), []
    for route, rule in _guarded():
        address, may = lived.address(route), duty in rule.duties
        looked = browser.get(address).status_code
        if looked not in _expected(rule, may=may):
            wrong.append(f"GET {route.name}: {looked}")
        if not may and browser.post(address).status_code != _NO_SUCH_PAGE:
            wrong.append(f"POST {route.name} was not refused")

    assert wrong == []


def test_a_duty_in_another_operation_opens_nothing_here(
    lived: Lived,
    other_coordinator_user: User,
    other_operation: OperationView,
    machine: Actor,
    now: datetime,
    logged_in: LogIn,
) -> None:
    """Every duty at once, so that only the references keep them out."""
    for duty in Duty:
        appoint(user=other_coordinator_user, operation=other_operation, duty=duty, by=machine, now=now)
    browser, wrong = logged_in(other_coordinator_user), []
    for route, rule in _guarded():
        if not route.parameters:
            continue
        address = lived.address(route)
        if rule.is_read and (looked := browser.get(address).status_code) != _NO_SUCH_PAGE:
            wrong.append(f"GET {route.name}: {looked}")
        if rule.is_done and (done := browser.post(address).status_code) != _GONE.get(route.name, _NO_SUCH_PAGE):
            wrong.append(f"POST {route.name}: {done}")

    assert wrong == []


def test_whoever_has_not_logged_in_is_asked_to(lived: Lived, client: Client) -> None:
    wrong = []
    for route, _ in _guarded():
        for ask in (client.get, client.post):
            answer = ask(lived.address(route))
            if answer.status_code != 302 or not answer["Location"].startswith("/desk/accounts/login/"):
                wrong.append(route.name)

    assert wrong == []


def test_somebody_without_any_duty_is_told_so_everywhere(lived: Lived, outsider_user: User, logged_in: LogIn) -> None:
    browser = logged_in(outsider_user)

    answers = {browser.get(lived.address(route)).headers.get("Location") for route, _ in _guarded()}

    assert answers == {"/desk/accounts/no-duty/"}


def test_a_form_that_is_not_ours_does_nothing(lived: Lived, coordinator_user: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(coordinator_user, backend="django.contrib.auth.backends.ModelBackend")

    wrong = [
        route.name
        for route, rule in _guarded()
        if rule.is_done and browser.post(lived.address(route)).status_code != _FORBIDDEN
    ]

    assert wrong == []


@pytest.mark.parametrize("name", ["door:withdraw", "door:come_back", "door:leave", "door:read"])
def test_a_volunteers_deed_is_never_done_by_opening_a_link(name: str, client: Client, the_helper: object) -> None:
    del the_helper

    assert client.get(reverse(name)).status_code in {302, _ONLY_POST}
    assert Client(enforce_csrf_checks=True).post(reverse(name)).status_code == _FORBIDDEN
