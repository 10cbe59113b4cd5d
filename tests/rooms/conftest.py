"""The standing cast: the same few people play every test of the rooms, each named for what they do."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from standby.domain.days import Days
from standby.domain.offers import Offer, PersonalDetails, Travel
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.accounts.actions import add_user, appoint
from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.queries import Staff, staff_in
from standby.rooms.audit.actors import Actor, system
from standby.rooms.callup.actions.calling import open_calls
from standby.rooms.needs.actions.approving import approve_need, assess_risk
from standby.rooms.needs.actions.requesting import Wish, request_people
from standby.rooms.needs.models import Risk
from standby.rooms.needs.queries.planning import NeedView, needs_to_plan
from standby.rooms.operations.actions import NewOperation, found_operation
from standby.rooms.operations.installation import install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.joining import settle_identities
from standby.rooms.people.actions.registering import register
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.queries.persons import page_of_people, people_by_id
from standby.rooms.people.values import Incoming, NewStatus, PersonView
from standby.rooms.places.actions.adding import NewSite, add_region, add_site
from standby.rooms.places.models import Site

PASSWORD = "a long sentence for tests"
Register = Callable[..., PersonView]


@pytest.fixture
def now() -> datetime:
    """A Monday noon, in the zone of the place an afternoon."""
    return datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stopped_clock(now: datetime) -> Iterator[None]:
    """Pages are answered at `now`."""
    before = installation()
    install(replace(before, clock=lambda: now))
    yield
    install(before)


@pytest.fixture
def machine() -> Actor:
    return system("tests")


@pytest.fixture
def operation(db: None, machine: Actor, now: datetime) -> OperationView:
    return _operation("Earthquake", machine, now)


@pytest.fixture
def other_operation(db: None, machine: Actor, now: datetime) -> OperationView:
    return _operation("Flood", machine, now)


def _operation(name: str, by: Actor, now: datetime) -> OperationView:
    texts = {"en": "You are insured against accidents.", "hy": "Դուք ապահովագրված եք։"}
    new = NewOperation(
        name=name,
        lead_organisation="Mountain Relief",
        help_contact="+374 00 000 100",
        insurance=texts,
        terms=texts,
    )
    return found_operation(new=new, by=by, now=now)


def _user(login: str, duty: Duty | None, operation: OperationView, by: Actor, now: datetime) -> User:
    user = add_user(login=login, password=PASSWORD, by=by, now=now)
    if duty is not None:
        appoint(user=user, operation=operation, duty=duty, by=by, now=now)
    return user


@pytest.fixture
def coordinator_user(operation: OperationView, machine: Actor, now: datetime) -> User:
    return _user("coordinator", Duty.COORDINATOR, operation, machine, now)


@pytest.fixture
def second_coordinator_user(operation: OperationView, machine: Actor, now: datetime) -> User:
    return _user("coordinator-2", Duty.COORDINATOR, operation, machine, now)


@pytest.fixture
def registrar_user(operation: OperationView, machine: Actor, now: datetime) -> User:
    return _user("registrar", Duty.REGISTRAR, operation, machine, now)


@pytest.fixture
def verifier_user(operation: OperationView, machine: Actor, now: datetime) -> User:
    return _user("verifier", Duty.VERIFIER, operation, machine, now)


@pytest.fixture
def site_contact_user(operation: OperationView, machine: Actor, now: datetime) -> User:
    return _user("site-contact", Duty.SITE_CONTACT, operation, machine, now)


@pytest.fixture
def auditor_user(operation: OperationView, machine: Actor, now: datetime) -> User:
    return _user("auditor", Duty.AUDITOR, operation, machine, now)


@pytest.fixture
def other_coordinator_user(other_operation: OperationView, machine: Actor, now: datetime) -> User:
    """The coordinator of another organisation's operation: sees nothing of ours."""
    return _user("other-coordinator", Duty.COORDINATOR, other_operation, machine, now)


@pytest.fixture
def outsider_user(operation: OperationView, machine: Actor, now: datetime) -> User:
    """Can log in and holds no duty anywhere."""
    return _user("outsider", None, operation, machine, now)


@pytest.fixture
def coordinator(coordinator_user: User, operation: OperationView) -> Staff:
    return staff_in(user=coordinator_user, operation=operation)


@pytest.fixture
def second_coordinator(second_coordinator_user: User, operation: OperationView) -> Staff:
    return staff_in(user=second_coordinator_user, operation=operation)


@pytest.fixture
def registrar(registrar_user: User, operation: OperationView) -> Staff:
    return staff_in(user=registrar_user, operation=operation)


@pytest.fixture
def verifier(verifier_user: User, operation: OperationView) -> Staff:
    return staff_in(user=verifier_user, operation=operation)


@pytest.fixture
def site_contact(site_contact_user: User, operation: OperationView) -> Staff:
    return staff_in(user=site_contact_user, operation=operation)


@pytest.fixture
def logged_in(client: Client) -> Callable[[User], Client]:
    """A browser in which this member of staff has logged in."""

    def log_in(user: User) -> Client:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return log_in


