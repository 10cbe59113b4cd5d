"""The standing cast: the same few people play every test of the rooms, each named for what they do."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from standby.domain.days import Days
from standby.domain.offers import Offer, PersonalDetails, Travel
from standby.domain.roles import Level, OfferedRole
from standby.rooms.accounts.actions import add_user, appoint
from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.queries import Staff, staff_in
from standby.rooms.audit.actors import Actor, system
from standby.rooms.operations.actions import NewOperation, found_operation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.joining import settle_identities
from standby.rooms.people.actions.registering import register
from standby.rooms.people.queries.persons import page_of_people
from standby.rooms.people.values import Incoming, PersonView

PASSWORD = "a long sentence for tests"
Register = Callable[..., PersonView]


@pytest.fixture
def now() -> datetime:
    """A Monday noon, in the zone of the place an afternoon."""
    return datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


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
        details = {"given": "Anahit", "surname": "Testyan", "phones": ("+37400000001",), "emails": ()}
        details |= {name: value for name, value in said.items() if name in PersonalDetails.__dataclass_fields__}
        offer = {
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
