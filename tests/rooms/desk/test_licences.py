"""The verifier's desk: the order of claims, what a page asks and says, and who may judge."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from standby.domain.days import Days
from standby.domain.roles import Level, OfferedRole
from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.desk.licences import Queue, queue_of
from standby.rooms.needs.actions.approving import approve_need, assess_risk
from standby.rooms.needs.actions.requesting import Wish, request_people
from standby.rooms.needs.models import Risk
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import Credential
from standby.rooms.people.values import PersonView
from standby.rooms.places.models import Site

LogIn = Callable[[User], Client]
Needs = Callable[..., None]
LICENCES = "/desk/licences/"
FOUND = {"standing": "primary_verified", "issuer": "Ministry of Tests", "number": "A-1", "expires_on": "2090-01-01"}


@pytest.fixture
def needs(
    operation: OperationView,
    the_site: Site,
    coordinator: Staff,
    site_contact_user: User,
    machine: Actor,
    now: datetime,
) -> Needs:
    """A need for people with a licence, of low risk and approved."""

    def need(role: str, *, people: int, priority: int = 2, tags: tuple[str, ...] = (), first: int = 5) -> None:
        begins = now.date() + timedelta(days=first)
        wish = Wish(
            site_id=the_site.id,
            site_code=the_site.code,
            role=role,
            level=Level.INDEPENDENT,
            tags=tags,
            days=Days(first=begins, last=begins + timedelta(days=4)),
            posts=people,
            hours_per_day=8,
            supervisor="Vardan Invented",
            supervisor_phone="+374 00 000 300",
            texts={
                "task": {"en": "Care"},
                "provided": {"en": "A bed."},
                "hazards": {"en": "Lifting."},
                "if_nobody_comes": {"en": "People wait."},
            },
            headcount=people,
        )
        row = request_people(operation=operation, wish=wish, requested_by=site_contact_user.id, by=machine, now=now)
        assess_risk(operation=operation, request_ref=row.ref, risk=Risk.LOW, priority=priority, by=machine, now=now)
        approve_need(operation=operation, request_ref=row.ref, by=coordinator, now=now)

    return need


def order(queue: Queue) -> list[str]:
    return [turn.licence.role for turn in queue.waiting]


def claims(registers: Callable[..., PersonView], role: str, phone: int, **said: object) -> PersonView:
    roles = (OfferedRole(code=role, level=Level.INDEPENDENT),)
    return registers(given=f"Given{phone}", roles=roles, phones=(f"+3740000{phone:04}",), **said)


def test_the_shortest_need_of_the_first_priority_is_served_first(
    needs: Needs, registers: Callable[..., PersonView], operation: OperationView, now: datetime
) -> None:
    claims(registers, "2262", 10)
    claims(registers, "2221", 11)
    claims(registers, "2212", 12)
    needs("2221", people=2)
    needs("2212", people=9)

    queue = queue_of(operation=operation, now=now)

    assert order(queue) == ["2212", "2221", "2262"]
    assert [turn.unlocks.missing if turn.unlocks else None for turn in queue.waiting] == [9, 2, None]


def test_a_claim_helps_only_where_its_holder_is_free_and_has_the_speciality(
    needs: Needs, registers: Callable[..., PersonView], operation: OperationView, now: datetime
) -> None:
    today = now.date()
    claims(registers, "2212", 10, tags=("anaesthesia",), windows=(Days(first=today, last=today + timedelta(days=3)),))
    claims(registers, "2212", 11)
    claims(registers, "2212", 12, tags=("anaesthesia",))
    needs("2212", people=3, tags=("anaesthesia",))

    queue = queue_of(operation=operation, now=now)

    helps = {turn.licence.person.given for turn in queue.waiting if turn.unlocks}
    assert helps == {"Given12"}
    assert queue.waiting[0].licence.person.given == "Given12"


def test_the_page_says_what_waits_and_asks_for_no_image(
    logged_in: LogIn, verifier_user: User, the_doctor: PersonView
) -> None:
    page = logged_in(verifier_user).get(LICENCES).content.decode()

    assert "Նարե Փորձյան" in page
    assert "a photo that was sent is deleted with your decision" in page
    assert 'type="file"' not in page
    assert "Without a check nobody is called for this role." in page


def test_levels_are_explained_and_the_claimed_one_is_named(
    logged_in: LogIn, verifier_user: User, the_doctor: PersonView
) -> None:
    page = logged_in(verifier_user).get(LICENCES).content.decode()

    assert "What the levels mean here" in page
    assert page.count("(claimed)") == 1


def test_after_a_judgement_its_effect_is_said_and_the_next_claim_comes(
    logged_in: LogIn, verifier_user: User, the_doctor: PersonView, registers: Callable[..., PersonView]
) -> None:
    claims(registers, "2221", 11)
    ref = Credential.objects.get(person_id=the_doctor.id).ref

    page = logged_in(verifier_user).post(f"{LICENCES}{ref}/", FOUND, follow=True).content.decode()

    assert "It counts at the level they claim." in page
    assert "Given11" in page
    assert f"{LICENCES}{ref}/back/" in page


def test_a_judgement_is_undone_in_one_click(logged_in: LogIn, verifier_user: User, the_doctor: PersonView) -> None:
    ref = Credential.objects.get(person_id=the_doctor.id).ref
    browser = logged_in(verifier_user)
    browser.post(f"{LICENCES}{ref}/", FOUND)

    browser.post(f"{LICENCES}{ref}/back/")

    assert Credential.objects.get(ref=ref).state == "claimed"


def test_a_licence_without_a_number_is_not_taken_as_seen(
    logged_in: LogIn, verifier_user: User, the_doctor: PersonView
) -> None:
    ref = Credential.objects.get(person_id=the_doctor.id).ref

    page = logged_in(verifier_user).post(f"{LICENCES}{ref}/", {"standing": "seen"}).content.decode()

    assert "Write both down." in page
    assert Credential.objects.get(ref=ref).state == "claimed"


@pytest.mark.parametrize("login", ["registrar_user", "auditor_user", "site_contact_user", "other_coordinator_user"])
def test_others_neither_see_nor_judge_licences(
    login: str, request: pytest.FixtureRequest, logged_in: LogIn, the_doctor: PersonView
) -> None:
    ref = Credential.objects.get(person_id=the_doctor.id).ref
    browser = logged_in(request.getfixturevalue(login))

    seen, judged = browser.get(LICENCES), browser.post(f"{LICENCES}{ref}/", FOUND)

    assert seen.status_code == 404 or "Փորձյան" not in seen.content.decode()
    assert judged.status_code == 404
    assert Credential.objects.get(ref=ref).state == "claimed"


def test_more_claims_cost_no_more_queries(
    logged_in: LogIn, verifier_user: User, needs: Needs, registers: Callable[..., PersonView]
) -> None:
    needs("2221", people=2)
    claims(registers, "2221", 10)
    browser = logged_in(verifier_user)
    browser.get(LICENCES)
    with CaptureQueriesContext(connection) as for_one:
        browser.get(LICENCES)
    for number in range(11, 31):
        claims(registers, "2221", number)

    with CaptureQueriesContext(connection) as for_many:
        page = browser.get(LICENCES).content.decode()

    assert page.count("?look=") == 12
    assert len(for_many) <= len(for_one) <= 26


def test_a_day_that_has_passed_is_not_valid_until(
    logged_in: LogIn, verifier_user: User, the_doctor: PersonView
) -> None:
    ref = Credential.objects.get(person_id=the_doctor.id).ref
    ended = {**FOUND, "expires_on": str(date(2020, 1, 1))}

    page = logged_in(verifier_user).post(f"{LICENCES}{ref}/", ended).content.decode()

    assert "This licence ended on" in page
