"""A site contact at the roster and at the hours, on a phone and on paper, in every language."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import Visits, assert_reads_well
from tests.pages.staff import log_in
from tests.rooms.welfare.conftest import *  # noqa: F403  # the cast of the room
from tests.rooms.welfare.conftest import THREE, Rosters, Signs

from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView
from standby.rooms.places.models import Site
from standby.rooms.welfare.actions.overriding import allow_in_red

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_site_reads_who_works_when_and_who_has_to_rest(
    visit: Visits,
    live_server: LiveServer,
    the_contact: User,
    the_site: Site,
    the_worker: PersonView,
    two_more: list[PersonView],
    has_shifts: Callable[..., int],
    rosters: Rosters,
    signs: Signs,
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    has_shifts(THREE)
    rosters()
    signs(the_worker, hours=-14)
    signs(two_more[0], hours=-11)
    allow_in_red(
        operation=operation,
        person=two_more[1],
        why="Nobody else knows the boiler.",
        rest_on=operation.today(now) + timedelta(days=2),
        by=machine,
        now=now,
    )
    page = visit()
    log_in(page, live_server.url, the_contact)

    for name, path in (
        ("rota", f"{the_site.ref}/"),
        ("rota-shifts", f"{the_site.ref}/shifts/"),
        ("rota-hours", f"{the_site.ref}/hours/"),
        ("rota-override", f"{the_site.ref}/hours/override/{two_more[0].ref}/"),
        ("rota-rest", "rest/"),
    ):
        page.goto(f"{live_server.url}/desk/welfare/{path}")
        assert_reads_well(page, name)
    page.goto(f"{live_server.url}/desk/welfare/{the_site.ref}/print/")
    assert page.get_by_text(the_worker.code_word).first.is_visible()
