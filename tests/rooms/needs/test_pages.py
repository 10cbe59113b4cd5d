"""The pages of needs: what a form says about wrong answers, and who may see and do what."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.rooms.needs.conftest import Asks

from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.actions.approving import approve_need
from standby.rooms.needs.models import NeedState, Request, Risk
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.actions.contacts import name_site_contact
from standby.rooms.places.models import Site

LogsIn = Callable[[User], Client]


@pytest.fixture
def the_contact(
    site_contact_user: User, the_site: Site, operation: OperationView, machine: Actor, now: datetime
) -> User:
    name_site_contact(operation=operation, site_id=the_site.id, user_id=site_contact_user.id, by=machine, now=now)
    return site_contact_user


@pytest.fixture
def answers(the_site: Site, now: datetime) -> dict[str, object]:
    """A request form filled in as it should be."""
    return {
        "site": the_site.ref,
        "words": "",
        "role": "5120/",
        "level": "1",
        "posts": "3",
        "hours": "24",
        "first_day": f"{now.date()}",
        "last_day": f"{now.date() + timedelta(days=13)}",
        "rotation": "14",
        "supervisor": "Vardan Invented",
        "supervisor_phone": "+374 00 000300",
        "minimum_age": "18",
        "if_nobody_comes_en": "People eat cold food.",
    }


def test_the_number_is_shown_before_anything_is_stored(
    logged_in: LogsIn, the_contact: User, answers: dict[str, object]
) -> None:
    page = logged_in(the_contact).post("/desk/needs/ask/", answers).content.decode()

    assert "11 people at a time" in page
    assert not Request.objects.exists()


def test_a_request_sent_twice_is_stored_once(logged_in: LogsIn, the_contact: User, answers: dict[str, object]) -> None:
    client = logged_in(the_contact)
    form = answers | {"deed": "store", "idempotency_key": "a key of this form"}

    addresses = {client.post("/desk/needs/ask/", form)["Location"] for _ in range(2)}

    assert Request.objects.count() == 1
    assert addresses == {f"/desk/needs/{Request.objects.get().ref}/"}


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"posts": "0"}, "posts", "Ask for at least one person."),
        ({"posts": "10000000"}, "posts", "10,000 people at most"),
        ({"posts": "5000"}, "posts", "10000 at most"),
        ({"hours": "25"}, "hours", "1 to 24 hours"),
        ({"first_day": "2026-10-09", "last_day": "2026-10-08"}, "last_day", "before the first"),
        ({"first_day": "2026-10-01"}, "first_day", "This day is over"),
        ({"first_day": "2026-10-06", "last_day": "2027-10-07"}, "last_day", "more than a year"),
        ({"first_day": "31.02."}, "first_day", ""),
        ({"role": "0310/"}, "role", ""),
        ({"role": ""}, "role", "Choose a role."),
        ({"supervisor": ""}, "supervisor", ""),
        ({"if_nobody_comes_en": " "}, "if_nobody_comes_en", "Say what happens if nobody comes"),
        ({"minimum_age": "16"}, "minimum_age", "Nobody under 18"),
        ({"site": "ANOTHERSITE"}, "site", ""),
    ],
)
def test_a_wrong_answer_is_named_at_its_field_with_a_remedy(
    logged_in: LogsIn, the_contact: User, answers: dict[str, object], wrong: dict[str, str], field: str, said: str
) -> None:
    response = logged_in(the_contact).post("/desk/needs/ask/", answers | wrong | {"deed": "store"})

    assert response.status_code == 200
    errors = response.context["form"].errors
    assert list(errors) == [field]
    assert said in errors[field][0]
    assert not Request.objects.exists()


def test_beds_that_are_too_few_are_a_warning_and_not_a_refusal(
    logged_in: LogsIn, the_contact: User, the_site: Site, answers: dict[str, object]
) -> None:
    Site.objects.filter(id=the_site.id).update(beds=4)

    page = logged_in(the_contact).post("/desk/needs/ask/", answers).content.decode()

    assert "has 4 beds" in page
    assert "Ask for these people" in page


def test_looking_for_a_role_stores_nothing_and_keeps_what_was_written(
    logged_in: LogsIn, the_contact: User, answers: dict[str, object]
) -> None:
    form = answers | {"deed": "look", "words": "медсестра", "posts": ""}

    page = logged_in(the_contact).post("/desk/needs/ask/", form).content.decode()

    assert 'value="2221/" selected' in page
    assert "Vardan Invented" in page
    assert "Not stored yet" not in page


def test_a_need_in_a_risk_zone_does_not_ask_about_the_risk(
    logged_in: LogsIn, coordinator_user: User, asks: Asks, the_risky_site: Site
) -> None:
    row = asks(site=the_risky_site)
    client = logged_in(coordinator_user)

    client.post(f"/desk/needs/{row.ref}/assess/", {"priority": "1", "risk": "low"})

    row.refresh_from_db()
    assert (row.risk, row.priority, row.state) == (Risk.RAISED, 1, NeedState.RISK_ASSESSED)


def test_one_person_in_two_sessions_is_still_one_person(
    coordinator_user: User, second_coordinator_user: User, asks: Asks
) -> None:
    row = asks(risk=Risk.RAISED)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(coordinator_user, backend="django.contrib.auth.backends.ModelBackend")

    answers = [client.post(f"/desk/needs/{row.ref}/approve/") for client in clients]

    assert [answer.status_code for answer in answers] == [302, 409]
    assert "Somebody else has to approve it" in answers[1].content.decode()
    row.refresh_from_db()
    assert row.state == NeedState.RISK_ASSESSED


def test_the_page_says_who_approved_first_and_that_another_is_needed(
    logged_in: LogsIn,
    asks: Asks,
    operation: OperationView,
    coordinator: Staff,
    second_coordinator_user: User,
    now: datetime,
) -> None:
    row = asks(risk=Risk.RAISED)
    approve_need(operation=operation, request_ref=row.ref, by=coordinator, now=now)

    page = logged_in(second_coordinator_user).get(f"/desk/needs/{row.ref}/").content.decode()

    assert "coordinator approved it first" in page
    assert "Approve as the second" in page


_DEEDS_OF_A_SITE = ("renew", "pause", "resume")
_DEEDS_OF_THE_DESK = ("assess", "approve", "refuse", "cancel", "close")


def test_a_site_contact_sees_the_needs_of_their_own_sites_and_nothing_else(
    logged_in: LogsIn, the_contact: User, asks: Asks, the_site: Site, the_risky_site: Site
) -> None:
    own, foreign = asks(), asks(site=the_risky_site)
    client = logged_in(the_contact)

    assert client.get(f"/desk/needs/{own.ref}/").status_code == 200
    assert client.get(f"/desk/site/{the_site.ref}/").status_code == 200
    for address in (
        f"/desk/needs/{foreign.ref}/",
        f"/desk/site/{the_risky_site.ref}/",
        f"/desk/site/{the_risky_site.ref}/codes/",
        "/desk/places/",
        f"/desk/places/sites/{the_site.ref}/",
        f"/desk/places/sites/{the_site.ref}/beds/",
        "/desk/places/regions/north/",
        "/desk/people/",
        "/desk/places/new-site/",
    ):
        assert client.get(address).status_code == 404, address
    assert "Camp on the ridge" not in client.get("/desk/needs/").content.decode()
    assert "Camp on the ridge" not in client.get("/desk/needs/ask/").content.decode()


def test_a_site_contact_does_nothing_for_another_site_and_decides_nothing_for_their_own(
    logged_in: LogsIn, the_contact: User, asks: Asks, the_risky_site: Site
) -> None:
    own, foreign = asks(), asks(site=the_risky_site)
    client = logged_in(the_contact)

    for deed in _DEEDS_OF_A_SITE:
        assert client.post(f"/desk/needs/{foreign.ref}/{deed}/").status_code == 404
    for deed in _DEEDS_OF_THE_DESK:
        assert client.post(f"/desk/needs/{own.ref}/{deed}/").status_code == 404


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("coordinator_user", 200),
        ("auditor_user", 200),
        ("registrar_user", 404),
        ("verifier_user", 404),
        ("site_contact_user", 404),
        ("other_coordinator_user", 404),
        ("outsider_user", 302),
    ],
)
def test_who_sees_a_need(request: pytest.FixtureRequest, logged_in: LogsIn, asks: Asks, who: str, sees: int) -> None:
    row = asks()

    assert logged_in(request.getfixturevalue(who)).get(f"/desk/needs/{row.ref}/").status_code == sees


@pytest.mark.parametrize("deed", [*_DEEDS_OF_A_SITE, *_DEEDS_OF_THE_DESK])
def test_nothing_is_done_by_opening_an_address_or_by_an_auditor(
    logged_in: LogsIn, coordinator_user: User, auditor_user: User, asks: Asks, deed: str
) -> None:
    row = asks(risk=Risk.LOW)

    assert logged_in(coordinator_user).get(f"/desk/needs/{row.ref}/{deed}/").status_code == 405
    assert logged_in(auditor_user).post(f"/desk/needs/{row.ref}/{deed}/").status_code == 404


def test_a_button_never_leads_out_of_the_house(logged_in: LogsIn, the_contact: User, asks: Asks) -> None:
    row = asks(risk=Risk.LOW)

    answer = logged_in(the_contact).post(f"/desk/needs/{row.ref}/renew/", {"back": "https://example.org/"})

    assert answer["Location"] == f"/desk/needs/{row.ref}/"
