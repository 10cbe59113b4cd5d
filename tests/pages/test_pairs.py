"""A registrar judges pairs by the keyboard alone, and sees which joins wait and what the judgements have taught."""

from datetime import datetime

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import PHONE, Visits, assert_no_horizontal_scroll, assert_reads_well
from tests.pages.staff import log_in
from tests.rooms.people.cast import Family

from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.matching import apply_run, weigh_pairs
from standby.rooms.people.models import DoubtfulPair, HeldJoin, PairJudgement

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pairs_are_judged_and_taken_back_by_the_keyboard_alone(
    visit: Visits,
    live_server: LiveServer,
    coordinator_user: User,
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    family = Family(operation=operation, now=now)
    family.registers(given="Անահիտ", surname="Հակոբյան", phone="+37400000071", birth_date="1980-03-04")
    family.registers(given="Анаит", surname="Акопян", phone="+37400000072", birth_date="1980-03-04")
    family.two_people_in_doubt()
    run = weigh_pairs(operation=operation, now=now)
    assert run is not None
    apply_run(operation=operation, ref=run.ref, by=machine, now=now)
    page = visit(width=PHONE)
    log_in(page, live_server.url, coordinator_user)

    page.goto(f"{live_server.url}/desk/pairs/")
    assert_reads_well(page, "pairs")
    assert_no_horizontal_scroll(page)
    assert _is_in_sight(page, "#pair td:last-child")
    waiting = DoubtfulPair.objects.filter(verdict="").count()
    for _ in range(waiting):
        page.keyboard.press("s")
        page.wait_for_url("**done=*")
        page.wait_for_load_state()
    judged = PairJudgement.objects.exclude(by__startswith="system").count()
    page.keyboard.press("u")
    page.wait_for_url("**/desk/pairs/")
    undone = PairJudgement.objects.filter(verdict="undone").count()

    assert (judged, undone) == (waiting, 1)
    for address, name in (("waiting", "joins"), ("taught", "taught"), ("../between", "overlaps")):
        page.goto(f"{live_server.url}/desk/pairs/{address}/")
        assert_reads_well(page, name)
        assert_no_horizontal_scroll(page)
    assert HeldJoin.objects.filter(state="waiting").count() == 1


def _is_in_sight(page: Page, selector: str) -> bool:
    """Whether nothing of these stands beyond the window's edge."""
    edges: list[float] = page.locator(selector).evaluate_all("all => all.map((it) => it.getBoundingClientRect().right)")
    return max(edges) <= PHONE