@pytest.fixture
def registers(operation: OperationView, machine: Actor, now: datetime) -> Register:
    """Registers one person as a form or a desk would, and gives them back as the rooms see them."""

    def register_one(**said: object) -> PersonView:
        details: dict[str, object] = {
            "given": "Anahit",
            "surname": "Testyan",
            "phones": ("+37400000001",),
            "emails": (),
        }
        details |= {name: value for name, value in said.items() if name in PersonalDetails.__dataclass_fields__}
        offer: dict[str, object] = {
            "roles": (OfferedRole(code="9629", level=Level.SUPERVISED),),
            "languages": ("hy",),
            "windows": (Days(first=now.date(), last=now.date() + timedelta(days=30)),),
            "travel": Travel.OWN,
        }
        offer |= {name: value for name, value in said.items() if name in Offer.__dataclass_fields__}
        incoming = Incoming(
            row=0,
            details=PersonalDetails(**details),  # type: ignore[arg-type]  # the test says what it means
            offer=Offer(**offer),  # type: ignore[arg-type]
            language=str(said.get("language", "en")),
            registered_at=now,
            fingerprint=repr((details, offer)).encode(),
            is_under_age=bool(said.get("is_under_age")),
        )
        _, new_ids = register(
            operation_id=operation.id,
            source_list_id=None,
            incoming=[incoming],
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
        return page_of_people(operation_id=operation.id)[-1]

    return register_one


@pytest.fixture
def the_helper(registers: Register) -> PersonView:
    return registers(given="Anahit", surname="Testyan", phones=("+37400000001",), emails=("helper@example.org",))


@pytest.fixture
def the_driver(registers: Register) -> PersonView:
    return registers(
        given="Tigran",
        surname="Probayan",
        phones=("+37400000002",),
        emails=("driver@example.org",),
        roles=(OfferedRole(code="8322", level=Level.INDEPENDENT),),
        seats=3,
    )


@pytest.fixture
def the_doctor(registers: Register) -> PersonView:
    """Claims a licence; nobody has checked it."""
    return registers(
        given="Նարե",
        surname="Փորձյան",
        phones=("+37400000003",),
        roles=(OfferedRole(code="2212", level=Level.INDEPENDENT),),
        tags=("anaesthesia",),
        language="hy",
    )


@pytest.fixture
def the_site(operation: OperationView, machine: Actor, now: datetime) -> Site:
    """A school in a region without risk, with beds enough."""
    region = add_region(
        operation=operation, code="north", name="North", is_risk_zone=False, arrivals=None, by=machine, now=now
    )
    new = NewSite(
        region_id=region.id,
        code="school-1",
        names={"en": "School in the valley", "hy": "Հովտի դպրոցը"},
        address="1 Invented Street",
        meeting_point="At the gate",
        contact_phone="+374 00 000 200",
        beds=100,
    )
    return add_site(operation=operation, new=new, by=machine, now=now)


@pytest.fixture
def the_need(
    operation: OperationView,
    the_site: Site,
    coordinator: Staff,
    site_contact_user: User,
    machine: Actor,
    now: datetime,
) -> NeedView:
    """Ten helpers for a week, of low risk and approved."""
    first = now.date() + timedelta(days=5)
    wish = Wish(
        site_id=the_site.id,
        site_code=the_site.code,
        role="9629",
        level=Level.SUPERVISED,
        days=Days(first=first, last=first + timedelta(days=6)),
        posts=10,
        hours_per_day=8,
        supervisor="Vardan Invented",
        supervisor_phone="+374 00 000 300",
        texts={
            "task": {"en": "Sorting aid", "hy": "Օգնության տեսակավորում"},
            "provided": {"en": "A bed and three meals a day.", "hy": "Մահճակալ և օրը երեք անգամ սնունդ։"},
            "hazards": {"en": "The work includes lifting boxes.", "hy": "Աշխատանքի մեջ կա արկղեր բարձրացնել։"},
            "if_nobody_comes": {"en": "Aid waits in the cold.", "hy": "Օգնությունը սպասում է ցրտին։"},
        },
        headcount=10,
    )
    row = request_people(operation=operation, wish=wish, requested_by=site_contact_user.id, by=machine, now=now)
    assess_risk(operation=operation, request_ref=row.ref, risk=Risk.LOW, priority=1, by=machine, now=now)
    approve_need(operation=operation, request_ref=row.ref, by=coordinator, now=now)
    (need,) = needs_to_plan(operation=operation, now=now)
    return need


@pytest.fixture
def calls(
    operation: OperationView, the_need: NeedView, machine: Actor, now: datetime
) -> Callable[[PersonView], PersonView]:
    """Calls somebody to the need and tells them, as an announcement would."""

    def call(person: PersonView) -> PersonView:
        open_calls(operation=operation, wanted=[(person.id, the_need)], announcement_id=None, by=machine, now=now)
        status = NewStatus(
            person_id=person.id,
            status=PersonStatus.CALLED,
            reason=Reason.NEEDED,
            next_word_on=operation.next_word_on(now),
        )
        tell(operation_id=operation.id, statuses=[status], occasion="called", by=machine, now=now)
        return people_by_id(operation_id=operation.id, ids=[person.id])[person.id]

    return call
