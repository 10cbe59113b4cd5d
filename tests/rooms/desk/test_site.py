"""A site's own page: who comes when, what may be noted, and what is never shown."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.answering import accept
from standby.rooms.callup.models import Call, CallState
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.values import PersonView
from standby.rooms.places.actions.adding import NewSite, add_site
from standby.rooms.places.actions.contacts import name_site_contact
from standby.rooms.places.models import Site

LogsIn = Callable[[User], Client]
Calls = Callable[[PersonView], PersonView]


@pytest.fixture
def the_contact(
    site_contact_user: User, the_site: Site, operation: OperationView, machine: Actor, now: datetime
) -> User:
    name_site_contact(operation=operation, site_id=the_site.id, user_id=site_contact_user.id, by=machine, now=now)
    return site_contact_user


@pytest.fixture
def due_today(calls: Calls, the_helper: PersonView, operation: OperationView, machine: Actor, now: datetime) -> Call:
    """The helper has accepted, and their first day is today."""
    person = calls(the_helper)
    call = Call.objects.get(person_id=person.id)
    accept(
        operation=operation,
        person=person,
        call_ref=call.ref,
        terms_version=operation.terms_version,
        by=machine,
        now=now,
    )
    Call.objects.filter(id=call.id).update(first_day=now.date(), absence=(now.date(), call.last_day))
    return Call.objects.get(id=call.id)


def _status(operation: OperationView, call: Call) -> PersonStatus:
    return people_by_id(operation_id=operation.id, ids=[call.person_id])[call.person_id].status


def test_a_site_reads_the_first_name_and_the_code_word_and_nothing_else(
    logged_in: LogsIn, the_contact: User, the_site: Site, due_today: Call, the_helper: PersonView
) -> None:
    page = logged_in(the_contact).get(f"/desk/site/{the_site.ref}/").content.decode()

    assert "Anahit" in page
    assert the_helper.code_word in page
    for secret in ("Testyan", "+37400000001", "helper@example.org", the_helper.ref):
        assert secret not in page


def test_the_list_on_paper_holds_no_name(
    logged_in: LogsIn, the_contact: User, the_site: Site, due_today: Call, the_helper: PersonView
) -> None:
    page = logged_in(the_contact).get(f"/desk/site/{the_site.ref}/codes/").content.decode()

    assert the_helper.ref in page
    assert the_helper.code_word in page
    for secret in ("Anahit", "Testyan", "+37400000001", "School in the valley"):
        assert secret not in page


def test_who_arrived_is_noted_once(
    logged_in: LogsIn, the_contact: User, the_site: Site, due_today: Call, operation: OperationView
) -> None:
    client, address = logged_in(the_contact), f"/desk/site/{the_site.ref}/{due_today.ref}/arrived/"

    assert client.post(address).status_code == 302
    assert client.post(address).status_code == 409, "a second form is answered, and nothing is done twice"

    due_today.refresh_from_db()
    assert due_today.state == CallState.ARRIVED
    assert _status(operation, due_today) is PersonStatus.ARRIVED


def test_who_did_not_arrive_frees_the_place_and_stands_by(
    logged_in: LogsIn, the_contact: User, the_site: Site, due_today: Call, operation: OperationView
) -> None:
    logged_in(the_contact).post(f"/desk/site/{the_site.ref}/{due_today.ref}/missing/")

    due_today.refresh_from_db()
    assert due_today.state == CallState.DID_NOT_ARRIVE
    assert _status(operation, due_today) is PersonStatus.STAND_BY


@pytest.mark.parametrize("deed", ["arrived", "missing"])
def test_nobody_notes_anything_of_somebody_called_elsewhere(
    logged_in: LogsIn,
    the_contact: User,
    the_site: Site,
    due_today: Call,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    deed: str,
) -> None:
    new = NewSite(region_id=the_site.region_id, code="other", names={"en": "Other"})
    other = add_site(operation=operation, new=new, by=machine, now=now)
    client = logged_in(the_contact)

    assert client.post(f"/desk/site/{other.ref}/{due_today.ref}/{deed}/").status_code == 404
    name_site_contact(operation=operation, site_id=other.id, user_id=the_contact.id, by=machine, now=now)
    assert client.post(f"/desk/site/{other.ref}/{due_today.ref}/{deed}/").status_code == 404

    due_today.refresh_from_db()
    assert due_today.state == CallState.ACCEPTED


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator_user", 200),
        ("auditor_user", 200),
        ("registrar_user", 404),
        ("verifier_user", 404),
        ("site_contact_user", 404),
        ("other_coordinator_user", 404),
    ],
)
def test_who_sees_the_page_of_a_site(
    request: pytest.FixtureRequest, logged_in: LogsIn, the_site: Site, who: str, status: int
) -> None:
    client = logged_in(request.getfixturevalue(who))

    for page in ("", "codes/"):
        assert client.get(f"/desk/site/{the_site.ref}/{page}").status_code == status


def test_an_auditor_notes_nothing(logged_in: LogsIn, auditor_user: User, the_site: Site, due_today: Call) -> None:
    client = logged_in(auditor_user)

    assert "Did not arrive" not in client.get(f"/desk/site/{the_site.ref}/").content.decode()
    assert client.post(f"/desk/site/{the_site.ref}/{due_today.ref}/arrived/").status_code == 404


def test_a_site_contact_begins_the_day_at_their_own_sites(
    logged_in: LogsIn, the_contact: User, the_site: Site, the_need: NeedView
) -> None:
    page = logged_in(the_contact).get("/desk/", follow=True).content.decode()

    assert f"/desk/site/{the_site.ref}/" in page
    assert f"/desk/needs/{the_need.request_ref}/" in page
    assert 'href="/desk/callup' not in page


def test_questions_to_the_database_do_not_grow_with_who_comes(
    logged_in: LogsIn,
    the_contact: User,
    the_site: Site,
    registers: Callable[..., PersonView],
    calls: Calls,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    client = logged_in(the_contact)
    for number in range(6):
        calls(registers(given=f"Helper{number}", surname="Testyan", phones=(f"+3740000010{number}",)))
    client.get(f"/desk/site/{the_site.ref}/")

    with django_assert_max_num_queries(21):  # type: ignore[attr-defined]  # a context manager
        page = client.get(f"/desk/site/{the_site.ref}/")
    assert "Helper5" in page.content.decode()
