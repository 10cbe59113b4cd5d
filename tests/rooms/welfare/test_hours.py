"""Signing in and out, the clock of everybody, and rest that is owed."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.rooms.welfare.conftest import Signs

from standby.domain.errors import Refused, WrongOrder
from standby.domain.rest import Colour
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.models import Call, CallState
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView
from standby.rooms.places.models import Site
from standby.rooms.places.queries.contacts import SiteScope
from standby.rooms.welfare.actions.overriding import allow_in_red, note_given_back, set_rest_day
from standby.rooms.welfare.actions.signing import NewSigning, sign, take_signing_back
from standby.rooms.welfare.models import RestOverride, Signing
from standby.rooms.welfare.queries.hours import Tiredness, count_tired, hours_at, who_needs_rest

LogsIn = Callable[[User], Client]


@pytest.fixture
def comes_now(operation: OperationView, the_site: Site, machine: Actor, now: datetime) -> Callable[..., str]:
    def come(person: PersonView, *, is_in: bool = True, at: datetime = now) -> str:
        new = NewSigning(person_ref=person.ref, is_in=is_in)
        return sign(operation=operation, site_id=the_site.id, new=new, by=machine, now=at)

    return come


def colour(operation: OperationView, site: Site, now: datetime) -> Colour:
    (worker,) = hours_at(operation=operation, site_id=site.id, now=now).workers
    return worker.clock.colour


def test_a_day_on_duty_is_counted_by_day_and_warns_before_it_is_too_long(
    operation: OperationView, the_site: Site, the_worker: PersonView, signs: Signs, now: datetime
) -> None:
    signs(the_worker, hours=-11)

    (worker,) = hours_at(operation=operation, site_id=the_site.id, now=now).workers

    assert worker.clock.colour is Colour.AMBER
    assert worker.total == 11 * 60
    assert worker.minutes[-1] == 11 * 60


def test_whoever_is_in_red_is_not_let_in_again_without_an_override(
    operation: OperationView,
    the_site: Site,
    the_worker: PersonView,
    signs: Signs,
    comes_now: Callable[..., str],
    machine: Actor,
    now: datetime,
) -> None:
    signs(the_worker, hours=-15)
    signs(the_worker, hours=-1, is_in=False)

    with pytest.raises(Refused, match="rest"):
        comes_now(the_worker)

    rest_on = now.date() + timedelta(days=2)
    allow_in_red(operation=operation, person=the_worker, why="No driver.", rest_on=rest_on, by=machine, now=now)
    comes_now(the_worker)
    assert Signing.objects.filter(kind="in").count() == 2


def test_what_stands_on_paper_is_always_written_down_with_its_own_hour(
    operation: OperationView, the_site: Site, the_worker: PersonView, signs: Signs, now: datetime
) -> None:
    signs(the_worker, hours=-1, is_in=False)
    signs(the_worker, hours=-15)

    assert colour(operation, the_site, now) is Colour.RED
    with pytest.raises(WrongOrder):
        signs(the_worker, hours=-15)


def test_nobody_signs_for_the_future_or_for_long_ago(the_worker: PersonView, signs: Signs, now: datetime) -> None:
    with pytest.raises(Refused):
        signs(the_worker, hours=2, noted=now)
    with pytest.raises(Refused):
        signs(the_worker, hours=-24 * 17)


def test_nobody_is_signed_in_twice_or_out_unsigned(the_worker: PersonView, comes_now: Callable[..., str]) -> None:
    with pytest.raises(WrongOrder):
        comes_now(the_worker, is_in=False)
    comes_now(the_worker)
    with pytest.raises(WrongOrder):
        comes_now(the_worker)


def test_only_who_is_called_to_the_site_is_signed_in(
    the_worker: PersonView, the_driver: PersonView, comes_now: Callable[..., str]
) -> None:
    with pytest.raises(Refused):
        comes_now(the_driver)


def test_a_mistake_is_taken_back_and_stays_to_be_read(
    operation: OperationView, the_site: Site, the_worker: PersonView, signs: Signs, machine: Actor, now: datetime
) -> None:
    mistake = signs(the_worker, hours=-14)
    assert colour(operation, the_site, now) is Colour.RED

    take_signing_back(operation=operation, site_id=the_site.id, signing_ref=mistake, by=machine, now=now)

    assert colour(operation, the_site, now) is Colour.GREEN
    assert Signing.objects.count() == 2
    with pytest.raises(WrongOrder):
        take_signing_back(operation=operation, site_id=the_site.id, signing_ref=mistake, by=machine, now=now)


@pytest.fixture
def owed(operation: OperationView, the_worker: PersonView, machine: Actor, now: datetime) -> RestOverride:
    """Rest that is given back in two days."""
    ref = allow_in_red(
        operation=operation,
        person=the_worker,
        why="Anahit alone knows the boiler.",
        rest_on=operation.today(now) + timedelta(days=2),
        by=machine,
        now=now,
    )
    return RestOverride.objects.get(ref=ref)


def test_an_override_says_why_and_gives_back_soon(
    operation: OperationView, the_worker: PersonView, machine: Actor, now: datetime, owed: RestOverride
) -> None:
    today = operation.today(now)
    for why, days in (("", 2), ("Needed.", 0), ("Needed.", 15)):
        with pytest.raises(Refused):
            allow_in_red(
                operation=operation,
                person=the_worker,
                why=why,
                rest_on=today + timedelta(days=days),
                by=machine,
                now=now,
            )
    with pytest.raises(WrongOrder):
        allow_in_red(operation=operation, person=the_worker, why="Again.", rest_on=owed.rest_on, by=machine, now=now)
    assert b"boiler" not in bytes(owed.sealed_why)


def test_rest_is_given_back_by_a_day_that_was_free_and_by_nothing_else(
    operation: OperationView, the_worker: PersonView, signs: Signs, machine: Actor, now: datetime, owed: RestOverride
) -> None:
    after = now + timedelta(days=3)
    with pytest.raises(WrongOrder):
        note_given_back(operation=operation, override_ref=owed.ref, by=machine, now=now)
    signs(the_worker, hours=47)
    signs(the_worker, hours=49, is_in=False)
    with pytest.raises(Refused):
        note_given_back(operation=operation, override_ref=owed.ref, by=machine, now=after)

    set_rest_day(
        operation=operation, override_ref=owed.ref, rest_on=after.date() + timedelta(days=1), by=machine, now=after
    )
    note_given_back(operation=operation, override_ref=owed.ref, by=machine, now=after + timedelta(days=2))

    owed.refresh_from_db()
    assert owed.closed_at is not None


def test_who_needs_rest_is_named_red_first_and_each_site_sees_its_own(
    operation: OperationView,
    the_site: Site,
    the_worker: PersonView,
    two_more: list[PersonView],
    signs: Signs,
    now: datetime,
) -> None:
    signs(two_more[0], hours=-11)
    signs(the_worker, hours=-14)

    found = who_needs_rest(operation=operation, scope=SiteScope(is_every_site=True), now=now)

    assert [(one.worker.first_name, one.worker.clock.colour) for one in found] == [
        ("Anahit", Colour.RED),
        ("Aram", Colour.AMBER),
    ]
    assert who_needs_rest(operation=operation, scope=SiteScope(), now=now) == []
    assert count_tired(operation=operation, now=now) == Tiredness(red=1, amber=1)


def test_whoever_has_left_the_site_is_not_counted_as_tired(
    operation: OperationView, the_worker: PersonView, signs: Signs, now: datetime
) -> None:
    signs(the_worker, hours=-14)
    Call.objects.update(state=CallState.RELIEVED)

    assert count_tired(operation=operation, now=now) == Tiredness(red=0, amber=0)


def test_the_first_page_of_the_desk_says_who_has_to_rest(
    logged_in: LogsIn, coordinator_user: User, the_worker: PersonView, signs: Signs
) -> None:
    signs(the_worker, hours=-14)

    page = logged_in(coordinator_user).get("/desk/").content.decode()

    assert "1 person at a site has to rest now." in page
    assert "has to rest soon" not in page


def test_the_pages_sign_warn_and_let_work_on(
    logged_in: LogsIn, the_contact: User, the_site: Site, the_worker: PersonView, now: datetime
) -> None:
    browser, address = logged_in(the_contact), f"/desk/welfare/{the_site.ref}/hours/"
    line = {"person": the_worker.ref, "kind": "in", "at": (now - timedelta(hours=14)).isoformat()}

    assert browser.post(f"{address}paper/", line).status_code == 302
    assert browser.post(f"{address}sign/", {"person": the_worker.ref, "deed": "out"}).status_code == 302
    page = browser.get(address).content.decode()
    assert "has to rest now" in page
    assert browser.post(f"{address}sign/", {"person": the_worker.ref, "deed": "in"}).status_code == 409
    day = (now + timedelta(days=1)).date().isoformat()
    override = f"{address}override/{the_worker.ref}/"
    assert browser.post(override, {"why": "Alone.", "rest_on": day}).status_code == 302
    assert browser.post(f"{address}sign/", {"person": the_worker.ref, "deed": "in"}).status_code == 302

    rest = browser.get("/desk/welfare/rest/").content.decode()
    assert "site-contact let them work on" in rest
    assert "Testyan" not in page + rest
    ref = RestOverride.objects.get().ref
    assert browser.post(f"/desk/welfare/rest/{ref}/given-back/").status_code == 409
    later = (now + timedelta(days=3)).date().isoformat()
    assert browser.post(f"/desk/welfare/rest/{ref}/another-day/", {"rest_on": later}).status_code == 302


def test_the_page_of_hours_asks_as_often_for_three_as_for_one(
    logged_in: LogsIn,
    the_contact: User,
    the_site: Site,
    the_worker: PersonView,
    two_more: list[PersonView],
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    browser = logged_in(the_contact)

    with django_assert_max_num_queries(26):  # type: ignore[attr-defined]  # a context of pytest-django
        browser.get(f"/desk/welfare/{the_site.ref}/hours/")
